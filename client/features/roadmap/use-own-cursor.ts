/** Tells others where this person's mouse or pen is on the board. A finger tells nothing. */
import { type RefObject, useEffect } from 'react'
import { cursorAt } from '#client/features/roadmap/cursor-place.ts'
import { useSession } from '#client/session/hooks.ts'

/** As often as others may hear of it. */
const LOOK_EVERY_MS = 33

/** `layer` lies in the board's content. Nothing is told while `isOn` is false. */
export function useOwnCursor(layer: RefObject<HTMLElement | null>, isOn: boolean): void {
  const session = useSession()
  useEffect(() => {
    const content = layer.current?.parentElement
    if (!content || !isOn) return undefined
    let newest: PointerEvent | null = null
    let timer: ReturnType<typeof setTimeout> | undefined
    const look = () => {
      timer = undefined
      if (!newest || !(newest.target instanceof Element)) return
      session.setPresence({ cursor: cursorAt(newest.target, newest.clientX, newest.clientY) })
      newest = null
      timer = setTimeout(look, LOOK_EVERY_MS)
    }
    const move = (event: PointerEvent) => {
      if (event.pointerType === 'touch') return
      newest = event
      if (timer === undefined) look()
    }
    const leave = () => {
      newest = null
      session.setPresence({ cursor: null })
    }
    content.addEventListener('pointermove', move, { passive: true })
    content.addEventListener('pointerleave', leave)
    return () => {
      clearTimeout(timer)
      content.removeEventListener('pointermove', move)
      content.removeEventListener('pointerleave', leave)
      session.setPresence({ cursor: null })
    }
  }, [session, layer, isOn])
}
