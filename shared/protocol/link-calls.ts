/** Links into a workshop: how long each runs, making it anew, and ending it. The result link leads to no seat. */
import * as z from 'zod/mini'
import { call, nothing, workshop } from '#shared/protocol/call.ts'

export const linkKinds = ['participate', 'watch', 'result', 'facilitator'] as const
export type LinkKind = (typeof linkKinds)[number]

/** From now on; null: it runs until it is ended. */
const days = z.nullable(z.int().check(z.minimum(1), z.maximum(365)))

const workshopLink = z.object({
  kind: z.enum(linkKinds),
  state: z.enum(['open', 'expired', 'ended']),
  /** Null when it is over, or was made with another key of the server. */
  link: z.nullable(z.string()),
  /** Epoch ms. */
  expiresAt: z.nullable(z.number()),
  madeAt: z.nullable(z.number()),
  /** Name of the seat that made it; empty when nobody knows. */
  madeBy: z.string(),
})
export type WorkshopLink = z.output<typeof workshopLink>

export const linkCalls = {
  listLinks: call({
    method: 'GET',
    path: `${workshop}/links`,
    who: 'seat',
    does: 'The links this seat may hand on, the newest of each kind: the facilitator all, a member those to take part and to read the result, sponsor and researcher the one to read the result.',
    reply: z.object({ links: z.array(workshopLink) }),
    status: 200,
  }),
  renewLink: call({
    method: 'POST',
    path: `${workshop}/links/:kind/renew`,
    who: 'facilitator',
    does: 'Ends the link of that kind (for "participate" the code too) and gives a new one; seated people stay.',
    body: z.object({ days: z.optional(days) }),
    reply: z.object({ link: z.string(), joinCode: z.nullable(z.string()) }),
    status: 200,
  }),
  changeLink: call({
    method: 'PATCH',
    path: `${workshop}/links/:kind`,
    who: 'facilitator',
    does: 'Says how many days from now the link of that kind runs; null: until it is ended. The code goes with the link to take part.',
    body: z.object({ days }),
    reply: nothing,
    status: 200,
  }),
  endLink: call({
    method: 'DELETE',
    path: `${workshop}/links/:kind`,
    who: 'facilitator',
    does: 'Ends the link of that kind without a new one (for "participate" the code too); seated people stay.',
    reply: nothing,
    status: 200,
  }),
} as const
