/** Shift T shows the table behind a chart (design section 8). Null where there is nothing to show. */
import { useEffect } from 'react'
import { isTyping, letterKeysAreOn } from './letter-keys.ts'

export function useTableKey(toggle: (() => void) | null): void {
  useEffect(() => {
    if (!toggle) return
    const press = (event: KeyboardEvent) => {
      if (event.key !== 'T' || !event.shiftKey || event.ctrlKey || event.metaKey || event.altKey) return
      if (!letterKeysAreOn() || isTyping(event.target)) return
      event.preventDefault()
      toggle()
    }
    window.addEventListener('keydown', press)
    return () => window.removeEventListener('keydown', press)
  }, [toggle])
}
