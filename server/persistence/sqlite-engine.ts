/**
 * Kysely over the SQLite worker. There is one connection: transactions and single queries take it in turn,
 * in the order they asked.
 */
import {
  CompiledQuery,
  type DatabaseConnection,
  type Dialect,
  type Driver,
  type QueryResult,
  SqliteAdapter,
  SqliteIntrospector,
  SqliteQueryCompiler,
} from 'kysely'
import { isInTransaction } from '#server/persistence/current-transaction.ts'
import type { SqliteAnswer, SqliteQuestion } from '#server/persistence/sqlite-worker.ts'
import { storable } from '#server/persistence/storable.ts'
import { WorkerLink } from '#server/persistence/worker-link.ts'

/** Opens the database in `dataDir`; rejects with a sentence when another server has it. */
export async function openSqlite(dataDir: string): Promise<Dialect> {
  const worker = new WorkerLink('sqlite-worker', { dataDir })
  try {
    await worker.ask('open')
  } catch (error) {
    await worker.end()
    throw error
  }
  return {
    createAdapter: () => new Adapter(),
    createDriver: () => new WorkerDriver(worker),
    createIntrospector: (db) => new SqliteIntrospector(db),
    createQueryCompiler: () => new Compiler(),
  }
}

class Adapter extends SqliteAdapter {
  override get supportsTransactionalDdl(): boolean {
    return true
  }
}

class Compiler extends SqliteQueryCompiler {
  protected override addParameter(parameter: unknown): void {
    super.addParameter(storable(parameter))
  }
}

class WorkerDriver implements Driver {
  readonly #worker: WorkerLink
  readonly #connection: WorkerConnection
  readonly #queue: (() => void)[] = []
  #busy = false

  constructor(worker: WorkerLink) {
    this.#worker = worker
    this.#connection = new WorkerConnection(worker)
  }

  async init(): Promise<void> {}

  async acquireConnection(): Promise<DatabaseConnection> {
    if (isInTransaction()) throw new Error('Inside a transaction every query must go through `tx`.')
    if (this.#busy) await new Promise<void>((resolve) => this.#queue.push(resolve))
    this.#busy = true
    return this.#connection
  }

  async releaseConnection(): Promise<void> {
    const next = this.#queue.shift()
    if (next) next()
    else this.#busy = false
  }

  async beginTransaction(): Promise<void> {
    await this.#run('begin immediate')
  }

  async commitTransaction(): Promise<void> {
    await this.#run('commit')
  }

  async rollbackTransaction(): Promise<void> {
    await this.#run('rollback')
  }

  async destroy(): Promise<void> {
    await this.#worker.ask('close')
    await this.#worker.end()
  }

  async #run(sql: string): Promise<void> {
    await this.#connection.executeQuery(CompiledQuery.raw(sql))
  }
}

class WorkerConnection implements DatabaseConnection {
  readonly #worker: WorkerLink

  constructor(worker: WorkerLink) {
    this.#worker = worker
  }

  async executeQuery<R>({ sql, parameters }: CompiledQuery): Promise<QueryResult<R>> {
    const question: SqliteQuestion = { sql, parameters: parameters.map(compact) }
    const { rows, changes } = await this.#worker.ask<SqliteAnswer>(question)
    return { rows: rows as R[], ...(changes === null ? {} : { numAffectedRows: BigInt(changes) }) }
  }

  streamQuery<R>(): AsyncIterableIterator<QueryResult<R>> {
    throw new Error('Streaming is not supported.')
  }
}

/** Bytes that are a view into a larger buffer would be sent with all of it. */
function compact(value: unknown): unknown {
  return value instanceof Uint8Array && value.byteLength < value.buffer.byteLength
    ? new Uint8Array(value)
    : value
}
