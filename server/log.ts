/**
 * Structured logs that hold no content: no bodies, names, codes, tokens, cookies or query strings.
 * A request is told by its route pattern, an error by its type and the places it passed; never by its message,
 * which may quote what somebody typed. Holds for everything logged under `err`.
 */
import type { FastifyServerOptions } from 'fastify'
import type { Clock } from '#server/chance.ts'
import type { LogLevel } from '#server/config.ts'

export interface LogSink {
  write(line: string): void
}

type LogOptions = Exclude<FastifyServerOptions['logger'], boolean | undefined>

/** Settings of Fastify's logger; lines go to stdout unless a sink is given. */
export function logOptions(level: LogLevel, clock: Clock, sink?: LogSink): LogOptions {
  return {
    level,
    base: null,
    timestamp: () => `,"time":${clock.now()}`,
    serializers: { err: withoutMessage, req: () => ({}) as never, res: () => ({}) as never },
    ...(sink && { stream: sink }),
  }
}

/** What may be known of an error: its type, its code if it has one, and the lines of code it passed. */
function withoutMessage(error: unknown): {
  type: string
  message: string
  stack: string
  code?: string
} {
  if (!(error instanceof Error)) return { type: typeof error, message: '', stack: '' }
  const code = (error as { code?: unknown }).code
  const places = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line))
  return {
    type: error.name,
    message: '',
    stack: places.slice(0, 20).join('\n'),
    ...(typeof code === 'string' && /^[A-Z0-9_-]{1,40}$/i.test(code) && { code }),
  }
}
