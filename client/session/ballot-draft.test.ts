import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { BallotDraft, type BallotServer, type BallotValues } from '#client/session/ballot-draft.ts'
import { type DeviceStorage, deviceStorage } from '#client/session/device-storage.ts'

beforeEach(() => void vi.useFakeTimers({ now: 1_000_000 }))
afterEach(() => void vi.useRealTimers())

/** A server that keeps one ballot, takes points that add up to 100 only, and can be cut off at either side. */
function ballotServer() {
  const state = {
    ballot: null as BallotValues | null,
    sealed: false,
    receivedAt: null as number | null,
    isOpen: true,
    line: 'up' as 'up' | 'down' | 'answers lost',
    puts: [] as unknown[],
  }
  const problem = (code: string) => ({
    ok: false as const,
    problem: { code, title: code, faults: [], retryAfterS: null },
  })
  const server: BallotServer = {
    async put({ sealed, ...ballot }) {
      await Promise.resolve()
      if (state.line === 'down') return problem('offline')
      if (!state.isOpen) return problem('round-closed')
      const sum = Object.values(ballot.points as Record<string, number>).reduce((a, b) => a + b, 0)
      if (sealed && sum !== 100) return problem('ballot-faults')
      state.puts.push({ sum, sealed })
      Object.assign(state, { ballot, sealed, receivedAt: Date.now() })
      if (state.line === 'answers lost') return problem('offline')
      return { ok: true, reply: { sealed, receivedAt: Date.now() } }
    },
    async read() {
      await Promise.resolve()
      if (state.line !== 'up') return problem('offline')
      return { ok: true, reply: { ballot: state.ballot, sealed: state.sealed, receivedAt: state.receivedAt } }
    },
  }
  return { state, server }
}

const open = (server: BallotServer, storage: DeviceStorage) =>
  new BallotDraft({ key: 'k', storage, server, now: () => Date.now() })

const points = (safe: number) => ({ points: { safe, cheap: 10 } })
const statusOf = (draft: BallotDraft) => draft.store.getState().status

test('a draft is kept on the device at each change and sent once typing pauses', async () => {
  const { state, server } = ballotServer()
  const storage = deviceStorage(null)
  const draft = open(server, storage)
  expect(statusOf(draft)).toBe('loading')
  await vi.advanceTimersByTimeAsync(0)
  expect(statusOf(draft)).toBe('draft')

  for (const safe of [1, 12, 120]) {
    draft.change(points(safe))
    expect(storage.get('k')).toMatchObject({ ballot: points(safe), isSent: false })
    await vi.advanceTimersByTimeAsync(300)
  }
  expect(state.puts).toEqual([])
  await vi.advanceTimersByTimeAsync(600)
  expect(state.puts).toEqual([{ sum: 130, sealed: false }])
})

test('[P1] it is called sealed only once the server has it', async () => {
  const { state, server } = ballotServer()
  const draft = open(server, deviceStorage(null))
  await vi.advanceTimersByTimeAsync(0)
  draft.change(points(90))
  draft.seal()
  expect(statusOf(draft)).toBe('sealing')
  expect(state.sealed).toBe(false)
  await vi.advanceTimersByTimeAsync(0)
  expect(draft.store.getState()).toMatchObject({ status: 'sealed', receivedAt: 1_000_000 })
  expect(state.puts).toEqual([{ sum: 100, sealed: true }])

  draft.unseal()
  expect(statusOf(draft)).toBe('unsealing')
  await vi.advanceTimersByTimeAsync(0)
  expect(statusOf(draft)).toBe('draft')
  expect(state.sealed).toBe(false)
})

test('sealed without a line, then reloaded: it goes out by itself when the line is back (OF-3a)', async () => {
  const { state, server } = ballotServer()
  const storage = deviceStorage(null)
  const before = open(server, storage)
  await vi.advanceTimersByTimeAsync(0)
  state.line = 'down'
  before.change(points(90))
  before.seal()
  await vi.advanceTimersByTimeAsync(0)
  expect(statusOf(before)).toBe('waiting-offline')
  before.stop()

  const after = open(server, storage)
  await vi.advanceTimersByTimeAsync(0)
  expect(after.store.getState()).toMatchObject({ status: 'waiting-offline', ballot: points(90) })
  state.line = 'up'
  after.tryNow()
  await vi.advanceTimersByTimeAsync(0)
  expect(statusOf(after)).toBe('sealed')
  expect(state).toMatchObject({ sealed: true, ballot: points(90) })
})

test('without any event it tries again by itself', async () => {
  const { state, server } = ballotServer()
  const draft = open(server, deviceStorage(null))
  await vi.advanceTimersByTimeAsync(0)
  state.line = 'down'
  draft.change(points(90))
  draft.seal()
  await vi.advanceTimersByTimeAsync(5_000)
  state.line = 'up'
  await vi.advanceTimersByTimeAsync(30_000)
  expect(statusOf(draft)).toBe('sealed')
})

test('a seal with faults goes back to a draft that names them, and nothing is sent again until it is changed', async () => {
  const { state, server } = ballotServer()
  const draft = open(server, deviceStorage(null))
  await vi.advanceTimersByTimeAsync(0)
  draft.change(points(91))
  draft.seal()
  await vi.advanceTimersByTimeAsync(60_000)
  expect(draft.store.getState()).toMatchObject({
    status: 'draft',
    ballot: points(91),
    problem: { code: 'ballot-faults' },
  })
  expect(state.puts).toEqual([])
  draft.change(points(90))
  expect(draft.store.getState().problem).toBeNull()
  draft.seal()
  await vi.advanceTimersByTimeAsync(0)
  expect(statusOf(draft)).toBe('sealed')
})

