/**
 * Keeps the focus through changes by others (AX-4a): what moved keeps it, what was deleted gives it to what comes next,
 * and either is said. Every place is an element with `data-spot`; cards have `data-cell` too.
 */
import { type FocusEvent, useCallback, useLayoutEffect, useRef } from 'react'

interface Place {
  readonly spot: string
  readonly cell: string | undefined
  /** Which of the places, and which of its fields and buttons. */
  readonly at: number
  readonly nth: number
  readonly element: HTMLElement
}

const FOCUSABLE = 'button, a[href], input, select, textarea'

const spotsIn = (root: HTMLElement) => [...root.querySelectorAll<HTMLElement>('[data-spot]')]
/** Fields and buttons of a place that are not of a place within it. */
const fieldsOf = (spot: HTMLElement) =>
  [...spot.querySelectorAll<HTMLElement>(FOCUSABLE)].filter((one) => one.closest('[data-spot]') === spot)

export interface KeptFocus {
  readonly setRoot: (root: HTMLElement | null) => void
  readonly onFocus: (event: FocusEvent) => void
  /** Gives the focus to a place once it is there. */
  readonly goTo: (spot: string, nth?: number) => void
}

export function useKeptFocus(tell: {
  /** Whether what was just drawn is what this person did: that is said elsewhere. */
  readonly isOwn: () => boolean
  readonly moved: (spot: string) => void
  readonly lost: (now: HTMLElement | null) => void
}): KeptFocus {
  const root = useRef<HTMLElement | null>(null)
  const last = useRef<Place | null>(null)
  const owed = useRef<{ spot: string; nth: number } | null>(null)

  const find = (spot: string) =>
    root.current && (spotsIn(root.current).find((one) => one.dataset.spot === spot) ?? null)
  const focusIn = (spot: HTMLElement, nth: number): HTMLElement | null => {
    const fields = fieldsOf(spot)
    const field = fields[nth] ?? fields[0] ?? null
    field?.focus()
    return field
  }

  // After every render: only then it is known whether the element with the focus is still there.
  useLayoutEffect(() => {
    const isOwn = tell.isOwn()
    if (owed.current) {
      const spot = find(owed.current.spot)
      if (spot) {
        focusIn(spot, owed.current.nth)
        owed.current = null
        return
      }
    }
    const place = last.current
    if (!place || place.element.isConnected || document.activeElement !== document.body) return
    const same = find(place.spot)
    if (same) {
      const field = focusIn(same, place.nth)
      keepCaret(place.element, field)
      if (!isOwn && same.dataset.cell !== place.cell) tell.moved(place.spot)
      return
    }
    const spots = root.current ? spotsIn(root.current) : []
    const next = spots[Math.min(place.at, spots.length - 1)]
    const now = next ? focusIn(next, 0) : null
    if (!isOwn) tell.lost(now)
  })

  return {
    setRoot: useCallback((element) => {
      root.current = element
    }, []),
    onFocus: useCallback(({ target }) => {
      if (!(target instanceof HTMLElement) || !root.current) return
      const spot = target.closest<HTMLElement>('[data-spot]')
      last.current = spot && {
        spot: spot.dataset.spot ?? '',
        cell: spot.dataset.cell,
        at: spotsIn(root.current).indexOf(spot),
        nth: fieldsOf(spot).indexOf(target),
        element: target,
      }
    }, []),
    goTo: useCallback((spot, nth = 0) => {
      owed.current = { spot, nth }
    }, []),
  }
}

/** A field drawn anew elsewhere goes on where it was written in. */
function keepCaret(before: HTMLElement, now: HTMLElement | null): void {
  if (before instanceof HTMLTextAreaElement && now instanceof HTMLTextAreaElement) {
    now.setSelectionRange(before.selectionStart, before.selectionEnd)
  }
}
