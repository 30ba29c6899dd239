/** Which needs a cutting vote puts on the shortlist: the first five; where marks are equal at the edge, nobody is cut by chance. */
import type { CutResult } from '#shared/rounds/cut-result.ts'

const SURVIVE = 5

type Line = CutResult['perNeed'][number]

export interface First {
  readonly chosen: readonly Line[]
  /** As many marks as each other, and not all of them fit: for the room to choose from. */
  readonly tied: readonly Line[]
}

/** Needs without any mark are never chosen. */
export function firstOf({ perNeed }: CutResult): First {
  const marked = perNeed.filter(({ marks }) => marks > 0)
  const edge = marked[SURVIVE - 1]?.marks
  if (edge === undefined || marked[SURVIVE]?.marks !== edge)
    return { chosen: marked.slice(0, SURVIVE), tied: [] }
  return {
    chosen: marked.filter(({ marks }) => marks > edge),
    tied: marked.filter(({ marks }) => marks === edge),
  }
}
