import { expect, test } from 'vitest'
import type { Storage } from '#server/persistence/storage.ts'
import { clearUp } from '#server/record/housekeeping.ts'
import { startTestServer, testClock } from '#test/support/server.ts'

const DAY_MS = 24 * 3600 * 1000
const quiet = { info: () => {}, error: () => {} }

const counts = async ({ db }: Storage) => {
  const rows = await Promise.all(
    (['workshops', 'seats', 'docs', 'doc_snapshots', 'links', 'replies'] as const).map((table) =>
      db
        .selectFrom(table)
        .select((eb) => eb.fn.countAll().as('n'))
        .executeTakeFirstOrThrow(),
    ),
  )
  return rows.map(({ n }) => Number(n))
}

test('a workshop nobody used for so many days goes with everything in it; one in use and one that is new stay', async () => {
  const clock = testClock()
  const server = await startTestServer({ clock })
  const { storage } = server.running.service
  try {
    const old = server.newPerson()
    await old.open()
    await old.ask('setAgenda', { body: { activity: 'weigh' }, headers: { 'idempotency-key': 'k' } })
    const one = await counts(storage)
    const busy = server.newPerson()
    await busy.open()
    clock.advance(30 * DAY_MS)
    const fresh = server.newPerson()
    await fresh.open()
    const deps = { storage, clock, log: quiet, isInUse: (id: string) => id === busy.workshopId }
    await clearUp({ ...deps, retentionDays: null })
    expect(await counts(storage)).toEqual(one.map((n, table) => (table === 5 ? 0 : 3 * n)))
    await clearUp({ ...deps, retentionDays: 31 })
    expect((await counts(storage))[0]).toBe(3)
    await clearUp({ ...deps, retentionDays: 29 })
    expect(await counts(storage)).toEqual(one.map((n, table) => (table === 5 ? 0 : 2 * n)))
    expect((await old.refusal('readWorkshop')).code).toBe('no-such-workshop')
    expect((await busy.call('readWorkshop')).status).toBe(200)
    expect((await fresh.call('readWorkshop')).status).toBe(200)
  } finally {
    await server.stop()
  }
})

test('a workshop that only sits open at another process stays, however long', async () => {
  const clock = testClock()
  const server = await startTestServer({ clock })
  const { storage } = server.running.service
  try {
    const busy = server.newPerson()
    await busy.open()
    const deps = { storage, clock, log: quiet, retentionDays: 1 }
    for (let hour = 0; hour < 100; hour++) {
      clock.advance(DAY_MS / 24)
      await clearUp({ ...deps, isInUse: () => false })
      await clearUp({ ...deps, isInUse: () => true })
    }
    expect((await busy.call('readWorkshop')).status).toBe(200)
  } finally {
    await server.stop()
  }
})
