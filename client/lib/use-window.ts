/**
 * Which rows of a long list are in sight, whatever scrolls: rows of one height, so that a list of any length renders
 * only those and a few around them.
 */
import { type RefObject, useCallback, useEffect, useLayoutEffect, useState } from 'react'

const AROUND = 6
/** The span moves by so many rows at once, so that most steps of scrolling render nothing. */
const STEP = 4

interface Span {
  readonly first: number
  /** One after the last. */
  readonly end: number
}

const stepped = (round: (value: number) => number, rows: number): number => round(rows / STEP) * STEP

/** Indices to render of `count` rows that are `rowRem` high and fill `list` from its top. */
export function useWindow(list: RefObject<HTMLElement | null>, count: number, rowRem: number): Span {
  const [span, setSpan] = useState<Span>({ first: 0, end: 0 })
  const measure = useCallback(() => {
    const element = list.current
    if (!element) return
    const rootPx = Number.parseFloat(getComputedStyle(document.documentElement).fontSize) || 16
    const rowPx = rowRem * rootPx
    const above = -element.getBoundingClientRect().top
    const first = Math.min(count, Math.max(0, stepped(Math.floor, above / rowPx) - AROUND))
    const end = Math.max(
      first,
      Math.min(count, stepped(Math.ceil, (above + window.innerHeight) / rowPx) + AROUND),
    )
    setSpan((before) => (before.first === first && before.end === end ? before : { first, end }))
  }, [list, count, rowRem])
  // What stands above the list may have grown with any render.
  useLayoutEffect(measure)
  useEffect(() => {
    document.addEventListener('scroll', measure, { capture: true, passive: true })
    window.addEventListener('resize', measure)
    return () => {
      document.removeEventListener('scroll', measure, { capture: true })
      window.removeEventListener('resize', measure)
    }
  }, [measure])
  return span
}
