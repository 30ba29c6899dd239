/**
 * Faults of the rounds in a file. Only a revealed round may carry ballots (files like the demo do): whoever holds one of
 * another round could put words into a sealed box.
 */
import { historyFields, limits } from '#shared/exchange/file.ts'
import { faultsOf } from '#shared/protocol/faults.ts'
import type { Fault } from '#shared/protocol/problems.ts'
import type { RoundSubjects, Subject } from '#shared/rounds/kind.ts'
import { isRoundKind, readResult, roundKind } from '#shared/rounds/kinds.ts'
import { sum } from '#shared/statistics/summary.ts'

type Loose = Readonly<Record<string, unknown>>

const ballotTime = historyFields.at

const isLoose = (value: unknown): value is Loose =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
const looseList = (value: unknown): readonly Loose[] => (Array.isArray(value) ? value.filter(isLoose) : [])

export function* roundFaults(record: Loose): Generator<Fault> {
  const seatIds = new Set(looseList(record.seats).map(({ id }) => id))
  const rounds = Array.isArray(record.rounds) ? record.rounds : []
  const ballotCount = sum(
    looseList(rounds).map(({ ballots }) => (Array.isArray(ballots) ? ballots.length : 0)),
  )
  if (ballotCount > limits.ballots) {
    yield { path: '/workshop/record/rounds', message: `These have more than ${limits.ballots} ballots.` }
    return
  }
  for (const [index, round] of rounds.entries()) {
    if (isLoose(round)) yield* oneRound(round, seatIds, `/workshop/record/rounds/${index}`)
  }
}

function* oneRound(round: Loose, seatIds: ReadonlySet<unknown>, path: string): Generator<Fault> {
  const { kind, status, result, ballots } = round
  const known = typeof kind === 'string' && isRoundKind(kind) ? kind : null
  if (status !== 'revealed') {
    if (ballots !== undefined) {
      yield { path: `${path}/ballots`, message: 'Only a revealed round may carry ballots.' }
    }
    if (result !== undefined && result !== null) {
      yield { path: `${path}/result`, message: 'Only a revealed round has a result.' }
    }
  } else if (ballots !== undefined) {
    yield* ballotsFaults(ballots, known, subjectsOf(round), seatIds, `${path}/ballots`)
  } else if (known && readResult(known, result) === null) {
    yield { path: `${path}/result`, message: `This is not the result of a round of ${known}.` }
  }
}

/** What a round in a file is about; entries that do not fit were named as faults elsewhere. */
export const subjectsOf = (round: Loose): RoundSubjects => ({
  subjects: subjectList(round.subjects),
  columns: subjectList(round.columns),
})

const subjectList = (value: unknown): Subject[] =>
  looseList(value).map(({ id, title }) => ({ id: String(id), title: String(title ?? '') }))

function* ballotsFaults(
  ballots: unknown,
  kind: Parameters<typeof roundKind>[0] | null,
  about: RoundSubjects,
  seatIds: ReadonlySet<unknown>,
  path: string,
): Generator<Fault> {
  if (!Array.isArray(ballots)) return yield { path, message: 'This is not a list.' }
  if (ballots.length > limits.ballotsOfRound) return yield { path, message: 'These are too many ballots.' }
  const voted = new Set<unknown>()
  for (const [index, one] of ballots.entries()) {
    const at = `${path}/${index}`
    if (!isLoose(one)) yield { path: at, message: 'This is not an object.' }
    else {
      yield* envelopeFaults(one, seatIds, voted, at)
      yield* ballotFaults(one.ballot, kind, about, `${at}/ballot`)
    }
  }
}

function* envelopeFaults(one: Loose, seatIds: ReadonlySet<unknown>, voted: Set<unknown>, at: string) {
  const { seatId, receivedAt } = one
  if (!seatIds.has(seatId)) yield { path: `${at}/seatId`, message: 'There is no such seat in the file.' }
  if (voted.has(seatId)) yield { path: `${at}/seatId`, message: 'This seat has a ballot already.' }
  voted.add(seatId)
  if (ballotTime.fault(receivedAt) !== null) {
    yield { path: `${at}/receivedAt`, message: 'This is not a time in milliseconds.' }
  }
}

function* ballotFaults(
  ballot: unknown,
  kind: Parameters<typeof roundKind>[0] | null,
  about: RoundSubjects,
  path: string,
): Generator<Fault> {
  if (!isLoose(ballot)) return yield { path, message: 'This is not an object.' }
  if (!kind) return
  const parsed = roundKind(kind).ballot.safeParse(ballot)
  const faults = parsed.success ? roundKind(kind).faults(parsed.data, about) : faultsOf(parsed.error)
  for (const { path: within, message } of faults) yield { path: `${path}${within}`, message }
}
