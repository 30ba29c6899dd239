/** Finding a customer's words among all of them: every word typed must be there, in the words or in who said them. Pure. */
import { folded } from '#shared/interviews/known-names.ts'
import type { Interview, Quote } from '#shared/interviews/schema.ts'

export interface Said {
  readonly quote: Quote
  /** Whom it counts for. */
  readonly interview: Interview
}

export interface Wanted {
  readonly words: string
  /** Id of the interview; empty: all. */
  readonly customer: string
  /** Empty: all. */
  readonly tag: string
}

/** Those that fit: words that researchers tied to the card first, then by who said them. */
export function findSaid(all: readonly Said[], wanted: Wanted, cardId: string): readonly Said[] {
  const words = folded(wanted.words).split(/\s+/u).filter(Boolean)
  const isAbout = ({ quote }: Said) => quote.cardIds.includes(cardId)
  return all
    .filter(({ quote, interview }) => {
      if (quote.text.trim() === '') return false
      if (wanted.customer !== '' && interview.id !== wanted.customer) return false
      if (wanted.tag !== '' && !quote.tags.includes(wanted.tag)) return false
      const { pseudonym, customer } = interview
      const where = folded([quote.text, pseudonym, customer.role, customer.trade, ...quote.tags].join(' '))
      return words.every((word) => where.includes(word))
    })
    .sort((a, b) => Number(isAbout(b)) - Number(isAbout(a)) || byPerson(a, b))
}

const byPerson = (a: Said, b: Said): number =>
  compare(a.interview.pseudonym, b.interview.pseudonym) ||
  compare(a.interview.id, b.interview.id) ||
  compare(a.quote.order, b.quote.order) ||
  compare(a.quote.id, b.quote.id)

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
