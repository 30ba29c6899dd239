/**
 * What the sync rooms cost, beside a bare relay, a plain Yjs server and a mere sink in the same run: ratios count, not
 * absolute figures. Under a minute.
 */
import { setTimeout as pause } from 'node:timers/promises'
import * as Y from 'yjs'
import { LoadClient, MeasuredServer, percentile } from '#test/bench/sync-load.ts'
import { type ServerKind, servers } from '#test/bench/sync-servers.ts'

export interface BenchResult {
  readonly scenario: string
  readonly measure: string
  readonly unit: string
  /** Null: this server cannot do that. */
  readonly figures: Readonly<Record<ServerKind, number | null>>
}

const PEOPLE = 30
const EDITS_A_SECOND = 2
const PRESENCE_A_SECOND = 10
const WARMING_MS = 2000
const WORKSHOP_MS = 6000
const WRITERS = 20
const UPDATES_EACH: Readonly<Record<ServerKind, number>> = {
  rooms: 10_000,
  relay: 1000,
  plain: 1000,
  sink: 0,
}
const SATURATION_MS = 15_000
const JOINERS = 30

export async function benchSync(): Promise<void> {
  const results = await run()
  console.log(
    `${'sync'.padEnd(58)}${servers.map((kind) => kind.padStart(10)).join('')}   rooms to relay, to plain`,
  )
  for (const { scenario, measure, unit, figures } of results) {
    const columns = servers.map((kind) => (figures[kind]?.toFixed(1) ?? '–').padStart(10)).join('')
    const ratios = (['relay', 'plain'] as const).map((kind) => ratio(figures.rooms, figures[kind]))
    console.log(`${`${scenario}: ${measure}, ${unit}`.padEnd(58)}${columns}   ${ratios.join(', ')}`)
  }
}

const ratio = (one: number | null, other: number | null): string =>
  one === null || other === null ? '–' : `${(one / other).toFixed(2)} ×`

export async function run(): Promise<BenchResult[]> {
  const measured: Partial<Record<ServerKind, Figures>> = {}
  for (const kind of servers) measured[kind] = await measure(kind)
  const { rooms, relay, plain, sink } = measured
  if (!rooms || !relay || !plain || !sink) return []
  return rows.map(({ key, ...row }) => ({
    ...row,
    figures: { rooms: rooms[key], relay: relay[key], plain: plain[key], sink: sink[key] },
  }))
}

interface Figures {
  readonly workshopCpu: number
  readonly workshopBusy: number
  readonly workshopP95: number | null
  readonly saturation: number | null
  readonly joinMs: number | null
  readonly joinCpu: number | null
  readonly joinTogetherMs: number | null
  readonly rss: number
}

const rows: readonly (Omit<BenchResult, 'figures'> & { readonly key: keyof Figures })[] = [
  { key: 'workshopCpu', scenario: 'workshop of 30', measure: 'processor', unit: '% of a core' },
  { key: 'workshopBusy', scenario: 'workshop of 30', measure: 'event loop busy', unit: '%' },
  { key: 'workshopP95', scenario: 'workshop of 30', measure: 'edit to others, p95', unit: 'ms' },
  { key: 'saturation', scenario: 'saturation of a room of 20', measure: 'updates', unit: 'per second' },
  { key: 'joinMs', scenario: 'joining 1.25 MB', measure: 'one, median', unit: 'ms' },
  { key: 'joinCpu', scenario: 'joining 1.25 MB', measure: 'processor for each', unit: 'ms' },
  { key: 'joinTogetherMs', scenario: 'joining 1.25 MB', measure: '30 at once, median', unit: 'ms' },
  { key: 'rss', scenario: 'at the end', measure: 'memory', unit: 'MiB' },
]

async function measure(kind: ServerKind): Promise<Figures> {
  const server = await MeasuredServer.start(kind)
  try {
    return {
      // A relay that passed echoes on would be lost in them.
      ...(await benchWorkshop(server, kind === 'rooms' || kind === 'plain')),
      ...(kind === 'relay' || kind === 'sink'
        ? { joinMs: null, joinCpu: null, joinTogetherMs: null }
        : await benchJoining(server)),
      saturation: kind === 'sink' ? null : await benchSaturation(server, UPDATES_EACH[kind]),
      rss: (await server.usage()).rss / 2 ** 20,
    }
  } finally {
    await server.stop()
  }
}

