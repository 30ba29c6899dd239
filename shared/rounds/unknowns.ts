/**
 * What revealed rounds and the board show that the room does not know (method D6): in what order to ask, from what
 * figures. No words here: screens make the sentences. Nothing says who did not know.
 */
import type { GapReason, Need, Phase } from '#shared/board/schema.ts'
import type { Subject } from '#shared/rounds/kind.ts'
import type { MarksResult } from '#shared/rounds/marks-result.ts'
import type { WeightsResult } from '#shared/rounds/weights-result.ts'

/** Guesses further apart than this are two different beliefs about customers (points, design 6.8). */
const WIDE_SPREAD = 25
/** From so many "?" on a cell is a hole in what the room knows (design 6.8). */
const MANY_UNKNOWN = 3
/** Needs most often marked unsure: at most so many, and none for a single hesitation. */
const MOST_UNSURE = 3
const FEWEST_UNSURE = 2

/** In a small room half of those who answered are enough: what is a hole does not depend on how many are there. */
const isHalf = (count: number, of: number): boolean => count > 0 && count * 2 >= of

interface FunctionPoints {
  readonly label: string
  readonly mean: number
}

export interface UnmarkedOption {
  readonly title: string
  /** How many of `of` could not mark it. */
  readonly unknown: number
  readonly of: number
}

interface About<R extends GapReason> {
  readonly reason: R
  /** Id of the need or stage, name of the kind of need or of round: with `reason`, which unknown it is. */
  readonly subject: string
  /** How many, or how many points, stand behind it. */
  readonly count: number
}

export type Unknown =
  | (About<'abstained'> & {
      readonly subject: 'weights' | 'marks'
      readonly of: number
      readonly reasons: readonly string[]
    })
  | (About<'unsure'> & { readonly title: string; readonly of: number })
  | (About<'cells'> & { readonly title: string; readonly options: readonly UnmarkedOption[] })
  | (About<'spread'> & {
      readonly title: string
      readonly min: number
      readonly max: number
      /** Highest and lowest function, where their figures may be shown. */
      readonly pair: readonly [FunctionPoints, FunctionPoints] | null
    })
  | (About<'kind'> & { readonly subject: NonNullable<Need['kind']> })
  | (About<'stage'> & { readonly title: string })

interface UnknownsSource {
  readonly weights: WeightsResult | null
  readonly marks: {
    readonly result: MarksResult
    readonly needs: readonly Subject[]
    readonly options: readonly Subject[]
  } | null
  /** Needs on the list; whether a kind is missing can be said once each has one. */
  readonly needs: readonly Pick<Need, 'kind'>[]
  /** Stages of the roadmap in order, with how many cards of it customers said. */
  readonly stages: readonly {
    readonly id: string
    readonly name: string
    readonly phase: Phase
    readonly said: number
  }[]
}

/** Widest spreads first, then cells nobody can fill, needs marked unsure, abstentions, and what was never mentioned. */
export function unknowns({ weights, marks, needs, stages }: UnknownsSource): Unknown[] {
  return [
    ...(weights ? wideSpreads(weights) : []),
    ...(marks ? unmarked(marks) : []),
    ...(weights ? mostUnsure(weights) : []),
    ...abstentions('weights', weights),
    ...abstentions('marks', marks?.result ?? null),
    ...missingKinds(needs),
    ...unmentioned(stages),
  ]
}

function wideSpreads(result: WeightsResult): Unknown[] {
  return result.perNeed
    .flatMap(({ needId, title, min, max }): (Unknown & { reason: 'spread' })[] =>
      min === null || max === null || max - min <= WIDE_SPREAD
        ? []
        : [
            {
              reason: 'spread',
              subject: needId,
              count: max - min,
              title,
              min,
              max,
              pair: furthestApart(result, needId),
            },
          ],
    )
    .sort((a, b) => b.count - a.count)
}

function furthestApart({ byFunction }: WeightsResult, needId: string) {
  const means = byFunction
    .flatMap(({ function: label, show, perNeed }) => {
      const mean = perNeed.find((one) => one.needId === needId)?.mean ?? null
      return (show === 'figures' || show === 'merged') && mean !== null ? [{ label, mean }] : []
    })
    .sort((a, b) => b.mean - a.mean || a.label.localeCompare(b.label))
  const [highest, lowest] = [means[0], means.at(-1)]
  return highest && lowest && highest.mean > lowest.mean ? ([highest, lowest] as const) : null
}

/** One row for a need: what cannot be said about it is asked in one question. */
function unmarked({ result, needs, options }: NonNullable<UnknownsSource['marks']>): Unknown[] {
  return needs
    .flatMap(({ id, title }): (Unknown & { reason: 'cells' })[] => {
      const open = options
        .flatMap((option): UnmarkedOption[] => {
          const cell = result.cells.find(({ needId, optionId }) => needId === id && optionId === option.id)
          return cell && (cell.unknown >= MANY_UNKNOWN || isHalf(cell.unknown, cell.n + cell.unknown))
            ? [{ title: option.title, unknown: cell.unknown, of: cell.n + cell.unknown }]
            : []
        })
        .sort((a, b) => b.unknown - a.unknown)
      const [most] = open
      return most ? [{ reason: 'cells', subject: id, count: most.unknown, title, options: open }] : []
    })
    .sort((a, b) => b.count - a.count || b.options.length - a.options.length)
}

const mostUnsure = ({ perNeed, n }: WeightsResult): Unknown[] =>
  perNeed
    .filter(({ unsure }) => unsure >= FEWEST_UNSURE || isHalf(unsure, n))
    .sort((a, b) => b.unsure - a.unsure)
    .slice(0, MOST_UNSURE)
    .map(({ needId, title, unsure }) => ({ reason: 'unsure', subject: needId, count: unsure, title, of: n }))

const abstentions = (
  subject: 'weights' | 'marks',
  result: Pick<WeightsResult, 'n' | 'abstained' | 'reasons'> | null,
): Unknown[] =>
  result && result.abstained > 0
    ? [
        {
          reason: 'abstained',
          subject,
          count: result.abstained,
          of: result.n + result.abstained,
          reasons: result.reasons,
        },
      ]
    : []

/** Kinds no need is of; said only when every need has a kind. */
function missingKinds(needs: UnknownsSource['needs']): Unknown[] {
  if (needs.length === 0 || needs.some(({ kind }) => kind === null)) return []
  const kinds = ['product', 'buying_process', 'service_after_sale'] as const
  return kinds
    .filter((kind) => !needs.some((need) => need.kind === kind))
    .map((kind) => ({ reason: 'kind', subject: kind, count: 0 }))
}

/** Later stages are where rooms run out of knowledge, and where nobody notices. */
const unmentioned = (stages: UnknownsSource['stages']): Unknown[] =>
  stages
    .filter(({ phase, said }) => said === 0 && (phase === 'late' || phase === 'after'))
    .map(({ id, name }) => ({ reason: 'stage', subject: id, count: 0, title: name }))
