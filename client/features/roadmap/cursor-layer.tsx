/**
 * Pointers of the others over the board. A pointer that moves is written straight to its element: nothing renders.
 * They fade when they stay still, are not there in a large room, and jump instead of gliding for those who want less motion.
 */
import { useEffect, useRef } from 'react'
import { useStore } from 'zustand'
import { cursorsWanted, MOST_WITH_CURSORS } from '#client/features/roadmap/cursor-choice.ts'
import { pointOf } from '#client/features/roadmap/cursor-place.ts'
import { useOwnCursor } from '#client/features/roadmap/use-own-cursor.ts'
import { firstName } from '#client/lib/first-name.ts'
import { useMedia } from '#client/lib/media.ts'
import { usePresent } from '#client/session/hooks.ts'
import { useLiveSession } from '#client/session/session-context.ts'
import { functionColor } from '#client/ui/function-glyph.tsx'
import type { Cursor } from '#shared/protocol/wire.ts'
import styles from './cursor.module.css'

const STILL_AFTER_MS = 5_000
const JUMP_EVERY_MS = 500

/** To lie in the board's content, over its cells. */
export function CursorLayer() {
  const layer = useRef<HTMLDivElement>(null)
  const session = useLiveSession()
  const people = usePresent()
  const isOn = useStore(cursorsWanted) && people.length <= MOST_WITH_CURSORS
  const jumps = useMedia('(prefers-reduced-motion: reduce)')
  useOwnCursor(layer, isOn)
  const others = isOn ? people.filter(({ seatId, away }) => seatId !== session.seatId && !away) : []
  const drawn = others.map(({ seatId }) => seatId).join()
  // biome-ignore lint/correctness/useExhaustiveDependencies: whenever others come or go
  useEffect(
    () => (layer.current ? followCursors(layer.current, session.cursors, jumps) : undefined),
    [session, jumps, drawn],
  )
  return (
    <div ref={layer} className={styles.layer} aria-hidden="true" role="presentation">
      {others.map(({ seatId, name, functionName }) => (
        <div
          key={seatId}
          className={`${styles.cursor} ${functionColor(functionName)}`}
          data-cursor={seatId}
          hidden
        >
          <svg viewBox="0 0 14 18" className={styles.arrow} aria-hidden="true">
            <path d="M1 1 L1 14 L4.6 10.9 L7 16.6 L9.6 15.5 L7.2 9.9 L12 9.6 Z" />
          </svg>
          <span className={styles.name}>{firstName(name)}</span>
        </div>
      ))}
    </div>
  )
}

interface Followed {
  getState(): ReadonlyMap<string, Cursor>
  subscribe(listener: () => void): () => void
}

/** Keeps the elements of `layer` where the pointers are, until the answer is called. */
function followCursors(layer: HTMLElement, cursors: Followed, jumps: boolean): () => void {
  const fading = new Map<string, ReturnType<typeof setTimeout>>()
  const shown = new Map<string, Cursor>()
  let planned: { readonly cancel: () => void } | null = null
  const show = (element: HTMLElement, seatId: string, cursor: Cursor | undefined) => {
    const point = cursor && layer.parentElement && pointOf(layer.parentElement, cursor)
    element.hidden = !point
    if (!point) return shown.delete(seatId)
    element.style.transform = `translate(${point.x}px, ${point.y}px)`
    if (shown.get(seatId) === cursor) return
    shown.set(seatId, cursor)
    delete element.dataset.still
    clearTimeout(fading.get(seatId))
    fading.set(
      seatId,
      setTimeout(() => {
        element.dataset.still = ''
      }, STILL_AFTER_MS),
    )
  }
  const showAll = () => {
    planned = null
    const all = cursors.getState()
    for (const element of layer.querySelectorAll<HTMLElement>('[data-cursor]')) {
      const seatId = element.dataset.cursor ?? ''
      show(element, seatId, all.get(seatId))
    }
  }
  const plan = () => {
    planned ??= jumps ? later(showAll) : nextFrame(showAll)
  }
  showAll()
  const stop = cursors.subscribe(plan)
  window.addEventListener('resize', plan)
  return () => {
    stop()
    window.removeEventListener('resize', plan)
    planned?.cancel()
    for (const timer of fading.values()) clearTimeout(timer)
  }
}

function later(run: () => void) {
  const timer = setTimeout(run, JUMP_EVERY_MS)
  return { cancel: () => clearTimeout(timer) }
}

function nextFrame(run: () => void) {
  const frame = requestAnimationFrame(run)
  return { cancel: () => cancelAnimationFrame(frame) }
}
