/**
 * Calls of people who have no seat yet, sent twice because the line broke: the second one comes back to the seat the
 * first one made. The key is as good as a cookie for a while, so it must be long, and only its hash is kept.
 */
import type { FastifyRequest } from 'fastify'
import { hashOf } from '#server/auth/tokens.ts'
import { keyOf } from '#server/http/once.ts'
import type { Service } from '#server/http/service.ts'
import type { Database, Tx } from '#server/persistence/storage.ts'
import type { CallName } from '#shared/protocol/calls.ts'

const MIN_KEY = 20
const LIFE_MS = 10 * 60 * 1000
/** In the place of a seat: there is none yet. */
const NOBODY = ''

export interface Claim {
  /** The seat an earlier call under this key has made. */
  find(db: Database | Tx): Promise<string | null>
  /** Notes the seat this call has made; false if another call was first. */
  keep(tx: Tx, seatId: string): Promise<boolean>
}

const none: Claim = { find: async () => null, keep: async () => true }

export function claimOf({ clock }: Service, name: CallName, request: FastifyRequest): Claim {
  const key = keyOf(request)
  if (key === null || key.length < MIN_KEY) return none
  const row = { seat_id: NOBODY, request_key: `${name}:${hashOf(key)}` }
  return {
    find: async (db) => {
      const known = await db
        .selectFrom('replies')
        .select('body')
        .where('seat_id', '=', NOBODY)
        .where('request_key', '=', row.request_key)
        .where('at', '>', clock.now() - LIFE_MS)
        .executeTakeFirst()
      return known?.body ?? null
    },
    keep: async (tx, seatId) => {
      const kept = await tx
        .insertInto('replies')
        .values({ ...row, status: 201, body: seatId, at: clock.now() })
        .onConflict((conflict) => conflict.columns(['seat_id', 'request_key']).doNothing())
        .executeTakeFirst()
      return Number(kept.numInsertedOrUpdatedRows) > 0
    },
  }
}
