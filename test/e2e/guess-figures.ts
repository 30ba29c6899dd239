/** What the formulas say for the ballots that were sent, to be held against what screens and `analysis` say. */
import { expect } from '@playwright/test'
import { kendallW, krippendorffAlpha } from '#shared/statistics/agreement.ts'
import { weightedScores } from '#shared/statistics/competition.ts'
import { disagreement } from '#shared/statistics/disagreement.ts'
import { functionBalancedMean, meanPoints } from '#shared/statistics/functions.ts'
import { cellFigures } from '#shared/statistics/marks.ts'
import { largestRemainder } from '#shared/statistics/rounding.ts'
import { mean, summarize } from '#shared/statistics/summary.ts'
import { talkFirst } from '#shared/statistics/talk-first.ts'

/** Somebody's points by position of the need; null: did not know. */
export interface GivenPoints {
  readonly functionName: string
  readonly points: readonly number[] | null
  /** Positions of the needs somebody is unsure of. */
  readonly unsure: readonly number[]
  readonly confidence: number
}

export function expectedWeights(needIds: readonly string[], all: readonly GivenPoints[]) {
  const given = all.flatMap(({ functionName, points, unsure, confidence }) =>
    points ? [{ functionName, points, unsure, confidence }] : [],
  )
  const means = meanPoints(given) ?? []
  const shown = largestRemainder(means)
  const perNeed = needIds.map((needId, need) => ({
    needId,
    ...summarize(given.map(({ points }) => points[need] ?? 0)),
    shown: shown[need] ?? null,
    unsure: given.filter(({ unsure }) => unsure.includes(need)).length,
  }))
  return {
    n: given.length,
    abstained: all.length - given.length,
    perNeed,
    functionBalanced: functionBalancedMean(given)?.map((value, need) => ({
      needId: needIds[need],
      mean: value,
    })),
    disagreement: disagreement(given),
    kendallW: kendallW(given.map(({ points }) => points)),
    talkFirst: talkFirst(
      means,
      perNeed.map(({ sd }) => sd),
    ).map(({ need, value }) => ({ needId: needIds[need], value })),
    confidenceMean: mean(given.map(({ confidence }) => confidence)),
  }
}

/** Marks by option, then by need; null: "I do not know". */
export type GivenMarks = readonly (readonly (number | null)[])[]

export function expectedMarks(
  ids: { readonly needs: readonly string[]; readonly options: readonly string[] },
  all: readonly GivenMarks[],
  weights: readonly { readonly needId: string; readonly mean: number | null }[],
) {
  const columns = ids.options.flatMap((optionId, option) =>
    ids.needs.map((needId, need) => {
      const marks = all.map((given) => given[option]?.[need] ?? null)
      return { optionId, needId, marks, ...cellFigures(marks) }
    }),
  )
  const cells = columns.map(({ marks: _marks, ...figures }) => figures)
  return {
    n: all.length,
    cells,
    unknownCells: cells.reduce((total, { unknown }) => total + unknown, 0),
    cellsInAll: cells.length * all.length,
    krippendorffAlpha: krippendorffAlpha(columns.map(({ marks }) => marks.filter((one) => one !== null))),
    scores: weightedScores(cells, weights),
  }
}

/** Every figure of `wanted` stands in `found`, numbers within 0.01. */
export function expectFigures(found: unknown, wanted: unknown, path = ''): void {
  if (typeof wanted === 'number') {
    expect(typeof found, path).toBe('number')
    expect(Math.abs(Number(found) - wanted), `${path}: ${String(found)} is not ${wanted}`).toBeLessThan(0.01)
  } else if (Array.isArray(wanted)) {
    expect(found, path).toHaveLength(wanted.length)
    for (const [index, one] of wanted.entries())
      expectFigures((found as readonly unknown[])[index], one, `${path}/${index}`)
  } else if (typeof wanted === 'object' && wanted !== null) {
    for (const [key, one] of Object.entries(wanted))
      expectFigures((found as Readonly<Record<string, unknown>>)?.[key], one, `${path}/${key}`)
  } else expect(found, path).toEqual(wanted)
}
