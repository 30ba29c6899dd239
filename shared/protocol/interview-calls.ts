/** The calls of the interviews: the envelope, and what customers can ask of their words. */
import * as z from 'zod/mini'
import { call, id, line, nothing, workshop } from '#shared/protocol/call.ts'

/** What a withdrawal covers; `everything` is the interview itself (method C12). */
export const withdrawalScopes = [
  'everything',
  'notes',
  'recording',
  'quotes_inside',
  'quotes_outside',
  'identity',
] as const

/** Who a pseudonym is. Lies in the vault alone, readable by researchers. */
export const identity = z.object({
  name: line(120),
  firm: line(120),
  phone: line(60),
  email: line(200),
  note: line(500),
  /** ISO date on which the server deletes it by itself; empty: never. */
  deleteAfter: z.string().check(z.regex(/^(\d{4}-\d{2}-\d{2})?$/)),
})
export type Identity = z.output<typeof identity>

export const interviewCalls = {
  openEnvelope: call({
    method: 'POST',
    path: `${workshop}/envelope/open`,
    who: 'facilitator',
    does: 'Opens the envelope before everyone, after the last guess is revealed or with a reason why not. Idempotent; it cannot be undone.',
    body: z.object({
      /** Why it is opened before the last guess was revealed; printed on exports. */
      override: z.optional(line(500).check(z.minLength(3))),
    }),
    reply: z.object({ openedAt: z.number() }),
    status: 200,
  }),
  setEnvelopeBeat: call({
    method: 'POST',
    path: `${workshop}/envelope/beat`,
    who: 'facilitator',
    does: 'Moves everyone to a beat of the reality check; once the envelope is open only.',
    body: z.object({ beat: z.int().check(z.minimum(0), z.maximum(50)) }),
    reply: nothing,
    status: 200,
  }),
  addEvidence: call({
    method: 'POST',
    path: `${workshop}/evidence`,
    who: 'seat',
    does: 'Puts a line somebody on the front line heard into the envelope; second-hand, never counted as a customer.',
    body: z.object({ text: line(2000).check(z.minLength(1)), source: z.optional(line(200)) }),
    reply: z.object({ evidenceId: id }),
    status: 201,
  }),
  readIdentity: call({
    method: 'GET',
    path: `${workshop}/interviews/:interviewId/identity`,
    who: 'researcher',
    does: 'Who a pseudonym is, or null when nothing is kept.',
    reply: z.object({ identity: z.nullable(identity) }),
    status: 200,
  }),
  putIdentity: call({
    method: 'PUT',
    path: `${workshop}/interviews/:interviewId/identity`,
    who: 'researcher',
    does: 'Keeps who a pseudonym is, apart from what was said.',
    body: identity,
    reply: nothing,
    status: 200,
  }),
  withdraw: call({
    method: 'POST',
    path: `${workshop}/interviews/:interviewId/withdraw`,
    who: 'researcher',
    does: 'Removes what a customer no longer allows, everywhere, before it answers; leaves a line saying when and what.',
    body: z.object({
      scopes: z.array(z.enum(withdrawalScopes)).check(z.minLength(1), z.maxLength(6)),
      /** What cannot be removed because it lies outside, e.g. a printout. */
      leftInPlace: z.optional(line(500)),
    }),
    reply: z.object({ erasureId: id }),
    status: 200,
  }),
} as const
