/** The server as a whole: how it starts to serve, and how it stops without losing anything. */
import type { AddressInfo, Server, Socket } from 'node:net'
import type { FastifyBaseLogger } from 'fastify'
import { createHttp, serve } from '#server/http/server.ts'
import type { Service } from '#server/http/service.ts'
import type { LogSink } from '#server/log.ts'
import { openParts, type PartsSurroundings } from '#server/parts.ts'

export interface Surroundings extends Omit<PartsSurroundings, 'log'> {
  /** Folder of the built client; calls alone are answered when it is not there. */
  readonly clientDir: string
  /** Where log lines go; stdout when left out. */
  readonly logSink?: LogSink
}

export interface Running {
  readonly url: string
  readonly port: number
  readonly service: Service
  readonly log: FastifyBaseLogger
  /** Takes nothing more, sends every client away to come back, and resolves when all is committed. */
  stop(): Promise<void>
}

/** Starts to serve; rejects with one sentence when it cannot. */
export async function startServer(surroundings: Surroundings): Promise<Running> {
  const { config } = surroundings
  const app = createHttp(surroundings)
  const parts = await openParts({ ...surroundings, log: app.log })
  const { service } = parts
  try {
    await serve(app, service, surroundings.clientDir)
  } catch (error) {
    await parts.close()
    throw error
  }
  const letSilentGo = silentConnections(app.server)
  const stop = async () => {
    letSilentGo()
    // Both at once: the listener takes no more from the first moment, and ends when the rooms have let their sockets go.
    await Promise.all([app.close(), service.rooms.close()])
    await parts.close()
  }
  const { port } = app.server.address() as AddressInfo
  let stopping: Promise<void> | null = null
  return {
    url: config.publicUrl ?? `http://localhost:${port}`,
    port,
    service,
    log: app.log,
    stop: () => {
      stopping ??= stop()
      return stopping
    },
  }
}

/** Browsers open connections ahead of need: those that never asked for anything would hold up the end for a minute. */
function silentConnections(server: Server): () => void {
  const open = new Set<Socket>()
  server.on('connection', (socket) => {
    open.add(socket)
    socket.once('close', () => open.delete(socket))
  })
  return () => {
    for (const socket of open) if (socket.bytesRead === 0) socket.destroy()
  }
}
