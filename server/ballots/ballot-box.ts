/**
 * The ballot box: the one place that reads and writes what is in a ballot. Out of it come a voter's own ballot, who has
 * sealed, and, with the reveal, a round's tally; never a ballot beside a seat ([S1]). All of it goes through the
 * database: nothing is kept in memory, logged or sent between processes.
 */
import * as z from 'zod/mini'
import { type Chance, type Clock, shuffled } from '#server/chance.ts'
import { insertRows } from '#server/persistence/insert-rows.ts'
import type { Database, Tx } from '#server/persistence/storage.ts'
import type { RoundRow } from '#server/persistence/tables.ts'
import { AppError } from '#server/problem.ts'
import type { Json } from '#shared/document/fields.ts'
import { faultsOf } from '#shared/protocol/faults.ts'
import type { Fault } from '#shared/protocol/problems.ts'
import type { Anonymity, Round } from '#shared/record/schema.ts'
import type { RoundKind, RoundSubjects } from '#shared/rounds/kind.ts'
import { isRoundKind, roundKind } from '#shared/rounds/kinds.ts'
import { weights } from '#shared/rounds/weights.ts'
import { type BothBallots, type WeightsDrift, weightsDrift } from '#shared/rounds/weights-drift.ts'

export interface Receipt {
  readonly sealed: boolean
  readonly receivedAt: number
}

/** That somebody has begun or sealed, and nothing about what. */
export interface BallotState {
  readonly seatId: string
  readonly sealed: boolean
}

export interface OwnBallot {
  readonly ballot: Record<string, unknown> | null
  readonly sealed: boolean
  readonly receivedAt: number | null
}

export interface ImportedBallot {
  readonly roundId: string
  readonly seatId: string
  readonly ballot: Json
  readonly receivedAt: number
}

interface Voter {
  readonly id: string
  readonly function_name: string
}

export class BallotBox {
  readonly #clock: Clock
  readonly #chance: Chance

  constructor(clock: Clock, chance: Chance) {
    this.#clock = clock
    this.#chance = chance
  }

