/**
 * The sentences of the closing (method P7, C12): what we know now, what we still do not, and when we look again. One
 * function from figures to words, so that screen, files and the result page say the same. Every figure has its n and whose
 * it is; no percentage, no "significant".
 */
import type { Tally } from '#shared/statistics/coverage.ts'

const many = (n: number, one: string, several: string): string => `${n} ${n === 1 ? one : several}`

export const customersOf = (n: number): string => many(n, 'customer', 'customers')

const quoted = (titles: readonly string[]): string => titles.map((title) => `“${title}”`).join(' and ')

export interface FirstNeed {
  /** More than one where they have as many points. */
  readonly titles: readonly string[]
  /** Mean of the customers. */
  readonly points: number
  /** The need after it, when the customers' points do not tell the two apart. */
  readonly notClearlyBefore: string | null
  readonly guessed: readonly string[]
  readonly guessOf: string
  readonly sample: string
}

/** "Customers put “A” first, with about 27 of 100 points, but not clearly before “B”. ..." */
export function firstNeedWords(first: FirstNeed): string {
  const after = first.notClearlyBefore === null ? '' : `, but not clearly before “${first.notClearlyBefore}”`
  const ours =
    first.guessed.length === 0
      ? ''
      : first.guessed.join() === first.titles.join()
        ? ` So did we (${first.guessOf}).`
        : ` We had put ${quoted(first.guessed)} first (${first.guessOf}).`
  return `Customers put ${quoted(first.titles)} first, with about ${Math.round(first.points)} of 100 points${after}. ${first.sample}${ours}`
}

/** "guess of 10 of us, round 2" */
export const guessOf = (n: number, round: number): string => `guess of ${n} of us, round ${round}`

/** Of a guess that customers' points clearly are not. `off` is "about 16 points too low". */
export const wrongGuessWords = (title: string, off: string, n: number, ours: string): string =>
  `We guessed “${title}” ${off}: clearly, by the points of ${customersOf(n)} (${ours}).`

export const cannotTellWords = (some: number, all: number, customers: number): string =>
  `Of ${some} of ${many(all, 'need', 'needs')} we cannot tell whether our guess was right (${customersOf(customers)}).`

export const promiseWords = (
  text: string,
  votes: { readonly for: number; readonly against: number; readonly abstain: number } | null,
): string =>
  `We promise: “${text}”${votes ? `. ${votes.for} of us for it, ${votes.against} against, ${votes.abstain} abstained.` : '.'}`

export const decisionsWords = (count: number, withDissent: number): string =>
  `${many(count, 'decision stands', 'decisions stand')}, ${withDissent} with dissent on record.`

export const gapsWords = (answered: number, all: number): string =>
  `Of ${many(all, 'thing', 'things')} we did not know, ${answered} ${answered === 1 ? 'is' : 'are'} answered.`

/** "We do not know why they left. So far: all ten bought from us." */
export const gapWords = (text: string, soFar: string): string =>
  `${sentence(text)}${soFar.trim() === '' ? '' : ` So far: ${sentence(soFar)}`}`

const sentence = (text: string): string => (/[.?!…]$/u.test(text.trim()) ? text.trim() : `${text.trim()}.`)

export const andMoreWords = (n: number, what: string): string => `And ${n} more ${what}.`

export const unansweredWords = ({ answered, weak, open }: Tally): string =>
  `Of ${many(answered + weak + open, 'question and doubt', 'questions and doubts')} on the roadmap ${open} ${open === 1 ? 'has' : 'have'} no answer, ${weak} only half of one.`

export const openQuestionWords = (text: string, voices: number, asked: number): string =>
  `“${text}” has no answer, and ${voices} of ${customersOf(asked)} raised it.`

export const withoutPointsWords = (titles: readonly string[]): string =>
  `No customer was asked for points on ${quoted(titles)}: only our guess.`

export const unknownMarksWords = (unknown: number, all: number, ours: string): string =>
  `${unknown} of our ${all} marks are “?” (${ours}).`

export const thinCellsWords = (thin: number, cells: number, asked: number): string =>
  `In ${thin} of ${many(cells, 'cell', 'cells')} of the grid fewer than three of ${customersOf(asked)} gave a mark: too few to say.`

export const sealedEnvelopeWords = (held: number): string =>
  held === 0
    ? 'No customer has been asked yet: all of this is our guess.'
    : `What ${customersOf(held)} said is still sealed: all of this is our guess.`

export const surerWords = (before: string, after: string, nBefore: number, nAfter: number): string =>
  `We became surer of our guess, ${before} and then ${after} of 5 (${nBefore} and ${nAfter} of us). Between the two rounds nobody asked a customer.`

export const confidenceLabels = {
  guess: (round: number): string => `Our guess, round ${round}`,
  secondLook: (round: number): string => `Second look, round ${round}`,
  closing: (number: number): string => (number === 1 ? 'At the close' : `At the close, ${number}`),
}

export const lookWords = (days: number, due: number, done: number): string =>
  due === 0
    ? `${days} days after the first promise: no action is due by then.`
    : `${days} days after the first promise: ${done} of ${many(due, 'action', 'actions')} due by then ${due === 1 ? 'is' : 'are'} done.`

export const reviewWords = (decision: string, when: string): string =>
  `“${decision}”: look again when ${when.trim().replace(/^when /iu, '')}.`

export const reviewOnWords = (decision: string, when: string): string =>
  `“${decision}”: look again (${when.trim()}).`

export const gapDueWords = (text: string, owner: string): string =>
  `${owner === '' ? 'We' : owner} will have found out: ${sentence(text)}`
