/** What the calls are made of, put together once at the start. */
import type { LinkBase } from '#server/auth/links.ts'
import type { Tries } from '#server/auth/tries.ts'
import type { BallotBox } from '#server/ballots/ballot-box.ts'
import type { Rounds } from '#server/ballots/rounds.ts'
import type { Chance, Clock } from '#server/chance.ts'
import type { Config } from '#server/config.ts'
import type { FileBuilder } from '#server/history/file-builder.ts'
import type { Journal } from '#server/history/journal.ts'
import type { Storage } from '#server/persistence/storage.ts'
import type { Documents } from '#server/record/documents.ts'
import type { EnvelopeKeeper } from '#server/record/envelope-keeper.ts'
import type { RecordWriter } from '#server/record/record-writer.ts'
import type { Rooms } from '#server/sync/rooms-api.ts'
import type { Withdrawals } from '#server/vault/withdrawals.ts'

export interface Service {
  readonly config: Config
  readonly version: string
  readonly clock: Clock
  readonly chance: Chance
  readonly secret: LinkBase['secret']
  readonly storage: Storage
  readonly journal: Journal
  readonly files: FileBuilder
  readonly documents: Documents
  readonly writer: RecordWriter
  readonly box: BallotBox
  readonly rounds: Rounds
  /** Keeps the record in step with the interviews. */
  readonly keeper: EnvelopeKeeper
  readonly rooms: Rooms
  readonly withdrawals: Withdrawals
  readonly wrongCodes: Tries
  readonly newWorkshops: Tries
  /** Lines of evidence by seat. */
  readonly newLines: Tries
}
