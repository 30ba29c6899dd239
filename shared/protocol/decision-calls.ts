/** The call by which a room decides. Decisions are added, never changed: a new one may supersede an older. */
import * as z from 'zod/mini'
import { call, id, line, workshop } from '#shared/protocol/call.ts'

const votes = z.int().check(z.minimum(0), z.maximum(10_000))

export const decisionCalls = {
  decide: call({
    method: 'POST',
    path: `${workshop}/decisions`,
    who: 'facilitator',
    does: 'Records a decision with its evidence and its dissent; adopting a promise or a category also marks it on the board.',
    body: z.object({
      kind: z.enum(['decision', 'promise', 'category', 'critical_characteristic']),
      text: line(400).check(z.minLength(1)),
      /** What is adopted: id of the promise draft or need, or the category; empty for other decisions. */
      subject: z.optional(line(64)),
      /** Ids of interviews, quotes, findings, needs or cards, or words such as "9 of 10 customers". */
      evidence: z.array(line(200).check(z.minLength(1))).check(z.maxLength(100)),
      support: z.object({ for: votes, against: votes, abstain: votes }),
      /** Each in the dissenter's own words. */
      dissent: z.array(line(500).check(z.minLength(1))).check(z.maxLength(100)),
      note: z.optional(line(1000)),
      /** What would make the room look again. */
      reviewWhen: z.optional(line(200)),
      /** The decision this one takes the place of. */
      supersedes: z.optional(id),
    }),
    reply: z.object({ decisionId: id }),
    status: 201,
  }),
} as const
