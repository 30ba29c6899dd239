import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import pg from 'pg'
import { beforeAll, describe, expect, test, vi } from 'vitest'
import { openStorage } from '#server/persistence/open-storage.ts'
import { bundle } from '#test/support/bundle.ts'
import { describeEachStorage, type Place, storagesOf } from '#test/support/storages.ts'
import { addDocument, storedKeys, updateSetting } from '#test/support/stored-documents.ts'

let writerFile = ''
beforeAll(async () => {
  writerFile = await bundle('test/crash/storage-writer.ts')
})

interface Writer {
  readonly child: ChildProcess
  /** Whole lines printed so far: `open`, then `doc key` per acknowledged append. */
  lines(): string[]
  /** Resolves when so many lines were printed. */
  printed(count: number): Promise<void>
}

function startWriter(place: Place, run: string, docs: readonly string[]): Writer {
  const child = spawn(process.execPath, [writerFile, JSON.stringify(place), run, ...docs], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  let printed = ''
  child.stdout.setEncoding('utf8').on('data', (chunk: string) => {
    printed += chunk
  })
  // A kill may cut the last line in two.
  const lines = () => printed.split('\n').slice(0, -1)
  return {
    child,
    lines,
    printed: async (count) => {
      await vi.waitUntil(() => lines().length >= count, { timeout: 30_000, interval: 5 })
    },
  }
}

async function kill({ child }: Writer): Promise<void> {
  const closed = once(child, 'close')
  child.kill('SIGKILL')
  await closed
}

describeEachStorage('a server that is killed', (storages) => {
  const rounds = storages.engine === 'sqlite' ? 6 : 3

  test('[P1] keeps every acknowledged append, and the next server opens at once', async () => {
    const place = await storages.place()
    const first = await openStorage({ ...place, clock: { now: () => 0 } })
    const docs = [await addDocument(first), await addDocument(first)]
    await first.close()
    const acknowledged = new Map(docs.map((doc) => [doc, new Set<string>()]))
    for (let round = 0; round < rounds; round++) {
      const writer = startWriter(place, `r${round}`, docs)
      await writer.printed(10 + 37 * round)
      await kill(writer)
      for (const line of writer.lines().slice(1)) {
        const [doc = '', key = ''] = line.split(' ')
        acknowledged.get(doc)?.add(key)
      }
      const storage = await openStorage({ ...place, clock: { now: () => 0 } })
      for (const doc of docs) {
        const stored = new Set(await storedKeys(storage, doc))
        const lost = [...(acknowledged.get(doc) ?? [])].filter((key) => !stored.has(key))
        expect(lost).toEqual([])
        const { snapshot, updates, head } = (await storage.log.load(doc)) ?? {
          snapshot: null,
          updates: [],
          head: 0,
        }
        expect((snapshot?.upto ?? 0) + updates.length).toBe(head)
      }
      await storage.close()
    }
  }, 60_000)
})

describe('the data directory', () => {
  const storages = storagesOf('sqlite')

  test('a second server on it is refused with a sentence, until the first one is gone', async () => {
    const place = await storages.place()
    const writer = startWriter(place, 'only', [])
    await writer.printed(1)
    const refused = openStorage({ ...place, clock: { now: () => 0 } })
    await expect(refused).rejects.toThrow(
      /^Another server is already running on the data directory .*DATA_DIR\.$/,
    )
    await kill(writer)
    await (await storages.openAt(place)).ready()
    await expect(storages.openAt(place)).rejects.toThrow('Another server')
  })
})

describe('a data directory that cannot be used', () => {
  test('is told with a sentence', async () => {
    const refused = openStorage({ dataDir: `${writerFile}/data`, clock: { now: () => 0 } })
    await expect(refused).rejects.toThrow(/^The data directory .* cannot be used \(ENOTDIR\): .*DATA_DIR\.$/)
  })
})

describe('PostgreSQL', () => {
  const storages = storagesOf('postgres')

  test('[P1] one that does not sync to disk is refused with a sentence', async () => {
    const { databaseUrl } = await storages.place()
    const lossy = openStorage({ dataDir: '', databaseUrl: databaseUrl ?? null, clock: { now: () => 0 } })
    await expect(lossy).rejects.toThrow('PostgreSQL runs with fsync off')
  })

  test('[P1] while nothing can be committed storage is not ready, and what waits is committed afterwards', async () => {
    const place = await storages.place()
    const storage = await storages.openAt(place)
    const doc = await addDocument(storage)
    const admin = new pg.Client({ connectionString: place.databaseUrl ?? '' })
    await admin.connect()
    await admin.query('alter table doc_updates rename to doc_updates_away')
    const append = storage.log.append({ doc, data: updateSetting('late'), seatId: null })
    await expect
      .poll(() => storage.ready().catch((error: Error) => error.message), { timeout: 30_000 })
      .toContain('doc_updates')
    await admin.query('alter table doc_updates_away rename to doc_updates')
    await admin.end()
    expect(await append).toBe(1)
    await storage.ready()
  })

  test('[P1] an append is repeated until it is committed when connections are lost', async () => {
    const place = await storages.place()
    const storage = await storages.openAt(place)
    const doc = await addDocument(storage)
    const admin = new pg.Client({ connectionString: place.databaseUrl ?? '' })
    await admin.connect()
    const keys = Array.from({ length: 150 }, (_, n) => `k${n}`)
    let done = 0
    const writing = Promise.all(
      keys.map(async (key, n) => {
        for (let turn = 0; turn < n; turn++) await new Promise(setImmediate)
        await storage.log.append({ doc, data: updateSetting(key), seatId: null })
        done++
      }),
    )
    let cut = 0
    while (done < keys.length && cut < 20) {
      const { rowCount } = await admin.query(
        'select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()',
      )
      cut += rowCount ?? 0
    }
    await writing
    await admin.end()
    expect(cut).toBeGreaterThan(3)
    expect(await storedKeys(storage, doc)).toEqual([...keys].sort())
    await storage.transaction((tx) =>
      storage.log.appendIn(tx, { doc, data: updateSetting('after'), seatId: null }),
    )
  })

  test('one that cannot be reached is told at the start', async () => {
    const databaseUrl = 'postgres://nobody@localhost/none?host=/nowhere'
    await expect(openStorage({ dataDir: '', databaseUrl, clock: { now: () => 0 } })).rejects.toThrow(
      'The PostgreSQL that DATABASE_URL names cannot be used (ENOENT).',
    )
  })
})
