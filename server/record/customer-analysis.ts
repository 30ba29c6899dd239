/** The parts of the analysis that rest on what customers gave (method C6 to C10); made once the envelope is open. */
import type * as Y from 'yjs'
import { needs, options } from '#shared/board/schema.ts'
import { readRows } from '#shared/document/collection.ts'
import { byOrder } from '#shared/document/order.ts'
import { answers, type Interview, interviews, quotes, themes } from '#shared/interviews/schema.ts'
import { inCallOrder, themesHeard } from '#shared/interviews/themes-heard.ts'
import {
  type CustomerCell,
  customerCells,
  hasPoints,
  isCounted,
  isCustomer,
  pointsByNeed,
} from '#shared/reality/customers.ts'
import {
  actOn,
  compareMarks,
  compareNeeds,
  debateEffectOf,
  guessesOf,
  imaginedNeeds,
  overlookedNeeds,
  pairedLead,
} from '#shared/reality/reality.ts'
import { sampleWords } from '#shared/reality/words.ts'
import type { Round } from '#shared/record/schema.ts'
import { readResult } from '#shared/rounds/kinds.ts'
import { kendallW } from '#shared/statistics/agreement.ts'
import { calibration } from '#shared/statistics/calibration.ts'
import { MIN_FOR_MEAN } from '#shared/statistics/comparison.ts'
import { leadOver, type NeedWeight, weightedScores } from '#shared/statistics/competition.ts'
import { disagreement } from '#shared/statistics/disagreement.ts'
import { largestRemainder } from '#shared/statistics/rounding.ts'
import { saturation } from '#shared/statistics/saturation.ts'
import { summarize } from '#shared/statistics/summary.ts'

export interface CustomersAnalysed {
  readonly board: Y.Doc
  readonly interviews: Y.Doc
  readonly rounds: readonly Round[]
}

interface About {
  readonly all: readonly Interview[]
  readonly customers: readonly Interview[]
  readonly needs: readonly { readonly id: string; readonly title: string }[]
  readonly optionIds: readonly string[]
  readonly us: string
  readonly cells: readonly CustomerCell[]
}

/** Parts by the names they have in the analysis; `ofWeights` and `ofMarks` are the customers' side of those. */
export function analyseCustomers(about: CustomersAnalysed) {
  const weights = guessesOf(about.rounds, 'weights')
  const marks = guessesOf(about.rounds, 'marks')
  const everyone = readRows(about.interviews, interviews)
  const held = everyone.filter(isCounted).sort(inCallOrder)
  const heard = themesHeard({
    interviews: everyone,
    answers: readRows(about.interviews, answers),
    quotes: readRows(about.interviews, quotes),
    themes: readRows(about.interviews, themes),
  })
  const asked = needsAsked(about.board, weights.at(-1))
  const columns = readRows(about.board, options).sort(byOrder)
  const customers = held.filter(isCustomer)
  const optionIds = columns.map(({ id }) => id)
  const facts: About = {
    all: held,
    customers,
    needs: asked,
    optionIds,
    us: columns.find(({ kind }) => kind === 'us')?.id ?? '',
    cells: customerCells(
      customers,
      asked.map(({ id }) => id),
      optionIds,
    ),
  }
  return {
    ofWeights: customerWeights(facts),
    ofMarks: customerMarks(facts),
    debateEffect: debateEffectOf(weights, held) ?? { why: 'too-few-to-say' },
    comparison: comparison(facts, weights.at(-1), marks.at(-1), about.board),
    act: { perNeed: actOn(idsOf(facts), facts.us, facts.cells, held) },
    interviews: {
      ...saturation(customers.map(({ id }) => heard.get(id) ?? [])),
      byMode: countBy(held, ({ mode }) => mode ?? 'unknown'),
    },
    calibration: calibrated(facts, marks),
  }
}

/** Ranges given for our own marks, in the last guess that has any, beside the customers' means (method C11). */
function calibrated({ cells, us }: About, marks: readonly Round[]) {
  const results = marks.map((round) => ({ roundId: round.id, result: readResult('marks', round.result) }))
  const last = results.findLast(({ result }) => result?.ranges.some((of) => of.ranges.length > 0))
  const figures = calibration(
    (last?.result?.ranges ?? []).flatMap(({ needId, ranges }) => {
      const cell = cells.find((one) => one.needId === needId && one.optionId === us)
      const truth = cell && cell.n >= MIN_FOR_MEAN ? cell.mean : null
      return truth === null ? [] : ranges.map((range) => ({ ...range, truth }))
    }),
  )
  if (!figures) return { ranges: null, why: 'too-few-to-say' }
  return { roundId: last?.roundId, ...figures, confidenceMean: last?.result?.confidenceMean ?? null }
}

const idsOf = ({ needs: all }: About): readonly string[] => all.map(({ id }) => id)

