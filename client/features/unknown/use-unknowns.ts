/** What the newest revealed rounds and the board show that the room does not know, and how much it has guessed. */
import { useMemo } from 'react'
import { useDerived, useRounds } from '#client/session/hooks.ts'
import { liveStages } from '#shared/board/roadmap-edits.ts'
import { cards, needs, stages } from '#shared/board/schema.ts'
import { type Unknown, unknowns } from '#shared/rounds/unknowns.ts'

export interface Guessed {
  readonly ballots: number
  readonly weights: number
  readonly marks: number
  /** A ballot among them was given after customers were heard. */
  readonly isInformed: boolean
}

export interface WhatIsUnknown {
  readonly rows: readonly Unknown[]
  /** Null before anything is revealed. */
  readonly guessed: Guessed | null
}

export function useUnknowns(): WhatIsUnknown {
  const weights = useRounds('weights').findLast(({ status, result }) => status === 'revealed' && result)
  const marks = useRounds('marks').findLast(({ status, result }) => status === 'revealed' && result)
  const kinds = useDerived(needs, (all) =>
    all.filter(({ binned, status }) => !binned && status === 'active').map(({ kind }) => ({ kind })),
  )
  const said = useDerived(cards, (all) => [
    ...new Set(
      all.flatMap(({ binned, raisedBy, place }) => (!binned && raisedBy.length > 0 ? [place.stageId] : [])),
    ),
  ])
  const road = useDerived(stages, (all) =>
    liveStages(all).map(({ id, name, phase }) => ({ id, name, phase })),
  )

  return useMemo(() => {
    const points = weights?.result ?? null
    const grid = marks?.result ?? null
    const rows = unknowns({
      weights: points,
      marks: marks && grid ? { result: grid, needs: marks.subjects, options: marks.columns } : null,
      needs: kinds,
      stages: road.map((stage) => ({ ...stage, said: said.includes(stage.id) ? 1 : 0 })),
    })
    if (!points && !grid) return { rows, guessed: null }
    return {
      rows,
      guessed: {
        ballots: Math.max(points?.n ?? 0, grid?.n ?? 0),
        weights: (points?.perNeed ?? []).reduce((sum, { n }) => sum + n, 0),
        marks: (grid?.cells ?? []).reduce((sum, { n }) => sum + n, 0),
        isInformed: Boolean(weights?.informed || marks?.informed),
      },
    }
  }, [weights, marks, kinds, road, said])
}
