/** What was changed in a workshop: by whom, when, from what to what, and why if somebody said (R103, R104). */
import * as z from 'zod/mini'
import { call, line, nothing, workshop } from '#shared/protocol/call.ts'

/** Entries of one answer. */
export const HISTORY_PAGE = 60

const historyEntry = z.object({
  /** Its number; a page goes on before the smallest one. */
  entry: z.int(),
  at: z.number(),
  document: z.string(),
  collection: z.string(),
  /** Id of the record; the name of a singleton. */
  recordId: z.string(),
  /** Empty: the record as a whole was added, or removed. */
  field: z.string(),
  from: z.unknown(),
  to: z.unknown(),
  /** Null: nobody's, or not told. */
  seatId: z.nullable(z.string()),
  reason: z.string(),
})
export type ChangeEntry = z.output<typeof historyEntry>

export const historyCalls = {
  readHistory: call({
    method: 'GET',
    path: `${workshop}/history`,
    who: 'seat',
    does: 'Changes of the documents this seat may read, newest first. `?record=` and `?seat=` choose, `?before=` goes on. Those who only look on are not told whose they are.',
    reply: z.object({ entries: z.array(historyEntry), hasMore: z.boolean() }),
    status: 200,
  }),
  giveReason: call({
    method: 'POST',
    path: `${workshop}/history/:entry/reason`,
    who: 'seat',
    does: 'Says why a change was made: whoever made it, or a facilitator where nothing was said. Empty takes the reason away.',
    body: z.object({ reason: line(500) }),
    reply: nothing,
    status: 200,
  }),
} as const
