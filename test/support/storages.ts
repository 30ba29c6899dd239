/** Runs a suite on both storage engines, each time on a database of its own. */
import { randomBytes } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import pg from 'pg'
import { afterAll, describe, inject } from 'vitest'
import { openStorage, type StorageOptions } from '#server/persistence/open-storage.ts'
import type { Storage } from '#server/persistence/storage.ts'
import { type PostgresAnswer, TEMPLATE } from '#test/support/global-setup.ts'

export interface TestStorages {
  readonly engine: Storage['engine']
  /** Opens an empty, migrated storage; closed after the suite if the test has not. */
  open(clock?: StorageOptions['clock']): Promise<Storage>
  /** Where a storage would be opened, for tests that open it themselves, twice or in another process. */
  place(): Promise<Place>
  /** Opens what lies at a place, again. */
  openAt(place: Place, clock?: StorageOptions['clock']): Promise<Storage>
}

export type Place = Pick<StorageOptions, 'dataDir' | 'databaseUrl' | 'acceptLossyEngine'>

const systemClock = { now: () => Date.now() }

/** Declares the suite twice, for SQLite and for PostgreSQL. */
export function describeEachStorage(title: string, suite: (storages: TestStorages) => void): void {
  for (const engine of ['sqlite', 'postgres'] as const) {
    describe(`${title} (${engine})`, () => suite(storagesOf(engine)))
  }
}

/** Storages of one engine, for a suite that is about that engine alone. */
export function storagesOf(engine: Storage['engine']): TestStorages {
  const opened: Storage[] = []
  const folders: string[] = []
  afterAll(async () => {
    for (const storage of opened) await storage.close()
    for (const folder of folders) await rm(folder, { recursive: true, force: true })
  })
  const place = async (): Promise<Place> => {
    if (engine === 'postgres')
      return { dataDir: '', databaseUrl: await cloneTemplate(), acceptLossyEngine: true }
    const dataDir = await mkdtemp(join(tmpdir(), 'gp-data-'))
    folders.push(dataDir)
    return { dataDir }
  }
  const openAt = async (at: Place, clock = systemClock) => {
    const storage = await openStorage({ ...at, clock })
    opened.push(storage)
    return storage
  }
  return { engine, place, openAt, open: async (clock) => openAt(await place(), clock) }
}

/** Makes a new database from the migrated template; answers its address. */
async function cloneTemplate(): Promise<string> {
  const { url, failed } = JSON.parse(await text(connect(inject('postgresDoor')))) as PostgresAnswer
  if (url === undefined) throw new Error(failed)
  const name = `test_${randomBytes(8).toString('hex')}`
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    await client.query(`create database ${name} template ${TEMPLATE}`)
  } finally {
    await client.end()
  }
  return url.replace('/postgres?', `/${name}?`)
}