test('a change made while the last one is under way is sent too', async () => {
  const { state, server } = ballotServer()
  const draft = open(server, deviceStorage(null))
  await vi.advanceTimersByTimeAsync(0)
  draft.change(points(5))
  draft.tryNow()
  draft.change(points(90))
  draft.seal()
  await vi.advanceTimersByTimeAsync(1_000)
  expect(state.puts.at(-1)).toEqual({ sum: 100, sealed: true })
  expect(statusOf(draft)).toBe('sealed')
})

test('one that comes after the round was closed is late and says so', async () => {
  const { state, server } = ballotServer()
  const storage = deviceStorage(null)
  const draft = open(server, storage)
  await vi.advanceTimersByTimeAsync(0)
  draft.change(points(90))
  state.isOpen = false
  draft.seal()
  await vi.advanceTimersByTimeAsync(0)
  expect(draft.store.getState()).toMatchObject({ status: 'late', problem: { code: 'round-closed' } })
  expect(storage.keys('')).toEqual([])
})

test('a seal whose answer was lost is not called late when the round has been closed since', async () => {
  const { state, server } = ballotServer()
  const draft = open(server, deviceStorage(null))
  await vi.advanceTimersByTimeAsync(0)
  draft.change(points(90))
  state.line = 'answers lost'
  draft.seal()
  await vi.advanceTimersByTimeAsync(0)
  expect(statusOf(draft)).toBe('waiting-offline')
  state.line = 'up'
  state.isOpen = false
  draft.tryNow()
  await vi.advanceTimersByTimeAsync(10)
  expect(draft.store.getState()).toMatchObject({ status: 'sealed', ballot: points(90) })
})

test('unsent work of this device wins over what the server has', async () => {
  const { state, server } = ballotServer()
  const storage = deviceStorage(null)
  Object.assign(state, { ballot: points(1), receivedAt: 900_000 })
  storage.set('k', { ballot: points(7), sealed: false, changedAt: 950_000, isSent: false, receivedAt: null })
  const draft = open(server, storage)
  await vi.advanceTimersByTimeAsync(0)
  expect(draft.store.getState().ballot).toEqual(points(7))
  await vi.advanceTimersByTimeAsync(10)
  expect(state.ballot).toEqual(points(7))
})

test('but an old draft does not unseal what was sealed on another device since', async () => {
  const { state, server } = ballotServer()
  const storage = deviceStorage(null)
  Object.assign(state, { ballot: points(90), sealed: true, receivedAt: 990_000 })
  storage.set('k', { ballot: points(7), sealed: false, changedAt: 950_000, isSent: false, receivedAt: null })
  const draft = open(server, storage)
  await vi.advanceTimersByTimeAsync(10_000)
  expect(draft.store.getState()).toMatchObject({ status: 'sealed', ballot: points(90) })
  expect(state.sealed).toBe(true)
})

test('once the server has the seal, the points are no longer kept on the device', async () => {
  const { server } = ballotServer()
  const storage = deviceStorage(null)
  const draft = open(server, storage)
  await vi.advanceTimersByTimeAsync(0)
  draft.change(points(90))
  draft.seal()
  await vi.advanceTimersByTimeAsync(0)
  expect(storage.get('k')).toMatchObject({ sealed: true, ballot: null })
  expect(draft.store.getState().ballot).toEqual(points(90))
})

test('[P1] sealed in another tab of the same person, it is sealed here, and typing on does not unseal it', async () => {
  const { state, server } = ballotServer()
  const [one, other] = [open(server, deviceStorage(null)), open(server, deviceStorage(null))]
  await vi.advanceTimersByTimeAsync(0)
  one.change(points(90))
  one.seal()
  await vi.advanceTimersByTimeAsync(0)
  other.lookAgain()
  expect(statusOf(other)).toBe('draft')
  await vi.advanceTimersByTimeAsync(0)
  expect(statusOf(other)).toBe('sealed')
  other.change(points(89))
  await vi.advanceTimersByTimeAsync(1_000)
  expect(state).toMatchObject({ sealed: true, ballot: points(90) })

  other.unseal()
  await vi.advanceTimersByTimeAsync(0)
  one.lookAgain()
  await vi.advanceTimersByTimeAsync(0)
  expect(statusOf(one)).toBe('draft')
})

test('looking again keeps what was typed meanwhile, and waits for a line', async () => {
  const { state, server } = ballotServer()
  const draft = open(server, deviceStorage(null))
  await vi.advanceTimersByTimeAsync(0)
  draft.change(points(50))
  draft.lookAgain()
  await vi.advanceTimersByTimeAsync(0)
  expect(state.puts).toEqual([{ sum: 60, sealed: false }])
  state.line = 'down'
  draft.lookAgain()
  await vi.advanceTimersByTimeAsync(0)
  Object.assign(state, { line: 'up', sealed: true, ballot: points(90), receivedAt: Date.now() })
  await vi.advanceTimersByTimeAsync(2_000)
  expect(statusOf(draft)).toBe('sealed')
})
