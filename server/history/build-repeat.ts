/**
 * A new workshop made of one that was held before: its masked file, the report of it, and of these what comes over. Made
 * in the document worker; what the former workshop keeps never leaves it but as `repeatFile` says.
 */
import { seededChance } from '#server/chance.ts'
import { type BuiltFile, buildFile, type Reading } from '#server/history/build-file.ts'
import { docOf } from '#server/persistence/load-doc.ts'
import type { StoredDocument } from '#server/persistence/storage.ts'
import { exportWorkshop } from '#shared/exchange/export.ts'
import { masked } from '#shared/exchange/masked.ts'
import type { KnownIdentities } from '#shared/interviews/mask.ts'
import { buildReport } from '#shared/report/build-report.ts'
import { withoutNames, withoutPrivateWords } from '#shared/report/recognised.ts'
import { type Repeat, repeatFile } from '#shared/report/repeat-file.ts'

export interface RepeatInputs {
  readonly board: StoredDocument
  readonly record: StoredDocument
  /** Null while the envelope is sealed. */
  readonly interviews: StoredDocument | null
  readonly known: KnownIdentities
  readonly repeat: Repeat
  readonly appVersion: string
  /** All chance there is. */
  readonly seed: Uint8Array
}

export function buildRepeat({ known, repeat, seed, appVersion, ...parts }: RepeatInputs): Reading<BuiltFile> {
  const whole = exportWorkshop({
    board: docOf(parts.board),
    record: docOf(parts.record),
    interviews: parts.interviews && docOf(parts.interviews),
    seniority: null,
    history: [],
    extras: {},
    exportedAt: new Date(repeat.at).toISOString(),
    appVersion,
  })
  const file = masked(whole, { known, isFull: false })
  const report = buildReport(withoutNames(withoutPrivateWords(masked(whole, { known, isFull: true }))), {
    workshopId: repeat.workshopId,
    exportedBy: '',
    state: 'final',
  })
  return buildFile(repeatFile(file, report, repeat), seededChance(seed))
}
