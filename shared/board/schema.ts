/**
 * The board: everything the room may write together and undo. Members, researchers and facilitators write; all seats read.
 * Field meanings: method section B. Functions are referred to by name, seats, interviews and cards by id.
 */
import { collection, type RowOf, singleton } from '#shared/document/collection.ts'
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
import { whereabouts } from '#shared/document/web-address.ts'

export const phases = ['early', 'middle', 'late', 'after'] as const
export type Phase = (typeof phases)[number]

/** Lanes of the roadmap in the order of method R074; `desire` is what draws the buyer on (R075). */
export const lanes = ['desire', 'concern', 'action', 'question', 'skepticism', 'answer', 'tool'] as const
export type Lane = (typeof lanes)[number]

export const buyingCategories = ['light', 'medium', 'heavy', 'intense'] as const
export const proofKinds = [
  'claim',
  'document',
  'example',
  'demonstration',
  'in_operation',
  'peer_word',
  'own_trial',
  'guarantee',
] as const
export const answerStatuses = ['none', 'draft', 'live_weak', 'live_convincing'] as const
export const truths = ['yes', 'partly', 'no', 'unchecked'] as const

const id = reference()
const ids = list(id, { max: 500 })
const functionName = text({ max: 60 })
const order = text({ max: 200 })
const note = text({ max: 2000 })
const day = text({ max: 10 })
const bin = optional(object({ at: number({ min: 0, max: 8.64e15 }), seatId: id }))

/** What the workshop is about (method S1). `day` values are ISO dates, empty when not said. */
export const scene = singleton('scene', {
  title: text({ max: 120 }),
  goal: text({ max: 400 }),
  decisionToMake: text({ max: 400 }),
  company: text({ max: 120 }),
  companyNote: note,
  product: text({ max: 120 }),
  productNote: note,
  segment: text({ max: 200 }),
  customersInSegment: optional(number({ min: 1, max: 1e9 })),
  profitableFitNote: note,
  currency: text({ max: 3 }),
  timezone: text({ max: 60 }),
  anonymityNote: note,
  dates: byId(day, { max: 30 }),
})

/** Functions of the room; the six usual ones are there from the start, own ones can be added (R002). */
export const functions = collection('functions', { name: functionName, order })

/** Columns of the competitor grid: the company itself, its competitors, and doing nothing (R040). */
export const options = collection('options', {
  name: text({ max: 80 }),
  kind: choice(['us', 'competitor', 'status_quo'], 'competitor'),
  note,
  order,
})

export const needs = collection('needs', {
  short: text({ max: 60 }),
  statement: text({ max: 200 }),
  kind: optional(choice(['product', 'buying_process', 'service_after_sale'], 'product')),
  source: choice(['team', 'customers'], 'team'),
  generic: flag(),
  sharpenedFrom: list(text({ max: 140 }), { max: 50 }),
  mentionedBy: ids,
  status: choice(['proposed', 'active', 'parked', 'proposed_by_customers'], 'proposed'),
  order,
  binned: bin,
})

/** Notes of the silent round once the wall is open; the author is never kept. */
export const needNotes = collection('needNotes', {
  text: text({ max: 140 }),
  /** How many wrote just this. */
  count: number({ min: 1, max: 10_000 }),
  functionName,
  genericHint: flag(),
  /** The silent round it was written in. */
  roundId: optional(id),
  mergedInto: optional(id),
  order,
})

export const roadmap = singleton('roadmap', {
  category: optional(choice(buyingCategories, 'heavy')),
  version: number({ min: 0, max: 1e6 }),
})

export const stages = collection('stages', {
  name: text({ max: 80 }),
  phase: choice(phases, 'early'),
  ownerFunction: functionName,
  buyerRoles: list(text({ max: 60 }), { max: 20 }),
  endsWhen: text({ max: 300 }),
  typicalWeeks: optional(number({ min: 0, max: 1000, fractions: true })),
  nextStepOffered: optional(flag()),
  whoToAskNamed: optional(flag()),
  continuesPromise: choice(['yes', 'no', 'unknown'], 'unknown'),
  dropOutSeen: optional(number({ min: 0, max: 1e6 })),
  loopsBackTo: ids,
  order,
  binned: bin,
})

/** One card of the roadmap. `place` is one value, so that a card is always in exactly one cell. */
export const cards = collection('cards', {
  text: sharedText({ max: 300 }),
  place: object({ stageId: id, lane: choice(lanes, 'question'), order }),
  /** Interviews in which customers said it; empty: our guess. */
  raisedBy: ids,
  quoteIds: ids,
  /** Question: written before a customer asked it (frozen when first written). */
  foreseenByTeam: flag(),
  /** Concern: personal or business (R055). */
  concerns: optional(choice(['personal', 'business'], 'business')),
  /** Skepticism: where it comes from (R076). */
  comesFrom: optional(choice(['product', 'buying_process', 'service_after_sale'], 'product')),
  /** Answer: the questions and doubts it settles. Tool: the answers it delivers. */
  settles: ids,
  proof: optional(choice(proofKinds, 'claim')),
  link: whereabouts({ max: 500 }),
  status: choice(answerStatuses, 'none'),
  ownerFunction: functionName,
  ownerSeatId: optional(id),
  trueToday: choice(truths, 'unchecked'),
  checks: byId(flag(), { max: 20 }),
  hurdles: note,
  outcome: note,
  createdAt: optional(number({ min: 0, max: 8.64e15 })),
  binned: bin,
})

