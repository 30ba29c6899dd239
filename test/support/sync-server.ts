/** The sync rooms alone on a port of their own. Who somebody is, is simply what their request says. */
import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Bus } from '#server/cluster/bus.ts'
import { localBus } from '#server/cluster/local-bus.ts'
import type { DocumentLog } from '#server/persistence/storage.ts'
import type { SyncLimits } from '#server/sync/limits.ts'
import { createRooms } from '#server/sync/rooms.ts'
import type { Admit, Rooms } from '#server/sync/rooms-api.ts'
import { closeCodes } from '#shared/protocol/wire.ts'

export interface SyncServer {
  readonly url: string
  readonly rooms: Rooms
  /** Messages the rooms have logged. */
  readonly logged: readonly string[]
  stop(): Promise<void>
}

export interface SyncServerOptions {
  readonly log: DocumentLog
  readonly bus?: Bus
  readonly limits?: Partial<SyncLimits>
  readonly admit?: Admit
}

/** Headers of a seat; a seat whose id begins with `viewer` may only read. */
export const seatHeaders = (seatId: string): Record<string, string> => ({ 'x-seat': seatId })

export const admitAsSaid: Admit = async (request: IncomingMessage) => {
  const seatId = String(request.headers['x-seat'] ?? '')
  if (!seatId) return { refused: closeCodes.noSeat }
  const isViewer = seatId.startsWith('viewer')
  return { seatId, role: isViewer ? 'viewer' : 'member', write: !isViewer }
}

export async function startSyncServer(options: SyncServerOptions): Promise<SyncServer> {
  const logged: string[] = []
  const note = (fields: object, message: string) => void logged.push(`${message} ${JSON.stringify(fields)}`)
  const rooms = createRooms({
    log: options.log,
    bus: options.bus ?? localBus,
    admit: options.admit ?? admitAsSaid,
    logger: { warn: note, error: note },
    limits: options.limits ?? {},
  })
  const http = createServer()
  http.on('upgrade', (request, socket, head) => {
    if (!rooms.upgrade(request, socket, head)) socket.destroy()
  })
  await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve))
  return {
    url: `ws://127.0.0.1:${(http.address() as AddressInfo).port}`,
    rooms,
    logged,
    stop: async () => {
      await rooms.close()
      await new Promise((resolve) => http.close(resolve))
    },
  }
}
