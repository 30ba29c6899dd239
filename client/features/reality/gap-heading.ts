/** The two lines over the gap chart, from the figures: our first in pencil, theirs only as far as so few calls can say. */
import { type GapModel, type GapRow, mayBeFirst } from '#client/features/reality/gap-model.ts'

export interface GapHeading {
  readonly ours:
    | { readonly key: 'one'; readonly title: string }
    | { readonly key: 'two'; readonly title: string; readonly other: string }
    | { readonly key: 'level'; readonly count: number }
    | { readonly key: 'nobody' }
  readonly theirs:
    | { readonly key: 'few' }
    | { readonly key: 'same' }
    | { readonly key: 'sameMost' }
    | { readonly key: 'first'; readonly title: string }
    | { readonly key: 'most'; readonly title: string }
    | { readonly key: 'mostTwo'; readonly title: string; readonly other: string }
    | { readonly key: 'level'; readonly count: number }
  /** Needs that so many customers cannot tell apart at the top; empty where the first is settled. */
  readonly notApart: readonly string[]
}

export function gapHeading(model: GapModel): GapHeading {
  const ourFirst = model.ours.filter(({ guessPlace }) => guessPlace === 1)
  const may = mayBeFirst(model)
  const top = may[0]
  const level = top ? may.filter((row) => isLevel(row, top)) : []
  return {
    ours: oursOf(ourFirst),
    theirs: top ? theirsOf(top, level, may.length === 1, ourFirst) : { key: 'few' },
    notApart: may.length > 1 ? may.map(({ title }) => title) : [],
  }
}

const isLevel = (a: GapRow, b: GapRow): boolean => Math.abs((a.customers ?? 0) - (b.customers ?? 0)) < 1e-9

function oursOf(first: readonly GapRow[]): GapHeading['ours'] {
  const [one, two] = first
  if (!one) return { key: 'nobody' }
  if (!two) return { key: 'one', title: one.title }
  return first.length === 2
    ? { key: 'two', title: one.title, other: two.title }
    : { key: 'level', count: first.length }
}

function theirsOf(
  top: GapRow,
  level: readonly GapRow[],
  isSettled: boolean,
  ourFirst: readonly GapRow[],
): GapHeading['theirs'] {
  const other = level[1]
  if (level.length > 2) return { key: 'level', count: level.length }
  if (other) return { key: 'mostTwo', title: top.title, other: other.title }
  if (ourFirst.length === 1 && ourFirst[0] === top) return { key: isSettled ? 'same' : 'sameMost' }
  return { key: isSettled ? 'first' : 'most', title: top.title }
}