/** Needs customers were asked about: those of the reference guess, or what is on the list when there is none yet. */
function needsAsked(board: Y.Doc, reference: Round | undefined): About['needs'] {
  if (reference) return reference.subjects
  return readRows(board, needs)
    .filter(({ status, binned }) => status === 'active' && !binned)
    .sort(byOrder)
    .map(({ id, short }) => ({ id, title: short }))
}

function customerWeights(about: About) {
  const given = about.customers.filter(hasPoints)
  const points = pointsByNeed(given, idsOf(about))
  const n = given.length
  const rows = about.needs.map(({ id, title }) => ({ id, title, ...summarize(points.get(id) ?? []) }))
  const means = rows.map(({ mean }) => mean ?? 0)
  const isEnough = n >= MIN_FOR_MEAN
  const total = means.reduce((sum, mean) => sum + mean, 0)
  const shown = isEnough ? largestRemainder(means, Math.round(total)) : []
  const lists = given.map(({ weights }) => idsOf(about).map((id) => weights.points[id] ?? 0))
  return {
    n,
    declined: about.customers.filter(({ weights }) => weights.status === 'declined').length,
    why: isEnough ? null : 'too-few-to-say',
    perNeed: rows.map(({ id, title, n: _n, mean, median, sd, min, max }, index) => ({
      needId: id,
      title,
      mean: isEnough ? mean : null,
      shown: shown[index] ?? null,
      median: isEnough ? median : null,
      sd: isEnough ? sd : null,
      min,
      max,
    })),
    disagreement: {
      overall: disagreement(lists.map((list) => ({ functionName: '', points: list }))).overall,
    },
    kendallW: kendallW(lists),
    byBuyingRole: byBuyingRole(given, idsOf(about)),
    unaidedDecider: about.needs
      .map(({ id }) => ({
        needId: id,
        count: about.customers.filter(({ unaidedTopNeedId }) => unaidedTopNeedId === id).length,
      }))
      .filter(({ count }) => count > 0),
  }
}

/** With fewer than three in a role single values, no mean (R056). */
function byBuyingRole(given: readonly Interview[], needIds: readonly string[]) {
  const roles = [...new Set(given.flatMap(({ customer }) => customer.buyingRole ?? []))].sort()
  return roles.map((role) => {
    const ofRole = given.filter(({ customer }) => customer.buyingRole === role)
    const points = pointsByNeed(ofRole, needIds)
    const isEnough = ofRole.length >= MIN_FOR_MEAN
    return {
      role,
      n: ofRole.length,
      why: isEnough ? null : 'too-few-to-say',
      perNeed: needIds.map((needId) => {
        const values = points.get(needId) ?? []
        return { needId, mean: isEnough ? summarize(values).mean : null, values }
      }),
    }
  })
}

function customerMarks({ cells, needs: asked, optionIds, us, all, customers }: About) {
  const needIds = asked.map(({ id }) => id)
  const points = pointsByNeed(customers, needIds)
  const weights: NeedWeight[] = needIds.map((needId) => ({
    needId,
    mean: summarize(points.get(needId) ?? []).mean,
  }))
  const others = optionIds.filter((id) => id !== us)
  return {
    cells: cells.map(({ values: _values, ...cell }) => cell),
    scores: weightedScores(cells, weights),
    leads: others.map((other) => leadOver(cells, weights, us, other)),
    paired: others.map((other) => {
      const { n, mean, interval } = pairedLead(all, needIds, us, other)
      return { overOptionId: other, n, mean, interval }
    }),
  }
}

function comparison(about: About, weights: Round | undefined, marks: Round | undefined, board: Y.Doc) {
  const compared = weights && compareNeeds(weights, about.all)
  if (!compared) return { roundId: null, why: 'no-guess-revealed' }
  const { roundId, n, perNeed, order } = compared
  return {
    roundId,
    n,
    words: sampleWords({
      n,
      values: [],
      halfWidths: perNeed.flatMap(({ halfWidth }) => halfWidth ?? []),
    }),
    perNeed: perNeed.map(({ values: _values, n: _n, ...gap }) => gap),
    marks: (marks && compareMarks(marks, about.all)?.cells.map(asMark)) ?? [],
    order,
    overlooked: overlookedNeeds(readRows(board, needs), idsOf(about), about.all),
    imagined: imaginedNeeds(compared),
  }
}

const asMark = ({ values: _values, simultaneousHalfWidth: _wide, ...cell }: MarkCell) => cell
type MarkCell = NonNullable<ReturnType<typeof compareMarks>>['cells'][number]

function countBy<T>(all: readonly T[], keyOf: (one: T) => string): Record<string, number> {
  const counts: Record<string, number> = {}
  for (const one of all) counts[keyOf(one)] = (counts[keyOf(one)] ?? 0) + 1
  return counts
}
