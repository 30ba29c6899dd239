/**
 * The servers that are measured, each in a process of its own: our rooms, and three to compare with. `relay` passes
 * every message on to everybody else and knows nothing; `plain` does what the usual server does: a `Y.Doc` and
 * an `Awareness` in memory per room, each update applied and sent on to all by itself, the whole state encoded for
 * whoever joins. `sink` only
 * receives: nothing can cost less.
 */
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { performance } from 'node:perf_hooks'
import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'
import { type WebSocket, WebSocketServer } from 'ws'
import * as awarenessProtocol from 'y-protocols/awareness'
import * as syncProtocol from 'y-protocols/sync'
import * as Y from 'yjs'
import { localBus } from '#server/cluster/local-bus.ts'
import { createRooms } from '#server/sync/rooms.ts'
import { documentName } from '#shared/document/names.ts'
import { MESSAGE_AWARENESS, MESSAGE_SYNC } from '#shared/protocol/wire.ts'
import { MemoryDisk, MemoryLog } from '#test/support/memory-log.ts'
import { admitAsSaid } from '#test/support/sync-server.ts'

export const servers = ['rooms', 'relay', 'plain', 'sink'] as const
export type ServerKind = (typeof servers)[number]

export const scenarios = ['workshop', 'saturation', 'join'] as const

/** What a child tells its parent whenever it is asked; first it tells its port. */
export interface Usage {
  readonly cpuMs: number
  /** Time in which the event loop was not waiting. */
  readonly busyMs: number
  readonly rss: number
}
export type Said = { readonly port: number } | Usage

const COMMIT_MS = 10

/** Runs one of the servers in this process until the parent is gone. */
export async function serveSync(): Promise<void> {
  const kind = process.argv[3] as ServerKind
  const http = createServer()
  if (kind === 'rooms') serveRooms(http)
  else serveSimply(http, kind)
  await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve))
  say({ port: (http.address() as AddressInfo).port })
  process.on('message', () => {
    const { user, system } = process.cpuUsage()
    const { active: busyMs } = performance.eventLoopUtilization()
    say({ cpuMs: (user + system) / 1000, busyMs, rss: process.memoryUsage().rss })
  })
  await new Promise((resolve) => process.on('disconnect', resolve))
  process.exit()
}

const say = (said: Said) => void process.send?.(said)

/** Storage is a log in memory that commits every 10 ms, as the group commit does. */
function serveRooms(http: Server): void {
  const log = new MemoryLog(new MemoryDisk())
  log.isHeldBack = true
  setInterval(() => log.commit(), COMMIT_MS)
  for (const scenario of scenarios) log.disk.create(documentName(scenario, 'board'), seedOf(scenario))
  const ignore = () => {}
  const rooms = createRooms({
    log,
    bus: localBus,
    admit: admitAsSaid,
    logger: { warn: ignore, error: ignore },
    limits: { messagesPerSecond: 1_000_000 },
  })
  http.on('upgrade', (request, socket, head) => void rooms.upgrade(request, socket, head))
}

interface PlainRoom {
  readonly sockets: Set<WebSocket>
  readonly doc: Y.Doc
  readonly awareness: awarenessProtocol.Awareness
}

function serveSimply(http: Server, kind: ServerKind): void {
  const rooms = new Map(
    scenarios.map((scenario) => [`/sync/${scenario}/board`, openPlainRoom(scenario, kind)]),
  )
  const server = new WebSocketServer({ noServer: true, perMessageDeflate: false })
  http.on('upgrade', (request, socket, head) => {
    const room = rooms.get((request.url ?? '').split('?')[0] as string)
    if (!room) return socket.destroy()
    return server.handleUpgrade(request, socket, head, (webSocket) => enter(webSocket, room, kind))
  })
}

function openPlainRoom(scenario: (typeof scenarios)[number], kind: ServerKind): PlainRoom {
  const doc = new Y.Doc()
  if (kind === 'plain') Y.applyUpdate(doc, seedOf(scenario))
  const awareness = new awarenessProtocol.Awareness(doc)
  awareness.setLocalState(null)
  const sockets = new Set<WebSocket>()
  const sendAll = (type: number, write: (to: encoding.Encoder) => void) => {
    const message = messageOf(type, write)
    for (const socket of sockets) socket.send(message)
  }
  doc.on('update', (update: Uint8Array) =>
    sendAll(MESSAGE_SYNC, (to) => syncProtocol.writeUpdate(to, update)),
  )
  awareness.on('update', ({ added, updated, removed }: Record<'added' | 'updated' | 'removed', number[]>) => {
    const entries = awarenessProtocol.encodeAwarenessUpdate(awareness, [...added, ...updated, ...removed])
    sendAll(MESSAGE_AWARENESS, (to) => encoding.writeVarUint8Array(to, entries))
  })
  return { sockets, doc, awareness }
}

function enter(webSocket: WebSocket, room: PlainRoom, kind: ServerKind): void {
  const { sockets } = room
  sockets.add(webSocket)
  webSocket.on('close', () => sockets.delete(webSocket))
  webSocket.on('error', () => {})
  webSocket.on('message', (data: Buffer) => {
    if (kind === 'plain') hearPlainly(webSocket, room, data)
    else if (kind === 'relay') for (const other of sockets) if (other !== webSocket) other.send(data)
  })
}

function hearPlainly(webSocket: WebSocket, { doc, awareness }: PlainRoom, data: Buffer): void {
  const from = decoding.createDecoder(data)
  if (decoding.readVarUint(from) === MESSAGE_AWARENESS) {
    awarenessProtocol.applyAwarenessUpdate(awareness, decoding.readVarUint8Array(from), webSocket)
    return
  }
  const reply = encoding.createEncoder()
  encoding.writeVarUint(reply, MESSAGE_SYNC)
  syncProtocol.readSyncMessage(from, reply, doc, webSocket)
  if (encoding.length(reply) > 1) webSocket.send(encoding.toUint8Array(reply))
}

function messageOf(type: number, write: (to: encoding.Encoder) => void): Uint8Array {
  const to = encoding.createEncoder()
  encoding.writeVarUint(to, type)
  write(to)
  return encoding.toUint8Array(to)
}

/** About 1.25 MB for those who join, nothing for the others. */
function seedOf(scenario: (typeof scenarios)[number]): Uint8Array {
  const doc = new Y.Doc()
  for (let card = 0; scenario === 'join' && card < 5000; card++) {
    const record = new Y.Map<unknown>()
    record.set('title', new Y.Text(`Card ${card}: what somebody wants done, in a sentence or two`))
    record.set('place', { stage: card % 8, lane: card % 5, order: `a${card}` })
    record.set('note', 'x'.repeat(90))
    doc.getMap('cards').set(`card${card}`, record)
  }
  return Y.encodeStateAsUpdate(doc)
}
