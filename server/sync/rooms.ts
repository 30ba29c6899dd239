/**
 * The sync rooms behind `/sync/:workshopId/:kind`. A client is admitted and its room opened before its handshake is
 * completed, so nothing it sends can arrive too early; who is refused is taken in and closed with a code that says why.
 */
import type { IncomingMessage } from 'node:http'
import type { Duplex } from 'node:stream'
import { type ServerOptions, type WebSocket, WebSocketServer } from 'ws'
import type { Bus } from '#server/cluster/bus.ts'
import type { DocumentLog } from '#server/persistence/storage.ts'
import type { Connection } from '#server/sync/connection.ts'
import { defaultSyncLimits, type SyncLimits } from '#server/sync/limits.ts'
import type { SyncLogger } from '#server/sync/logger.ts'
import type { Room } from '#server/sync/room.ts'
import { RoomTable } from '#server/sync/room-table.ts'
import type { Admission, Admit, Rooms } from '#server/sync/rooms-api.ts'
import { SocketLine } from '#server/sync/socket-line.ts'
import { systemTimers, type Timers } from '#server/sync/timers.ts'
import { type DocumentKind, isDocumentKind } from '#shared/document/names.ts'
import { closeCodes } from '#shared/protocol/wire.ts'

export interface RoomsSurroundings {
  readonly log: DocumentLog
  readonly bus: Bus
  readonly admit: Admit
  readonly logger: SyncLogger
  readonly limits?: Partial<SyncLimits>
  readonly timers?: Timers
}

/** A handshake that is being decided; rights that change meanwhile are noted here. */
interface Arrival {
  readonly workshopId: string
  readonly closedSeats: Map<string, number>
  /** A change of rights may have gone unheard. */
  comesTooEarly: boolean
}

interface Address {
  readonly workshopId: string
  readonly kind: DocumentKind
  readonly wantsAcknowledgements: boolean
}

/** How long a client that is sent away may take to go. */
const FAREWELL_MS = 3000
const MESSAGE_OVERHEAD_BYTES = 32

