import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import type { Bus, BusListener } from '#server/cluster/bus.ts'
import { localBus } from '#server/cluster/local-bus.ts'
import { openPostgresBus } from '#server/cluster/postgres-bus.ts'
import { storagesOf } from '#test/support/storages.ts'

/** A busy machine may be slow; a broken one never gets there. */
const patiently = { timeout: 30_000 }

/** A listener that writes down what it hears. */
function ear() {
  const heard: unknown[] = []
  const listener = {
    grown: (doc, head) => void heard.push(['grown', doc, head]),
    presence: (doc, entries) => void heard.push(['presence', doc, Buffer.from(entries).toString('hex')]),
    renew: (doc) => void heard.push(['renew', doc]),
    closeSeat: (workshopId, seatId, code) => void heard.push(['closeSeat', workshopId, seatId, code]),
    missed: () => void heard.push(['missed']),
  } satisfies BusListener
  return { heard, listener }
}

let databaseUrl = ''
const storages = storagesOf('postgres')
beforeAll(async () => {
  databaseUrl = (await storages.place()).databaseUrl ?? ''
})

const open = { local: async () => localBus, postgres: () => openPostgresBus(databaseUrl) }

describe.each(['local', 'postgres'] as const)('the bus (%s)', (kind) => {
  test('never brings a process its own messages', async () => {
    const bus = await open[kind]()
    const { heard, listener } = ear()
    bus.listen(listener)
    bus.grown('w/board', 3)
    bus.presence('w/board', new Uint8Array([1, 2]))
    bus.closeSeat('w', 's', 4504)
    // Closing sends what waits; a second bus on the same database would have it by then.
    await bus.close()
    expect(heard).toEqual([])
  })

  test('closes twice without complaint and takes messages after it', async () => {
    const bus = await open[kind]()
    await bus.close()
    bus.grown('w/board', 1)
    await bus.close()
  })
})

describe('the bus between processes (postgres)', () => {
  let [here, there]: Bus[] = []
  beforeAll(async () => {
    here = await openPostgresBus(databaseUrl)
    there = await openPostgresBus(databaseUrl)
  })
  afterAll(async () => {
    await here?.close()
    await there?.close()
  })

  test('brings the other process what was said, until it stops listening', async () => {
    const { heard, listener } = ear()
    const stop = there?.listen(listener)
    here?.grown('w/board', 7)
    here?.presence('w/board', new Uint8Array([0, 255, 17]))
    here?.closeSeat('w', 's', 4504)
    await vi.waitUntil(() => heard.length === 3, patiently)
    expect(heard).toEqual([
      ['grown', 'w/board', 7],
      ['presence', 'w/board', '00ff11'],
      ['closeSeat', 'w', 's', 4504],
    ])
    stop?.()
    const later = ear()
    there?.listen(later.listener)
    here?.grown('w/board', 8)
    await vi.waitUntil(() => later.heard.length === 1, patiently)
    expect(heard).toHaveLength(3)
  })

  test('tells only the newest head of a document that grows many times at once', async () => {
    const { heard, listener } = ear()
    there?.listen(listener)
    for (let head = 1; head <= 1000; head++) here?.grown('w/record', head)
    await vi.waitUntil(() => heard.length > 0, patiently)
    expect(heard).toEqual([['grown', 'w/record', 1000]])
  })

  test('brings presence of any size whole, and names in any script', async () => {
    const { heard, listener } = ear()
    there?.listen(listener)
    const sizes = [5_000, 40_000, 300_000]
    for (const size of sizes) here?.presence('wörkshop "🧊"\\/board', new Uint8Array(size).fill(size % 251))
    await vi.waitUntil(() => heard.length === sizes.length, patiently)
    expect(heard).toEqual(
      sizes.map((size) => [
        'presence',
        'wörkshop "🧊"\\/board',
        Buffer.alloc(size, size % 251).toString('hex'),
      ]),
    )
  })

  test('comes back after a lost connection, says what it must, and that something may be missing', async () => {
    const { heard, listener } = ear()
    const { heard: own, listener: ownListener } = ear()
    there?.listen(listener)
    here?.listen(ownListener)
    const admin = new pg.Client({ connectionString: databaseUrl })
    await admin.connect()
    await admin.query(
      `select pg_terminate_backend(pid) from pg_stat_activity
       where datname = current_database() and application_name = 'guessproof bus'`,
    )
    await admin.end()
    await vi.waitUntil(() => heard.length > 0 && own.length > 0, patiently)
    expect([heard, own]).toEqual([[['missed']], [['missed']]])
    here?.grown('w/board', 9)
    here?.closeSeat('w', 's', 4403)
    await vi.waitUntil(() => heard.length === 3, patiently)
    expect(heard.slice(1)).toEqual([
      ['grown', 'w/board', 9],
      ['closeSeat', 'w', 's', 4403],
    ])
  })

  test('an engine that cannot be reached is told at the start', async () => {
    await expect(openPostgresBus('postgres://nobody@localhost/none?host=/nowhere')).rejects.toThrow(/ENOENT/)
  })
})
