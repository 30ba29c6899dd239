/** On paper nothing can be opened: while the browser prints, all that opens is open, and closes again after it. */
import { useEffect } from 'react'

export function useOpenedOnPaper(): void {
  useEffect(() => {
    let opened: HTMLDetailsElement[] = []
    const begin = () => {
      opened = [...document.querySelectorAll<HTMLDetailsElement>('main details:not([open])')]
      for (const one of opened) one.open = true
    }
    const end = () => {
      for (const one of opened) one.open = false
      opened = []
    }
    window.addEventListener('beforeprint', begin)
    window.addEventListener('afterprint', end)
    return () => {
      window.removeEventListener('beforeprint', begin)
      window.removeEventListener('afterprint', end)
    }
  }, [])
}