/** What of the figures showed that we do not know something (method D6). */
export const gapReasons = ['abstained', 'unsure', 'cells', 'spread', 'kind', 'stage'] as const
export type GapReason = (typeof gapReasons)[number]

/** What we do not know (R057). */
export const knowledgeGaps = collection('knowledgeGaps', {
  text: text({ max: 300 }),
  /** Null: somebody wrote it. */
  reason: optional(choice(gapReasons, 'spread')),
  /** The need, stage, kind of need or kind of round in which it showed. */
  subject: optional(id),
  raisedByCount: number({ min: 0, max: 1000 }),
  guideQuestionId: optional(id),
  ownerSeatId: optional(id),
  due: day,
  status: choice(['open', 'partly', 'answered'], 'open'),
  answeredBy: text({ max: 300 }),
  order,
  binned: bin,
})

export const guide = singleton('guide', {
  version: number({ min: 0, max: 1e6 }),
  basedOn: text({ max: 120 }),
  opening: note,
  closing: note,
  minutes: number({ min: 0, max: 600, fallback: 30 }),
})

export const guideQuestions = collection('guideQuestions', {
  theme: text({ max: 40 }),
  text: text({ max: 500 }),
  captures: text({ max: 200 }),
  probes: list(text({ max: 300 }), { max: 20 }),
  order,
  binned: bin,
})

/** Earlier wordings, so that an interview keeps the one that was asked (R044). */
export const guideChanges = collection('guideChanges', {
  version: number({ min: 0, max: 1e6 }),
  at: text({ max: 40 }),
  seatId: id,
  what: text({ max: 500 }),
  questionId: optional(id),
  wording: text({ max: 500 }),
})

export const findingFields = {
  text: text({ max: 200 }),
  kind: optional(choice(['current_state', 'problem', 'trend', 'praise', 'wish'], 'problem')),
  themeIds: ids,
  interviewIds: ids,
  quoteIds: ids,
  /** Questions, doubts and stages it is about. */
  cardIds: ids,
  stageIds: ids,
  order,
} as const

export const findings = collection('findings', findingFields)

export const promiseDrafts = collection('promiseDrafts', {
  text: sharedText({ max: 160 }),
  status: choice(['draft', 'adopted', 'superseded'], 'draft'),
  supersededBecause: text({ max: 500 }),
  order,
})

/** What customers said when a version of the promise was shown to them: a record each, so that none is lost (R066). */
export const promiseReactions = collection('promiseReactions', {
  draftId: id,
  interviewId: id,
  text: text({ max: 500 }),
  order,
})

/** The Revenue Growth Action Plan. The three effects are kept apart (R095). */
export const actions = collection('actions', {
  title: text({ max: 200 }),
  kind: choice(['fix', 'improve', 'create'], 'fix'),
  aim: optional(
    choice(['conversion', 'satisfaction', 'retention', 'referral', 'profit', 'learning'], 'conversion'),
  ),
  /** Cards, findings, decisions, gaps, stages and needs it rests on. */
  links: ids,
  ownerSeatId: optional(id),
  ownerName: text({ max: 80 }),
  functionName,
  due: day,
  promisedOn: day,
  effort: optional(choice(['S', 'M', 'L'], 'M')),
  impact: optional(choice(['S', 'M', 'L'], 'M')),
  measure: text({ max: 200 }),
  baseline: text({ max: 80 }),
  target: text({ max: 80 }),
  revenueNote: text({ max: 500 }),
  marginNote: text({ max: 500 }),
  cashNote: text({ max: 500 }),
  /** Where the measure stands now. */
  latest: text({ max: 80 }),
  /** Why something new where customers ask for a repair (R042). */
  whyNew: text({ max: 500 }),
  status: choice(['open', 'in_progress', 'done', 'dropped'], 'open'),
  /** Done: whether that settled what it was to close; null when nobody was asked. */
  settled: optional(choice(['yes', 'partly', 'no'], 'no')),
  order,
  binned: bin,
})

/** What was promised and measured before, so that no date and no target moves in silence (method P6). */
export const actionChanges = collection('actionChanges', {
  actionId: id,
  /** Name of the field of the action. */
  field: text({ max: 40 }),
  from: text({ max: 200 }),
  to: text({ max: 200 }),
  at: number({ min: 0, max: 8.64e15 }),
  seatId: id,
  reason: text({ max: 300 }),
})

export const parkingLot = collection('parkingLot', {
  text: text({ max: 300 }),
  functionName,
  status: choice(['open', 'moved', 'dropped'], 'open'),
  order,
})

export const boardSingles = { scene, roadmap, guide } as const
export const boardCollections = {
  functions,
  options,
  needs,
  needNotes,
  stages,
  cards,
  knowledgeGaps,
  guideQuestions,
  guideChanges,
  findings,
  promiseDrafts,
  promiseReactions,
  actions,
  actionChanges,
  parkingLot,
} as const

export type Scene = RowOf<typeof scene>
export type Need = RowOf<typeof needs>
export type NeedNote = RowOf<typeof needNotes>
export type Stage = RowOf<typeof stages>
export type Gap = RowOf<typeof knowledgeGaps>
export type Card = RowOf<typeof cards>
export type GuideQuestion = RowOf<typeof guideQuestions>
export type GuideChange = RowOf<typeof guideChanges>
