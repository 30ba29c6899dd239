/** Opens storage on one of the two engines, brings its tables up to date and refuses an engine that may lose data. */
import { Kysely, sql } from 'kysely'
import { insideTransaction, isInTransaction } from '#server/persistence/current-transaction.ts'
import { Log } from '#server/persistence/document-log.ts'
import { mergeOffThread } from '#server/persistence/merge.ts'
import { migrate } from '#server/persistence/migrations.ts'
import { openPostgres } from '#server/persistence/postgres-engine.ts'
import { isPassing, retrying } from '#server/persistence/retry.ts'
import { openSqlite } from '#server/persistence/sqlite-engine.ts'
import type { Database, Storage, Tx } from '#server/persistence/storage.ts'
import type { Tables } from '#server/persistence/tables.ts'
import { type DocumentSteps, documentSteps } from '#shared/document/migrations.ts'

export interface StorageOptions {
  /** Folder of the embedded database; used when there is no `databaseUrl`. */
  readonly dataDir: string
  /** `postgres://…`; null or left out: the embedded database. */
  readonly databaseUrl?: string | null
  readonly clock: { readonly now: () => number }
  /** For the throw-away engine of the tests alone: accepts one that does not sync to disk. */
  readonly acceptLossyEngine?: boolean
  /** Steps between schema versions of documents; the released ones unless a test brings its own. */
  readonly steps?: DocumentSteps
}

const MOST_TRIES = 12

/** Rejects with one sentence when the engine cannot be used. */
export async function openStorage(options: StorageOptions): Promise<Storage> {
  const { dataDir, databaseUrl, clock, acceptLossyEngine = false, steps = documentSteps } = options
  const engine = databaseUrl ? 'postgres' : 'sqlite'
  const dialect = databaseUrl
    ? await openPostgres(databaseUrl, { acceptLossyEngine })
    : await openSqlite(dataDir)
  const db = new Kysely<Tables>({ dialect })
  try {
    await migrate(db, engine)
  } catch (error) {
    await db.destroy()
    throw error
  }
  const merging = mergeOffThread()
  const log = new Log({ db, engine, now: () => clock.now(), merge: merging.merge, steps })
  let closing: Promise<void> | null = null

  const once = async <T>(work: (tx: Tx) => Promise<T>): Promise<T> => {
    const { result, heads } = await db.transaction().execute(async (tx) => {
      const heads = log.track(tx)
      return { heads, result: await insideTransaction(() => work(tx)) }
    })
    log.announce(heads)
    return result
  }

  return {
    engine,
    db,
    log,
    transaction: async (work) => {
      if (isInTransaction()) throw new Error('A transaction cannot be opened inside another one.')
      return retrying(
        () => once(work),
        (error, tries) => isPassing(error) && tries < MOST_TRIES,
      )
    },
    scrub: () => scrub(db, engine),
    ready: async () => {
      if (log.trouble) throw log.trouble
      await db.selectFrom('docs').select('id').limit(1).execute()
    },
    close: () => {
      closing ??= log
        .close()
        .then(() => merging.end())
        .then(() => db.destroy())
      return closing
    },
  }
}

/** Rebuilding the file leaves no copies of moved rows behind, which zeroing what is freed would. */
async function scrub(db: Database, engine: Storage['engine']): Promise<void> {
  if (engine === 'postgres')
    await sql`vacuum doc_updates, doc_snapshots, journal, identities, replies`.execute(db)
  else {
    await sql`vacuum`.execute(db)
    await sql`pragma wal_checkpoint(truncate)`.execute(db)
  }
}
