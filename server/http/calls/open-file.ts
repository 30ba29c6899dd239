/** A workshop made of a workshop file: all of it, or every fault by path and nothing. */
import { newSeat, type Seated } from '#server/auth/seats.ts'
import type { BallotBox } from '#server/ballots/ballot-box.ts'
import { newId, shuffled } from '#server/chance.ts'
import type { Service } from '#server/http/service.ts'
import { insertRows } from '#server/persistence/insert-rows.ts'
import type { Tx } from '#server/persistence/storage.ts'
import { AppError } from '#server/problem.ts'
import { mirrorSeat } from '#server/record/mirror.ts'
import { emptyDocs, type NewWorkshop } from '#server/record/new-workshop.ts'
import { scene } from '#shared/board/schema.ts'
import { readSingle, updateSingle } from '#shared/document/collection.ts'
import { parseWorkshopFile } from '#shared/exchange/parse.ts'
import { type Written, type WrittenSeat, writeWorkshop } from '#shared/exchange/write.ts'
import { interviewFigures } from '#shared/interviews/counted.ts'
import { envelope, type Role, roles } from '#shared/record/schema.ts'

interface Opening {
  /** Who opens it by name: a facilitator of that name in the file, or a new seat. Null: the file's first facilitator. */
  readonly owner: { readonly name: string; readonly functionName?: string | undefined } | null
  readonly isDemo: boolean
}

export function openFile(service: Service, json: unknown, { owner, isDemo }: Opening): NewWorkshop {
  const { chance, clock, box } = service
  const parsed = parseWorkshopFile(json)
  if (!parsed.ok) throw new AppError('file-faults', { faults: parsed.faults })
  const id = newId(chance)
  const docs = emptyDocs(chance)
  const written = writeWorkshop(parsed.file, docs, {
    newId: () => newId(chance),
    shuffle: (values) => shuffled(chance, values),
  })
  const seats = written.seats.map((seat) => seatRow(id, seat))
  const mine =
    seats.find((seat) => isFacilitator(seat) && (owner === null || seat.name === owner.name)) ??
    newSeat(
      {
        workshopId: id,
        name: owner?.name ?? 'Facilitator',
        functionName: owner?.functionName ?? '',
        role: 'facilitator',
      },
      seats,
      chance,
      clock,
    )
  if (!seats.includes(mine)) {
    seats.push(mine)
    mirrorSeat(docs.record, mine)
  }
  updateSingle(docs.record, envelope, { ...interviewFigures(docs.interviews) })
  return {
    id,
    title: readSingle(docs.board, scene).title,
    isDemo,
    docs,
    seats,
    ownerId: mine.id,
    extras: JSON.stringify(written.extras),
    more: (tx) => storeRest(tx, box, id, written),
  }
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

async function storeRest(tx: Tx, box: BallotBox, workshopId: string, written: Written): Promise<void> {
  const rounds = written.rounds.map((round) => ({
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
  await box.takeIn(tx, written.ballots)
  const entries = written.history.map((entry, index) => ({
    workshop_id: workshopId,
    seq: index + 1,
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
