/** Words of the sheets for sales: what stands on the screen, on paper and in the file. Plain enough to be read aloud. */
import type { Lane } from '#shared/board/schema.ts'
import { shareWords } from '#shared/reality/words.ts'
import { words } from '#shared/report/file-words.ts'
import type { ReportMeta } from '#shared/report/report.ts'

export type AskedLane = Extract<Lane, 'question' | 'skepticism' | 'concern'>

const many = (n: number, one: string, several: string): string => `${n} ${n === 1 ? one : several}`

export const sheetWords = {
  title: 'Sheet for sales',
  whoIsIn: 'Who of them is in it',
  whoIsInUnknown: 'Nobody has written down who of them is in it.',
  endsWhen: 'It ends when',
  endsWhenUnknown: 'Nobody has written down when it ends.',
  asks: 'What they ask and doubt',
  worries: 'What worries them',
  answers: 'What to say, and whom to bring in',
  does: 'What they do here',
  next: 'Next step',
  quotes: 'In their words',
  nothingAsked: 'Nobody has written what they ask here. We do not know.',
  proof: (kind: string): string =>
    kind === '' ? 'proof: not said' : kind === 'claim' ? 'proof: only our word' : `proof: ${kind}`,
  trueToday: (truth: string): string => `true today: ${truth}`,
  half: 'convinces half',
  tool: (names: string): string => `with: ${names}`,
  bringIn: (who: string): string => `Bring in: ${who}`,
  untrue: 'Not true today: do not say it.',
  draft: 'A draft: not to be given yet.',
  missing: 'Planned: not there yet.',
  noAnswer: (whom: string): string =>
    whom === ''
      ? 'We have no answer yet. Say so, and come back with one: nobody owns this stage.'
      : `We have no answer yet. Say so, and ask ${whom}.`,
  offered: (next: string): string =>
    next === '' ? 'We offer them a next step here.' : `We offer them the next step: “${next}”.`,
  notOffered: (next: string): string =>
    next === ''
      ? 'We offer them no next step here yet: offer one yourself.'
      : `We offer them no next step here yet: offer one yourself, towards “${next}”.`,
  unsureOffered: (next: string): string =>
    next === ''
      ? 'Nobody has checked whether we offer a next step here: offer one yourself.'
      : `Nobody has checked whether we offer a next step here: offer one yourself, towards “${next}”.`,
  name: (owner: string): string => `Name a person to ask, from ${owner}.`,
  nameMissing: (owner: string): string => `They are not told whom to ask here: name a person from ${owner}.`,
  nameNobody: 'Nobody of us owns this stage: name yourself.',
  sealed: 'The customers’ answers are sealed: all of this is our guess.',
  notAsked: 'No customer asked yet: all of this is our guess.',
  guess: 'our guess',
  moreAnswers: (n: number): string => `and ${many(n, 'more answer', 'more answers')}: see the roadmap`,
  moreOf: (n: number): string => `and ${n} more`,
  nothing: 'No stage of the roadmap has anything on it yet.',
} as const

/** "4 of 10 customers", or that it is our guess. */
export function saidWords(raisedBy: number, customersAsked: number): string {
  if (raisedBy === 0) return sheetWords.guess
  const of = Math.max(raisedBy, customersAsked)
  return `${shareWords(raisedBy, of)} ${of === 1 ? 'customer' : 'customers'}`
}

export const laneTags: Readonly<Record<AskedLane, string>> = {
  question: '',
  skepticism: 'Doubt',
  concern: 'Worry',
}

/** "and 6 more questions and 2 doubts: see the roadmap"; empty for none. */
export function moreWords(left: readonly { readonly lane: AskedLane }[]): string {
  const of = (lane: AskedLane) => left.filter((one) => one.lane === lane).length
  const counted = [
    [of('question'), 'question', 'questions'],
    [of('skepticism'), 'doubt', 'doubts'],
    [of('concern'), 'worry', 'worries'],
  ] as const
  const parts = counted
    .filter(([n]) => n > 0)
    .map(([n, one, several], index) =>
      index === 0 ? many(n, `more ${one}`, `more ${several}`) : many(n, one, several),
    )
  if (parts.length === 0) return ''
  const last = parts.at(-1)
  const list = parts.length === 1 ? last : `${parts.slice(0, -1).join(', ')} and ${last}`
  return `and ${list}: see the roadmap`
}

/** Which workshop and which state of it a sheet shows. */
export function sourceWords(
  title: string,
  { state, exportedAt, exportedBy, appVersion }: ReportMeta,
): string {
  const made = `${exportedAt.slice(0, 16).replace('T', ' ')} UTC`
  return [
    title,
    state === 'final' ? words.final : words.draft,
    exportedBy === '' ? made : `${made} by ${exportedBy}`,
    appVersion === '' ? words.app : `${words.app} ${appVersion}`,
  ].join(' · ')
}
