/** The workshop file out of documents as the log has them, with what whoever asks may see, masked for them. */
import * as Y from 'yjs'
import type { Json } from '#shared/document/fields.ts'
import { exportWorkshop } from '#shared/exchange/export.ts'
import type { HistoryEntry, WorkshopFile } from '#shared/exchange/file.ts'
import { masked } from '#shared/exchange/masked.ts'
import type { KnownIdentities } from '#shared/interviews/mask.ts'
import { withoutActivity } from '#shared/report/recognised.ts'

type Parts = readonly Uint8Array[]

/** What whoever asks may see, to be read in a thread of its own. */
export interface FileInputs {
  readonly board: Parts
  readonly record: Parts
  readonly interviews: Parts | null
  /** As JSON. */
  readonly extras: string
  /** By seat id, for facilitators. */
  readonly seniority: readonly (readonly [string, number])[] | null
  /** Null: what the vault knows stays as it is. */
  readonly known: KnownIdentities | null
  readonly isFullyMasked: boolean
  /** Whether it may be told who changed what. */
  readonly isActivityTold: boolean
  readonly exportedAt: string
  readonly exportedBy: string
  readonly appVersion: string
  readonly server: string
}

export function workshopFile(inputs: FileInputs, history: readonly HistoryEntry[]): WorkshopFile {
  const { interviews, known, seniority } = inputs
  const whole = exportWorkshop({
    board: docOf(inputs.board),
    record: docOf(inputs.record),
    interviews: interviews && docOf(interviews),
    seniority: seniority && new Map(seniority),
    history,
    extras: JSON.parse(inputs.extras) as Json,
    exportedAt: inputs.exportedAt,
    exportedBy: inputs.exportedBy,
    appVersion: inputs.appVersion,
    server: inputs.server,
  })
  const shown = known ? masked(whole, { known, isFull: inputs.isFullyMasked }) : whole
  return withoutActivity(shown, inputs.isActivityTold)
}

function docOf(parts: Parts): Y.Doc {
  const doc = new Y.Doc()
  doc.transact(() => {
    for (const part of parts) Y.applyUpdate(doc, part)
  })
  return doc
}