export function createRooms(surroundings: RoomsSurroundings): Rooms {
  const { admit, bus, log, logger } = surroundings
  const limits = { ...defaultSyncLimits, ...surroundings.limits }
  const timers = surroundings.timers ?? systemTimers
  const table = new RoomTable({ log, bus, timers, limits, logger })
  const arrivals = new Set<Arrival>()
  const sockets = new Set<WebSocket>()
  let framesOut = 0
  const server = new WebSocketServer(serverOptions(limits))
  const stopListening = bus.listen({
    grown: () => {},
    presence: () => {},
    closeSeat: noteClosedSeat,
    renew: () => {},
    missed: () => {
      for (const arrival of arrivals) arrival.comesTooEarly = true
    },
  })

  /** Who may come in, and the room, reserved; or the code to be sent away with. */
  async function decide(request: IncomingMessage, arrival: Arrival, kind: DocumentKind) {
    const { workshopId, closedSeats } = arrival
    const admission = await admit(request, workshopId, kind)
    if ('refused' in admission) return admission.refused
    const room = await table.open(workshopId, kind)
    if (!room) return closeCodes.noSuchWorkshop
    const missed = arrival.comesTooEarly ? closeCodes.accessChanged : null
    const code = closedSeats.get(admission.seatId) ?? missed ?? table.refusal(workshopId, admission.seatId)
    if (code === null) return { admission, room }
    table.release(room)
    return code
  }

  async function arrive(
    request: IncomingMessage,
    socket: Duplex,
    head: Buffer,
    address: Address,
  ): Promise<void> {
    const arrival: Arrival = { workshopId: address.workshopId, closedSeats: new Map(), comesTooEarly: false }
    arrivals.add(arrival)
    const decision = await decide(request, arrival, address.kind).catch((error: unknown) => {
      logger.error({ err: error }, 'connection not decided')
      return closeCodes.storageUnavailable
    })
    arrivals.delete(arrival)
    let isCompleted = false
    if (!socket.destroyed)
      server.handleUpgrade(request, socket, head, (webSocket) => {
        isCompleted = true
        sockets.add(webSocket)
        webSocket.on('close', () => sockets.delete(webSocket))
        if (typeof decision === 'number') refuse(webSocket, decision)
        else enter(webSocket, socket, decision, address.wantsAcknowledgements)
      })
    if (!isCompleted && typeof decision !== 'number') table.release(decision.room)
  }

  function refuse(webSocket: WebSocket, code: number): void {
    webSocket.on('error', () => {})
    webSocket.close(code)
    table.refused(code)
  }

  function enter(
    webSocket: WebSocket,
    socket: Duplex,
    { admission, room }: { admission: Admission; room: Room },
    wantsAcknowledgements: boolean,
  ): void {
    let connection: Connection | null = null
    const line = new SocketLine(
      webSocket,
      socket,
      timers,
      () => connection?.drained(),
      () => {
        if (room.isCounted) framesOut++
      },
    )
    connection = table.enter(room, line, admission, wantsAcknowledgements)
    const entered = connection
    webSocket.on('message', (data, isBinary) => entered.receive(plainBytes(data as Buffer), isBinary))
    webSocket.on('pong', () => entered.heard())
    // The WebSocket has closed itself with the code that fits what it could not read.
    webSocket.on('error', () => entered.closed())
    webSocket.on('close', () => entered.closed())
  }

  function noteClosedSeat(workshopId: string, seatId: string, code: number): void {
    for (const arrival of arrivals)
      if (arrival.workshopId === workshopId) arrival.closedSeats.set(seatId, code)
  }

  return {
    upgrade(request, socket, head) {
      const address = readAddress(request.url ?? '')
      if (!address) return false
      // Until the handshake is completed nobody else listens.
      socket.on('error', () => socket.destroy())
      void arrive(request, socket, head, address)
      return true
    },
    closeSeat(workshopId, seatId, code) {
      noteClosedSeat(workshopId, seatId, code)
      table.closeSeatHere(workshopId, seatId, code)
      bus.closeSeat(workshopId, seatId, code)
    },
    async renew(doc) {
      bus.renew(doc)
      await table.renewHere(doc)
    },
    seatsPresent: (workshopId) => table.seatsPresent(workshopId),
    get stats() {
      return { ...table.stats, framesOut }
    },
    async close() {
      await table.close()
      stopListening()
      await farewell(sockets, timers)
    },
  }
}

/** Views of a plain array are cheaper to make than those of a Buffer. */
const plainBytes = ({ buffer, byteOffset, byteLength }: Buffer): Uint8Array =>
  new Uint8Array(buffer, byteOffset, byteLength)

/** `closeTimeout` is missing in the types. */
const serverOptions = (limits: SyncLimits): ServerOptions & { closeTimeout: number } => ({
  noServer: true,
  clientTracking: false,
  perMessageDeflate: false,
  maxPayload: limits.replyBytes + MESSAGE_OVERHEAD_BYTES,
  maxFragments: limits.fragments,
  maxBufferedChunks: 8 * limits.fragments,
  closeTimeout: FAREWELL_MS,
})

/** Waits until all sockets are closed; those that take too long are cut off. */
function farewell(sockets: ReadonlySet<WebSocket>, timers: Timers): Promise<void> {
  if (sockets.size === 0) return Promise.resolve()
  return new Promise((resolve) => {
    const cancel = timers.after(FAREWELL_MS / 3, () => {
      for (const webSocket of sockets) webSocket.terminate()
    })
    for (const webSocket of sockets)
      webSocket.on('close', () => {
        if (sockets.size > 0) return
        cancel()
        resolve()
      })
  })
}

function readAddress(url: string): Address | null {
  const parsed = URL.canParse(url, 'http://host') ? new URL(url, 'http://host') : null
  const [, workshopId = '', kind = ''] =
    /^\/sync\/([A-Za-z0-9_-]{1,64})\/([a-z]{1,16})$/.exec(parsed?.pathname ?? '') ?? []
  if (!parsed || !isDocumentKind(kind)) return null
  return { workshopId, kind, wantsAcknowledgements: parsed.searchParams.get('ack') === '1' }
}
