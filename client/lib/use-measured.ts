/** Width of an element in the layout's own pixels, and how much larger the page is set than a laptop's (projector). */
import { type RefCallback, useCallback, useState } from 'react'

const LAPTOP_ROOT_PX = 16

export function useMeasured(): { ref: RefCallback<HTMLElement>; width: number; scale: number } {
  const [size, setSize] = useState({ width: 0, scale: 1 })
  const ref = useCallback((element: HTMLElement | null) => {
    if (!element) return
    const measure = () => {
      const root = Number.parseFloat(getComputedStyle(document.documentElement).fontSize)
      const scale = Math.max(1, (root || LAPTOP_ROOT_PX) / LAPTOP_ROOT_PX)
      const { clientWidth: width } = element
      setSize((before) => (before.width === width && before.scale === scale ? before : { width, scale }))
    }
    measure()
    const observer = new ResizeObserver(measure)
    observer.observe(element)
    return () => observer.disconnect()
  }, [])
  return { ref, ...size }
}
