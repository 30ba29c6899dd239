/**
 * The life of a round: open, closed, revealed, or discarded. Each step is one transaction of rows and record, under the
 * workshop's lock, so two facilitators at once make one step. Every function here runs inside such a command.
 */
import type * as Y from 'yjs'
import { votes } from '#server/auth/policy.ts'
import { currentSeat, hasDevice, type Seated, seatsOf, seatsWithDevice } from '#server/auth/seats.ts'
import { type BallotBox, kindOf, type Receipt } from '#server/ballots/ballot-box.ts'
import type { Clock } from '#server/chance.ts'
import type { Database, Tx } from '#server/persistence/storage.ts'
import type { RoundRow } from '#server/persistence/tables.ts'
import { AppError } from '#server/problem.ts'
import { mirrorNewRound, mirrorRound } from '#server/record/mirror.ts'
import { readSingle } from '#shared/document/collection.ts'
import { type Anonymity, envelope } from '#shared/record/schema.ts'
import type { RoundSubjects } from '#shared/rounds/kind.ts'
import { isRoundKind } from '#shared/rounds/kinds.ts'

export interface NewRound {
  readonly id: string
  readonly workshopId: string
  readonly kind: string
  readonly about: RoundSubjects
  readonly anonymity: Anonymity
  readonly minFunctionSize: number
}

export class Rounds {
  readonly #box: BallotBox
  readonly #clock: Clock

  constructor(box: BallotBox, clock: Clock) {
    this.#box = box
    this.#clock = clock
  }

  /** Opens a round; answers its number. One of a kind at a time; a discarded round gives its number back. */
  async open(tx: Tx, record: Y.Doc, wanted: NewRound): Promise<number> {
    const earlier = await tx
      .selectFrom('rounds')
      .select(['number', 'status'])
      .where('workshop_id', '=', wanted.workshopId)
      .where('kind', '=', wanted.kind)
      .where('status', '!=', 'discarded')
      .execute()
    if (earlier.some(({ status }) => status !== 'revealed')) throw new AppError('round-open-already')
    const number = Math.max(0, ...earlier.map((one) => one.number)) + 1
    const round: RoundRow = {
      id: wanted.id,
      workshop_id: wanted.workshopId,
      kind: wanted.kind,
      number,
      status: 'open',
      about: JSON.stringify(wanted.about),
      anonymity: wanted.anonymity,
      min_function_size: wanted.minFunctionSize,
      informed: readSingle(record, envelope).openedAt === null ? 0 : 1,
      opened_at: this.#clock.now(),
      closed_at: null,
      revealed_at: null,
    }
    await tx.insertInto('rounds').values(round).execute()
    mirrorNewRound(record, round, wanted.about)
    await this.#recount(tx, record, round)
    return number
  }

  /** Keeps, seals or unseals a ballot. The room learns how many have sealed, and only when that changes. */
  async put(
    tx: Tx,
    record: Y.Doc,
    round: RoundRow,
    seat: Seated,
    sent: Readonly<Record<string, unknown>>,
  ): Promise<Receipt> {
    if (!votes(seat, isGuess(round))) throw new AppError('no-ballot-for-you')
    return this.#keep(tx, record, round, seat.id, sent)
  }

  /** Seals a paper ballot. Only for a seat nobody can reach from a device: nobody else's ballot can be replaced so. */
  async putForProxy(
    tx: Tx,
    record: Y.Doc,
    round: RoundRow,
    seatId: string,
    sent: Readonly<Record<string, unknown>>,
  ): Promise<Receipt> {
    const seat = await currentSeat(tx, round.workshop_id, seatId)
    if (!seat) throw new AppError('not-found')
    if (seat.proxy !== 1 || (await hasDevice(tx, seatId)))
      throw new AppError('not-allowed', {
        title: 'This person has a device and seals their own ballot: add somebody without a device instead.',
      })
    if (!votes(seat, isGuess(round))) throw new AppError('no-ballot-for-you')
    return this.#keep(tx, record, round, seat.id, { ...sent, sealed: true })
  }

