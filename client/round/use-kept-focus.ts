/**
 * When what had the focus is gone, because the round went on or a ballot was sealed, the focus goes to the new
 * screen's heading instead of nowhere (AX-4a).
 */
import { type RefObject, useEffect } from 'react'

export function useKeptFocus(page: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const element = page.current
    if (!element) return
    let last: EventTarget | null = null
    const remember = (event: FocusEvent) => {
      last = event.target
    }
    const observer = new MutationObserver(() => {
      if (!(last instanceof HTMLElement) || last.isConnected) return
      last = null
      if (document.activeElement !== document.body) return
      const heading = element.querySelector('h1')
      if (!heading) return
      heading.tabIndex = -1
      heading.focus()
    })
    element.addEventListener('focusin', remember)
    observer.observe(element, { childList: true, subtree: true })
    return () => {
      element.removeEventListener('focusin', remember)
      observer.disconnect()
    }
  }, [page])
}
