import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { createStore } from 'zustand/vanilla'
import { afterSaving } from '#client/session/after-saving.ts'
import type { SavedState } from '#client/session/api.ts'

beforeEach(() => vi.useFakeTimers())
afterEach(() => vi.useRealTimers())

async function isThrough(waiting: Promise<void>): Promise<boolean> {
  let through = false
  void waiting.then(() => {
    through = true
  })
  await vi.advanceTimersByTimeAsync(0)
  return through
}

test('a command waits for what is on its way to storage, and no longer', async () => {
  const saved = createStore<SavedState>(() => ({ status: 'saving', changes: 2 }))
  const waiting = afterSaving(saved)
  expect(await isThrough(waiting)).toBe(false)
  saved.setState({ status: 'saving', changes: 1 })
  expect(await isThrough(waiting)).toBe(false)
  saved.setState({ status: 'saved' }, true)
  expect(await isThrough(waiting)).toBe(true)
})

test.each<SavedState>([
  { status: 'saved' },
  { status: 'offline', changes: 3, retryAt: null },
  { status: 'closed', reason: 4401 },
])('a command does not wait when the line is $status', async (state) => {
  expect(await isThrough(afterSaving(createStore<SavedState>(() => state)))).toBe(true)
})

test('a command does not wait for ever', async () => {
  const waiting = afterSaving(createStore<SavedState>(() => ({ status: 'saving', changes: 1 })))
  await vi.advanceTimersByTimeAsync(2_999)
  expect(await isThrough(waiting)).toBe(false)
  await vi.advanceTimersByTimeAsync(1)
  expect(await isThrough(waiting)).toBe(true)
})
