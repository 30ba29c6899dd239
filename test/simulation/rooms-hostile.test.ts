/**
 * Everything a malicious member of one workshop can send, beside a workshop of five who are at work: those notice
 * nothing, the offender is closed, memory stays bounded, and no log repeats what was sent.
 */
import * as encoding from 'lib0/encoding'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import * as awarenessProtocol from 'y-protocols/awareness'
import * as Y from 'yjs'
import {
  closeCodes,
  MESSAGE_AWARENESS,
  MESSAGE_SYNC,
  SYNC_STEP_1,
  SYNC_STEP_2,
  SYNC_UPDATE,
} from '#shared/protocol/wire.ts'
import { BINARY, CONTINUATION, FrameSocket, frameBytes, TEXT } from '#test/support/frame-socket.ts'
import { MemoryDisk, MemoryLog } from '#test/support/memory-log.ts'
import { numbersFrom } from '#test/support/random.ts'
import { SyncClient } from '#test/support/sync-client.ts'
import { type SyncServer, seatHeaders, startSyncServer } from '#test/support/sync-server.ts'
import { until } from '#test/support/until.ts'

const KiB = 1024
const MiB = 1024 * KiB
const OVER_LIMIT = 1009
const PROTOCOL_ERROR = 1002
const POLICY = 1008

let server: SyncServer
let log: MemoryLog
let healthy: HealthyRoom
const offenders: SyncClient[] = []

/** Five writers, ten edits a second each; every edit must reach all the others soon. */
class HealthyRoom {
  readonly clients: SyncClient[]
  worstMs = 0
  #edits = 0
  readonly #sentAt = new Map<string, number>()
  readonly #timer: NodeJS.Timeout

  constructor(url: string) {
    this.clients = [1, 2, 3, 4, 5].map(
      (index) => new SyncClient({ url, workshopId: 'healthy', headers: seatHeaders(`member${index}`) }),
    )
    for (const client of this.clients)
      client.doc.getMap('edits').observe((event) => {
        if (event.transaction.local) return
        for (const key of event.keysChanged) {
          const sentAt = this.#sentAt.get(String(key))
          if (sentAt) this.worstMs = Math.max(this.worstMs, performance.now() - sentAt)
        }
      })
    this.#timer = setInterval(() => this.#edit(), 20)
  }

  /** All that was written is everywhere, and saved. */
  async converge(): Promise<void> {
    const upto = this.#edits + 1
    const has = (doc: Y.Doc) => doc.getMap('edits').has(`e${upto}`)
    await until(() => this.clients.every(({ doc, isOpen }) => isOpen && has(doc)), 'the healthy room')
  }

