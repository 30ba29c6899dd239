import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  type AnswerGiven,
  asked,
  type Coverage,
  coverageOf,
  isNeglected,
  silence,
  sum,
  tally,
} from '#shared/statistics/coverage.ts'

const convincing: AnswerGiven = { status: 'live_convincing', trueToday: 'yes' }
const weak: AnswerGiven = { status: 'live_weak', trueToday: 'unchecked' }
const draft: AnswerGiven = { status: 'draft', trueToday: 'yes' }
const untrue: AnswerGiven = { status: 'live_convincing', trueToday: 'no' }

/** The sample workshop's 27 questions: the answers of each, stage by stage. */
const sample: readonly (readonly (readonly AnswerGiven[])[])[] = [
  [[convincing], [], [convincing]],
  [[convincing], [weak], [], [convincing]],
  [[weak], [convincing], []],
  [[convincing], [], [draft], []],
  [[convincing], [draft], []],
  [[untrue], [{ status: 'draft', trueToday: 'no' }], [convincing]],
  [[convincing], [draft], [convincing]],
  [[weak], [], [], []],
]
const talliesOf = (stages: typeof sample) => stages.map((stage) => tally(stage.map(coverageOf)))
const anyAnswer: fc.Arbitrary<AnswerGiven> = fc.record({
  status: fc.constantFrom('none', 'draft', 'live_weak', 'live_convincing'),
  trueToday: fc.constantFrom('yes', 'partly', 'no', 'unchecked'),
})

describe('coverage of the roadmap', () => {
  test('[C9] the sample has 10 answered, 3 weak and 14 open of 27 questions', () => {
    const all = sum(talliesOf(sample))
    expect(all).toEqual({ answered: 10, weak: 3, open: 14 })
    expect(asked(all)).toBe(27)
  })

  test('[C9] stage 6 of the sample has 1 answered and 2 open: an answer that is not true today counts for nothing', () => {
    expect(talliesOf(sample)[5]).toEqual({ answered: 1, weak: 0, open: 2 })
  })

  test('[C9] a question has the credit of its best answer, in whatever order they come', () => {
    void fc.assert(
      fc.property(fc.array(anyAnswer, { maxLength: 6 }), (answers) => {
        const rank: Coverage[] = ['open', 'weak', 'answered']
        const best = Math.max(0, ...answers.map((answer) => rank.indexOf(coverageOf([answer]))))
        expect(coverageOf(answers)).toBe(rank[best])
        expect(coverageOf([...answers].reverse())).toBe(rank[best])
      }),
    )
  })

  test('a question without answers is open', () => {
    expect(coverageOf([])).toBe('open')
    expect(coverageOf([draft, untrue])).toBe('open')
  })

  test('a stage is neglected from two thirds unanswered on, never for a single open question', () => {
    expect(isNeglected({ answered: 0, weak: 1, open: 3 })).toBe(true)
    expect(isNeglected({ answered: 0, weak: 1, open: 2 })).toBe(true)
    expect(isNeglected({ answered: 1, weak: 1, open: 1 })).toBe(false)
    expect(isNeglected({ answered: 0, weak: 0, open: 1 })).toBe(false)
    expect(isNeglected({ answered: 0, weak: 0, open: 0 })).toBe(false)
  })

  test('we go quiet late when the last third is at least twice as open as what comes before', () => {
    const done = { answered: 3, weak: 0, open: 0 }
    const quiet = { answered: 1, weak: 0, open: 2 }
    expect(silence([done, done, done, done, done, quiet, quiet, quiet])).toEqual({ where: 'late', from: 5 })
    expect(silence([quiet, quiet, quiet, done])).toEqual({ where: 'early', from: 2 })
    expect(silence([quiet, quiet, quiet, quiet]).where).toBeNull()
    expect(silence(talliesOf(sample)).where).toBeNull()
  })

  test('one open question late is not silence', () => {
    const done = { answered: 4, weak: 0, open: 0 }
    expect(silence([done, done, { answered: 3, weak: 0, open: 1 }]).where).toBeNull()
  })

  test('nothing is said about silence where nothing was asked', () => {
    const nothing = { answered: 0, weak: 0, open: 0 }
    expect(silence([]).where).toBeNull()
    expect(silence([nothing, nothing, { answered: 0, weak: 0, open: 3 }]).where).toBeNull()
    expect(
      silence([{ answered: 2, weak: 0, open: 0 }, { answered: 2, weak: 0, open: 0 }, nothing]).where,
    ).toBeNull()
  })
})
