/** Needs and the competitor grid: our guess beside what customers gave, by the same code as the analysis. */
import {
  type CustomerCell,
  customerCells,
  hasPoints,
  isCustomer,
  pointsByNeed,
} from '#shared/reality/customers.ts'
import {
  compareNeeds,
  guessesOf,
  imaginedNeeds,
  type NeedComparison,
  overlookedNeeds,
  pairedLead,
} from '#shared/reality/reality.ts'
import { askedWords, gapWords, guessWords, sampleWords } from '#shared/reality/words.ts'
import type { Round } from '#shared/record/schema.ts'
import { choice, ofCustomers } from '#shared/report/file-words.ts'
import type {
  CustomerFigure,
  Report,
  ReportCell,
  ReportGrid,
  ReportNeed,
  TeamFigure,
} from '#shared/report/report.ts'
import type { ReportSource } from '#shared/report/source.ts'
import { readResult } from '#shared/rounds/kinds.ts'
import type { WeightsResult } from '#shared/rounds/weights-result.ts'
import { MIN_FOR_MEAN } from '#shared/statistics/comparison.ts'
import { weightedScores } from '#shared/statistics/competition.ts'
import { largestRemainder } from '#shared/statistics/rounding.ts'
import { summarize } from '#shared/statistics/summary.ts'

type NeedsPart = Pick<
  Report,
  'caveats' | 'needs' | 'needsTotal' | 'orderWords' | 'overlooked' | 'imagined' | 'grid' | 'leads'
>

export function needsPart(source: ReportSource): NeedsPart {
  const { heard, rounds } = source
  const interviews = heard?.interviews.filter((one) => one.mergedInto === null) ?? []
  const reference = guessesOf(rounds, 'weights').at(-1)
  const result = reference ? readResult('weights', reference.result) : null
  const compared = reference && heard ? compareNeeds(reference, interviews) : null
  const customers = interviews.filter(isCustomer)
  const n = customers.filter(hasPoints).length
  const ids = askedIds(source, result)
  const titleOf = new Map(source.needs.map(({ id, short }) => [id, short]))
  return {
    needs: needRows(source, { reference, result, compared, ids }),
    needsTotal: { guessN: result?.n ?? 0, customersN: n },
    caveats: heard ? caveatsOf(customers, n, compared) : [],
    orderWords: orderWords(compared),
    overlooked: heard
      ? overlookedNeeds(source.needs, ids, interviews)
          .filter(({ givenBy }) => givenBy > 0)
          .map(({ title, givenBy, n: of }) => ({
            title,
            givenBy,
            n: of,
          }))
      : [],
    imagined: compared ? imaginedNeeds(compared).flatMap((id) => titleOf.get(id) ?? []) : [],
    grid: gridOf(source, ids),
    leads: heard ? leadLines(source, ids) : [],
  }
}

/** How many customers were asked; their number is no secret. */
const askedOf = ({ heard, envelope }: ReportSource): number =>
  heard ? heard.interviews.filter(isCustomer).length : envelope.interviewCount

/** Needs a guess was about; what is on the list while there is none. */
function askedIds({ needs }: ReportSource, result: WeightsResult | null): string[] {
  if (result) return result.perNeed.map(({ needId }) => needId)
  return needs.filter(({ status }) => status === 'active').map(({ id }) => id)
}

const caveatsOf = (
  customers: Parameters<typeof pointsByNeed>[0],
  n: number,
  compared: NeedComparison | null,
): string[] => [
  sampleWords({
    n,
    values: [],
    halfWidths: compared?.perNeed.flatMap(({ halfWidth }) => halfWidth ?? []) ?? [],
  }),
  ...askedWords({
    n: customers.length,
    boughtFromUs: customers.filter(({ customer }) => customer.wonOrLost === 'won').length,
    faceToFace: customers.filter(({ mode }) => mode === 'face_to_face').length,
    rolesNotAsked: [],
  }),
]

function orderWords(compared: NeedComparison | null): string {
  const order = compared?.order
  return order
    ? `${order.same} of ${order.pairs} pairs of needs in the same order as customers put them.`
    : ''
}

interface Beside {
  readonly reference: Round | undefined
  readonly result: WeightsResult | null
  readonly compared: NeedComparison | null
  readonly ids: readonly string[]
}

function needRows(source: ReportSource, beside: Beside): ReportNeed[] {
  const { needs, heard } = source
  const known = new Map(needs.map((need) => [need.id, need]))
  const rest = needs.filter(({ id }) => !beside.ids.includes(id)).map(({ id }) => id)
  const all = [...beside.ids, ...rest]
  const customers = heard?.interviews.filter(isCustomer) ?? []
  const points = pointsByNeed(customers, all)
  const n = customers.filter(hasPoints).length
  const means = beside.ids.map((id) => summarize(points.get(id) ?? []).mean ?? 0)
  const shown = n >= MIN_FOR_MEAN ? largestRemainder(means, Math.round(means.reduce((a, b) => a + b, 0))) : []
  const second = informedRound(source)
  return all.map((id) => {
    const need = known.get(id)
    const ofResult = beside.result?.perNeed.find(({ needId }) => needId === id)
    const gap = beside.compared?.perNeed.find(({ needId }) => needId === id)
    const unaided = customers.filter(({ unaidedTopNeedId }) => unaidedTopNeedId === id).length
    return {
      id,
      title: need?.short ?? ofResult?.title ?? '',
      statement: need?.statement ?? '',
      kind: choice(need?.kind ?? null),
      status: choice(need?.status ?? 'active'),
      guess:
        ofResult && beside.reference && beside.result
          ? {
              ...teamFigure(beside.reference, beside.result, ofResult.mean, askedOf(source)),
              shown: ofResult.shown,
            }
          : null,
      secondLook: second(id),
      // Nobody was asked about a need that no guess was about, unless somebody gave it points.
      customers:
        heard && (beside.ids.includes(id) || points.get(id)?.some((one) => one > 0))
          ? {
              ...customerFigure(points.get(id) ?? []),
              shown: shown[beside.ids.indexOf(id)] ?? null,
              halfWidth: gap?.halfWidth ?? null,
            }
          : null,
      gap: gap?.gap ?? null,
      gapWords: gap ? gapWords(gap.gap, gap.verdict, 'point') : null,
      verdict: gap?.verdict ?? null,
      guessRank: gap?.guessRank ?? null,
      customersRank: gap?.customersRank ?? null,
      unaided,
    }
  })
}

