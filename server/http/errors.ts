/** The one place that answers failures of HTTP calls, as problem details. It logs what was not expected, once. */
import type { Socket } from 'node:net'
import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { isPassing } from '#server/persistence/retry.ts'
import { AppError, type Detail, PROBLEM_TYPE, problem } from '#server/problem.ts'
import type { Call } from '#shared/protocol/call.ts'
import { calls } from '#shared/protocol/calls.ts'
import type { ProblemCode } from '#shared/protocol/problems.ts'

const codeOfFastify: Readonly<Record<string, ProblemCode>> = {
  FST_ERR_CTP_BODY_TOO_LARGE: 'too-large',
  FST_ERR_CTP_INVALID_MEDIA_TYPE: 'unsupported-type',
}

export function answerFailures(app: FastifyInstance): void {
  app.setErrorHandler<FastifyError | AppError>((error, request, reply) => {
    if (error instanceof AppError) return refuse(reply, error.code, error.detail)
    const status = error.statusCode ?? 500
    if (status === 403 || status === 404) return refuse(reply, 'not-found')
    if (status < 500) return refuse(reply, codeOfFastify[error.code] ?? 'bad-request')
    request.log.error({ err: error }, 'call failed')
    return refuse(reply, isPassing(error) ? 'storage-unavailable' : 'internal')
  })
}

/** Answers bytes that are not HTTP; there is no request to speak of yet. */
export function answerBrokenRequest(error: Error & { code?: string }, socket: Socket): void {
  if (error.code === 'ECONNRESET' || !socket.writable) return void socket.destroy()
  const body = JSON.stringify(problem('bad-request'))
  socket.end(
    `HTTP/1.1 400 Bad Request\r\nContent-Type: ${PROBLEM_TYPE}\r\nContent-Length: ${Buffer.byteLength(body)}\r\nConnection: close\r\n\r\n${body}`,
  )
}

/** Sends the problem document of a code. */
export function refuse(reply: FastifyReply, code: ProblemCode, detail?: Detail): FastifyReply {
  const document = problem(code, detail)
  if (document.retryAfterS !== undefined) reply.header('retry-after', document.retryAfterS)
  return reply.status(document.status).type(PROBLEM_TYPE).send(JSON.stringify(document))
}

const patterns = Object.values(calls).map((call: Call) => ({
  method: call.method,
  path: new RegExp(`^${call.path.replace(/:\w+/g, '[^/]+')}$`),
}))

/** Answers an address under /api that has no route: 405 with what it takes, or 404. */
export function answerUnknown(request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const path = request.url.split('?')[0] ?? ''
  const allowed = patterns.filter((one) => one.path.test(path)).map((one) => one.method)
  if (allowed.length === 0 || allowed.includes(request.method as Call['method']))
    return refuse(reply, 'not-found')
  reply.header('allow', allowed.join(', '))
  return refuse(reply, 'method-not-allowed')
}