/** Everybody edits and moves about at their pace, spread evenly over each second. */
async function benchWorkshop(
  server: MeasuredServer,
  echoes: boolean,
): Promise<Pick<Figures, 'workshopCpu' | 'workshopBusy' | 'workshopP95'>> {
  const clients = await openAll(server, 'workshop', PEOPLE)
  if (echoes) for (const client of clients) client.echo()
  const latencies: number[] = []
  const watching = new Y.Doc()
  clients[0]?.onUpdate((update) => Y.applyUpdate(watching, update))
  watching.getMap<number>('entries').observe((event) => {
    for (const key of event.keysChanged)
      latencies.push(performance.now() - (watching.getMap<number>('entries').get(String(key)) ?? Number.NaN))
  })
  const takeAllPart = (ms: number) =>
    Promise.all(clients.map((client, index) => takePart(client, index / PEOPLE, ms)))
  await takeAllPart(WARMING_MS)
  latencies.length = 0
  const before = await server.usage()
  const began = performance.now()
  await takeAllPart(WORKSHOP_MS)
  const lastedMs = performance.now() - began
  const after = await server.usage()
  await Promise.all(clients.map((client) => client.close()))
  return {
    workshopCpu: (100 * (after.cpuMs - before.cpuMs)) / lastedMs,
    workshopBusy: (100 * (after.busyMs - before.busyMs)) / lastedMs,
    workshopP95: latencies.length > 0 ? percentile(latencies, 0.95) : null,
  }
}

async function takePart(client: LoadClient, phase: number, ms: number): Promise<void> {
  const stepMs = 1000 / PRESENCE_A_SECOND
  const began = performance.now() + phase * stepMs
  for (let step = 0; step * stepMs < ms; step++) {
    await pause(Math.max(0, began + step * stepMs - performance.now()))
    client.sayPresence()
    const edits = Math.floor(((step + phase) * EDITS_A_SECOND) / PRESENCE_A_SECOND)
    if (edits > Math.floor(((step + phase - 1) * EDITS_A_SECOND) / PRESENCE_A_SECOND))
      client.edit(performance.now())
  }
}

/** All write as fast as they can; it is over when one of them has got everything the others wrote. */
async function benchSaturation(server: MeasuredServer, updatesEach: number): Promise<number> {
  const clients = await openAll(server, 'saturation', WRITERS)
  const reached = new Map<number, number>()
  const [watcher, ...writers] = clients
  let isOver = (): boolean => false
  const over = new Promise<void>((resolve) => {
    isOver = () => {
      const done = writers.every(({ id }) => (reached.get(id) ?? 0) >= updatesEach)
      if (done) resolve()
      return done
    }
  })
  watcher?.onUpdate((update) => {
    for (const [client, end] of Y.parseUpdateMeta(update).to)
      reached.set(client, Math.max(end, reached.get(client) ?? 0))
    isOver()
  })
  const messages = writers.map((writer) => {
    for (let edit = 0; edit < updatesEach; edit++) writer.makeEdit(edit)
    return writer.takeMade()
  })
  const began = performance.now()
  for (let sent = 0; sent < updatesEach; sent++) {
    for (const [index, writer] of writers.entries())
      writer.webSocket.send(messages[index]?.[sent] as Uint8Array)
    // Lets the sockets write, and the watcher read.
    if (sent % 10 === 9) await new Promise(setImmediate)
  }
  await Promise.race([over, pause(SATURATION_MS)])
  const lastedMs = performance.now() - began
  const arrived = writers.reduce((sum, { id }) => sum + (reached.get(id) ?? 0), 0)
  for (const client of clients) client.webSocket.terminate()
  return (1000 * arrived) / lastedMs
}

async function benchJoining(
  server: MeasuredServer,
): Promise<Pick<Figures, 'joinMs' | 'joinCpu' | 'joinTogetherMs'>> {
  // Somebody is there already, so the room is open.
  const first = await LoadClient.open(server.url, 'join', 500)
  first.ask()
  await join(server, 501)
  const before = await server.usage()
  const alone: number[] = []
  for (let joiner = 0; joiner < 10; joiner++) alone.push(await join(server, 510 + joiner))
  const { cpuMs } = await server.usage()
  const together = await Promise.all(
    Array.from({ length: JOINERS }, (_, joiner) => join(server, 600 + joiner)),
  )
  await first.close()
  return {
    joinMs: percentile(alone, 0.5),
    joinCpu: (cpuMs - before.cpuMs) / alone.length,
    joinTogetherMs: percentile(together, 0.5),
  }
}

/** How long until the whole state has arrived; it is not applied. */
async function join(server: MeasuredServer, id: number): Promise<number> {
  const client = await LoadClient.open(server.url, 'join', id)
  const began = performance.now()
  const answered = new Promise<void>((resolve) => client.onUpdate((_, isReply) => isReply && resolve()))
  client.ask()
  await answered
  const lastedMs = performance.now() - began
  await client.close()
  return lastedMs
}

async function openAll(server: MeasuredServer, scenario: string, count: number): Promise<LoadClient[]> {
  const opened = await Promise.all(
    Array.from({ length: count }, (_, index) => LoadClient.open(server.url, scenario, index + 1)),
  )
  for (const client of opened) client.ask()
  return opened
}
