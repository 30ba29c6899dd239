import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { followDensity, toggleProjector } from '#client/lib/media.ts'

const root = document.documentElement
let isTouch = false
const heard = new Set<() => void>()

beforeEach(() => {
  isTouch = false
  vi.stubGlobal('matchMedia', () => ({
    matches: isTouch,
    addEventListener: (_: string, tell: () => void) => heard.add(tell),
    removeEventListener: (_: string, tell: () => void) => heard.delete(tell),
  }))
})
afterEach(() => {
  delete root.dataset.density
  vi.unstubAllGlobals()
})

test('what was chosen for a projector stays when the window changes, and gives way to its size when taken back', () => {
  const leave = followDensity()
  expect(root.dataset.density).toBeUndefined()
  toggleProjector()
  expect(root.dataset.density).toBe('projector')
  for (const tell of heard) tell()
  expect(root.dataset.density).toBe('projector')
  toggleProjector()
  expect(root.dataset.density).toBeUndefined()
  leave()
})
