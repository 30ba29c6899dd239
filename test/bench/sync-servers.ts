/**
 * The servers that are measured, each in a process of its own: our rooms, and two to compare with. `relay` passes
 * every message on to everybody else and knows nothing; `plain` does what the usual server does: a `Y.Doc` in memory
 * per room, every update applied and sent on by itself, the whole state encoded for whoever joins.
 */
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'
import { type WebSocket, WebSocketServer } from 'ws'
import * as syncProtocol from 'y-protocols/sync'
import * as Y from 'yjs'
import { localBus } from '#server/cluster/local-bus.ts'
import { createRooms } from '#server/sync/rooms.ts'
import { documentName } from '#shared/document/names.ts'
import { MESSAGE_SYNC } from '#shared/protocol/wire.ts'
import { MemoryDisk, MemoryLog } from '#test/support/memory-log.ts'
import { admitAsSaid } from '#test/support/sync-server.ts'

export const servers = ['rooms', 'relay', 'plain'] as const
export type ServerKind = (typeof servers)[number]

export const scenarios = ['workshop', 'saturation', 'join'] as const

/** What a child tells its parent: first its port, then its processor time whenever it is asked. */
export type Said = { readonly port: number } | { readonly cpuMs: number; readonly rss: number }

const COMMIT_MS = 10

/** Runs one of the servers in this process until the parent is gone. */
export async function serveSync(): Promise<void> {
  const kind = process.argv[3] as ServerKind
  const http = createServer()
  if (kind === 'rooms') serveRooms(http)
  else servePassingOn(http, kind === 'plain')
  await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve))
  say({ port: (http.address() as AddressInfo).port })
  process.on('message', () => {
    const { user, system } = process.cpuUsage()
    say({ cpuMs: (user + system) / 1000, rss: process.memoryUsage().rss })
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
}

function servePassingOn(http: Server, keepsDocument: boolean): void {
  const rooms = new Map<string, PlainRoom>()
  for (const scenario of scenarios) {
    const doc = new Y.Doc()
    if (keepsDocument) Y.applyUpdate(doc, seedOf(scenario))
    rooms.set(`/sync/${scenario}/board`, { sockets: new Set(), doc })
  }
  const server = new WebSocketServer({ noServer: true, perMessageDeflate: false })
  http.on('upgrade', (request, socket, head) => {
    const room = rooms.get((request.url ?? '').split('?')[0] as string)
    if (!room) return socket.destroy()
    return server.handleUpgrade(request, socket, head, (webSocket) => enter(webSocket, room, keepsDocument))
  })
}

function enter(webSocket: WebSocket, { sockets, doc }: PlainRoom, keepsDocument: boolean): void {
  sockets.add(webSocket)
  webSocket.on('close', () => sockets.delete(webSocket))
  webSocket.on('error', () => {})
  const passOn = (message: Uint8Array) => {
    for (const other of sockets) if (other !== webSocket) other.send(message)
  }
  const send = (update: Uint8Array) => {
    const to = encoding.createEncoder()
    encoding.writeVarUint(to, MESSAGE_SYNC)
    syncProtocol.writeUpdate(to, update)
    passOn(encoding.toUint8Array(to))
  }
  webSocket.on('message', (data: Buffer) => {
    if (!keepsDocument || data[0] !== MESSAGE_SYNC) return passOn(data)
    const from = decoding.createDecoder(data)
    decoding.readVarUint(from)
    const reply = encoding.createEncoder()
    encoding.writeVarUint(reply, MESSAGE_SYNC)
    doc.once('update', send)
    syncProtocol.readSyncMessage(from, reply, doc, webSocket)
    doc.off('update', send)
    if (encoding.length(reply) > 1) webSocket.send(encoding.toUint8Array(reply))
  })
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
