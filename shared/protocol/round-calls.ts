/** The calls of sealed rounds: opening, ballots, closing, revealing. */
import * as z from 'zod/mini'
import { call, id, nothing, round, workshop } from '#shared/protocol/call.ts'
import { anonymities } from '#shared/record/schema.ts'

export const roundCalls = {
  openRound: call({
    method: 'POST',
    path: `${workshop}/rounds`,
    who: 'facilitator',
    does: 'Opens a sealed round about the given subjects; their titles are copied into it.',
    body: z.object({
      kind: z.string().check(z.maxLength(40)),
      /** Ids of needs, options, findings ... by kind, none for silent notes; titles are taken from the board by the server. */
      subjects: z.array(id).check(z.maxLength(100)),
      /** Ids of the columns of a grid; empty or left out for kinds without one. */
      columns: z.optional(z.array(id).check(z.maxLength(20))),
      anonymity: z.enum(anonymities),
      /** From how many ballots a function's figures are shown; 2 only when all agreed. */
      minFunctionSize: z.optional(z.int().check(z.minimum(2), z.maximum(5))),
    }),
    reply: z.object({ roundId: id, number: z.int() }),
    status: 201,
  }),
  roundProgress: call({
    method: 'GET',
    path: `${round}/progress`,
    who: 'facilitator',
    does: 'Who has not sealed yet; never what anyone has written.',
    reply: z.object({ sealed: z.array(id), started: z.array(id), missing: z.array(id) }),
    status: 200,
  }),
  putBallot: call({
    method: 'PUT',
    path: `${round}/ballot`,
    who: 'voter',
    does: 'Keeps the own ballot as a draft, seals it, or unseals it.',
    body: z.looseObject({ sealed: z.boolean() }),
    reply: z.object({ sealed: z.boolean(), receivedAt: z.number() }),
    status: 200,
  }),
  readBallot: call({
    method: 'GET',
    path: `${round}/ballot`,
    who: 'voter',
    does: 'The own ballot as last kept, or null.',
    reply: z.object({
      ballot: z.nullable(z.record(z.string(), z.unknown())),
      sealed: z.boolean(),
      receivedAt: z.nullable(z.number()),
    }),
    status: 200,
  }),
  closeRound: call({
    method: 'POST',
    path: `${round}/close`,
    who: 'facilitator',
    does: 'Takes no more ballots. Idempotent.',
    body: nothing,
    reply: nothing,
    status: 200,
  }),
  revealRound: call({
    method: 'POST',
    path: `${round}/reveal`,
    who: 'facilitator',
    does: 'Publishes the results to everyone at once and lists who was missing; closes an open round first. Idempotent.',
    body: nothing,
    reply: nothing,
    status: 200,
  }),
  discardRound: call({
    method: 'POST',
    path: `${round}/discard`,
    who: 'facilitator',
    does: 'Ends a round without results. Idempotent; a revealed round cannot be discarded.',
    body: nothing,
    reply: nothing,
    status: 200,
  }),
  setBeat: call({
    method: 'POST',
    path: `${round}/beat`,
    who: 'facilitator',
    does: 'Moves everyone to a beat of the reveal; a revealed round only.',
    body: z.object({ beat: z.int().check(z.minimum(0), z.maximum(50)) }),
    reply: nothing,
    status: 200,
  }),
  shareDrift: call({
    method: 'POST',
    path: `${round}/share-drift`,
    who: 'facilitator',
    does: 'Lets everyone see how the talk before this round moved the room. Idempotent.',
    body: nothing,
    reply: nothing,
    status: 200,
  }),
  putProxyBallot: call({
    method: 'PUT',
    path: `${round}/proxy-ballots/:seatId`,
    who: 'facilitator',
    does: 'Seals a paper ballot for a seat without a device; it cannot be read back.',
    body: z.looseObject({ sealed: z.literal(true) }),
    reply: z.object({ sealed: z.boolean(), receivedAt: z.number() }),
    status: 200,
  }),
} as const
