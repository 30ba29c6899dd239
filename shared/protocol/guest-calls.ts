/**
 * Asking a customer by a link. Researchers make and revoke links; whoever holds one gets a form that tells nothing of
 * the team, and hands in one answer, which becomes an interview in the envelope; or sees a draft and remarks on it.
 */
import * as z from 'zod/mini'
import { lanes } from '#shared/board/schema.ts'
import { call, id, line, nothing, workshop } from '#shared/protocol/call.ts'

/** How many answers a link for many takes. */
export const MOST_ANSWERS = 200
const MOST_DAYS = 90

/** Token of the link, and a key that the guest's browser drew: the order of the list and "once" hang on it. */
const guest = {
  token: z.string().check(z.minLength(20), z.maxLength(200)),
  guest: z.string().check(z.regex(/^[\w-]{20,64}$/)),
}
const points = z.int().check(z.minimum(0), z.maximum(100))
const mark = z.nullable(z.int().check(z.minimum(0), z.maximum(10)))
const many = <T extends z.ZodMiniType>(of: T, max: number) => z.array(of).check(z.maxLength(max))
const words = (max: number) =>
  z
    .string()
    .check(z.trim(), z.maxLength(max), z.regex(/^\P{Cs}*$/u, { error: 'This text holds half a character.' }))

const guestAnswer = z.object({
  /** The question they were shown first, and what they wrote before they saw any list. */
  question: words(500),
  unaided: words(2000),
  weights: z.discriminatedUnion('status', [
    z.object({ status: z.literal('given'), points: z.record(id, points) }),
    z.object({ status: z.literal('declined'), reason: z.optional(words(300)) }),
    z.object({ status: z.literal('not_asked') }),
  ]),
  missing: many(words(140).check(z.minLength(1)), 10),
  marks: many(
    z.object({
      optionId: id,
      basis: z.enum(['customer', 'used', 'evaluated', 'heard_of']),
      marks: z.record(id, mark),
    }),
    20,
  ),
  role: words(120),
  remarks: words(2000),
  consent: z.object({
    notes: z.literal(true, { error: 'Without leave to keep the answers nothing can be handed in.' }),
    quotesInside: z.boolean(),
    quotesOutside: z.boolean(),
  }),
})
export type GuestAnswer = z.output<typeof guestAnswer>

const choice = z.object({ id, name: z.string() })

/** All that a guest is told. */
const guestForm = z.object({
  /** What the questions are about; may be empty. */
  title: z.string(),
  question: z.string(),
  /** In an order of this guest's own. */
  needs: z.array(z.object({ id, short: z.string(), statement: z.string() })),
  options: z.array(choice),
  /** Others may answer by the same link. */
  forMany: z.boolean(),
})
export type GuestForm = z.output<typeof guestForm>

/** What of the draft a link shows (method P5). */
export const shownDraft = z.object({
  promiseIds: many(id, 4),
  stageIds: many(id, 60),
  /** Without what only the room believes: cards that no customer has raised. */
  saidOnly: z.boolean(),
})
export type ShownDraft = z.output<typeof shownDraft>

/** All that a customer sees of a draft: no names, no guesses, no figures, no margins. */
const draftView = z.object({
  title: z.string(),
  promises: z.array(z.object({ id, text: z.string() })),
  stages: z.array(
    z.object({
      id,
      name: z.string(),
      endsWhen: z.string(),
      lanes: z.array(z.object({ lane: z.enum(lanes), cards: z.array(z.object({ id, text: z.string() })) })),
    }),
  ),
})
export type DraftView = z.output<typeof draftView>

const guestLink = z.object({
  linkId: id,
  label: z.string(),
  forMany: z.boolean(),
  used: z.int(),
  createdAt: z.number(),
  expiresAt: z.number(),
  state: z.enum(['open', 'used', 'expired', 'revoked']),
  /** The address while it is open; null where it cannot be shown again. */
  link: z.nullable(z.string()),
  /** What it shows of the draft; null: it asks questions. */
  draft: z.nullable(shownDraft),
})
export type GuestLink = z.output<typeof guestLink>

export const guestCalls = {
  createGuestLink: call({
    method: 'POST',
    path: `${workshop}/guest-links`,
    who: 'researcher',
    does: 'Makes a link by which customers answer by themselves, or see a draft and remark on it, once or many times, until a day.',
    body: z.object({
      label: line(60).check(
        z.regex(/^[^\p{Cc}\p{Cs}]*$/u, { error: 'A label is one line without control characters.' }),
      ),
      forMany: z.boolean(),
      days: z.int().check(z.minimum(1), z.maximum(MOST_DAYS)),
      /** Shows this of the draft instead of asking questions. */
      draft: z.optional(
        shownDraft.check(
          z.refine(({ promiseIds, stageIds }) => promiseIds.length + stageIds.length > 0, {
            error: 'Choose a promise or a stage to show.',
          }),
        ),
      ),
    }),
    reply: guestLink,
    status: 201,
  }),
  listGuestLinks: call({
    method: 'GET',
    path: `${workshop}/guest-links`,
    who: 'researcher',
    does: 'The links there are, the newest first, and how often each was used.',
    reply: z.object({ links: z.array(guestLink) }),
    status: 200,
  }),
  revokeGuestLink: call({
    method: 'DELETE',
    path: `${workshop}/guest-links/:linkId`,
    who: 'researcher',
    does: 'Ends a link at once; answers that were given by it stay.',
    reply: nothing,
    status: 200,
  }),
  readGuestForm: call({
    method: 'POST',
    path: '/api/ask/form',
    who: 'anyone',
    does: 'What a customer is asked by this link: nothing of the team, and no name of the workshop.',
    body: z.object(guest),
    reply: guestForm,
    status: 200,
  }),
  answerGuestForm: call({
    method: 'POST',
    path: '/api/ask/answer',
    who: 'anyone',
    does: 'Hands in the answers of one customer, who gets a pseudonym. Sent again under the same guest key it changes nothing.',
    body: z.extend(guestAnswer, guest),
    reply: z.object({ received: z.literal(true) }),
    status: 201,
  }),
  readDraft: call({
    method: 'POST',
    path: '/api/draft/view',
    who: 'anyone',
    does: 'What a customer is shown of a draft by this link: promise and chosen stages, without names, guesses and margins.',
    body: z.object(guest),
    reply: draftView,
    status: 200,
  }),
  remarkOnDraft: call({
    method: 'POST',
    path: '/api/draft/remarks',
    who: 'anyone',
    does: 'Hands in what one customer says of a draft: evidence of its own kind, never counted as an interview. Sent again under the same guest key it changes nothing.',
    body: z.object({
      ...guest,
      remarks: many(
        z.object({
          /** Promise draft, stage or card; null: all of it. */
          about: z.nullable(id),
          text: words(2000).check(z.minLength(1)),
        }),
        60,
      ).check(z.minLength(1)),
    }),
    reply: z.object({ received: z.literal(true) }),
    status: 201,
  }),
} as const
