import { afterEach, expect, test, vi } from 'vitest'
import { addCard } from '#shared/board/roadmap-edits.ts'
import { cards } from '#shared/board/schema.ts'
import { readRows } from '#shared/document/collection.ts'
import { closeCodes } from '#shared/protocol/wire.ts'
import { device, startHub, statusOf, stopHubs } from '#test/support/hub-session.ts'

afterEach(stopHubs)

const cell = { stageId: 's1', lane: 'question' } as const

/** With a clock of its own; devices keep nothing, as their storage needs a real one. */
async function atFakeTime(story: () => Promise<void>) {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval', 'Date'] })
  try {
    await story()
  } finally {
    stopHubs()
    vi.useRealTimers()
  }
}

test('the browser’s word on the network is taken at once, both ways', () =>
  atFakeTime(async () => {
    const hub = startHub()
    const { session, page } = device(hub, { indexedDb: null }).tab()
    await vi.advanceTimersByTimeAsync(2_000)
    hub.network = 'frozen'
    page.offline()
    await vi.advanceTimersByTimeAsync(0)
    expect(statusOf(session)).toBe('offline 0')
    await vi.advanceTimersByTimeAsync(120_000)
    hub.restore()
    page.online()
    await vi.advanceTimersByTimeAsync(50)
    expect(statusOf(session)).toBe('saved')
  }))

test('a half-open line is found out within 15 seconds, and changes wait (OF-2c)', () =>
  atFakeTime(async () => {
    const hub = startHub()
    const { session } = device(hub, { indexedDb: null }).tab()
    await vi.advanceTimersByTimeAsync(2_000)
    expect(statusOf(session)).toBe('saved')
    await vi.advanceTimersByTimeAsync(60_000)
    expect(statusOf(session)).toBe('saved')

    hub.cut('frozen')
    session.edit(addCard, { ...cell, text: 'into the void' })
    await vi.advanceTimersByTimeAsync(15_000)
    expect(statusOf(session)).toBe('not-saved 1')

    hub.restore()
    await vi.advanceTimersByTimeAsync(30_000)
    expect(statusOf(session)).toBe('saved')
    expect(readRows(hub.docs.board, cards).map(({ text }) => text)).toEqual(['into the void'])
  }))

test('a final code ends the session with its reason, and nobody knocks again', () =>
  atFakeTime(async () => {
    const hub = startHub()
    const { session } = device(hub, { indexedDb: null }).tab()
    await vi.advanceTimersByTimeAsync(2_000)
    hub.closeAll(closeCodes.noSeat)
    await vi.advanceTimersByTimeAsync(10)
    expect(session.saved.getState()).toEqual({ status: 'closed', reason: closeCodes.noSeat })
    const { opened } = hub
    session.reconnect()
    await vi.advanceTimersByTimeAsync(120_000)
    expect(hub.opened).toBe(opened)
  }))

test('while the server is away it knocks again and again, ever more slowly', () =>
  atFakeTime(async () => {
    const hub = startHub()
    const { session } = device(hub, { indexedDb: null }).tab()
    await vi.advanceTimersByTimeAsync(2_000)
    hub.cut()
    await vi.advanceTimersByTimeAsync(120_000)
    expect(session.saved.getState()).toMatchObject({ status: 'offline', changes: 0 })
    expect(hub.asked).toBeGreaterThan(10)
    expect(hub.asked).toBeLessThan(60)
    hub.restore()
    await vi.advanceTimersByTimeAsync(15_000)
    expect(statusOf(session)).toBe('saved')
  }))
