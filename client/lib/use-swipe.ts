/** A swipe to the side, by one finger: +1 to the left (on), -1 to the right (back). Scrolling up and down is none. */
import { type TouchEvent, useRef } from 'react'

const FAR_PX = 64
const STEEP = 0.6

export function useSwipe(onSwipe: (step: 1 | -1) => void) {
  const start = useRef<{ x: number; y: number } | null>(null)
  return {
    onTouchStart: (event: TouchEvent) => {
      const touch = event.touches[0]
      const isField = (event.target as HTMLElement).closest('textarea, input, select') !== null
      start.current =
        touch && event.touches.length === 1 && !isField ? { x: touch.clientX, y: touch.clientY } : null
    },
    onTouchEnd: (event: TouchEvent) => {
      const touch = event.changedTouches[0]
      if (!start.current || !touch) return
      const x = touch.clientX - start.current.x
      const y = touch.clientY - start.current.y
      start.current = null
      if (Math.abs(x) >= FAR_PX && Math.abs(y) <= Math.abs(x) * STEEP) onSwipe(x < 0 ? 1 : -1)
    },
  }
}
