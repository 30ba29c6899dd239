/**
 * Every HTTP call of the contract, once: the server checks requests against these schemas, the client types its
 * commands by them, and `/api/openapi.json` and the access-matrix test are made from them.
 */
import * as z from 'zod/mini'
import {
  type Call,
  call,
  functionName,
  id,
  line,
  nothing,
  personName,
  workshop,
} from '#shared/protocol/call.ts'
import { closingCalls } from '#shared/protocol/closing-calls.ts'
import { decisionCalls } from '#shared/protocol/decision-calls.ts'
import { exportCalls } from '#shared/protocol/export-calls.ts'
import { fileCalls } from '#shared/protocol/file-calls.ts'
import { guestCalls } from '#shared/protocol/guest-calls.ts'
import { historyCalls } from '#shared/protocol/history-calls.ts'
import { intakeCalls } from '#shared/protocol/intake-calls.ts'
import { interviewCalls } from '#shared/protocol/interview-calls.ts'
import { linkCalls } from '#shared/protocol/link-calls.ts'
import { listCalls } from '#shared/protocol/list-calls.ts'
import { resultCalls } from '#shared/protocol/result-calls.ts'
import { roundCalls } from '#shared/protocol/round-calls.ts'
import { activities } from '#shared/record/activities.ts'
import { roles } from '#shared/record/schema.ts'

/** Addresses a seat may hand on: a facilitator all four, a member those to take part and to read the result. */
const links = z.object({
  participate: z.optional(z.string()),
  watch: z.optional(z.string()),
  result: z.optional(z.string()),
  facilitator: z.optional(z.string()),
})

const documentAccess = z.object({ read: z.boolean(), write: z.boolean(), lineage: z.string() })

export const workshopView = z.object({
  workshopId: id,
  title: z.string(),
  seat: z.object({ id, name: z.string(), functionName: z.string(), role: z.enum(roles) }),
  documents: z.object({ board: documentAccess, record: documentAccess, interviews: documentAccess }),
  joinCode: z.nullable(z.string()),
  links,
  isDemo: z.boolean(),
  /** Epoch ms of the server's clock, for timers. */
  serverNow: z.number(),
})
export type WorkshopView = z.output<typeof workshopView>

const seated = z.object({ workshopId: id, seatId: id, role: z.enum(roles) })
const opened = z.object({
  workshopId: id,
  seatId: id,
  joinCode: z.string(),
  links: z.required(links),
})

