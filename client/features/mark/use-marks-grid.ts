/**
 * The grid of marks under the keyboard, like a spreadsheet (SC-4a, design 6.7): one cell is in hand; a digit marks it
 * and goes on to the right, then down; a 1 waits for a 0; Escape takes back the last change. A pure account of where
 * one is and what one has done, with the ballot itself kept by whoever owns it.
 */
import { type KeyboardEvent, useEffect, useRef, useState } from 'react'
import {
  type Cell,
  type EditBallot,
  type Mark,
  markOf,
  withMark,
  withMarks,
} from '#client/features/mark/ballot-value.ts'
import {
  type Grid,
  marksAsText,
  type Pasted,
  type Place,
  pasteMarks,
} from '#client/features/mark/paste-marks.ts'
import type { MarksBallot } from '#shared/rounds/marks.ts'

/** How long a 1 waits for a 0. */
export const TEN_WAITS_MS = 600
const MOST_STEPS_BACK = 100

interface Step {
  readonly ballot: MarksBallot
  readonly place: Place
}

export interface MarksGrid {
  readonly place: Place
  /** Opposite corner of the selected rectangle; the place itself when only one cell is selected. */
  readonly anchor: Place
  /** True while a 1 waits to become a 10. */
  readonly isWaiting: boolean
  /** True after a key that belongs to a number but to no mark: a point, a comma, a minus. */
  readonly isRefused: boolean
  goTo(place: Place): void
  put(mark: Mark): void
  onKeyDown(event: KeyboardEvent): void
  paste(text: string): Pasted
  copy(): string
}

const signs = ['.', ',', '-']

const directions: Readonly<Record<string, readonly [down: number, across: number]>> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
}

export function useMarksGrid(grid: Grid, ballot: MarksBallot, edit: EditBallot): MarksGrid {
  const { needs, columns } = grid
  const [place, setPlace] = useState<Place>({ row: 0, column: 0 })
  const [anchor, setAnchor] = useState<Place>(place)
  const [isWaiting, setWaiting] = useState(false)
  const [isRefused, setRefused] = useState(false)
  /** The digit after a refused sign belongs to it: 7.5 is not 7 and then 5, and -1 is not 1. */
  const swallows = useRef(false)
  const timeout = useRef<ReturnType<typeof setTimeout>>(undefined)
  const stepsBack = useRef<Step[]>([])
  useEffect(() => () => clearTimeout(timeout.current), [])

  const stopWaiting = () => {
    clearTimeout(timeout.current)
    setWaiting(false)
  }
  const goTo = (to: Place) => {
    stopWaiting()
    setPlace(to)
    setAnchor(to)
  }
  const cellAt = ({ row, column }: Place): Cell => ({
    needId: needs[row]?.id ?? '',
    optionId: columns[column]?.id ?? '',
  })
  const remember = (at: Place) => {
    stepsBack.current = [...stepsBack.current.slice(1 - MOST_STEPS_BACK), { ballot, place: at }]
  }
  const within = ({ row, column }: Place): Place => ({
    row: Math.min(Math.max(row, 0), needs.length - 1),
    column: Math.min(Math.max(column, 0), columns.length - 1),
  })
  /** Right, then down to the first column; the last cell is the end. */
  const after = ({ row, column }: Place): Place => {
    if (column < columns.length - 1) return { row, column: column + 1 }
    return row < needs.length - 1 ? { row: row + 1, column: 0 } : { row, column }
  }
  /** Where the next mark goes: while a 1 waits, another one than 0 is for the cell after it. */
  const next = () => (isWaiting ? after(place) : place)
  const write = (at: Place, mark: Mark) => edit((now) => withMark(now, cellAt(at), mark))
  const putAt = (at: Place, mark: Mark) => {
    remember(at)
    write(at, mark)
    goTo(after(at))
  }
  const put = (mark: Mark) => putAt(next(), mark)
  const putOne = () => {
    const at = next()
    remember(at)
    write(at, 1)
    goTo(at)
    setWaiting(true)
    timeout.current = setTimeout(() => goTo(after(at)), TEN_WAITS_MS)
  }
  /** The 0 that a 1 waited for; one step with it. */
  const makeTen = () => {
    write(place, 10)
    goTo(after(place))
  }
  const selected = (): Place[][] => {
    const rows = range(place.row, anchor.row)
    const across = range(place.column, anchor.column)
    return rows.map((row) => across.map((column) => ({ row, column })))
  }
  const clear = () => {
    remember(place)
    edit((now) =>
      withMarks(
        now,
        selected()
          .flat()
          .map((one) => ({ cell: cellAt(one), mark: null })),
      ),
    )
  }
  const takeBack = () => {
    const last = stepsBack.current.at(-1)
    if (!last) return
    stepsBack.current = stepsBack.current.slice(0, -1)
    edit((now) => ({ ...now, marks: last.ballot.marks }))
    goTo(last.place)
  }

  /** The act of a key, or null when it is none of the grid's. */
  const actOf = ({ key, shiftKey }: KeyboardEvent): (() => void) | null => {
    if (key === '0' && isWaiting) return makeTen
    if (key === '1') return putOne
    if (/^\d$/.test(key)) return () => put(Number(key))
    const by = directions[key]
    if (by) {
      const to = within({ row: place.row + by[0], column: place.column + by[1] })
      return () => (shiftKey ? setPlace(to) : goTo(to))
    }
    switch (key) {
      case 't':
      case 'T':
        return () => put(10)
      case '?':
        return () => put(null)
      case 'Delete':
      case 'Backspace':
        return clear
      case 'Enter':
        return () => goTo(within({ row: place.row + (shiftKey ? -1 : 1), column: place.column }))
      case 'Home':
        return () => goTo({ row: place.row, column: 0 })
      case 'End':
        return () => goTo({ row: place.row, column: columns.length - 1 })
      case 'Escape':
        return takeBack
      default:
        return null
    }
  }
  return {
    place,
    anchor,
    isWaiting,
    isRefused,
    goTo,
    put,
    onKeyDown(event) {
      if (event.ctrlKey || event.metaKey || event.altKey || event.nativeEvent.isComposing) return
      if (signs.includes(event.key) || (swallows.current && /^\d$/.test(event.key))) {
        event.preventDefault()
        stopWaiting()
        swallows.current = signs.includes(event.key)
        setRefused(true)
        return
      }
      const act = actOf(event)
      if (!act) return
      event.preventDefault()
      swallows.current = false
      setRefused(false)
      act()
    },
    paste(text) {
      const from = { row: Math.min(place.row, anchor.row), column: Math.min(place.column, anchor.column) }
      const pasted = pasteMarks(text, grid, from)
      if (pasted.fits && pasted.filled.length > 0) {
        remember(place)
        edit((now) => withMarks(now, pasted.filled))
      }
      return pasted
    },
    copy: () => marksAsText(selected().map((row) => row.map((one) => markOf(ballot, cellAt(one))))),
  }
}

const range = (one: number, other: number): number[] => {
  const first = Math.min(one, other)
  return Array.from({ length: Math.abs(one - other) + 1 }, (_, index) => first + index)
}
