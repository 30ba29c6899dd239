/** What we know now: nothing of it rests on our guess, and what is ours says so. */
import { countedFor } from '#shared/interviews/counted.ts'
import type { ClosingGround, ClosingLine, Reference } from '#shared/reality/closing-ground.ts'
import {
  decisionsWords,
  firstNeedWords,
  gapsWords,
  promiseWords,
  wrongGuessWords,
} from '#shared/reality/closing-words.ts'
import { mapFigures } from '#shared/reality/map.ts'
import { answeredWords, coverageWords } from '#shared/reality/map-words.ts'
import type { NeedGap } from '#shared/reality/reality.ts'
import { gapWords, sampleWords } from '#shared/reality/words.ts'
import { MIN_FOR_INTERVAL, pairedDifference } from '#shared/statistics/interval.ts'

export function knownLines(ground: ClosingGround, reference: Reference | null): ClosingLine[] {
  return [
    ...(reference ? [...firstNeed(reference), ...wrongGuesses(reference)] : []),
    ...promise(ground),
    ...decided(ground),
    ...answered(ground),
    ...learned(ground),
  ]
}

/** Silent below five customers with points: so few are too few to say anything of an order (method C12). */
function firstNeed({ compared, guess }: Reference): ClosingLine[] {
  const { perNeed, n } = compared
  if (n < MIN_FOR_INTERVAL) return []
  const first = perNeed.filter(({ customersRank }) => customersRank === 1)
  const points = first[0]?.customers ?? null
  if (points === null) return []
  const words = firstNeedWords({
    titles: first.map(({ title }) => title),
    points,
    notClearlyBefore: first.length > 1 ? null : notClearlyBefore(perNeed, first[0]),
    guessed: perNeed.filter(({ guessRank }) => guessRank === 1).map(({ title }) => title),
    guessOf: guess,
    sample: sampleWords({ n, values: [], halfWidths: perNeed.flatMap(({ halfWidth }) => halfWidth ?? []) }),
  })
  return [{ words, at: 'reality' }]
}

/** The second need, where the same customers' points for both do not tell which is first. */
function notClearlyBefore(perNeed: readonly NeedGap[], first: NeedGap | undefined): string | null {
  const second = [...perNeed]
    .filter(({ customersRank }) => customersRank === 2)
    .sort((a, b) => (b.customers ?? 0) - (a.customers ?? 0))[0]
  if (!first || !second) return null
  const { interval } = pairedDifference(
    first.values.map((value, customer) => value - (second.values[customer] ?? 0)),
  )
  return interval !== null && interval[0] <= 0 ? second.title : null
}

const wrongGuesses = ({ compared: { perNeed, n }, guess }: Reference): ClosingLine[] =>
  perNeed.flatMap(({ title, gap, verdict }): ClosingLine[] => {
    const off = verdict.startsWith('clearly') ? gapWords(gap, verdict, 'point') : null
    return off === null ? [] : [{ words: wrongGuessWords(title, off, n, guess), at: 'reality' }]
  })

function promise({ promiseDrafts, decisions }: ClosingGround): ClosingLine[] {
  const adopted = promiseDrafts.find(({ status }) => status === 'adopted')
  if (!adopted) return []
  const decision = decisions.find(
    ({ kind, subject, supersededBy }) =>
      kind === 'promise' && subject === adopted.id && supersededBy === null,
  )
  return [{ words: promiseWords(adopted.text, decision?.support ?? null), at: 'promise' }]
}

function decided({ decisions }: ClosingGround): ClosingLine[] {
  const standing = decisions.filter(({ supersededBy }) => supersededBy === null)
  if (standing.length === 0) return []
  const withDissent = standing.filter(({ dissent }) => dissent.length > 0).length
  return [{ words: decisionsWords(standing.length, withDissent), at: 'decisions' }]
}

/** While the envelope is sealed nothing is said of who asked, not even that nobody did. */
function answered({ stages, cards, interviews }: ClosingGround): ClosingLine[] {
  const { total } = mapFigures(stages, cards, countedFor(interviews ?? []))
  const words = interviews ? coverageWords : answeredWords
  return total.answered === 0 ? [] : [{ words: words(total), at: 'roadmap' }]
}

function learned({ gaps }: ClosingGround): ClosingLine[] {
  const done = gaps.filter(({ status }) => status === 'answered').length
  return done === 0 ? [] : [{ words: gapsWords(done, gaps.length), at: 'decisions', part: 'needs' }]
}
