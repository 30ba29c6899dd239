/** Single-letter keys: off while a field has the focus, with Ctrl, Alt or Cmd held, or when the person turned them off. */
import { useEffect } from 'react'
import { keep, kept } from './kept.ts'

const KEY = 'guessproof.letter-keys'

export const letterKeysAreOn = (): boolean => kept(KEY) !== 'off'
export const setLetterKeys = (on: boolean): void => keep(KEY, on ? 'on' : 'off')

/** True where a letter is text: fields, and whatever may be edited. */
export function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false
  if (target.isContentEditable || target.closest('[contenteditable="true"]')) return true
  if (target instanceof HTMLInputElement)
    return !['checkbox', 'radio', 'button', 'range'].includes(target.type)
  return target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement
}

/** A key that may be a command here: nobody took it, no modifier, not text, and not turned off. */
export const isLetterKey = (event: KeyboardEvent): boolean =>
  !event.defaultPrevented &&
  !event.ctrlKey &&
  !event.metaKey &&
  !event.altKey &&
  letterKeysAreOn() &&
  !isTyping(event.target)

/** Runs `keys[event.key]`, lower case for letters, while the component is there. */
export function useLetterKeys(keys: Readonly<Record<string, () => void>>): void {
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      const run = keys[event.key.length === 1 ? event.key.toLowerCase() : event.key]
      if (!run || !isLetterKey(event)) return
      event.preventDefault()
      run()
    }
    window.addEventListener('keydown', press)
    return () => window.removeEventListener('keydown', press)
  }, [keys])
}
