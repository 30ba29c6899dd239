/** What the calls are made of, put together once at the start. */
import type { LinkBase } from '#server/auth/links.ts'
import type { Tries } from '#server/auth/tries.ts'
import type { BallotBox } from '#server/ballots/ballot-box.ts'
import type { Rounds } from '#server/ballots/rounds.ts'
import type { Chance, Clock } from '#server/chance.ts'
import type { Config } from '#server/config.ts'
import type { Journal } from '#server/history/journal.ts'
import type { Storage } from '#server/persistence/storage.ts'
import type { Documents } from '#server/record/documents.ts'
import type { RecordWriter } from '#server/record/record-writer.ts'
import type { Rooms } from '#server/sync/rooms-api.ts'

export interface Service {
  readonly config: Config
  readonly version: string
  readonly clock: Clock
  readonly chance: Chance
  readonly secret: LinkBase['secret']
  readonly storage: Storage
  readonly journal: Journal
  readonly documents: Documents
  readonly writer: RecordWriter
  readonly box: BallotBox
  readonly rounds: Rounds
  readonly rooms: Rooms
  readonly wrongCodes: Tries
  readonly newWorkshops: Tries
}
