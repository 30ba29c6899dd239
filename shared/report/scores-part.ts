/** Every value of a revealed round and of a customer, one a row. Where a round was anonymous no row has a seat. */
import { hasPoints, isCustomer } from '#shared/reality/customers.ts'
import type { Round } from '#shared/record/schema.ts'
import type { Score } from '#shared/report/report.ts'
import type { ReportSource } from '#shared/report/source.ts'
import type { ShownValue } from '#shared/rounds/ballot-parts.ts'
import { readResult } from '#shared/rounds/kinds.ts'

type About = Pick<Score, 'whose' | 'round' | 'at'>
type Value = Omit<Score, keyof About | 'customer' | 'role'>

export function scoresOf(source: ReportSource): Score[] {
  const ofRounds = source.rounds
    .filter(({ status }) => status === 'revealed')
    .flatMap((round) => {
      const about: About = {
        whose: round.informed ? 'second look' : 'guess',
        round: round.number,
        at: round.revealedAt === null ? '' : new Date(round.revealedAt).toISOString(),
      }
      return valuesOf(round, source).map((value) => ({ ...about, customer: '', role: '', ...value }))
    })
  return [...ofRounds, ...ofCustomers(source)]
}

function valuesOf(round: Round, source: ReportSource): Value[] {
  if (round.kind === 'weights') return pointsOf(round, source)
  if (round.kind === 'marks') return marksOf(round, source)
  return []
}

const nobody = { seat: '', functionName: '', optionId: '', option: '' } as const

function pointsOf(round: Round, source: ReportSource): Value[] {
  const result = readResult('weights', round.result)
  if (!result) return []
  const nameOf = seatNames(source)
  if (result.named.length > 0)
    return result.named
      .filter(({ abstained }) => !abstained)
      .flatMap(({ seatId, functionName, points }) =>
        result.perNeed.map(({ needId, title, n }) => ({
          ...nobody,
          kind: 'points' as const,
          needId,
          need: title,
          seat: nameOf(seatId),
          functionName,
          value: points[needId] ?? 0,
          n,
        })),
      )
  return result.perNeed.flatMap(({ needId, title, n, values }) =>
    sorted(values).map((one) => ({
      ...nobody,
      kind: 'points' as const,
      needId,
      need: title,
      functionName: one.function ?? '',
      value: one.value,
      n,
    })),
  )
}

function marksOf(round: Round, source: ReportSource): Value[] {
  const result = readResult('marks', round.result)
  if (!result) return []
  const nameOf = seatNames(source)
  const needs = titles(round.subjects)
  const columns = titles(round.columns)
  return result.cells.flatMap(({ needId, optionId, n, values }) => {
    const cell = {
      kind: 'mark' as const,
      needId,
      need: needs(needId),
      optionId,
      option: columns(optionId),
      n,
    }
    if (result.named.length === 0)
      return sorted(values).map((one) => ({
        ...cell,
        seat: '',
        functionName: one.function ?? '',
        value: one.value,
      }))
    return result.named.flatMap(({ seatId, functionName, marks }) => {
      const value = marks[needId]?.[optionId]
      return typeof value === 'number' ? [{ ...cell, seat: nameOf(seatId), functionName, value }] : []
    })
  })
}

const titles = (all: Round['subjects']) => {
  const byId = new Map(all.map(({ id, title }) => [id, title]))
  return (id: string): string => byId.get(id) ?? ''
}

const seatNames = ({ seats }: ReportSource) => {
  const byId = new Map(seats.map(({ id, name }) => [id, name]))
  return (id: string): string => byId.get(id) ?? ''
}

/** Lowest first: the order in which they were given must not show. */
const sorted = (values: readonly ShownValue[]): ShownValue[] =>
  [...values].sort((a, b) => a.value - b.value || ((a.function ?? '') < (b.function ?? '') ? -1 : 1))

function ofCustomers({ heard, needs, options }: ReportSource): Score[] {
  const customers = heard?.interviews.filter(isCustomer) ?? []
  const n = customers.filter(hasPoints).length
  const needOf = titles(needs.map(({ id, short }) => ({ id, title: short })))
  const optionOf = titles(options.map(({ id, name }) => ({ id, title: name })))
  const cells = new Map<string, number>()
  for (const { marks } of customers)
    for (const { optionId, marks: given } of marks)
      for (const [needId, mark] of Object.entries(given))
        if (mark !== null) cells.set(`${needId}/${optionId}`, (cells.get(`${needId}/${optionId}`) ?? 0) + 1)
  return customers.flatMap((one) => {
    const about = {
      whose: 'customers' as const,
      round: null,
      seat: '',
      functionName: '',
      customer: one.pseudonym,
      role: one.customer.role,
      at: one.date,
    }
    const points = hasPoints(one) ? Object.entries(one.weights.points) : []
    return [
      ...points.map(([needId, value]) => ({
        ...about,
        kind: 'points' as const,
        needId,
        need: needOf(needId),
        optionId: '',
        option: '',
        value,
        n,
      })),
      ...one.marks.flatMap(({ optionId, marks }) =>
        Object.entries(marks).flatMap(([needId, value]) =>
          value === null
            ? []
            : [
                {
                  ...about,
                  kind: 'mark' as const,
                  needId,
                  need: needOf(needId),
                  optionId,
                  option: optionOf(optionId),
                  value,
                  n: cells.get(`${needId}/${optionId}`) ?? 1,
                },
              ],
        ),
      ),
    ]
  })
}
