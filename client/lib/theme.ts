/**
 * Light or dark: as the system says, unless the person chose the other. The attribute on <html> is the truth;
 * `public/theme.js` sets it before the first paint by the same rule.
 */
import { useSyncExternalStore } from 'react'
import { keep, kept, unkeep } from './kept.ts'

export type Theme = 'light' | 'dark'

const KEY = 'guessproof.theme'
const ATTRIBUTE = 'data-mantine-color-scheme'
const changed = new Set<() => void>()

export const themeNow = (): Theme =>
  document.documentElement.getAttribute(ATTRIBUTE) === 'dark' ? 'dark' : 'light'

const systemIsDark = () => matchMedia('(prefers-color-scheme: dark)')

const systemTheme = (): Theme => (systemIsDark().matches ? 'dark' : 'light')

function show(theme: Theme): void {
  document.documentElement.setAttribute(ATTRIBUTE, theme)
  for (const tell of changed) tell()
}

/** Sets the theme for this person on this device. Choosing what the system has means following it again. */
function chooseTheme(theme: Theme): void {
  if (theme === systemTheme()) unkeep(KEY)
  else keep(KEY, theme)
  show(theme)
}

export const toggleTheme = (): void => chooseTheme(themeNow() === 'dark' ? 'light' : 'dark')

/** Keeps following the system, and other tabs of this person. Answers how to stop. */
export function followTheme(): () => void {
  const follow = () => {
    const chosen = kept(KEY)
    show(chosen === 'dark' || chosen === 'light' ? chosen : systemTheme())
  }
  const system = systemIsDark()
  system.addEventListener('change', follow)
  window.addEventListener('storage', follow)
  return () => {
    system.removeEventListener('change', follow)
    window.removeEventListener('storage', follow)
  }
}

export function useTheme(): Theme {
  return useSyncExternalStore((tell) => {
    changed.add(tell)
    return () => changed.delete(tell)
  }, themeNow)
}
