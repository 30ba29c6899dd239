import { act, render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import { followTheme, themeNow } from '#client/lib/theme.ts'
import { startTexts } from '#client/texts/start-texts.ts'
import { ThemeButton } from '#client/ui/theme-button.tsx'

/** The system's wish, which a test may change. */
let systemIsDark = false
const listeners = new Set<() => void>()
let stop = () => {}

beforeAll(startTexts)
beforeEach(() => {
  localStorage.clear()
  systemIsDark = false
  document.documentElement.setAttribute('data-mantine-color-scheme', 'light')
  vi.stubGlobal('matchMedia', () => ({
    get matches() {
      return systemIsDark
    },
    addEventListener: (_: string, tell: () => void) => listeners.add(tell),
    removeEventListener: (_: string, tell: () => void) => listeners.delete(tell),
  }))
  stop = followTheme()
})
afterEach(() => {
  stop()
  vi.unstubAllGlobals()
})

const system = (dark: boolean) =>
  act(() => {
    systemIsDark = dark
    for (const tell of listeners) tell()
  })

test('[TH-1a] the theme follows the system until the person chooses, and then stays', async () => {
  render(<ThemeButton />)
  system(true)
  expect(themeNow()).toBe('dark')
  await userEvent.click(screen.getByRole('button', { name: 'Switch to the light theme' }))
  expect(themeNow()).toBe('light')
  expect(localStorage.getItem('guessproof.theme')).toBe('light')
  system(true)
  expect(themeNow()).toBe('light')
})

test('[TH-1a] choosing what the system has means following it again', async () => {
  render(<ThemeButton />)
  await userEvent.click(screen.getByRole('button', { name: 'Switch to the dark theme' }))
  await userEvent.click(screen.getByRole('button', { name: 'Switch to the light theme' }))
  expect(localStorage.getItem('guessproof.theme')).toBeNull()
  system(true)
  expect(themeNow()).toBe('dark')
})

test('a browser that keeps nothing still changes the theme of this page', async () => {
  vi.spyOn(Storage.prototype, 'setItem').mockImplementation(() => {
    throw new DOMException('full', 'QuotaExceededError')
  })
  render(<ThemeButton />)
  await userEvent.click(screen.getByRole('button', { name: 'Switch to the dark theme' }))
  expect(themeNow()).toBe('dark')
  vi.restoreAllMocks()
})
