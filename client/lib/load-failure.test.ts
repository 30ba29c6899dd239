import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { followLoadFailures, isLoadFailure } from '#client/lib/load-failure.ts'

let stop = () => {}
beforeEach(() => localStorage.clear())
afterEach(() => {
  stop()
  vi.restoreAllMocks()
})

function fail(error: Error) {
  window.dispatchEvent(
    Object.assign(new Event('vite:preloadError', { cancelable: true }), { payload: error }),
  )
}

test('a part that a newer build has replaced loads the page again, once a minute at most', () => {
  const reload = vi.fn()
  let now = 1_000_000
  stop = followLoadFailures(reload, () => now)
  fail(new TypeError('Failed to fetch'))
  fail(new TypeError('Failed to fetch'))
  expect(reload).toHaveBeenCalledOnce()
  now += 60_000
  fail(new TypeError('Failed to fetch'))
  expect(reload).toHaveBeenCalledTimes(2)
})

test('without a line nothing is loaded again, and the failure is known for what it is', () => {
  vi.spyOn(navigator, 'onLine', 'get').mockReturnValue(false)
  const reload = vi.fn()
  stop = followLoadFailures(reload)
  const error = new TypeError('Failed to fetch')
  fail(error)
  expect(reload).not.toHaveBeenCalled()
  expect(isLoadFailure(error)).toBe(true)
  expect(isLoadFailure(new TypeError('A bug'))).toBe(false)
})
