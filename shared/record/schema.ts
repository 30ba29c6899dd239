/**
 * The record: what was decided once and may not be undone by hand. The server alone writes it; all seats read it.
 * An open round has nowhere to put a value: its results appear only with the reveal.
 */
import { collection, type RowOf, singleton } from '#shared/document/collection.ts'
import {
  byId,
  choice,
  flag,
  json,
  list,
  number,
  object,
  optional,
  reference,
  text,
} from '#shared/document/fields.ts'
import { activities } from '#shared/record/activities.ts'

export const roles = ['facilitator', 'member', 'sponsor', 'researcher', 'viewer'] as const
export type Role = (typeof roles)[number]

export const anonymities = ['anonymous', 'by_function', 'named'] as const
export type Anonymity = (typeof anonymities)[number]

const id = reference()
const at = number({ min: 0, max: 8.64e15 })

/** Seniority is not here: only the facilitator may know it, so it stays in the database. */
export const seats = collection('seats', {
  name: text({ max: 60 }),
  title: text({ max: 120 }),
  functionName: text({ max: 60 }),
  role: choice(roles, 'viewer'),
  proxy: flag(),
  joinedAt: at,
  removedAt: optional(at),
  /** Has seen customers' answers before a guess was closed, so has no guess ballot (R049). */
  hasSeenResults: flag(),
  note: text({ max: 300 }),
})

/** Where everyone is. `since` counts changes, so that followers move once per change. */
export const agenda = singleton('agenda', {
  activity: choice(activities, 'scene'),
  movedAt: at,
  movedBy: id,
  heldBy: optional(id),
})

export const timer = singleton('timer', {
  endsAt: optional(at),
  pausedWithMs: optional(number({ min: 0, max: 86_400_000 })),
})

/** What a round is about, copied when it opens: ballots are checked against this copy. */
export const subjectFields = object({ id, title: text({ max: 200 }) })

export const rounds = collection('rounds', {
  kind: text({ max: 40 }),
  number: number({ min: 1, max: 1000 }),
  status: choice(['open', 'closed', 'revealed', 'discarded'], 'open'),
  subjects: list(subjectFields, { max: 100 }),
  /** Second dimension of a grid (options in a marks round). */
  columns: list(subjectFields, { max: 20 }),
  anonymity: choice(anonymities, 'anonymous'),
  /** From how many ballots a function's figures are shown (method C2): 3, or 2 when all agreed. */
  minFunctionSize: number({ min: 2, max: 5, fallback: 3 }),
  /** True when the round opened after the envelope: never called a guess. */
  informed: flag(),
  openedAt: at,
  closedAt: optional(at),
  revealedAt: optional(at),
  /** How many have sealed, of how many who vote. Never who. */
  sealedCount: number({ min: 0, max: 10_000 }),
  expectedCount: number({ min: 0, max: 10_000 }),
  /** Seats without a ballot at the reveal. */
  missing: list(id, { max: 10_000 }),
  /** Shape by kind (`shared/rounds`); null until the reveal. */
  result: json(),
  /** Beat of the reveal everyone is on, from 0; beyond a kind's last beat, and in files, all is shown. */
  beat: number({ min: 0, max: 50, fallback: 50 }),
  /** True once the facilitator has shown everyone how the talk before this round moved the room. */
  driftShared: flag(),
})

export const envelope = singleton('envelope', {
  openedAt: optional(at),
  openedBy: id,
  /** Why it was opened before the last guess was revealed; printed on exports. */
  overrideReason: text({ max: 500 }),
  /** Beat of the reality check everyone is on, from 0; beyond its last beat, and in files, all is shown. */
  beat: number({ min: 0, max: 50, fallback: 50 }),
  /** All the room may know while it is sealed. */
  interviewCount: number({ min: 0, max: 100_000 }),
  /** How they were held: mode to how many. */
  modes: byId(number({ min: 0, max: 100_000 }), { max: 10 }),
})

export const decisions = collection('decisions', {
  text: text({ max: 400 }),
  kind: choice(['decision', 'promise', 'category', 'critical_characteristic'], 'decision'),
  /** What was adopted: id of the draft or need, or the category's name. */
  subject: id,
  evidence: list(reference({ max: 200 }), { max: 100 }),
  support: object({
    for: number({ min: 0, max: 10_000 }),
    against: number({ min: 0, max: 10_000 }),
    abstain: number({ min: 0, max: 10_000 }),
  }),
  dissent: list(text({ max: 500 }), { max: 100 }),
  note: text({ max: 1000 }),
  decidedOn: text({ max: 40 }),
  /** Seat that recorded it; empty in files that do not say. */
  decidedBy: id,
  reviewWhen: text({ max: 200 }),
  supersededBy: optional(id),
  /** What customers had given when it was decided; it goes stale when that changes (R072). */
  basis: object({
    customers: number({ min: 0, max: 100_000 }),
    /** Their first two needs, most points first; empty while too few gave points. */
    firstNeeds: list(id, { max: 2 }),
  }),
})

/** What the sponsor said, and whether the workshop is closed. Until then its summary is a draft; nothing is locked by it. */
export const closing = singleton('closing', {
  /** What the sponsor said at the opening, at the close, and the one thing they will do themselves (R006, method P7). */
  opening: text({ max: 1000 }),
  word: text({ max: 1000 }),
  will: text({ max: 500 }),
  /** Seat of the sponsor whose words these are; empty where there is none. */
  spokenBy: id,
  /** Seat that wrote them down: another than `spokenBy` where the facilitator did it for somebody without a device. */
  writtenBy: id,
  closedAt: optional(at),
  closedBy: id,
})

/**
 * The workshop this one repeats, and its figures as they were (`shared/report/former-figures.ts`): of the former room and
 * its customers, never of this one. Empty where it repeats none.
 */
export const former = singleton('former', {
  workshopId: id,
  title: text({ max: 120 }),
  takenAt: optional(at),
  figures: json(),
})

export const recordSingles = { agenda, timer, envelope, closing, former } as const
export const recordCollections = { seats, rounds, decisions } as const

export type Seat = RowOf<typeof seats>
export type Round = RowOf<typeof rounds>
export type Agenda = RowOf<typeof agenda>
export type Decision = RowOf<typeof decisions>
export type Timer = RowOf<typeof timer>
export type Envelope = RowOf<typeof envelope>