/** Figures of the last round of weights that had seen the answers. */
function informedRound({ rounds }: ReportSource): (needId: string) => TeamFigure | null {
  const round = rounds
    .filter(({ kind, status, informed }) => kind === 'weights' && status === 'revealed' && informed)
    .at(-1)
  const result = round ? readResult('weights', round.result) : null
  return (needId) => {
    const found = result?.perNeed.find((one) => one.needId === needId)
    return round && result && found ? teamFigure(round, result, found.mean, 1) : null
  }
}

function teamFigure(
  { number, informed }: Round,
  { n, abstained }: { readonly n: number; readonly abstained: number },
  mean: number | null,
  customersAsked: number,
): TeamFigure {
  const label = informed
    ? `Second look of ${n} of us, round ${number}, after the answers.`
    : guessWords({ n, round: number, abstained, customersAsked })
  return { whose: informed ? 'second look' : 'guess', mean, n, round: number, label }
}

function customerFigure(values: readonly number[]): CustomerFigure {
  const n = values.length
  const isEnough = n >= MIN_FOR_MEAN
  return {
    whose: 'customers',
    mean: isEnough ? summarize(values).mean : null,
    n,
    label: isEnough ? ofCustomers(n) : `${ofCustomers(n)}: too few to say`,
  }
}

const cellFigure = ({ n, mean }: CustomerCell): CustomerFigure => ({
  whose: 'customers',
  mean: n >= MIN_FOR_MEAN ? mean : null,
  n,
  label: n >= MIN_FOR_MEAN ? ofCustomers(n) : `${ofCustomers(n)}: too few to say`,
})

/** Null while nobody marked anything and no options are there. */
function gridOf(source: ReportSource, ids: readonly string[]): ReportGrid | null {
  const { heard, rounds, options, needs } = source
  const round = guessesOf(rounds, 'marks').at(-1)
  const result = round ? readResult('marks', round.result) : null
  if (options.length === 0 || (!result && !heard)) return null
  const customers = heard?.interviews.filter(isCustomer) ?? []
  const optionIds = options.map(({ id }) => id)
  const needIds = result ? [...new Set(result.cells.map(({ needId }) => needId))] : ids
  const theirs = heard ? customerCells(customers, needIds, optionIds) : []
  const titles = new Map(
    [...(round?.subjects ?? []), ...needs.map(({ id, short }) => ({ id, title: short }))].map(
      ({ id, title }) => [id, title],
    ),
  )
  const cell = (needId: string, optionId: string): ReportCell => {
    const ours = result?.cells.find((one) => one.needId === needId && one.optionId === optionId)
    const their = theirs.find((one) => one.needId === needId && one.optionId === optionId)
    return {
      guess:
        ours && round && result
          ? {
              ...teamFigure(round, { n: ours.n, abstained: result.abstained }, ours.mean, askedOf(source)),
              unknown: ours.unknown,
            }
          : null,
      customers: their ? cellFigure(their) : null,
    }
  }
  const weights = guessesOf(rounds, 'weights').at(-1)
  const ourWeights = weights ? (readResult('weights', weights.result)?.perNeed ?? []) : []
  const points = pointsByNeed(customers, needIds)
  const ourScores = result ? weightedScores(result.cells, ourWeights) : []
  const theirScores = heard
    ? weightedScores(
        theirs,
        needIds.map((needId) => ({ needId, mean: summarize(points.get(needId) ?? []).mean })),
      )
    : []
  return {
    options: options.map(({ id, name, kind }) => ({
      id,
      name,
      isUs: kind === 'us',
      isStatusQuo: kind === 'status_quo',
      guess: ourScores.find(({ optionId }) => optionId === id)?.score ?? null,
      customers: theirScores.find(({ optionId }) => optionId === id)?.score ?? null,
    })),
    rows: needIds.map((needId) => ({
      needId,
      need: titles.get(needId) ?? '',
      cells: optionIds.map((optionId) => cell(needId, optionId)),
    })),
  }
}

/** How far customers who marked both put us before another, each with his own points. */
function leadLines({ options, heard }: ReportSource, needIds: readonly string[]): string[] {
  const us = options.find(({ kind }) => kind === 'us')
  if (!us || !heard) return []
  const interviews = heard.interviews.filter(isCustomer)
  return options
    .filter(({ id }) => id !== us.id)
    .flatMap(({ id, name }) => {
      const { n, mean } = pairedLead(interviews, needIds, us.id, id)
      if (mean === null || n < MIN_FOR_MEAN) return []
      const size = Math.abs(mean).toFixed(1)
      return [
        `${ofCustomers(n)} who know both put us ${size} marks ${mean >= 0 ? 'before' : 'behind'} ${name}.`,
      ]
    })
}