  async #keep(
    tx: Tx,
    record: Y.Doc,
    round: RoundRow,
    seatId: string,
    sent: Readonly<Record<string, unknown>>,
  ): Promise<Receipt> {
    if (round.status === 'closed') throw new AppError('round-closed')
    if (round.status !== 'open') throw new AppError('round-ended')
    const receipt = await this.#box.put(tx, round, seatId, sent)
    await this.#recount(tx, record, round)
    return receipt
  }

  async close(tx: Tx, record: Y.Doc, round: RoundRow): Promise<void> {
    if (round.status === 'discarded') throw new AppError('round-ended')
    if (round.status !== 'open') return
    const closedAt = this.#clock.now()
    await change(tx, round.id, { status: 'closed', closed_at: closedAt })
    mirrorRound(record, round.id, { status: 'closed', closedAt })
  }

  /** Whether the room has guessed and no guess waits to be revealed: the envelope may be opened. */
  async isGuessFinished(tx: Tx, workshopId: string): Promise<boolean> {
    const guesses = await guessesOf(tx, workshopId)
    const isWaiting = ({ status }: RoundRow) => status === 'open' || status === 'closed'
    return (
      guesses.some(({ kind, status }) => kind === 'weights' && status === 'revealed') &&
      !guesses.some(isWaiting)
    )
  }

  /** Closes every guess that is still open: what comes after the opening of the envelope is none. */
  async closeGuesses(tx: Tx, record: Y.Doc, workshopId: string): Promise<void> {
    for (const round of await guessesOf(tx, workshopId))
      if (round.status === 'open') await this.close(tx, record, round)
  }

  /** Flips the state and publishes, in one. A second reveal finds it done. */
  async reveal(tx: Tx, record: Y.Doc, round: RoundRow): Promise<void> {
    if (round.status === 'discarded') throw new AppError('round-ended')
    if (round.status === 'revealed') return
    const now = this.#clock.now()
    const closedAt = round.closed_at ?? now
    const turnout = await this.turnout(tx, round)
    const result = await this.#box.tally(tx, round, turnout.voters)
    await change(tx, round.id, { status: 'revealed', closed_at: closedAt, revealed_at: now })
    mirrorRound(record, round.id, {
      status: 'revealed',
      closedAt,
      revealedAt: now,
      sealedCount: turnout.sealed.length,
      expectedCount: turnout.expected.length,
      missing: turnout.missing,
      result,
      beat: 0,
    })
  }

  /** Everyone is on this beat of the reveal from now on. */
  setBeat(record: Y.Doc, round: RoundRow, beat: number): void {
    mustBeRevealed(round)
    mirrorRound(record, round.id, { beat })
  }

  /** Shows everyone how the talk before this round moved the room. Only a later round of weights has such a talk. */
  shareDrift(record: Y.Doc, round: RoundRow): void {
    if (round.kind !== 'weights' || round.number < 2)
      throw new AppError('bad-request', {
        title: 'Only a second or later round of weights shows how the talk moved the room.',
      })
    mustBeRevealed(round)
    mirrorRound(record, round.id, { driftShared: true })
  }

  async discard(tx: Tx, record: Y.Doc, round: RoundRow): Promise<void> {
    if (round.status === 'revealed') throw new AppError('round-ended')
    if (round.status === 'discarded') return
    await this.#box.empty(tx, round.id)
    await change(tx, round.id, { status: 'discarded', closed_at: round.closed_at ?? this.#clock.now() })
    mirrorRound(record, round.id, { status: 'discarded', sealedCount: 0 })
  }

  /** To be called when somebody came, left or changed their role: an open round counts them. */
  async recountOpen(tx: Tx, record: Y.Doc, workshopId: string): Promise<void> {
    const open = await tx
      .selectFrom('rounds')
      .selectAll()
      .where('workshop_id', '=', workshopId)
      .where('status', '=', 'open')
      .execute()
    // A file of a newer version may have brought rounds that nobody here votes in.
    for (const round of open) if (isRoundKind(round.kind)) await this.#recount(tx, record, round)
  }

  /**
   * Who votes in a round, who has begun, sealed, and is missing. What a removed seat has given still counts; people who
   * came with a file, and to whose seats nobody can come back, are not waited for.
   */
  async turnout(db: Database | Tx, round: RoundRow): Promise<Turnout> {
    const states = await this.#box.states(db, round.id)
    const sealedIds = new Set(states.filter((state) => state.sealed).map((state) => state.seatId))
    const begunIds = new Set(states.map((state) => state.seatId))
    const givenIds = kindOf(round).countsDrafts ? begunIds : sealedIds
    const seats = await seatsOf(db, round.workshop_id)
    const devices = await seatsWithDevice(db, round.workshop_id)
    const canVote = (seat: Seated) => seat.removed_at === null && (seat.proxy === 1 || devices.has(seat.id))
    const voters = seats.filter(
      (seat) => votes(seat, isGuess(round)) && (canVote(seat) || givenIds.has(seat.id)),
    )
    const expected = voters.map((seat) => seat.id)
    return {
      voters,
      expected,
      sealed: expected.filter((id) => sealedIds.has(id)),
      started: expected.filter((id) => begunIds.has(id) && !sealedIds.has(id)),
      missing: expected.filter((id) => !givenIds.has(id)),
    }
  }

  async #recount(tx: Tx, record: Y.Doc, round: RoundRow): Promise<void> {
    const { sealed, expected } = await this.turnout(tx, round)
    mirrorRound(record, round.id, { sealedCount: sealed.length, expectedCount: expected.length })
  }
}

export interface Turnout {
  readonly voters: readonly Seated[]
  readonly expected: readonly string[]
  readonly sealed: readonly string[]
  readonly started: readonly string[]
  readonly missing: readonly string[]
}

/** The round of that id in this workshop. */
export async function findRound(db: Database | Tx, workshopId: string, roundId: string): Promise<RoundRow> {
  const round = await db
    .selectFrom('rounds')
    .selectAll()
    .where('id', '=', roundId)
    .where('workshop_id', '=', workshopId)
    .executeTakeFirst()
  if (!round) throw new AppError('no-such-round')
  return round
}

/** Rounds of a file from a newer version may be of kinds that nobody here votes in: none of them is waited for. */
async function guessesOf(tx: Tx, workshopId: string): Promise<readonly RoundRow[]> {
  const all = await tx
    .selectFrom('rounds')
    .selectAll()
    .where('workshop_id', '=', workshopId)
    .orderBy('number')
    .orderBy('id')
    .execute()
  return all.filter((round) => isRoundKind(round.kind) && isGuess(round))
}

/** A vote after the envelope was opened is informed: it is no guess, so whoever has seen the answers may take part. */
const isGuess = (round: RoundRow): boolean => kindOf(round).isGuess && round.informed === 0

function mustBeRevealed({ status }: RoundRow): void {
  if (status === 'discarded') throw new AppError('round-ended')
  if (status !== 'revealed') throw new AppError('round-not-revealed')
}

async function change(tx: Tx, roundId: string, changes: Partial<RoundRow>): Promise<void> {
  await tx.updateTable('rounds').set(changes).where('id', '=', roundId).execute()
}
