/** The demo as a checked file, and imported into fresh documents. */
import * as Y from 'yjs'
import { demoWorkshop } from '#shared/exchange/demo/demo-workshop.ts'
import { type ExportSource, exportWorkshop } from '#shared/exchange/export.ts'
import type { WorkshopFile } from '#shared/exchange/file.ts'
import { parseWorkshopFile } from '#shared/exchange/parse.ts'
import { type WorkshopDocs, type Written, writeWorkshop } from '#shared/exchange/write.ts'
import type { RoundSubjects } from '#shared/rounds/kind.ts'
import { idsFrom, shuffleFrom } from '#test/support/random.ts'

export function parsed(json: unknown): WorkshopFile {
  const result = parseWorkshopFile(json)
  if (!result.ok) throw new Error(JSON.stringify(result.faults.slice(0, 5)))
  return result.file
}

export const demoFile = (): WorkshopFile => parsed(structuredClone(demoWorkshop))

export interface Imported extends Written {
  readonly docs: WorkshopDocs
}

export function imported(file: WorkshopFile, seed = 1): Imported {
  const docs = { board: new Y.Doc(), record: new Y.Doc(), interviews: new Y.Doc() }
  return { docs, ...writeWorkshop(file, docs, { newId: idsFrom(seed), shuffle: shuffleFrom(seed) }) }
}

/** What a facilitator exports of an imported workshop, with the envelope open. */
export function exported(from: Imported, changes: Partial<ExportSource> = {}): WorkshopFile {
  return exportWorkshop({
    ...from.docs,
    seniority: new Map(
      from.seats.flatMap(({ id, seniority }) => (seniority === null ? [] : [[id, seniority]])),
    ),
    history: from.history,
    extras: from.extras,
    exportedAt: '2026-11-21T10:00:00.000Z',
    appVersion: '0.1.0',
    ...changes,
  })
}

interface DemoRound extends RoundSubjects {
  readonly kind: string
  readonly result: unknown
  readonly ballots: readonly { readonly seatId: string; readonly ballot: unknown }[]
}

/** The rounds of the demo with their ballots, as its file holds them. */
export const demoRounds = (): readonly DemoRound[] =>
  (demoWorkshop as { workshop: { record: { rounds: readonly DemoRound[] } } }).workshop.record.rounds
