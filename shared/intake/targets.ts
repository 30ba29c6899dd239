/**
 * What a column of a table of interviews can hold. The order is the order of columns in an export; `names` are the
 * headings it is known by besides its own, compared without case, spaces and signs.
 */
export interface TargetKind {
  /** Heading in an export. */
  readonly header: string
  readonly names: readonly string[]
  /** A column for each question, need or cell of the grid. */
  readonly of?: 'question' | 'need' | 'option' | 'cell'
}

const kind = (header: string, ...names: string[]): TargetKind => ({ header, names })
const each = (of: NonNullable<TargetKind['of']>, header: string, ...names: string[]): TargetKind => ({
  header,
  names,
  of,
})

export const targets = {
  skip: kind(''),
  pseudonym: kind(
    'pseudonym',
    'customer',
    'name',
    'alias',
    'respondent',
    'participant',
    'interviewee',
    'label',
  ),
  source: kind('source'),
  date: kind('date', 'interview date', 'day', 'held on', 'call date', 'date of interview'),
  interviewer: kind('interviewer', 'held by', 'caller', 'researcher'),
  mode: kind('mode', 'how held', 'channel'),
  minutes: kind('minutes', 'duration', 'length', 'duration minutes', 'minutes talked'),
  startedAt: kind('started_at'),
  endedAt: kind('ended_at'),
  mergedInto: kind('merged_into'),
  role: kind('role', 'job', 'job title', 'function', 'position'),
  trade: kind('trade', 'industry', 'sector', 'branch'),
  staff: kind('staff', 'employees', 'headcount', 'company size'),
  sites: kind('sites', 'locations'),
  buyingRole: kind('buying_role', 'decision role', 'role in buying'),
  yearsAsCustomer: kind('years_as_customer', 'customer for years', 'years'),
  wonOrLost: kind('won_or_lost', 'won lost', 'outcome'),
  firstHand: kind('first_hand'),
  triggerToFirstContact: kind('weeks_trigger_to_first_contact'),
  firstContactToSignature: kind('weeks_first_contact_to_signature'),
  consentNotes: kind('consent_notes'),
  consentRecording: kind('consent_recording'),
  consentQuotesInside: kind('consent_quotes_inside'),
  consentQuotesOutside: kind('consent_quotes_outside'),
  consentGivenOn: kind('consent_given_on'),
  consentDates: kind('consent_dates'),
  withdrawnOn: kind('consent_withdrawn_on'),
  withdrawnScope: kind('consent_withdrawn_scope'),
  deleteRecordingAfter: kind('delete_recording_after'),
  deleteIdentityAfter: kind('delete_identity_after'),
  unaidedTopNeed: kind('unaided_top_need', 'top need', 'most important'),
  weightsStatus: kind('weights_status'),
  weight: each('need', 'weight', 'points', 'weights'),
  weightsReason: kind('weights_reason', 'reason for points', 'why these points'),
  basis: each('option', 'basis', 'known from'),
  mark: each('cell', 'mark', 'marks', 'score', 'rating'),
  missingNeeds: kind('missing_needs', 'what is missing'),
  guideVersion: kind('guide_version'),
  answer: each('question', 'answer', 'question', 'notes'),
  answerStage: each('question', 'stage'),
  notAsked: kind('not_asked'),
  personNote: kind('person_note', 'about the person'),
  businessNote: kind('business_note', 'about the business'),
  otherInterests: kind('other_interests'),
  themes: kind('themes', 'topics', 'codes'),
  quotes: kind('quotes', 'quote', 'their words', 'verbatims', 'verbatim'),
} as const satisfies Record<string, TargetKind>

export type TargetName = keyof typeof targets
export const targetNames = Object.keys(targets) as [TargetName, ...TargetName[]]

export const targetKind = (name: TargetName): TargetKind => targets[name]

/** What one column holds. */
export interface Target {
  readonly to: TargetName
  /** Empty: an answer to no question of the guide. */
  readonly questionId?: string | null | undefined
  readonly needId?: string | null | undefined
  readonly optionId?: string | null | undefined
}

/** Two columns may not hold the same thing; what makes them the same. */
export const targetKey = ({ to, questionId, needId, optionId }: Target): string =>
  [to, questionId ?? '', needId ?? '', optionId ?? ''].join(' ')
