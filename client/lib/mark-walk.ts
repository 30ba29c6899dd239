/** Walking the marks of a drawing with the arrow keys: up and down by row, left and right within it; each is announced. */
import { type KeyboardEvent, useState } from 'react'

export interface WalkAt {
  readonly row: number
  readonly mark: number
}

/** The next mark, or null when the key does not walk. The first press of any arrow comes to the first mark. */
export function walked(at: WalkAt | null, key: string, rows: number, marks: number): WalkAt | null {
  const step = steps[key]
  if (!step || rows === 0 || marks === 0) return null
  if (!at) return { row: 0, mark: 0 }
  // Where a row has one mark, every arrow goes on to the next row.
  const by = marks === 1 ? step.row + step.mark : step.row
  return { row: within(at.row + by, rows), mark: within(at.mark + step.mark, marks) }
}

const steps: Readonly<Record<string, WalkAt>> = {
  ArrowLeft: { row: 0, mark: -1 },
  ArrowRight: { row: 0, mark: 1 },
  ArrowUp: { row: -1, mark: 0 },
  ArrowDown: { row: 1, mark: 0 },
}

const within = (index: number, count: number): number => Math.max(0, Math.min(count - 1, index))

/** Where the walk is, and what the walked element takes. `isOn`: not while the arrows belong to the beats. */
export function useMarkWalk(rows: number, marks: number, isOn = true) {
  const [at, setAt] = useState<WalkAt | null>(null)
  return {
    at: at && at.row < rows && at.mark < marks ? at : null,
    walk: {
      onKeyDown: (event: KeyboardEvent) => {
        const next = isOn ? walked(at, event.key, rows, marks) : null
        if (!next) return
        event.preventDefault()
        setAt(next)
      },
      onBlur: () => setAt(null),
    },
  }
}
