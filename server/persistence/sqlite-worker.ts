/**
 * The one SQLite connection, in a thread of its own: each commit waits for the disk, and the driver is synchronous.
 * A lock file beside the database keeps a second server out; the lock is the operating system's and dies with us.
 */
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { workerData } from 'node:worker_threads'
import Database from 'libsql'
import { answerQuestions } from '#server/persistence/worker-link.ts'

export interface SqliteQuestion {
  readonly sql: string
  readonly parameters: readonly unknown[]
}

export interface SqliteAnswer {
  readonly rows: readonly unknown[]
  readonly changes: number | null
}

const settings = [
  'busy_timeout=5000',
  'journal_mode=WAL',
  'synchronous=FULL',
  'foreign_keys=ON',
  'secure_delete=ON',
]
const STATEMENTS_KEPT = 300
const { dataDir } = workerData as { readonly dataDir: string }

let lock: Database.Database | null = null
let database: Database.Database | null = null
const statements = new Map<string, Database.Statement>()

answerQuestions((question) => {
  if (question === 'open') return open()
  if (question === 'close') return close()
  return execute(question as SqliteQuestion)
})

/** Rejects with one sentence. */
function open(): void {
  try {
    mkdirSync(dataDir, { recursive: true })
    lock = new Database(join(dataDir, 'guessproof.lock'), { timeout: 0 })
    lock.exec('begin exclusive')
    database = new Database(join(dataDir, 'guessproof.db'))
    for (const setting of settings) database.pragma(setting)
  } catch (thrown) {
    const { code } = thrown as { code?: string }
    if (code === 'SQLITE_BUSY')
      throw new Error(
        `Another server is already running on the data directory ${dataDir}: stop it, or choose another DATA_DIR.`,
      )
    throw new Error(
      `The data directory ${dataDir} cannot be used (${code}): mend it, or choose another DATA_DIR.`,
    )
  }
  checkDurability(database)
}

function checkDurability(opened: Database.Database): void {
  const mode = opened.prepare('pragma journal_mode').get() as { journal_mode: string }
  const sync = opened.prepare('pragma synchronous').get() as { synchronous: number }
  if (mode.journal_mode !== 'wal' || sync.synchronous < 2)
    throw new Error(`The database in ${dataDir} cannot be opened with write-ahead log and full sync.`)
}

function close(): void {
  statements.clear()
  database?.close()
  lock?.close()
  database = lock = null
}

function execute({ sql, parameters }: SqliteQuestion): SqliteAnswer {
  const statement = prepared(sql)
  if (!statement.reader) return { rows: [], changes: statement.run(parameters).changes }
  const rows = statement.all(parameters) as Record<string, unknown>[]
  for (const row of rows) {
    for (const key in row) if (row[key] instanceof ArrayBuffer) row[key] = new Uint8Array(row[key])
  }
  return { rows, changes: null }
}

/** Prepared once per text; the least recently used is dropped. */
function prepared(sql: string): Database.Statement {
  if (!database) throw new Error('The database is closed.')
  const statement = statements.get(sql) ?? database.prepare(sql)
  statements.delete(sql)
  statements.set(sql, statement)
  if (statements.size > STATEMENTS_KEPT) statements.delete(statements.keys().next().value as string)
  return statement
}
