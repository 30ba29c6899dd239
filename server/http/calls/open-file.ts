/** A workshop made of a workshop file: all of it, or every fault by path and nothing. */
import * as Y from 'yjs'
import { newSeat, type Seated } from '#server/auth/seats.ts'
import type { BallotBox } from '#server/ballots/ballot-box.ts'
import { newClientId, newId } from '#server/chance.ts'
import {
  type BuiltFile,
  buildFile,
  filePreview,
  partsOf,
  type Reading,
  type Unread,
} from '#server/history/build-file.ts'
import type { LargeBody } from '#server/http/body.ts'
import type { Service } from '#server/http/service.ts'
import { insertRows } from '#server/persistence/insert-rows.ts'
import type { Tx } from '#server/persistence/storage.ts'
import { AppError } from '#server/problem.ts'
import { mirrorSeat } from '#server/record/mirror.ts'
import type { NewWorkshop } from '#server/record/new-workshop.ts'
import type { FilePreview } from '#shared/exchange/preview.ts'
import type { WrittenSeat } from '#shared/exchange/write.ts'
import { type Role, roles } from '#shared/record/schema.ts'

interface Opening {
  /** Who opens it by name: a facilitator of that name in the file, or a new seat. Null: the file's first facilitator. */
  readonly owner: { readonly name: string; readonly functionName?: string | undefined } | null
  readonly isDemo: boolean
}

export const SEED_BYTES = 32
const COME_BACK_S = 5

/** What `read` makes of a large body where it holds nobody up; throws what is wrong with it. */
export async function readLarge<T>(
  service: Service,
  { bytes }: LargeBody,
  read: (unread: Unread) => Promise<Reading<T>>,
): Promise<T> {
  refuseWhenFull(service)
  return resultOf(await read({ bytes, seed: service.chance.bytes(SEED_BYTES) }))
}

/** What is built in the worker lies in memory while it waits. */
export function refuseWhenFull({ files }: Service): void {
  if (files.isFull)
    throw new AppError('too-many-tries', {
      title: 'Several large files are being opened already: wait a few seconds, then open yours again.',
      retryAfterS: COME_BACK_S,
    })
}

export const previewSmall = (json: unknown): FilePreview => resultOf(filePreview(json))

export const readSmall = ({ chance }: Service, json: unknown): BuiltFile => resultOf(buildFile(json, chance))

export function resultOf<T>(reading: Reading<T>): T {
  if (reading.status === 'read') return reading.value
  const { status, ...detail } = reading
  throw new AppError(status, detail)
}

export function openFile(service: Service, file: BuiltFile, { owner, isDemo }: Opening): NewWorkshop {
  const { chance, clock, box } = service
  const id = newId(chance)
  const seats = file.seats.map((seat) => seatRow(id, seat))
  const found = seats.find((seat) => isFacilitator(seat) && (owner === null || seat.name === owner.name))
  const wanted = {
    workshopId: id,
    name: owner?.name ?? 'Facilitator',
    functionName: owner?.functionName ?? '',
    role: 'facilitator',
  } as const
  const mine = found ?? newSeat(wanted, seats, chance, clock)
  const { states } = file
  return {
    id,
    title: file.title,
    isDemo,
    states: found ? states : { ...states, record: withSeat(states.record, mine, newClientId(chance)) },
    seats: found ? seats : [...seats, mine],
    ownerId: mine.id,
    extras: file.extras,
    more: (tx) => storeRest(tx, box, id, file),
  }
}

/** An encoded record with one more seat, without decoding it. */
function withSeat(record: Uint8Array, seat: Seated, clientId: number): Uint8Array {
  const added = new Y.Doc()
  added.clientID = clientId
  mirrorSeat(added, seat)
  return Y.mergeUpdates([record, Y.encodeStateAsUpdate(added)])
}

const isFacilitator = (seat: Seated) => seat.role === 'facilitator' && seat.removed_at === null

const seatRow = (workshopId: string, seat: WrittenSeat): Seated => ({
  id: seat.id,
  workshop_id: workshopId,
  name: seat.name,
  title: seat.title,
  function_name: seat.functionName,
  role: roleOf(seat.role),
  seniority: seat.seniority,
  proxy: seat.proxy ? 1 : 0,
  has_seen_results: seat.hasSeenResults ? 1 : 0,
  note: seat.note,
  joined_at: seat.joinedAt,
  removed_at: seat.removedAt,
})

const roleOf = (role: string): Role => roles.find((known) => known === role) ?? 'viewer'

async function storeRest(tx: Tx, box: BallotBox, workshopId: string, file: BuiltFile): Promise<void> {
  const rounds = file.rounds.map((round) => ({
    id: round.id,
    workshop_id: workshopId,
    kind: round.kind,
    number: round.number,
    status: round.status,
    about: JSON.stringify(round.about),
    anonymity: round.anonymity,
    min_function_size: round.minFunctionSize,
    informed: round.informed ? 1 : 0,
    opened_at: round.openedAt,
    closed_at: round.closedAt,
    revealed_at: round.revealedAt,
  }))
  await insertRows(tx, 'rounds', rounds)
  for (const { values } of partsOf(file.ballots)) await box.takeIn(tx, values)
  for (const { from, values } of partsOf(file.history)) {
    const entries = values.map((entry, index) => ({
      workshop_id: workshopId,
      seq: from + index + 1,
      doc_kind: entry.document,
      collection: entry.collection,
      record_id: entry.recordId,
      field: entry.field,
      old_value: entry.from === null ? null : JSON.stringify(entry.from),
      new_value: entry.to === null ? null : JSON.stringify(entry.to),
      seat_id: entry.seatId,
      at: entry.at,
      reason: entry.reason,
    }))
    await insertRows(tx, 'journal', entries)
  }
}
