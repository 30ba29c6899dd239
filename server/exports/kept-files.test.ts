/** What is kept of results: as long as it is as the workshop is, for a while, and no longer in memory than that. */
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { KeptFiles } from '#server/exports/kept-files.ts'

beforeEach(() => {
  vi.useFakeTimers({ now: 0 })
})
afterEach(() => {
  vi.useRealTimers()
})

const kept = () => new KeptFiles({ now: () => Date.now() })
const file = (megabytes = 0) => ({ name: '', media: '', bytes: new Uint8Array(megabytes * 1024 * 1024) })

test('the same stamp is served by one piece of work, another one is not', async () => {
  const make = vi.fn(async () => file())
  const files = kept()
  await Promise.all([files.get('page', 'a', make), files.get('page', 'a', make)])
  expect(make).toHaveBeenCalledTimes(1)
  await files.get('page', 'b', make)
  expect(make).toHaveBeenCalledTimes(2)
})

test('what nobody asks for again is forgotten all the same: no memory holds for long what was withdrawn', async () => {
  const files = kept()
  const make = vi.fn(async () => file())
  await files.get('page', 'a', make)
  await vi.advanceTimersByTimeAsync(20 * 60_000)
  expect(vi.getTimerCount()).toBe(0)
  // At its time it would still be as it was.
  vi.setSystemTime(1)
  await files.get('page', 'a', make)
  expect(make).toHaveBeenCalledTimes(2)
})

test('what is still being made is not given up for what is large and ready', async () => {
  const files = kept()
  let ready: () => void = () => undefined
  const gate = new Promise<void>((resolve) => {
    ready = resolve
  })
  const slow = vi.fn(() => gate.then(() => file()))
  const first = files.get('slow', 'a', slow)
  for (const name of ['one', 'two']) await files.get(name, 'a', async () => file(30))
  const second = files.get('slow', 'a', slow)
  ready()
  await Promise.all([first, second])
  expect(slow).toHaveBeenCalledTimes(1)
})
