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
const at = (stamp: string) => async () => stamp
const file = (megabytes = 0) => ({ name: '', media: '', bytes: new Uint8Array(megabytes * 1024 * 1024) })

test('the same stamp is served by one piece of work, another one is not', async () => {
  const make = vi.fn(async () => file())
  const files = kept()
  await Promise.all([files.get('page', at('a'), make), files.get('page', at('a'), make)])
  expect(make).toHaveBeenCalledTimes(1)
  await files.get('page', at('b'), make)
  expect(make).toHaveBeenCalledTimes(2)
})

test('what nobody asks for again is forgotten all the same: no memory holds for long what was withdrawn', async () => {
  const files = kept()
  const make = vi.fn(async () => file())
  await files.get('page', at('a'), make)
  await vi.advanceTimersByTimeAsync(20 * 60_000)
  expect(vi.getTimerCount()).toBe(0)
  // At its time it would still be as it was.
  vi.setSystemTime(1)
  await files.get('page', at('a'), make)
  expect(make).toHaveBeenCalledTimes(2)
})

test('what is still being made is not given up for what is large and ready', async () => {
  const files = kept()
  let ready: () => void = () => undefined
  const gate = new Promise<void>((resolve) => {
    ready = resolve
  })
  const slow = vi.fn(() => gate.then(() => file()))
  const first = files.get('slow', at('a'), slow)
  for (const name of ['one', 'two']) await files.get(name, at('a'), async () => file(30))
  const second = files.get('slow', at('a'), slow)
  ready()
  await Promise.all([first, second])
  expect(slow).toHaveBeenCalledTimes(1)
})

test('while one is made of something older, all who come wait for the next, which is made once and of what is then', async () => {
  const files = kept()
  let now = 0
  const begun: { at: number; done: () => void }[] = []
  const make = () => {
    const asOf = now
    return new Promise<ReturnType<typeof file>>((resolve) => {
      begun.push({ at: asOf, done: () => resolve({ ...file(), name: `as of ${asOf}` }) })
    })
  }
  const all = []
  for (now = 1; now < 6; now++) {
    all.push(files.get('page', async () => `${now}`, make))
    await vi.advanceTimersByTimeAsync(0)
  }
  expect(begun.map((one) => one.at)).toEqual([1])
  begun[0]?.done()
  await vi.advanceTimersByTimeAsync(0)
  expect(begun.map((one) => one.at)).toEqual([1, 6])
  begun[1]?.done()
  expect((await Promise.all(all)).map(({ name }) => name)).toEqual(['as of 1', ...Array(4).fill('as of 6')])
})

test('what failed keeps nobody from the next', async () => {
  const files = kept()
  const first = files.get('page', at('a'), async () => {
    throw new Error('No')
  })
  const second = files.get('page', at('b'), async () => file())
  await expect(first).rejects.toThrow('No')
  await expect(second).resolves.toEqual(file())
  await expect(files.get('page', at('a'), async () => file())).resolves.toEqual(file())
})
