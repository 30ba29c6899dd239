/**
 * How a call becomes a route. In this order: the workshop, the seat, the right, the body; only then the handler runs,
 * with everything parsed. Replies pass through their schema, so a field the contract does not name stays inside.
 */
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import * as z from 'zod/mini'
import { needsTouch, touch } from '#server/auth/codes.ts'
import { seatToken } from '#server/auth/cookies.ts'
import { refusal } from '#server/auth/policy.ts'
import { type Seated, seatOfToken } from '#server/auth/seats.ts'
import { LargeBody } from '#server/http/body.ts'
import { once } from '#server/http/once.ts'
import type { Service } from '#server/http/service.ts'
import { AppError } from '#server/problem.ts'
import type { Command } from '#server/record/record-writer.ts'
import type { Call } from '#shared/protocol/call.ts'
import { type CallName, calls } from '#shared/protocol/calls.ts'
import { faultsOf } from '#shared/protocol/faults.ts'

/** Sentences for what schemas find wrong. */
z.config(z.locales.en())

type Calls = typeof calls
type ParsedBody<N extends CallName> = Calls[N] extends { body: infer B extends z.ZodMiniType }
  ? z.output<B>
  : undefined
type Reply<N extends CallName> = z.input<Calls[N]['reply']>

export interface Ask<N extends CallName> {
  /** Empty for calls that need no seat. */
  readonly workshopId: string
  readonly seat: Calls[N]['who'] extends 'anyone' ? null : Seated
  readonly body: ParsedBody<N>
  readonly request: FastifyRequest
  readonly reply: FastifyReply
  /** A part of the address. */
  param(name: string): string
  /** Runs the command of this call; sent again under the same key, it gives what it gave before, which is kept. */
  command<T = Reply<N>>(work: Command<T>): Promise<T>
}

const MAX_BODY = 256 * 1024
const isOpaqueId = (value: unknown): value is string =>
  typeof value === 'string' && /^[\w-]{1,64}$/.test(value)

export function answer<N extends CallName>(
  app: FastifyInstance,
  service: Service,
  name: N,
  handle: (ask: Ask<N>) => Promise<Reply<N>>,
  { bodyLimit = MAX_BODY }: { bodyLimit?: number } = {},
): void {
  const call: Call = calls[name]
  app.route({
    method: call.method,
    url: call.path,
    bodyLimit,
    handler: async (request, reply) => {
      const ask = await judge(service, name, request, reply)
      const value = await handle(ask)
      reply.status(call.status)
      return z.parse(call.reply, value)
    },
  })
}

/** A call that takes or gives something else than JSON: `handle` answers by itself. */
export function answerInOwnForm<N extends CallName>(
  app: FastifyInstance,
  service: Service,
  name: N,
  handle: (ask: Ask<N>) => Promise<unknown>,
  { bodyLimit = MAX_BODY, isStreamed = false }: { bodyLimit?: number; isStreamed?: boolean } = {},
): void {
  const { method, path }: Call = calls[name]
  app.route({
    method,
    url: path,
    bodyLimit,
    // What is compressed comes in pieces of the compressor's choice.
    ...(isStreamed && { compress: false }),
    handler: async (request, reply) => handle(await judge(service, name, request, reply)),
  })
}

async function judge<N extends CallName>(
  service: Service,
  name: N,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<Ask<N>> {
  const params = request.params as Readonly<Record<string, unknown>>
  if (!Object.values(params).every(isOpaqueId)) throw new AppError('not-found')
  const workshopId = typeof params.workshopId === 'string' ? params.workshopId : ''
  const seat = calls[name].who === 'anyone' ? null : await seated(service, workshopId, request)
  const refused = refusal(name, seat)
  if (refused) throw new AppError(refused)
  return {
    workshopId,
    seat: seat as Ask<N>['seat'],
    body: parsed(calls[name], request.body) as ParsedBody<N>,
    request,
    reply,
    param: (key) => String(params[key]),
    command: (work) => once(service, { name, workshopId, seatId: seat?.id ?? '', request }, work),
  }
}

/** The seat of a request; notes that the workshop is in use. */
async function seated(service: Service, workshopId: string, request: FastifyRequest): Promise<Seated> {
  const { storage, chance, clock } = service
  const workshop = await storage.db
    .selectFrom('workshops')
    .select('active_at')
    .where('id', '=', workshopId)
    .executeTakeFirst()
  if (!workshop) throw new AppError('no-such-workshop')
  const seat = await seatOfToken(storage.db, workshopId, seatToken(request.headers.cookie, workshopId))
  if (!seat) throw new AppError('no-seat')
  if (needsTouch(workshop.active_at, clock.now()))
    await storage.transaction((tx) => touch(tx, workshopId, chance, clock.now()))
  return seat
}

function parsed(call: Call, body: unknown): unknown {
  if (!call.body) return undefined
  // Judged where it is read.
  if (body instanceof LargeBody) return body
  const result = z.safeParse(call.body, body ?? {})
  if (result.success) return result.data
  throw new AppError('bad-request', { faults: faultsOf(result.error) })
}
