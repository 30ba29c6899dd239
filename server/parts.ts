/** Opens everything that lives as long as the server, in order, and closes it in the opposite one. */
import type { FastifyBaseLogger } from 'fastify'
import { createAdmit } from '#server/auth/admit.ts'
import { needsTouch, touch } from '#server/auth/codes.ts'
import { readSecret } from '#server/auth/secret.ts'
import { Tries } from '#server/auth/tries.ts'
import { BallotBox } from '#server/ballots/ballot-box.ts'
import { Rounds } from '#server/ballots/rounds.ts'
import type { Chance, Clock } from '#server/chance.ts'
import { localBus } from '#server/cluster/local-bus.ts'
import { openPostgresBus } from '#server/cluster/postgres-bus.ts'
import type { Config } from '#server/config.ts'
import { FileBuilder } from '#server/history/file-builder.ts'
import { startJournal } from '#server/history/journal.ts'
import type { Service } from '#server/http/service.ts'
import { openStorage } from '#server/persistence/open-storage.ts'
import { Documents } from '#server/record/documents.ts'
import { startEnvelopeKeeper } from '#server/record/envelope-keeper.ts'
import { startHousekeeping } from '#server/record/housekeeping.ts'
import { RecordWriter } from '#server/record/record-writer.ts'
import { createRooms } from '#server/sync/rooms.ts'
import { startUpkeep } from '#server/vault/upkeep.ts'
import { Withdrawals } from '#server/vault/withdrawals.ts'
import { readSingle } from '#shared/document/collection.ts'
import { envelope } from '#shared/record/schema.ts'

/** Lines of evidence a seat may add: more than anyone can type, less than fills the storage. */
const LINES_PER_MINUTE = 60

export interface PartsSurroundings {
  readonly config: Config
  readonly version: string
  readonly clock: Clock
  readonly chance: Chance
  readonly log: FastifyBaseLogger
  /** For tests alone: an engine that does not sync to disk. */
  readonly acceptLossyEngine?: boolean
}

export interface Parts {
  readonly service: Service
  close(): Promise<void>
}

export async function openParts(surroundings: PartsSurroundings): Promise<Parts> {
  const { config, version, clock, chance } = surroundings
  const secret = readSecret(config, chance)
  const storage = await openStorage({
    dataDir: config.dataDir,
    databaseUrl: config.databaseUrl,
    clock,
    acceptLossyEngine: surroundings.acceptLossyEngine ?? false,
  })
  const journal = startJournal({ storage, log: surroundings.log })
  const files = new FileBuilder()
  const documents = new Documents(storage)
  const writer = new RecordWriter(storage, chance)
  const keeper = startEnvelopeKeeper({ storage, documents, writer, chance, clock, log: surroundings.log })
  const box = new BallotBox(clock, chance)
  const admit = createAdmit({
    db: storage.db,
    publicUrl: config.publicUrl,
    trustsProxy: config.trustProxy !== false,
    isEnvelopeOpen: async (workshopId) => {
      const record = await documents.read(workshopId, 'record')
      return record !== null && readSingle(record, envelope).openedAt !== null
    },
    touch: async (workshopId, activeAt) => {
      if (needsTouch(activeAt, clock.now()))
        await storage.transaction((tx) => touch(tx, workshopId, chance, clock.now()))
    },
  })
  const bus = config.databaseUrl ? await openPostgresBus(config.databaseUrl) : localBus
  const rooms = createRooms({ log: storage.log, bus, admit, logger: surroundings.log })
  const stopHousekeeping = startHousekeeping({
    storage,
    clock,
    retentionDays: config.retentionDays,
    isInUse: (workshopId) => rooms.seatsPresent(workshopId).size > 0,
    log: surroundings.log,
  })
  const withdrawals = new Withdrawals({ storage, journal, rooms, clock, chance, log: surroundings.log })
  const stopUpkeep = startUpkeep({ storage, clock, chance, withdrawals, log: surroundings.log })
  return {
    service: {
      config,
      version,
      clock,
      chance,
      secret,
      storage,
      journal,
      files,
      documents,
      writer,
      box,
      rounds: new Rounds(box, clock),
      keeper,
      rooms,
      withdrawals,
      wrongCodes: new Tries(config.wrongCodesPerMinute, clock),
      newWorkshops: new Tries(config.newWorkshopsPerMinute, clock),
      newLines: new Tries(LINES_PER_MINUTE, clock),
    },
    close: async () => {
      await stopHousekeeping()
      await stopUpkeep()
      await withdrawals.close()
      await rooms.close()
      await keeper.close()
      await files.close()
      await journal.close()
      await bus.close()
      await storage.close()
    },
  }
}
