import { expect, test } from 'vitest'
import type { SessionDeps } from '#client/session/deps.ts'
import { readView } from '#client/session/read-view.ts'

test('the clock’s offset is whole, so that times written into documents are read again', async () => {
  const times = [1_000, 1_001]
  const deps: Pick<SessionDeps, 'fetch' | 'newId' | 'now'> = {
    fetch: async () => Response.json({ serverNow: 5_000 }),
    newId: () => 'id',
    now: () => times.shift() ?? 0,
  }
  const read = await readView('w1', deps as SessionDeps)
  expect(read.ok && Number.isInteger(read.clockOffsetMs)).toBe(true)
})