  stop(): void {
    clearInterval(this.#timer)
    for (const client of this.clients) client.close()
  }

  #edit(): void {
    const client = this.clients[this.#edits % this.clients.length] as SyncClient
    if (!client.peer.isSynced) return
    const key = `e${++this.#edits}`
    this.#sentAt.set(key, performance.now())
    client.doc.getMap('edits').set(key, 1)
  }
}

beforeAll(async () => {
  log = new MemoryLog(new MemoryDisk())
  log.disk.create('healthy/board')
  log.disk.create('attacked/board', largeState())
  log.disk.create('small/board')
  server = await startSyncServer({ log, limits: { stuckMs: 1500, floodingMs: 1000 } })
  healthy = new HealthyRoom(server.url)
  await healthy.converge()
})

afterEach(async () => {
  for (const offender of offenders.splice(0)) offender.close()
  await healthy.converge()
  expect(healthy.worstMs).toBeLessThan(3000)
  healthy.worstMs = 0
})

afterAll(async () => {
  healthy.stop()
  await server.stop()
})

/** A document of some 400 KiB. */
function largeState(): Uint8Array {
  const doc = new Y.Doc()
  for (let record = 0; record < 400; record++) doc.getMap('records').set(`r${record}`, 'x'.repeat(1000))
  return Y.encodeStateAsUpdate(doc)
}

function attacker(seatId = 'mallory', workshopId = 'attacked'): SyncClient {
  const client = new SyncClient({ url: server.url, workshopId, headers: seatHeaders(seatId) })
  offenders.push(client)
  return client
}

const framed = () => FrameSocket.open(server.url, '/sync/attacked/board', 'mallory')

function message(type: number, ...parts: (number | Uint8Array)[]): Uint8Array {
  const to = encoding.createEncoder()
  encoding.writeVarUint(to, type)
  for (const part of parts) {
    if (typeof part === 'number') encoding.writeVarUint(to, part)
    else encoding.writeVarUint8Array(to, part)
  }
  return encoding.toUint8Array(to)
}

const updateMessage = (update: Uint8Array) => message(MESSAGE_SYNC, SYNC_UPDATE, update)

function presenceMessage(
  entries: readonly (readonly [client: number, clock: number, state: string])[],
): Uint8Array {
  const to = encoding.createEncoder()
  encoding.writeVarUint(to, entries.length)
  for (const [client, clock, state] of entries) {
    encoding.writeVarUint(to, client)
    encoding.writeVarUint(to, clock)
    encoding.writeVarString(to, state)
  }
  return message(MESSAGE_AWARENESS, encoding.toUint8Array(to))
}

/** Updates that each lack the one before. */
function gapUpdates(count: number): Uint8Array[] {
  const doc = new Y.Doc()
  const updates: Uint8Array[] = []
  doc.on('update', (update: Uint8Array) => updates.push(update))
  for (let step = 0; step < 2 * count; step++) doc.getMap('m').set('k', step)
  return updates.filter((_, index) => index % 2 === 1)
}

describe('frames that break the WebSocket protocol close their socket', () => {
  const cases: readonly (readonly [string, Parameters<FrameSocket['send']>[0], number])[] = [
    ['a reserved bit', { reserved: 4, body: new Uint8Array(3) }, PROTOCOL_ERROR],
    ['a reserved opcode', { opcode: 5, body: new Uint8Array(3) }, PROTOCOL_ERROR],
    ['an unmasked frame', { masked: false, body: new Uint8Array(3) }, PROTOCOL_ERROR],
    ['110 MiB announced', { claimedLength: 110 * MiB, body: new Uint8Array(100 * KiB) }, OVER_LIMIT],
    ['64 MiB of zeros announced', { claimedLength: 64 * MiB, body: new Uint8Array(MiB) }, OVER_LIMIT],
  ]
  for (const [title, frame, code] of cases)
    test(title, async () => {
      const socket = await framed()
      socket.send(frame)
      expect(await socket.closed).toBe(code)
    })

  test('300,000 fragments of one byte', async () => {
    const socket = await framed()
    socket.send({ opcode: BINARY, final: false, body: new Uint8Array([0]) })
    const fragments = Buffer.concat(
      Array.from({ length: 10_000 }, () =>
        frameBytes({ opcode: CONTINUATION, final: false, body: new Uint8Array(1) }),
      ),
    )
    for (let sent = 0; sent < 30; sent++) void socket.write(fragments)
    expect(await socket.closed).toBe(POLICY)
  })
})

describe('messages that make no sense close their socket', () => {
  test('text frames', async () => {
    const socket = await framed()
    socket.send({ opcode: TEXT, body: Buffer.from('4294967297') })
    expect(await socket.closed).toBe(closeCodes.malformed)
  })

  const random = numbersFrom(7)
  const bytes = (length: number) => Uint8Array.from({ length }, () => Math.floor(random() * 256))
  const update = (() => {
    const doc = new Y.Doc()
    doc.getText('t').insert(0, 'hello')
    return Y.encodeStateAsUpdate(doc)
  })()
  const cases: readonly (readonly [string, Uint8Array])[] = [
    ['nothing at all', new Uint8Array()],
    ['an unknown type', message(77, new Uint8Array(3))],
    ['the type for signing in', message(2, 0, new Uint8Array(3))],
    ['an unknown kind of sync message', message(MESSAGE_SYNC, 9, new Uint8Array(1))],
    ['a sync message cut short', updateMessage(update).subarray(0, 8)],
    ['an update cut short', updateMessage(update.subarray(0, 6))],
    ['something behind an update', new Uint8Array([...updateMessage(update), 1])],
    ['an update that claims to be longer than it is', new Uint8Array([0, 2, 200, 1, 1, 2, 3])],
    ['a state vector cut short', message(MESSAGE_SYNC, SYNC_STEP_1, new Uint8Array([5, 1]))],
    ['a step 2 that is no update', message(MESSAGE_SYNC, SYNC_STEP_2, new Uint8Array([9, 9, 9]))],
    ['presence cut short', message(MESSAGE_AWARENESS, new Uint8Array([3, 1]))],
    ['presence that is no JSON', presenceMessage([[1, 1, '{']])],
    ['presence that is no object', presenceMessage([[1, 1, '"hello"']])],
    [
      'presence nested a thousand deep',
      presenceMessage([[1, 1, `${'{"a":'.repeat(1000)}1${'}'.repeat(1000)}`]]),
    ],
    ['20,000 ghosts', presenceMessage(Array.from({ length: 20_000 }, (_, id) => [id, 1, '{}'] as const))],
    ['10 ghosts', presenceMessage(Array.from({ length: 10 }, (_, id) => [id, 1, '{}'] as const))],
    ['a number without end', new Uint8Array(200).fill(255)],
    ['a million zeros as an update', updateMessage(new Uint8Array(1_000_000))],
    ['60 random bytes as an update', updateMessage(bytes(60))],
  ]
  for (const [title, sent] of cases)
    test(title, async () => {
      const client = await attacker().synced()
      client.send(sent)
      expect(await client.closed).toBe(closeCodes.malformed)
    })

  test('500 sockets with random bytes', async () => {
    const before = server.rooms.stats.connections
    for (let round = 0; round < 10; round++) {
      const clients = Array.from({ length: 50 }, (_, index) => attacker(`mallory${round}-${index}`, 'small'))
      await Promise.all(clients.map((client) => client.synced()))
      for (const client of clients) client.send(updateMessage(bytes(60)))
      await Promise.all(clients.map((client) => client.closed))
    }
    expect(server.rooms.stats.connections).toBe(before)
  }, 60_000)
})

describe('what is too large closes its socket', () => {
  const cases: readonly (readonly [string, Uint8Array])[] = [
    ['an update of 2 MiB', updateMessage(new Uint8Array(2 * MiB))],
    ['a presence of 4 MiB', presenceMessage([[1, 1, JSON.stringify({ cursor: 'x'.repeat(4 * MiB) })]])],
    [
      'a presence state of 20 KiB',
      presenceMessage([[1, 1, JSON.stringify({ cursor: 'x'.repeat(20 * KiB) })]]),
    ],
  ]
  for (const [title, sent] of cases)
    test(title, async () => {
      const client = await attacker().synced()
      client.send(sent)
      expect(await client.closed).toBe(closeCodes.tooLarge)
    })
})

/** Maps within maps: `levels` more below the innermost. */
function nest(doc: Y.Doc, levels: number): void {
  let inner = doc.getMap<unknown>('deep')
  for (let next = inner.get('in'); next instanceof Y.Map; next = inner.get('in')) inner = next
  for (let level = 0; level < levels; level++) {
    const next = new Y.Map<unknown>()
    inner.set('in', next)
    inner = next
  }
}

function levelsOf(doc: Y.Doc): number {
  let levels = -1
  for (let at: unknown = doc.getMap('deep'); at instanceof Y.Map; at = at.get('in')) levels++
  return levels
}

test('maps within maps, each update a little deeper, are refused before a deletion could exhaust a stack', async () => {
  const watcher = await attacker('watcher').synced()
  const mallory = await attacker().synced()
  nest(mallory.doc, 200)
  expect(await mallory.closed).toBe(closeCodes.malformed)
  watcher.doc.getMap('records').set('after', 1)
  await watcher.saved()
  expect(levelsOf(watcher.doc)).toBeLessThanOrEqual(16)
  expect(levelsOf(log.disk.read('attacked/board'))).toBeLessThanOrEqual(16)
})

test('how deep stored maps lie is known again when their room opens', async () => {
  const stored = new Y.Doc()
  nest(stored, 12)
  log.disk.create('stored/board', Y.encodeStateAsUpdate(stored))
  const mallory = await attacker('mallory', 'stored').synced()
  mallory.doc.transact(() => nest(mallory.doc, 10))
  expect(await mallory.closed).toBe(closeCodes.malformed)
  expect(levelsOf(log.disk.read('stored/board'))).toBe(12)
})

test('who speaks for others, or removes them, is not heard', async () => {
  const victim = await attacker('victim').synced()
  const watcher = await attacker('watcher').synced()
  const mallory = await attacker('mallory').synced()
  const victimId = victim.doc.clientID
  const shown = () => watcher.peer.awareness.getStates().get(victimId)
  victim.peer.awareness.setLocalState({ seatId: '', focus: 'mine' })
  await until(() => shown()?.focus === 'mine')
  mallory.send(presenceMessage([[victimId, 100, '{"focus":"taken over"}']]))
  mallory.send(presenceMessage([[victimId, 101, 'null']]))
  mallory.peer.awareness.setLocalState({ seatId: 'victim', focus: 'own' })
  await until(() => [...watcher.peer.awareness.getStates().values()].some((state) => state.focus === 'own'))
  expect(shown()).toMatchObject({ seatId: 'victim', focus: 'mine' })
  expect(watcher.peer.awareness.getStates().get(mallory.doc.clientID)?.seatId).toBe('mallory')
  mallory.peer.awareness.setLocalState(null)
  victim.peer.awareness.setLocalState({ seatId: '', focus: 'still mine' })
  await until(() => shown()?.focus === 'still mine')
})

test('4,000 updates whose predecessors are missing reach nobody, and close their socket', async () => {
  const before = log.disk.head('attacked/board')
  const watcher = await attacker('watcher').synced()
  const client = await attacker().synced()
  for (const update of gapUpdates(4000)) client.send(updateMessage(update))
  expect(await client.closed).toBe(closeCodes.malformed)
  expect(watcher.doc.store.pendingStructs).toBeNull()
  expect(log.disk.head('attacked/board')).toBe(before)
})

test('600 requests for the whole state, replies not read, get a handful of answers and cost no memory', async () => {
  const socket = await framed()
  socket.stopReading()
  const before = process.memoryUsage().rss
  const request = frameBytes({ body: message(MESSAGE_SYNC, SYNC_STEP_1, new Uint8Array([0])) })
  for (let sent = 0; sent < 600; sent++) await socket.write(request)
  await healthy.converge()
  await healthy.converge()
  expect(process.memoryUsage().rss - before).toBeLessThan(60 * MiB)
  socket.socket.resume()
  let received = 0
  socket.socket.on('data', (data: Buffer) => {
    received += data.length
  })
  await healthy.converge()
  expect(received).toBeLessThan(8 * largeState().length)
  socket.socket.destroy()
})

test('five clients that never read cost little and are closed, and the others get their presence', async () => {
  const silent = await Promise.all(Array.from({ length: 5 }, () => framed()))
  for (const socket of silent) {
    socket.stopReading()
    socket.send({ body: message(MESSAGE_SYNC, SYNC_STEP_1, new Uint8Array([0])) })
  }
  const watcher = await attacker('watcher').synced()
  const talker = await attacker('talker').synced()
  const before = process.memoryUsage().rss
  const refusedBefore = server.rooms.stats.refused[closeCodes.tooSlow] ?? 0
  let said = 0
  const talk = setInterval(
    () => talker.peer.awareness.setLocalState({ seatId: '', said: ++said, filler: 'x'.repeat(15 * KiB) }),
    4,
  )
  await until(() => (server.rooms.stats.refused[closeCodes.tooSlow] ?? 0) >= refusedBefore + 5)
  clearInterval(talk)
  await until(() => watcher.peer.awareness.getStates().get(talker.doc.clientID)?.said === said)
  expect(process.memoryUsage().rss - before).toBeLessThan(100 * MiB)
  for (const socket of silent) socket.socket.destroy()
}, 60_000)

test('who floods the room is read slowly, then closed; nobody else is', async () => {
  const other = await attacker('other').synced()
  const client = await attacker().synced()
  const before = server.rooms.stats.updatesIn
  const flood = setInterval(() => {
    if (client.isOpen) for (let sent = 0; sent < 500; sent++) client.doc.getMap('flood').set('k', sent)
  }, 10)
  const code = await client.closed
  clearInterval(flood)
  expect(code).toBe(closeCodes.flooding)
  expect(server.rooms.stats.updatesIn - before).toBeLessThan(30_000)
  other.doc.getMap('records').set('other', 1)
  await other.saved()
}, 60_000)

test('many messages at once, as after pasting, are taken', async () => {
  const client = await attacker('paster').synced()
  for (let step = 0; step < 500; step++) client.doc.getMap('pasted').set(`k${step}`, 1)
  await client.saved()
  expect(client.isOpen).toBe(true)
})

test('presence of another client that is repeated by an official client changes nothing', async () => {
  const ada = await attacker('ada').synced()
  const ben = await attacker('ben').synced()
  ada.peer.awareness.setLocalState({ seatId: '', n: 1 })
  await until(() => ben.peer.awareness.getStates().get(ada.doc.clientID)?.n === 1)
  const echo = awarenessProtocol.encodeAwarenessUpdate(ben.peer.awareness, [ada.doc.clientID])
  ada.close()
  await until(() => !ben.peer.awareness.getStates().has(ada.doc.clientID))
  // The echo arrives after the one it is about has left.
  ben.send(message(MESSAGE_AWARENESS, echo))
  const cleo = await attacker('cleo').synced()
  ben.peer.awareness.setLocalState({ seatId: '' })
  await until(() => cleo.peer.awareness.getStates().has(ben.doc.clientID))
  expect(cleo.peer.awareness.getStates().has(ada.doc.clientID)).toBe(false)
})

test('[S4] nothing of all this was logged', () => {
  expect(server.logged).toEqual([])
})