  /** Keeps a ballot as a draft or sealed; what it replaces is gone. Refuses with every fault named. */
  async put(
    tx: Tx,
    round: RoundRow,
    seatId: string,
    sent: Readonly<Record<string, unknown>>,
  ): Promise<Receipt> {
    const { sealed, ...values } = sent
    const ballot = JSON.stringify(this.#checked(round, values, sealed === true))
    const receipt = { sealed: sealed === true, receivedAt: this.#clock.now() }
    const row = { ballot, sealed: receipt.sealed ? 1 : 0, received_at: receipt.receivedAt }
    await tx
      .insertInto('ballots')
      .values({ round_id: round.id, seat_id: seatId, ...row })
      .onConflict((conflict) => conflict.columns(['round_id', 'seat_id']).doUpdateSet(row))
      .execute()
    return receipt
  }

  /** A voter's own ballot as last kept. */
  async own(db: Database, roundId: string, seatId: string): Promise<OwnBallot> {
    const row = await db
      .selectFrom('ballots')
      .selectAll()
      .where('round_id', '=', roundId)
      .where('seat_id', '=', seatId)
      .executeTakeFirst()
    if (!row) return { ballot: null, sealed: false, receivedAt: null }
    return {
      ballot: JSON.parse(row.ballot) as Record<string, unknown>,
      sealed: row.sealed === 1,
      receivedAt: row.received_at,
    }
  }

  /** Who has begun and who has sealed. */
  async states(db: Database | Tx, roundId: string): Promise<BallotState[]> {
    const rows = await db
      .selectFrom('ballots')
      .select(['seat_id', 'sealed'])
      .where('round_id', '=', roundId)
      .orderBy('seat_id')
      .execute()
    return rows.map((row) => ({ seatId: row.seat_id, sealed: row.sealed === 1 }))
  }

  /** What a reveal publishes of these voters' ballots: the sealed ones, or all where drafts count. Only for a round that takes no more ballots. */
  async tally(tx: Tx, round: RoundRow, voters: readonly Voter[]): Promise<Json> {
    const kind = kindOf(round)
    const voterById = new Map(voters.map((voter) => [voter.id, voter]))
    const kept = tx
      .selectFrom('ballots')
      .select(['seat_id', 'ballot'])
      .where('round_id', '=', round.id)
      .orderBy('seat_id')
    const rows = await (kind.countsDrafts ? kept : kept.where('sealed', '=', 1)).execute()
    const counted = rows.flatMap((row) => {
      const voter = voterById.get(row.seat_id)
      const ballot = z.parse(kind.ballot, JSON.parse(row.ballot))
      return voter ? [{ seatId: voter.id, functionName: voter.function_name, ballot }] : []
    })
    return kind.tally(counted, aboutOf(round), {
      anonymity: round.anonymity as Anonymity,
      minFunctionSize: round.min_function_size,
      shuffle: (values) => shuffled(this.#chance, values),
    })
  }

  /** How the talk between two revealed rounds of points moved the room; of the ballots, only these figures leave. */
  async drift(db: Database, before: Round, after: Round): Promise<WeightsDrift> {
    const rows = await db
      .selectFrom('ballots')
      .innerJoin('rounds', 'rounds.id', 'ballots.round_id')
      .innerJoin('seats', 'seats.id', 'ballots.seat_id')
      .select(['ballots.round_id', 'ballots.seat_id', 'ballots.ballot', 'seats.seniority'])
      .where('ballots.round_id', 'in', [before.id, after.id])
      .where('ballots.sealed', '=', 1)
      .where('rounds.status', '=', 'revealed')
      .where('rounds.kind', '=', 'weights')
      .orderBy('ballots.seat_id')
      .execute()
    const people = new Map<string, BothBallots>()
    for (const row of rows) {
      const ballot = z.parse(weights.ballot, JSON.parse(row.ballot))
      const so = people.get(row.seat_id) ?? { seniority: row.seniority, before: null, after: null }
      people.set(row.seat_id, { ...so, [row.round_id === before.id ? 'before' : 'after']: ballot })
    }
    return weightsDrift([...people.values()], before.subjects)
  }

  /** Takes in the ballots of revealed rounds that an imported file carries; they were checked with it. */
  async takeIn(tx: Tx, ballots: readonly ImportedBallot[]): Promise<void> {
    const rows = ballots.map(({ roundId, seatId, ballot, receivedAt }) => ({
      round_id: roundId,
      seat_id: seatId,
      ballot: JSON.stringify(ballot),
      sealed: 1,
      received_at: receivedAt,
    }))
    await insertRows(tx, 'ballots', rows)
  }

  /** Throws away all ballots of a round that ends without results. */
  async empty(tx: Tx, roundId: string): Promise<void> {
    await tx.deleteFrom('ballots').where('round_id', '=', roundId).execute()
  }

  #checked(round: RoundRow, values: Record<string, unknown>, isSealed: boolean): unknown {
    const kind = kindOf(round)
    const parsed = z.safeParse(kind.ballot, values)
    if (!parsed.success) refuse(faultsOf(parsed.error))
    const faults = isSealed ? kind.faults(parsed.data, aboutOf(round)) : []
    return faults.length > 0 ? refuse(faults) : parsed.data
  }
}

function refuse(faults: readonly Fault[]): never {
  throw new AppError('ballot-faults', { faults })
}

const aboutOf = (round: RoundRow): RoundSubjects => JSON.parse(round.about) as RoundSubjects

export function kindOf(round: Pick<RoundRow, 'kind'>): RoundKind<unknown, Json> {
  if (!isRoundKind(round.kind))
    throw new AppError('bad-request', { title: 'This kind of round is not known.' })
  return roundKind(round.kind)
}
