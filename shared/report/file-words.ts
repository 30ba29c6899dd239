/**
 * Words of the files that are not sentences about figures (those are in `shared/reality`): headings, labels, names of
 * choices. One place, so that Excel, Word, slides and text say the same.
 */
import type { Lane } from '#shared/board/schema.ts'
import type { Coverage } from '#shared/statistics/coverage.ts'

export const GUESS = 'guess'

export const laneWords: Readonly<Record<Lane, string>> = {
  desire: 'What draws them on',
  concern: 'What worries them',
  action: 'What they do',
  question: 'What they ask',
  skepticism: 'What they doubt',
  answer: 'What settles it',
  tool: 'What delivers it',
}

export const coverageWords: Readonly<Record<Coverage, string>> = {
  answered: 'answered',
  weak: 'partly answered',
  open: 'unanswered',
}

export const coverageGlyphs: Readonly<Record<Coverage, string>> = { answered: '●', weak: '◐', open: '○' }

const choiceWords: Readonly<Record<string, string>> = {
  product: 'product',
  buying_process: 'buying process',
  service_after_sale: 'service after sale',
  proposed: 'proposed',
  active: 'active',
  parked: 'parked',
  proposed_by_customers: 'proposed by customers',
  none: 'no answer yet',
  draft: 'draft',
  live_weak: 'in use, convinces half',
  live_convincing: 'in use, convinces',
  claim: 'claim',
  document: 'document',
  example: 'example',
  demonstration: 'demonstration',
  in_operation: 'seen in operation',
  peer_word: 'word of a peer',
  own_trial: 'own trial',
  guarantee: 'guarantee',
  yes: 'yes',
  partly: 'partly',
  no: 'no',
  unchecked: 'not checked',
  fix: 'Fix',
  improve: 'Improve',
  create: 'Create',
  open: 'open',
  in_progress: 'in progress',
  done: 'done',
  dropped: 'dropped',
  answered: 'answered',
  phone: 'by phone',
  video: 'by video',
  face_to_face: 'face to face',
  written: 'in writing',
  interview: 'interview',
  self_completed: 'answered by themselves',
  decision_maker: 'decision maker',
  approver: 'approver',
  influencer: 'influencer',
  user: 'user',
  other: 'other',
  won: 'bought from us',
  lost: 'bought elsewhere',
  left: 'left us',
  decision: 'decision',
  promise: 'promise',
  category: 'buying category',
  critical_characteristic: 'critical characteristic',
  adopted: 'adopted',
  superseded: 'superseded',
  early: 'early',
  middle: 'middle',
  late: 'late',
  after: 'after the sale',
  light: 'light',
  medium: 'medium',
  heavy: 'heavy',
  intense: 'intense',
  conversion: 'conversion',
  satisfaction: 'satisfaction',
  retention: 'retention',
  referral: 'referral',
  profit: 'profit',
  learning: 'learning',
  frontline: 'front line',
  focus_group: 'focus group',
  social_media: 'social media',
  draft_remark: 'customer on a draft',
  moved: 'moved',
  closed: 'closed',
  revealed: 'revealed',
  S: 'small',
  M: 'medium',
  L: 'large',
}

/** A choice in plain words; one this version does not know as it is; empty for none. */
export const choice = (value: string | null): string =>
  value === null ? '' : Object.hasOwn(choiceWords, value) ? (choiceWords[value] ?? value) : value

export const words = {
  app: 'Guessproof',
  untitled: 'Workshop without a title',
  notConsidered: 'not considered',
  opinion: 'rests on opinion',
  unknown: '?',
  noOwner: 'no owner',
  noDate: 'no date',
  noStage: 'Unplaced',
  goneQuestion: 'Question no longer in the guide',
  /** For what something rests on while its part is left out. */
  out: {
    needs: 'a need',
    findings: 'a finding',
    gaps: 'something we did not know',
    promise: 'the promise',
    roadmap: 'the roadmap',
    decisions: 'a decision',
  },
  noRound: 'No round revealed yet',
  nothingYet: 'Nothing here yet.',
  draft: 'Draft',
  final: 'Final',
  sections: {
    summary: 'Summary',
    decide: 'What this is for',
    asked: 'Whom we asked',
    needs: 'What matters: our guess and the customers',
    competition: 'Against the competition',
    findings: 'What customers said',
    unknown: 'What we do not know',
    promise: 'The promise',
    roadmap: 'How they want to buy',
    plan: 'The plan',
    decisions: 'Decisions',
    quotes: 'In their words',
    about: 'About this file',
  },
  /** Of slides, in a word or two. */
  slides: {
    cover: 'Title',
    asked: 'How we asked',
    guess: 'Our guess',
    reality: 'Reality check',
    competition: 'Competition',
    findings: 'What we heard',
    unknown: 'Unknown',
    promise: 'Promise',
    roadmap: 'Roadmap',
    plan: 'Action plan',
    decisions: 'Decisions',
    quotes: 'Quotes',
  },
} as const

/** "made 22 November 2026, 02:47 UTC by Ines" */
export const madeWords = (at: string, by: string, version: string): string =>
  `Made ${at.slice(0, 16).replace('T', ' ')} UTC${by === '' ? '' : ` by ${by}`} with ${[words.app, version].filter((one) => one !== '').join(' ')}.`

export const askedWords = (n: number): string =>
  n === 0 ? 'No customer asked yet' : n === 1 ? 'One customer asked' : `${n} customers asked`

export const ofCustomers = (n: number): string =>
  n === 0 ? 'no customer' : n === 1 ? '1 customer' : `${n} customers`
