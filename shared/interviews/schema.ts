/**
 * The interviews: what customers said, sealed until the envelope is opened. Researchers write.
 * Customers have pseudonyms; their identities lie in a database table, never here. Field meanings: method D8, D9, C12.
 */
import { findingFields } from '#shared/board/schema.ts'
import { collection, type RowOf } from '#shared/document/collection.ts'
import {
  byId,
  choice,
  flag,
  list,
  number,
  object,
  optional,
  reference,
  sharedText,
  text,
} from '#shared/document/fields.ts'

const id = reference()
const ids = list(id, { max: 500 })
const order = text({ max: 200 })
const day = text({ max: 10 })
const at = number({ min: 0, max: 8.64e15 })
const weeks = optional(number({ min: 0, max: 1000, fractions: true }))

export const interviews = collection('interviews', {
  pseudonym: text({ max: 60 }),
  source: choice(['interview', 'self_completed'], 'interview'),
  date: day,
  interviewerSeatId: optional(id),
  mode: optional(choice(['phone', 'video', 'face_to_face', 'written'], 'phone')),
  minutes: optional(number({ min: 1, max: 1440 })),
  /** The call itself, epoch ms: it is on while it has started and not ended. */
  startedAt: optional(at),
  endedAt: optional(at),
  /** A double: its answers and quotes count for that interview now, its own history stays. */
  mergedInto: optional(id),
  /** The two levels of what was learnt: the person, and the situation of the business (R055). */
  personNote: text({ max: 2000 }),
  businessNote: text({ max: 2000 }),
  /** What interests them beyond the product (R054). */
  otherInterests: text({ max: 1000 }),
  customer: object({
    role: text({ max: 120 }),
    trade: text({ max: 120 }),
    staff: optional(number({ min: 1, max: 1e7 })),
    sites: optional(number({ min: 1, max: 1e6 })),
    buyingRole: optional(choice(['decision_maker', 'approver', 'influencer', 'user', 'other'], 'other')),
    yearsAsCustomer: optional(number({ min: 0, max: 200, fractions: true })),
    wonOrLost: choice(['won', 'lost', 'left'], 'won'),
  }),
  firstHand: flag(true),
  timelineWeeks: object({ triggerToFirstContact: weeks, firstContactToSignature: weeks }),
  consent: object({
    notes: optional(flag()),
    recording: optional(flag()),
    quotesInside: optional(flag()),
    quotesOutside: optional(flag()),
    givenOn: day,
    /** When each of the four was given, by its name; `givenOn` where it is not said. */
    datesGiven: byId(day, { max: 4 }),
    withdrawnOn: day,
    withdrawnScope: list(text({ max: 40 }), { max: 10 }),
    deleteRecordingAfter: day,
    deleteIdentityAfter: day,
  }),
  /** Key of the identity in the vault table; empty when none is kept. */
  identityRef: text({ max: 64 }),
  unaidedTopNeedId: optional(id),
  weights: object({
    status: choice(['given', 'declined', 'not_asked'], 'not_asked'),
    points: byId(number({ min: 0, max: 100 }), { max: 20 }),
    reason: text({ max: 300 }),
  }),
  marks: list(
    object({
      optionId: id,
      basis: choice(['customer', 'used', 'evaluated', 'heard_of'], 'heard_of'),
      marks: byId(optional(number({ min: 0, max: 10 })), { max: 20 }),
    }),
    { max: 20 },
  ),
  missingNeeds: list(text({ max: 140 }), { max: 20 }),
  notAsked: ids,
  /** Themes of the call as a whole; its answers and quotes have their own, which count for it too. */
  themeIds: ids,
  order,
})

export const answers = collection('answers', {
  interviewId: id,
  /** Empty: no question of the guide, for example a piece of a transcript. */
  questionId: id,
  guideVersion: number({ min: 0, max: 1e6 }),
  text: sharedText({ max: 20_000 }),
  stageId: optional(id),
  themeIds: ids,
  order,
})

/**
 * A customer's own words; `start` is where they stood in the answer when they were marked. `anchor` holds two relative
 * positions in the answer's text (base64), which stay with the words when the note is edited around them.
 */
export const quotes = collection('quotes', {
  interviewId: id,
  answerId: optional(id),
  text: text({ max: 2000 }),
  start: optional(number({ min: 0, max: 1e6 })),
  needIds: ids,
  stageIds: ids,
  /** Questions and doubts of the roadmap, and options, that these words are about. */
  cardIds: ids,
  optionIds: ids,
  themeIds: ids,
  anchor: object({ from: text({ max: 200 }), to: text({ max: 200 }) }),
  tags: list(text({ max: 60 }), { max: 50 }),
  private: flag(),
  order,
})

/** What several customers may say; one merged into another counts as that one, and can be parted again. */
export const themes = collection('themes', { label: text({ max: 140 }), mergedInto: optional(id), order })

/**
 * What a researcher adds to the board while the envelope is sealed: there it would tell what a customer said. Opening
 * the envelope puts each on the board under the same id, so that tags hold.
 */
export const proposals = collection('proposals', {
  kind: choice(['need', 'stage', 'question', 'skepticism', 'option'], 'need'),
  title: text({ max: 200 }),
  /** Stage of a question or doubt. */
  stageId: optional(id),
  order,
})

/** Findings before the envelope is open; opening it puts them on the board under the same ids, for the room to word. */
export const draftFindings = collection('draftFindings', findingFields)

/** Other kinds of evidence; they never enter customer means (R046). */
export const evidence = collection('evidence', {
  kind: choice(['frontline', 'focus_group', 'social_media', 'document', 'draft_remark'], 'frontline'),
  text: text({ max: 2000 }),
  source: text({ max: 200 }),
  date: day,
  seatId: optional(id),
  /** Points a colleague or a group would give; shown in a line of their own. */
  points: byId(number({ min: 0, max: 100 }), { max: 20 }),
  /** What of a draft a customer remarks on: promise draft, stage or card; null: all of it (method P5). */
  about: optional(id),
})

export const invitations = collection('invitations', {
  pseudonym: text({ max: 60 }),
  /** Day of the last change of state: a reminder is sent once. */
  on: day,
  interviewId: optional(id),
  order,
  state: choice(['planned', 'asked', 'reminded_once', 'agreed', 'declined', 'done'], 'planned'),
})

/** What is left of something erased on request: when and what, never who asked. */
export const erasures = collection('erasures', {
  at: text({ max: 40 }),
  interviewId: id,
  what: text({ max: 60 }),
  onRequestOf: text({ max: 60 }),
  seatId: optional(id),
  leftInPlace: text({ max: 500 }),
})

/** What a column of an imported table means, chosen by hand where names did not tell; offered again by its heading. */
export const columnMeanings = collection('columnMeanings', {
  header: text({ max: 500 }),
  /** One of the intake's targets. */
  target: text({ max: 40 }),
  questionId: optional(id),
  needId: optional(id),
  optionId: optional(id),
})

export const interviewCollections = {
  interviews,
  answers,
  quotes,
  themes,
  proposals,
  draftFindings,
  evidence,
  invitations,
  erasures,
  columnMeanings,
} as const

export type Interview = RowOf<typeof interviews>
export type Answer = RowOf<typeof answers>
export type Quote = RowOf<typeof quotes>
export type Theme = RowOf<typeof themes>
export type Proposal = RowOf<typeof proposals>
export type Evidence = RowOf<typeof evidence>
export type Invitation = RowOf<typeof invitations>
