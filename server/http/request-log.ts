/** One line a request: its route, not its address; nothing that was typed, named or handed over ([S4]). */
import type { FastifyInstance } from 'fastify'
import type { Clock } from '#server/chance.ts'

export function logRequests(app: FastifyInstance, clock: Clock): void {
  const begun = new WeakMap<object, number>()
  app.addHook('onRequest', async (request) => {
    begun.set(request, clock.now())
  })
  app.addHook('onResponse', async (request, reply) => {
    const { method, routeOptions } = request
    const ms = clock.now() - (begun.get(request) ?? clock.now())
    request.log.info({ method, route: routeOptions.url ?? 'none', status: reply.statusCode, ms }, 'call')
  })
}
