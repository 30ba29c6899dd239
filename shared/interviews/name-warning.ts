/** The customer's own name or firm in what was written down about them: it should be a pseudonym's text (method C12). */
import { findNames } from '#shared/interviews/known-names.ts'
import type { Answer, Interview, Quote } from '#shared/interviews/schema.ts'

export interface NameWarning {
  /** Where it stands: a field of the interview, an answer or a quote. */
  readonly where: 'interview' | 'answer' | 'quote'
  /** Of the answer or quote; of the interview, which field. */
  readonly key: string
  readonly words: string
  readonly what: 'person' | 'firm'
}

interface Own {
  readonly name: string
  readonly firm: string
}

/** Words of a text that name the customer; empty when none do. */
export const ownNamesIn = (text: string, { name, firm }: Own) =>
  findNames(text, { persons: [name], firms: [firm] }).map(({ from, to, what }) => ({
    words: text.slice(from, to),
    what,
  }))

/** Everything written of one customer that names them. */
export function nameWarnings(
  of: {
    readonly interview: Interview
    readonly answers: readonly Answer[]
    readonly quotes: readonly Quote[]
  },
  own: Own,
): NameWarning[] {
  const { interview } = of
  const texts: readonly (readonly [NameWarning['where'], string, string])[] = [
    ['interview', 'pseudonym', interview.pseudonym],
    ['interview', 'personNote', interview.personNote],
    ['interview', 'businessNote', interview.businessNote],
    ['interview', 'otherInterests', interview.otherInterests],
    ['interview', 'role', interview.customer.role],
    ['interview', 'trade', interview.customer.trade],
    ['interview', 'reason', interview.weights.reason],
    ['interview', 'missingNeeds', interview.missingNeeds.join('\n')],
    ...ofInterview(of.answers, interview.id).map(({ id, text }) => ['answer', id, text] as const),
    ...ofInterview(of.quotes, interview.id).map(({ id, text }) => ['quote', id, text] as const),
  ]
  return texts.flatMap(([where, key, text]) =>
    ownNamesIn(text, own).map((found) => ({ where, key, ...found })),
  )
}

const ofInterview = <R extends { readonly interviewId: string }>(rows: readonly R[], id: string): R[] =>
  rows.filter(({ interviewId }) => interviewId === id)
