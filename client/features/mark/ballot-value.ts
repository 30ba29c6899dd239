/** A ballot of marks as it is being written: changed by pure functions only, so that keys, pad and paste agree. */
import type { MarksBallot } from '#shared/rounds/marks.ts'

export const emptyBallot: MarksBallot = { marks: {}, abstained: false, reason: '' }

/** A mark out of ten, or null: not known. Unknown is where every cell starts. */
export type Mark = number | null

export interface Cell {
  readonly optionId: string
  readonly needId: string
}

/** Changes a ballot; given a function, so that two changes in one moment both count. */
export type EditBallot = (change: (ballot: MarksBallot) => MarksBallot) => void

/** True while no cell has a mark. */
export const isEmpty = ({ marks }: MarksBallot): boolean =>
  Object.values(marks).every((column) => Object.values(column).every((mark) => mark === null))

/** Marks and ranges of an earlier ballot, for what is still asked. How sure one is, is asked anew. */
export function startFrom(
  first: MarksBallot,
  needIds: readonly string[],
  optionIds: readonly string[],
): MarksBallot {
  const only = <T>(values: Readonly<Record<string, T>>, ids: readonly string[]): Record<string, T> =>
    Object.fromEntries(Object.entries(values).filter(([id]) => ids.includes(id)))
  const marks = Object.entries(only(first.marks, optionIds)).map(
    ([optionId, column]) => [optionId, only(column, needIds)] as const,
  )
  return {
    ...emptyBallot,
    marks: Object.fromEntries(marks),
    ...(first.ranges && { ranges: only(first.ranges, needIds) }),
  }
}

export const markOf = ({ marks }: MarksBallot, { optionId, needId }: Cell): Mark =>
  marks[optionId]?.[needId] ?? null

export const withMark = (ballot: MarksBallot, { optionId, needId }: Cell, mark: Mark): MarksBallot => ({
  ...ballot,
  marks: { ...ballot.marks, [optionId]: { ...ballot.marks[optionId], [needId]: mark } },
})

export const withMarks = (
  ballot: MarksBallot,
  changes: readonly { readonly cell: Cell; readonly mark: Mark }[],
): MarksBallot => changes.reduce((now, { cell, mark }) => withMark(now, cell, mark), ballot)

interface Counted {
  readonly marked: number
  readonly unknown: number
  readonly all: number
}

/** How many cells of the grid have a mark, and how many say "I don't know". */
export function countMarks(
  ballot: MarksBallot,
  optionIds: readonly string[],
  needIds: readonly string[],
): Counted {
  const all = optionIds.length * needIds.length
  const marked = optionIds
    .flatMap((optionId) => needIds.map((needId) => markOf(ballot, { optionId, needId })))
    .filter((mark) => mark !== null).length
  return { marked, unknown: all - marked, all }
}

/** As it is sealed: an abstention begun and left is forgotten. */
export const sealedWithMarks = (ballot: MarksBallot): MarksBallot => ({
  ...ballot,
  abstained: false,
  reason: '',
})

/** As it is sealed without an answer. The marks are given up: nobody gets them as a guess. */
export const sealedAsUnknown = (reason: string): MarksBallot => ({
  ...emptyBallot,
  abstained: true,
  reason: reason.trim(),
})
