/** For whoever runs the server: is it up, is its storage there, which version, and figures without content. */
import { timingSafeEqual } from 'node:crypto'
import type { FastifyInstance } from 'fastify'
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client'
import type { Service } from '#server/http/service.ts'
import { AppError } from '#server/problem.ts'

export function serveOperations(app: FastifyInstance, service: Service): void {
  const { config, storage, version } = service
  const registry = figures(app, service)

  app.get('/healthz', async () => ({ status: 'up' }))
  app.get('/version', async () => ({ version }))
  app.get('/readyz', async (request) => {
    try {
      await storage.ready()
    } catch (error) {
      request.log.error({ err: error }, 'storage is not ready')
      throw new AppError('storage-unavailable')
    }
    return { status: 'ready' }
  })
  app.get('/metrics', async (request, reply) => {
    if (config.metricsToken && !isBearer(request.headers.authorization, config.metricsToken))
      throw new AppError('not-allowed', { title: 'Send the metrics token as a bearer token.' })
    reply.type(registry.contentType)
    return registry.metrics()
  })
}

function isBearer(header: string | undefined, token: string): boolean {
  const sent = Buffer.from(header ?? '')
  const wanted = Buffer.from(`Bearer ${token}`)
  return sent.length === wanted.length && timingSafeEqual(sent, wanted)
}

function figures(app: FastifyInstance, { rooms, storage }: Service): Registry {
  const registry = new Registry()
  const registers = [registry]
  collectDefaultMetrics({ register: registry })
  const gauge = (name: string, help: string, read: () => number) =>
    new Gauge({
      name,
      help,
      registers,
      collect() {
        this.set(read())
      },
    })
  gauge('guessproof_rooms', 'Documents open in this process.', () => rooms.stats.rooms)
  gauge('guessproof_connections', 'Sockets open in this process.', () => rooms.stats.connections)
  gauge('guessproof_updates_in', 'Updates received since the start.', () => rooms.stats.updatesIn)
  gauge('guessproof_frames_out', 'Frames sent since the start.', () => rooms.stats.framesOut)
  gauge('guessproof_queued_bytes', 'Bytes received and not yet committed.', () => storage.log.queuedBytes)
  new Gauge({
    name: 'guessproof_sockets_refused',
    help: 'Sockets refused or closed since the start, by close code.',
    labelNames: ['code'],
    registers,
    collect() {
      for (const [code, count] of Object.entries(rooms.stats.refused)) this.set({ code }, count)
    },
  })
  const calls = new Counter({
    name: 'guessproof_calls_total',
    help: 'HTTP calls by route and status.',
    labelNames: ['method', 'route', 'status'],
    registers,
  })
  const seconds = new Histogram({
    name: 'guessproof_call_seconds',
    help: 'Time an HTTP call took.',
    buckets: [0.005, 0.02, 0.1, 0.5, 2, 10],
    registers,
  })
  app.addHook('onResponse', async (request, reply) => {
    calls.inc({
      method: request.method,
      route: request.routeOptions.url ?? 'none',
      status: String(reply.statusCode),
    })
    seconds.observe(reply.elapsedTime / 1000)
  })
  return registry
}
