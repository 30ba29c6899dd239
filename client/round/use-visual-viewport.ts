/**
 * Keeps what sticks to the edges of a phone's screen visible while its keyboard is open (MO-1b): the part the
 * keyboard covers, and how far the page is pushed up, as custom properties on an element.
 */
import { type RefObject, useEffect } from 'react'

export function useVisualViewport(element: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const viewport = window.visualViewport
    if (!viewport) return
    const measure = () => {
      const covered = Math.max(0, window.innerHeight - viewport.height - viewport.offsetTop)
      element.current?.style.setProperty('--keyboard-inset', `${Math.round(covered)}px`)
      element.current?.style.setProperty('--viewport-top', `${Math.round(viewport.offsetTop)}px`)
    }
    measure()
    viewport.addEventListener('resize', measure)
    viewport.addEventListener('scroll', measure)
    return () => {
      viewport.removeEventListener('resize', measure)
      viewport.removeEventListener('scroll', measure)
    }
  }, [element])
}
