/** The HTTP side: one Fastify with everything registered in the order that matters. */
import { constants } from 'node:zlib'
import compress from '@fastify/compress'
import cookies from '@fastify/cookie'
import Fastify, { type FastifyInstance, LogController } from 'fastify'
import { type Chance, type Clock, newId } from '#server/chance.ts'
import type { Config } from '#server/config.ts'
import { ExportDesk } from '#server/exports/export-desk.ts'
import { parseBodies } from '#server/http/body.ts'
import { closingRoutes } from '#server/http/calls/closing.ts'
import { decisionRoutes } from '#server/http/calls/decisions.ts'
import { draftRoutes } from '#server/http/calls/drafts.ts'
import { envelopeRoutes } from '#server/http/calls/envelope.ts'
import { evidenceRoutes } from '#server/http/calls/evidence.ts'
import { exportRoutes } from '#server/http/calls/exports.ts'
import { guestRoutes } from '#server/http/calls/guests.ts'
import { historyRoutes } from '#server/http/calls/history.ts'
import { interviewExportRoutes } from '#server/http/calls/interview-exports.ts'
import { interviewFileRoutes } from '#server/http/calls/interview-files.ts'
import { joinRoutes } from '#server/http/calls/joining.ts'
import { linkRoutes } from '#server/http/calls/links.ts'
import { openingRoutes } from '#server/http/calls/opening.ts'
import { repeatRoutes } from '#server/http/calls/repeating.ts'
import { resultReadingRoutes } from '#server/http/calls/result-reading.ts'
import { resultRoutes } from '#server/http/calls/results.ts'
import { roundRoutes } from '#server/http/calls/rounds.ts'
import { seatRoutes } from '#server/http/calls/seats.ts'
import { sheetRoutes } from '#server/http/calls/sheets.ts'
import { vaultRoutes } from '#server/http/calls/vault.ts'
import { workshopRoutes } from '#server/http/calls/workshops.ts'
import { answerBrokenRequest, answerFailures, refuse } from '#server/http/errors.ts'
import { openApi } from '#server/http/openapi.ts'
import { serveOperations } from '#server/http/operations.ts'
import { servePages } from '#server/http/pages.ts'
import { logRequests } from '#server/http/request-log.ts'
import { secure } from '#server/http/security.ts'
import type { Service } from '#server/http/service.ts'
import { type LogSink, logOptions } from '#server/log.ts'

const REQUEST_TIMEOUT_MS = 60_000

interface HttpSurroundings {
  readonly config: Config
  readonly clock: Clock
  readonly chance: Chance
  readonly logSink?: LogSink
}

export function createHttp({ config, clock, chance, logSink }: HttpSurroundings): FastifyInstance {
  const app = Fastify({
    logger: logOptions(config.logLevel, clock, logSink),
    logController: new LogController({ disableRequestLogging: true }),
    genReqId: () => newId(chance),
    trustProxy: trusted(config.trustProxy),
    requestTimeout: REQUEST_TIMEOUT_MS,
    forceCloseConnections: 'idle',
    frameworkErrors: (_error, _request, reply) => refuse(reply, 'bad-request'),
    clientErrorHandler: answerBrokenRequest,
    http: { maxHeaderSize: 32 * 1024 },
    routerOptions: { ignoreTrailingSlash: true },
  })
  logRequests(app, clock)
  return app
}

const trusted = (setting: Config['trustProxy']) =>
  typeof setting === 'number' ? (_address: string, hop: number) => hop < setting : setting

/** Registers everything and begins to listen. */
export async function serve(app: FastifyInstance, service: Service, clientDir: string): Promise<void> {
  answerFailures(app)
  parseBodies(app)
  await secure(app, service.config)
  await app.register(cookies)
  await app.register(compress, {
    threshold: 1024,
    encodings: ['br', 'gzip'],
    // The best quality takes seconds for a large export; this one is nearly as small.
    brotliOptions: { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } },
  })
  serveOperations(app, service)
  openingRoutes(app, service)
  workshopRoutes(app, service)
  joinRoutes(app, service)
  seatRoutes(app, service)
  linkRoutes(app, service)
  roundRoutes(app, service)
  envelopeRoutes(app, service)
  closingRoutes(app, service)
  evidenceRoutes(app, service)
  guestRoutes(app, service)
  draftRoutes(app, service)
  decisionRoutes(app, service)
  repeatRoutes(app, service)
  const desk = new ExportDesk()
  app.addHook('preClose', async () => desk.stop())
  resultRoutes(app, service, desk)
  exportRoutes(app, service, desk)
  resultReadingRoutes(app, service, desk)
  historyRoutes(app, service)
  await interviewFileRoutes(app, service)
  await sheetRoutes(app, service)
  interviewExportRoutes(app, service)
  vaultRoutes(app, service)
  const document = openApi(service.version)
  app.get('/api/openapi.json', async () => document)
  await servePages(app, clientDir)
  app.server.on('upgrade', (request, socket, head) => {
    if (!service.rooms.upgrade(request, socket, head)) socket.end('HTTP/1.1 404 Not Found\r\n\r\n')
  })
  await app.listen({ port: service.config.port, host: service.config.host })
}
