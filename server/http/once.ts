/**
 * Commands that are sent twice are done once: the reply is kept in the same transaction as the command itself, under
 * the seat and the key the client gave (`Idempotency-Key`). A command that failed left no reply and may be tried again.
 */
import type { FastifyRequest } from 'fastify'
import { refusal } from '#server/auth/policy.ts'
import { currentSeat } from '#server/auth/seats.ts'
import type { Service } from '#server/http/service.ts'
import { AppError } from '#server/problem.ts'
import type { Command } from '#server/record/record-writer.ts'
import type { CallName } from '#shared/protocol/calls.ts'

interface Asked {
  readonly name: CallName
  readonly workshopId: string
  readonly seatId: string
  readonly request: FastifyRequest
}

const KEY = /^[\x21-\x7e]{1,100}$/

export async function once<T>(service: Service, asked: Asked, command: Command<T>): Promise<T> {
  const { name, workshopId, seatId, request } = asked
  const key = keyOf(request)
  const judged: Command<T> = async (tx, record) => {
    // Asked again under the lock: the seat may have been removed while this command waited.
    const refused = refusal(name, await currentSeat(tx, workshopId, seatId))
    if (refused) throw new AppError(refused)
    return command(tx, record)
  }
  const run: Command<T> =
    key === null
      ? judged
      : async (tx, record) => {
          const row = { seat_id: seatId, request_key: `${name}:${key}` }
          const known = await tx
            .selectFrom('replies')
            .select('body')
            .where('seat_id', '=', row.seat_id)
            .where('request_key', '=', row.request_key)
            .executeTakeFirst()
          if (known) return JSON.parse(known.body) as T
          const reply = await judged(tx, record)
          await tx
            .insertInto('replies')
            .values({ ...row, status: 200, body: JSON.stringify(reply), at: service.clock.now() })
            .execute()
          return reply
        }
  return service.writer.run(workshopId, seatId, run)
}

/** The key a client gave, or null. */
export function keyOf(request: FastifyRequest): string | null {
  const sent = request.headers['idempotency-key']
  if (sent === undefined) return null
  if (typeof sent === 'string' && KEY.test(sent)) return sent
  throw new AppError('bad-request', {
    title: 'The Idempotency-Key must be 1 to 100 visible ASCII characters: send another one.',
  })
}