export const calls = {
  ...roundCalls,
  ...interviewCalls,
  ...intakeCalls,
  ...decisionCalls,
  ...closingCalls,
  ...exportCalls,
  ...guestCalls,
  ...historyCalls,
  ...listCalls,
  ...fileCalls,
  ...linkCalls,
  ...resultCalls,
  createWorkshop: call({
    method: 'POST',
    path: '/api/workshops',
    who: 'anyone',
    does: 'Opens a workshop, blank, as a private copy of the demo, or from a workshop file.',
    body: z.object({
      title: line(120),
      company: z.optional(line(120)),
      product: z.optional(line(120)),
      segment: z.optional(line(200)),
      facilitator: z.object({ name: personName, functionName: z.optional(functionName) }),
      from: z.optional(
        z.union([z.literal('blank'), z.literal('demo'), z.looseObject({ format: z.string() })]),
      ),
    }),
    reply: opened,
    status: 201,
  }),
  importWorkshop: call({
    method: 'POST',
    path: '/api/workshops/import',
    who: 'anyone',
    does: 'Opens a workshop from a workshop file; all or nothing, with every fault by path.',
    body: z.unknown(),
    reply: opened,
    status: 201,
  }),
  repeatWorkshop: call({
    method: 'POST',
    path: `${workshop}/repeat`,
    who: 'facilitator',
    does: 'Opens a new workshop with what was set up in this one, and keeps its figures beside: no seats, ballots, interviews or decisions come over.',
    body: z.object({
      /** Without one, the title of this workshop. */
      title: z.optional(line(120)),
      /** Also actions that are still open, and what we still do not know. */
      carryActions: z.boolean(),
    }),
    reply: opened,
    status: 201,
  }),
  checkCode: call({
    method: 'POST',
    path: '/api/join/check',
    who: 'anyone',
    does: 'Says which workshop a code or link leads to, before a name is asked.',
    body: z.object({
      code: z.optional(z.string().check(z.maxLength(64))),
      token: z.optional(z.string().check(z.maxLength(200))),
    }),
    reply: z.object({
      workshopId: id,
      title: z.string(),
      functions: z.array(z.string()),
      role: z.enum(roles),
      /** True when this browser already has a seat here. */
      seated: z.boolean(),
    }),
    status: 200,
  }),
  join: call({
    method: 'POST',
    path: '/api/join',
    who: 'anyone',
    does: 'Takes a seat, or comes back to the one this browser already has.',
    body: z.object({
      code: z.optional(z.string().check(z.maxLength(64))),
      token: z.optional(z.string().check(z.maxLength(200))),
      name: personName,
      functionName: z.optional(functionName),
    }),
    reply: seated,
    status: 201,
  }),
  readWorkshop: call({
    method: 'GET',
    path: workshop,
    who: 'seat',
    does: 'Title, own seat and role, documents it may open, links it may see.',
    reply: workshopView,
    status: 200,
  }),
  changeSeat: call({
    method: 'PATCH',
    path: `${workshop}/seats/:seatId`,
    who: 'seat',
    does: 'Changes a seat: the facilitator any, everyone their own name and function.',
    body: z.object({
      name: z.optional(personName),
      functionName: z.optional(functionName),
      role: z.optional(z.enum(roles)),
      seniority: z.optional(z.nullable(z.int().check(z.minimum(1), z.maximum(5)))),
      proxy: z.optional(z.boolean()),
    }),
    reply: nothing,
    status: 200,
  }),
  removeSeat: call({
    method: 'DELETE',
    path: `${workshop}/seats/:seatId`,
    who: 'facilitator',
    does: 'Removes a seat and closes its sockets; what it sealed and wrote stays.',
    reply: nothing,
    status: 200,
  }),
  setAgenda: call({
    method: 'POST',
    path: `${workshop}/agenda`,
    who: 'facilitator',
    does: 'Says where everyone is.',
    body: z.object({ activity: z.enum(activities) }),
    reply: nothing,
    status: 200,
  }),
  addSeat: call({
    method: 'POST',
    path: `${workshop}/seats`,
    who: 'facilitator',
    does: 'Adds a person without a device, whose paper ballots the facilitator enters.',
    body: z.object({ name: personName, functionName: z.optional(functionName) }),
    reply: z.object({ seatId: id }),
    status: 201,
  }),
  listSeats: call({
    method: 'GET',
    path: `${workshop}/seats`,
    who: 'facilitator',
    does: 'What the facilitator alone may know of the seats: how senior each one is.',
    reply: z.object({
      seats: z.array(z.object({ seatId: id, seniority: z.nullable(z.int()) })),
    }),
    status: 200,
  }),
  setTimer: call({
    method: 'POST',
    path: `${workshop}/timer`,
    who: 'facilitator',
    does: 'Starts, pauses, resumes, lengthens, shortens or stops the timer; it never closes a round.',
    body: z.discriminatedUnion('action', [
      z.object({ action: z.literal('start'), ms: z.int().check(z.minimum(1000), z.maximum(86_400_000)) }),
      z.object({
        action: z.literal('add'),
        ms: z.int().check(z.minimum(-86_400_000), z.maximum(86_400_000)),
      }),
      z.object({ action: z.enum(['pause', 'resume', 'stop']) }),
    ]),
    reply: nothing,
    status: 200,
  }),
  analysis: call({
    method: 'GET',
    path: `${workshop}/analysis`,
    who: 'seat',
    does: 'Every figure the screens show, sealed parts left out by name.',
    reply: z.record(z.string(), z.unknown()),
    status: 200,
  }),
  exportJson: call({
    method: 'GET',
    path: `${workshop}/export.json`,
    who: 'seat',
    does: 'The workshop as a file, complete but for what is sealed, which it names. `?masked=1` masks who customers are; for viewers it always does.',
    reply: z.looseObject({ format: z.string(), version: z.int() }),
    status: 200,
  }),
} as const satisfies Record<string, Call>

export type CallName = keyof typeof calls
export type BodyOf<N extends CallName> = (typeof calls)[N] extends { body: infer B extends z.ZodMiniType }
  ? z.input<B>
  : undefined
export type ReplyOf<N extends CallName> = z.output<(typeof calls)[N]['reply']>
