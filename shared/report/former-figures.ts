/**
 * The figures of a workshop as a later one keeps them: whose each is, and of how many. They are taken from the report,
 * so they hold nothing that a file would not, and the later room needs no seat in the former one.
 */
import * as z from 'zod/mini'
import { choice } from '#shared/report/file-words.ts'
import type { Report, ReportGrid } from '#shared/report/report.ts'
import { pointScale } from '#shared/statistics/comparison.ts'
import { MIN_MARKS } from '#shared/statistics/competition.ts'
import { halfWidth } from '#shared/statistics/interval.ts'
import { sampleSd } from '#shared/statistics/summary.ts'

const figure = z.nullable(z.number())
const count = z.int().check(z.minimum(0))
const tally = z.object({ answered: count, weak: count, open: count })

const formerFigures = z.object({
  /** Day of what was last revealed or decided; empty when nothing was. */
  heldOn: z.string(),
  customersAsked: count,
  needs: z.array(
    z.object({
      needId: z.string(),
      title: z.string(),
      /** Null where nobody guessed. */
      guess: z.nullable(z.object({ mean: figure, n: count })),
      /** Null where nobody was asked, or while it is sealed. */
      customers: z.nullable(z.object({ mean: figure, n: count, halfWidth: figure })),
    }),
  ),
  options: z.array(
    z.object({
      optionId: z.string(),
      name: z.string(),
      /** Weighted marks, 0 to 10; n is the fewest who marked one need. */
      guess: z.nullable(z.object({ mean: z.number(), n: count })),
      customers: z.nullable(z.object({ mean: z.number(), n: count })),
    }),
  ),
  coverage: tally,
  stages: z.array(z.object({ stageId: z.string(), name: z.string(), coverage: tally })),
  actions: z.array(
    z.object({
      actionId: z.string(),
      title: z.string(),
      status: z.enum(['open', 'in_progress', 'done', 'dropped']),
      due: z.string(),
    }),
  ),
  /** How sure the room was, 1 to 5, by round. */
  confidence: z.array(z.object({ label: z.string(), mean: z.number(), n: count })),
  promise: z.string(),
  /** How many customers raised a card, by its id; cards nobody raised are left out. */
  raised: z.record(z.string(), count),
})
export type FormerFigures = z.output<typeof formerFigures>

/** As a report says it. */
const ON_THE_LIST = choice('active')

/** Null for what holds no such figures: a file may hold anything there. */
export function readFormerFigures(json: unknown): FormerFigures | null {
  const result = z.safeParse(formerFigures, json)
  return result.success ? result.data : null
}

export function formerFiguresOf(report: Report): FormerFigures {
  const { needs, grid, stages, actions, promise } = report
  return {
    heldOn: heldOn(report),
    customersAsked: report.customersAsked,
    needs: needs
      .filter((need) => need.guess !== null || need.customers !== null || need.status === ON_THE_LIST)
      .map(({ id, title, guess, customers }) => ({
        needId: id,
        title,
        guess: guess && { mean: guess.mean, n: guess.n },
        customers: customers && {
          mean: customers.mean,
          n: customers.n,
          halfWidth: halfWidthOf(report, id, customers.n),
        },
      })),
    options: (grid?.options ?? []).map(({ id, name, guess, customers }, at) => ({
      optionId: id,
      name,
      guess: guess === null ? null : { mean: guess, n: fewest(grid, at, 'guess') },
      customers: customers === null ? null : { mean: customers, n: fewest(grid, at, 'customers') },
    })),
    coverage: report.roadmapTotal,
    stages: stages
      .filter(({ id }) => id !== '')
      .map(({ id, name, counts }) => ({ stageId: id, name, coverage: counts })),
    actions: actions.map(({ id, title, status, due }) => ({ actionId: id, title, status, due })),
    confidence: report.closing.confidence.map(({ label, mean, n }) => ({ label, mean, n })),
    promise: promise?.isAdopted ? promise.text : '',
    raised: Object.fromEntries(
      stages.flatMap(({ cards }) =>
        cards.flatMap(({ id, raisedBy }) => (raisedBy > 0 ? [[id, raisedBy] as const] : [])),
      ),
    ),
  }
}

/** Of the customers' points, also where there is no guess to compare them with. */
function halfWidthOf({ scores }: Report, id: string, n: number): number | null {
  const given = scores
    .filter(({ whose, kind, needId }) => whose === 'customers' && kind === 'points' && needId === id)
    .map(({ value }) => value)
  // Who gave points but none to this need gave it 0.
  const points = [...given, ...Array<number>(Math.max(0, n - given.length)).fill(0)]
  return halfWidth({ n: points.length, sd: sampleSd(points) ?? 0, floor: pointScale.floor })
}

/** A total rests on no more than the fewest who marked one of its needs; a need that fewer marked is not in it. */
function fewest(grid: ReportGrid | null, at: number, whose: 'guess' | 'customers'): number {
  const all = (grid?.rows ?? []).flatMap(({ cells }) => cells[at]?.[whose]?.n ?? [])
  const some = all.filter((n) => n >= MIN_MARKS)
  return some.length === 0 ? 0 : Math.min(...some)
}

function heldOn({ closing, responses, decisions }: Report): string {
  const days = [
    ...responses.map(({ revealedAt }) => revealedAt.slice(0, 10)),
    ...decisions.map(({ decidedOn }) => decidedOn.slice(0, 10)),
  ].filter((day) => /^\d{4}-\d{2}-\d{2}$/u.test(day))
  return closing.closedOn ?? days.sort().at(-1) ?? ''
}
