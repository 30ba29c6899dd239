/**
 * What a guest has written so far, kept on this device under their link until it is handed in. The form is kept with
 * it: from the second part on the lists stay as they were first seen.
 */
import { keep, kept } from '#client/lib/kept.ts'
import { filled, left, type Points } from '#client/lib/points.ts'
import type { BodyOf } from '#shared/protocol/calls.ts'
import type { GuestForm } from '#shared/protocol/guest-calls.ts'

export type Basis = 'customer' | 'used' | 'evaluated' | 'heard_of'
export const bases: readonly Basis[] = ['customer', 'used', 'evaluated', 'heard_of']
export const isFirstHand = (basis: Basis | undefined): boolean => basis !== undefined && basis !== 'heard_of'

export type Part = 'first' | 'points' | 'marks' | 'last'

export interface Draft {
  /** Key of this guest, drawn once: the answer counts once however often it is sent. */
  readonly guest: string
  readonly status: 'writing' | 'sending' | 'sent'
  readonly form: GuestForm | null
  readonly part: Part
  readonly unaided: string
  readonly points: Points
  readonly isDeclined: boolean
  readonly reason: string
  /** One thing a line. */
  readonly missing: string
  readonly bases: Readonly<Record<string, Basis>>
  readonly marks: Readonly<Record<string, Readonly<Record<string, number | null>>>>
  readonly role: string
  readonly remarks: string
  readonly consent: {
    readonly notes: boolean
    readonly quotesInside: boolean
    readonly quotesOutside: boolean
  }
}

export type EditDraft = (changes: Partial<Draft>) => void

export const newDraft = (guest: string): Draft => ({
  guest,
  status: 'writing',
  form: null,
  part: 'first',
  unaided: '',
  points: {},
  isDeclined: false,
  reason: '',
  missing: '',
  bases: {},
  marks: {},
  role: '',
  remarks: '',
  consent: { notes: false, quotesInside: false, quotesOutside: false },
})

/** Enough of the token to tell links apart, too little to use one. */
const keyOf = (token: string): string => `guessproof.ask.${token.slice(0, 12)}`

export function keptDraft(token: string, newGuest: () => string): Draft {
  try {
    const found = JSON.parse(kept(keyOf(token)) ?? '') as Partial<Draft>
    if (typeof found.guest === 'string') return { ...newDraft(found.guest), ...found }
  } catch {
    // Nothing was kept, or not by us.
  }
  return newDraft(newGuest())
}

export const keepDraft = (token: string, draft: Draft): void => keep(keyOf(token), JSON.stringify(draft))

/** What stays when the answers have arrived: that they have. */
export const afterSending = ({ guest, form }: Draft): Draft => ({
  ...newDraft(guest),
  status: 'sent',
  form: form && { ...form, needs: [], options: [] },
})

/** The parts there are to go through: without a list there is nothing to weigh. */
export function partsOf({ needs, options }: GuestForm): readonly Part[] {
  if (needs.length === 0) return ['first', 'last']
  return options.length === 0 ? ['first', 'points', 'last'] : ['first', 'points', 'marks', 'last']
}

const idsOf = ({ needs }: GuestForm): string[] => needs.map(({ id }) => id)

/** Points are all placed, or none are given. */
export const arePointsDone = ({ points, isDeclined }: Draft, form: GuestForm): boolean =>
  isDeclined || left(points, idsOf(form)) === 0 || left(points, idsOf(form)) === 100

export const missingLines = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.trim().slice(0, 140))
    .filter((line) => line !== '')
    .slice(0, 10)

export function answerOf(draft: Draft, form: GuestForm, token: string): BodyOf<'answerGuestForm'> {
  const ids = idsOf(form)
  const isGiven = left(draft.points, ids) === 0
  return {
    token,
    guest: draft.guest,
    question: form.question,
    unaided: draft.unaided,
    weights: draft.isDeclined
      ? { status: 'declined', reason: draft.reason }
      : isGiven
        ? { status: 'given', points: filled(draft.points, ids) }
        : { status: 'not_asked' },
    missing: missingLines(draft.missing),
    marks: form.options.flatMap(({ id }) => {
      const basis = draft.bases[id]
      if (basis === undefined) return []
      return [{ optionId: id, basis, marks: isFirstHand(basis) ? { ...draft.marks[id] } : {} }]
    }),
    role: draft.role,
    remarks: draft.remarks,
    // The server insists on it; the page does before.
    consent: { ...draft.consent, notes: true },
  }
}

/** Something is said at all. */
export function saysSomething(draft: Draft, form: GuestForm): boolean {
  const { unaided, remarks, missing, weights, marks } = answerOf(draft, form, '')
  return (
    `${unaided}${remarks}`.trim() !== '' ||
    missing.length > 0 ||
    weights.status !== 'not_asked' ||
    marks.some((one) => Object.keys(one.marks).length > 0)
  )
}
