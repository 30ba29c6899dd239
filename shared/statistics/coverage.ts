/**
 * How well the roadmap answers what customers ask (method C9). Pure figures: a question or doubt has the credit of
 * its best answer, and a stage is neglected or not by the share of what stays open.
 */
type AnswerState = 'none' | 'draft' | 'live_weak' | 'live_convincing'

export interface AnswerGiven {
  readonly status: AnswerState
  /** What those who deliver it say; an answer that is not true today settles nothing (R082). */
  readonly trueToday: 'yes' | 'partly' | 'no' | 'unchecked'
}

export type Coverage = 'answered' | 'weak' | 'open'

export interface Tally {
  readonly answered: number
  readonly weak: number
  readonly open: number
}

const credits: Readonly<Record<AnswerState, number>> = {
  none: 0,
  draft: 0,
  live_weak: 0.5,
  live_convincing: 1,
}

const creditOf = (answer: AnswerGiven): number => (answer.trueToday === 'no' ? 0 : credits[answer.status])

/** Coverage of one question or doubt, by the best of its answers. */
export function coverageOf(answers: readonly AnswerGiven[]): Coverage {
  const best = answers.reduce((most, answer) => Math.max(most, creditOf(answer)), 0)
  return best >= 1 ? 'answered' : best > 0 ? 'weak' : 'open'
}

export function tally(all: Iterable<Coverage>): Tally {
  const counts = { answered: 0, weak: 0, open: 0 }
  for (const one of all) counts[one]++
  return counts
}

export const sum = (tallies: readonly Tally[]): Tally =>
  tallies.reduce(
    (total, one) => ({
      answered: total.answered + one.answered,
      weak: total.weak + one.weak,
      open: total.open + one.open,
    }),
    { answered: 0, weak: 0, open: 0 },
  )

export const asked = (one: Tally): number => one.answered + one.weak + one.open

/** A stage is neglected when at least two thirds of what is asked there, and two of them at least, stay open. */
export const isNeglected = (stage: Tally): boolean => stage.open >= 2 && 3 * stage.open >= 2 * asked(stage)

/**
 * Where the silence lies. Late: the open share of the last third of the stages is at least twice that of the stages
 * before, and a stage there is neglected; early: the other way round. `from` is the index of the first stage of the
 * last third.
 */
export function silence(stages: readonly Tally[]): {
  readonly where: 'late' | 'early' | null
  readonly from: number
} {
  const from = stages.length - Math.ceil(stages.length / 3)
  const before = stages.slice(0, from)
  const after = stages.slice(from)
  const early = openShare(before)
  const late = openShare(after)
  if (early === null || late === null) return { where: null, from }
  if (late >= 2 * early && after.some(isNeglected)) return { where: 'late', from }
  if (early >= 2 * late && before.some(isNeglected)) return { where: 'early', from }
  return { where: null, from }
}

function openShare(stages: readonly Tally[]): number | null {
  const all = sum(stages)
  return asked(all) === 0 ? null : all.open / asked(all)
}
