/** How rows of the database appear in the record, field by field: what is not written here, the room cannot see. */
import type * as Y from 'yjs'
import type { Seated } from '#server/auth/seats.ts'
import type { RoundRow } from '#server/persistence/tables.ts'
import { type ChangesOf, insertRow, readRow, updateRow, updateSingle } from '#shared/document/collection.ts'
import type { Activity } from '#shared/record/activities.ts'
import { type Anonymity, agenda, rounds, seats } from '#shared/record/schema.ts'
import type { RoundSubjects } from '#shared/rounds/kind.ts'

/** Seniority stays in the database: only the facilitator may know it. */
export function mirrorSeat(record: Y.Doc, seat: Seated): void {
  const values: ChangesOf<typeof seats> = {
    name: seat.name,
    title: seat.title,
    functionName: seat.function_name,
    role: seat.role,
    proxy: seat.proxy === 1,
    joinedAt: seat.joined_at,
    removedAt: seat.removed_at,
    hasSeenResults: seat.has_seen_results === 1,
    note: seat.note,
  }
  if (readRow(record, seats, seat.id)) updateRow(record, seats, seat.id, values)
  else insertRow(record, seats, seat.id, values)
}

export function mirrorAgenda(record: Y.Doc, activity: Activity, seatId: string, now: number): void {
  updateSingle(record, agenda, { activity, movedAt: now, movedBy: seatId })
}

/** A round that has just opened. It has nowhere to put a value. */
export function mirrorNewRound(record: Y.Doc, round: RoundRow, about: RoundSubjects): void {
  insertRow(record, rounds, round.id, {
    kind: round.kind,
    number: round.number,
    status: 'open',
    subjects: about.subjects.map(({ id, title }) => ({ id, title })),
    columns: about.columns.map(({ id, title }) => ({ id, title })),
    anonymity: round.anonymity as Anonymity,
    minFunctionSize: round.min_function_size,
    informed: round.informed === 1,
    openedAt: round.opened_at,
    sealedCount: 0,
    expectedCount: 0,
  })
}

export function mirrorRound(record: Y.Doc, roundId: string, changes: ChangesOf<typeof rounds>): void {
  updateRow(record, rounds, roundId, changes)
}
