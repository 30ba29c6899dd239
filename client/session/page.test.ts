import { afterEach, expect, test, vi } from 'vitest'
import { browserPage } from '#client/session/page.ts'

afterEach(() => vi.restoreAllMocks())

function listening() {
  const heard: string[] = []
  let asks = false
  const note = (what: string) => () => void heard.push(what)
  const stop = browserPage.listen({
    online: note('online'),
    offline: note('offline'),
    visible: note('visible'),
    hidden: note('hidden'),
    leaving: () => asks,
  })
  const leave = () => {
    const event = new Event('beforeunload', { cancelable: true })
    window.dispatchEvent(event)
    return event.defaultPrevented
  }
  return { heard, stop, leave, setAsks: (value: boolean) => (asks = value) }
}

test('the page tells of the network and of being shown or hidden, until it is no longer listened to', () => {
  const { heard, stop } = listening()
  const hidden = vi.spyOn(document, 'hidden', 'get')
  const turn = (isHidden: boolean) => {
    hidden.mockReturnValue(isHidden)
    document.dispatchEvent(new Event('visibilitychange'))
  }
  window.dispatchEvent(new Event('offline'))
  window.dispatchEvent(new Event('online'))
  turn(true)
  turn(false)
  expect(heard).toEqual(['offline', 'online', 'hidden', 'visible'])
  stop()
  turn(true)
  expect(heard).toHaveLength(4)
})

test('leaving is asked about only when something would be lost (OF-2b)', () => {
  const { leave, setAsks, stop } = listening()
  expect(leave()).toBe(false)
  setAsks(true)
  expect(leave()).toBe(true)
  stop()
  expect(leave()).toBe(false)
})
