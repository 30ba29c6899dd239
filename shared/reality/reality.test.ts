import { describe, expect, test } from 'vitest'
import { type Need, needs, options } from '#shared/board/schema.ts'
import { readRows } from '#shared/document/collection.ts'
import { type Interview, interviews } from '#shared/interviews/schema.ts'
import { customerCells, isCustomer } from '#shared/reality/customers.ts'
import {
  actOn,
  compareMarks,
  compareNeeds,
  debateEffectOf,
  guessesOf,
  overlookedNeeds,
  pairedLead,
} from '#shared/reality/reality.ts'
import { rounds } from '#shared/record/schema.ts'
import { leadOver, weightedScores } from '#shared/statistics/competition.ts'
import { pairedDifference } from '#shared/statistics/interval.ts'
import { largestRemainder } from '#shared/statistics/rounding.ts'
import { demoFile, imported } from '#test/support/demo-file.ts'

const { docs } = imported(demoFile())
const calls = readRows(docs.interviews, interviews)
const all = readRows(docs.record, rounds)
const guesses = guessesOf(all, 'weights')
const marked = guessesOf(all, 'marks')
const us = readRows(docs.board, options).find(({ kind }) => kind === 'us')?.id ?? ''
const [first, second] = guesses.map((round) => compareNeeds(round, calls))
const need = (index: number) => second?.perNeed[index]
const needIds = second?.perNeed.map(({ needId }) => needId) ?? []
const marks = marked.at(-1) && compareMarks(marked.at(-1) as (typeof marked)[number], calls)
const optionIds = [...new Set(marks?.cells.map(({ optionId }) => optionId))]
const cells = customerCells(calls.filter(isCustomer), needIds, optionIds)
const weights = second?.perNeed.map(({ needId, customers }) => ({ needId, mean: customers })) ?? []

describe('the guess of the demo beside its customers', () => {
  test.each([
    [0, 23.5, 22.22, 7.95, 1.28, 6.11, 9.22, 'too-close-to-tell', 5, 4],
    [1, 10, 26.11, 11.12, -16.11, 8.55, 12.89, 'clearly-too-low', 8, 0],
    [2, 7, 9.44, 5.27, -2.44, 4.05, 6.11, 'too-close-to-tell', 5, 4],
    [3, 32.5, 13.89, 10.83, 18.61, 8.33, 12.56, 'clearly-too-high', 1, 8],
    [4, 14.5, 21.11, 7.82, -6.61, 6.01, 9.07, 'probably-too-low', 7, 2],
    [5, 12.5, 7.22, 3.63, 5.28, 2.79, 4.21, 'clearly-too-high', 1, 8],
  ] as const)(
    '[C6] need %i: %d against %d',
    (index, guess, customers, s, gap, h, H, verdict, above, below) => {
      expect(need(index)).toMatchObject({ n: 9, verdict, above, below })
      expect(need(index)?.guess).toBeCloseTo(guess, 2)
      expect(need(index)?.customers).toBeCloseTo(customers, 2)
      expect(need(index)?.sd).toBeCloseTo(s, 2)
      expect(need(index)?.gap).toBeCloseTo(gap, 2)
      expect(need(index)?.halfWidth).toBeCloseTo(h, 2)
      expect(need(index)?.simultaneousHalfWidth).toBeCloseTo(H, 2)
    },
  )

  test('[issue 5] the need three customers named is overlooked, without a figure as nobody was offered it', () => {
    const board = readRows(docs.board, needs)
    expect(overlookedNeeds(board, needIds, calls)).toEqual([
      expect.objectContaining({
        title: 'Shift staff can use it untrained',
        raisedBy: 3,
        asked: 10,
        givenBy: 0,
        n: 9,
        mean: null,
      }),
    ])
    expect(
      overlookedNeeds(
        board,
        needIds,
        calls.filter(({ weights: { status } }) => status === 'declined'),
      ),
    ).toEqual([])
  })

  test('[R021] a need is raised by points, unaided, or in the words for what is missing; each customer once', () => {
    const [need, other] = ['x', 'y'].map(
      (id) => ({ ...readRows(docs.board, needs)[0], id, short: `Need ${id}`, mentionedBy: [] }) as Need,
    )
    const [a, b, c] = calls as [Interview, Interview, Interview]
    const asked: Interview[] = [
      { ...a, weights: { ...a.weights, status: 'given', points: { x: 100 } }, unaidedTopNeedId: 'x' },
      { ...b, unaidedTopNeedId: 'y' },
      { ...c, missingNeeds: [' need Y'] },
    ]
    expect(overlookedNeeds([need as Need, other as Need], [], asked)).toMatchObject([
      { needId: 'x', raisedBy: 1, givenBy: 1, asked: 3 },
      { needId: 'y', raisedBy: 2, givenBy: 0 },
    ])
  })

  test('[C1] shown points of the customers add up to 100', () => {
    const means = second?.perNeed.map(({ customers }) => customers ?? 0) ?? []
    expect(largestRemainder(means)).toEqual([22, 26, 10, 14, 21, 7])
    expect(second).toMatchObject({ n: 9, declined: 1 })
  })

  test('[C6] in the first round only the second and the last need were clearly off', () => {
    expect(first?.perNeed.map(({ verdict }) => verdict.startsWith('clearly'))).toEqual([
      false,
      true,
      false,
      false,
      false,
      true,
    ])
  })

  test('[C6] our alarms: 8.30 against 5.30', () => {
    const alarms = marks?.cells.find((cell) => cell.needId === needIds[0] && cell.optionId === us)
    expect(alarms?.guess).toBeCloseTo(8.3, 2)
    expect(alarms?.customers).toBeCloseTo(5.3, 2)
    expect(alarms?.gap).toBeCloseTo(3, 2)
    expect(alarms?.halfWidth).toBeCloseTo(0.83, 2)
    expect(alarms?.verdict).toBe('clearly-too-high')
  })

  test('[C7] pairs in the same order, and what the first three share', () => {
    expect(first?.order).toMatchObject({ pairs: 15, same: 10, reversed: 5, topThreeShared: [0, 4] })
    expect(first?.order?.tauB).toBeCloseTo(0.333, 3)
    expect(first?.order?.spearman).toBeCloseTo(0.314, 3)
    expect(second?.order).toMatchObject({ pairs: 15, same: 8, reversed: 7, topThreeShared: [0, 4] })
    expect(second?.order?.tauB).toBeCloseTo(0.067, 3)
    expect(second?.order?.spearman).toBeCloseTo(0.143, 3)
  })

  test('[C7] audit and alarms cannot be told apart with nine customers', () => {
    const [alarms, audit] = [need(0)?.values ?? [], need(1)?.values ?? []]
    const difference = pairedDifference(audit.map((value, index) => value - (alarms[index] ?? 0)))
    expect(difference).toMatchObject({ n: 9, higher: 4, equal: 2, lower: 3 })
    expect(difference.mean).toBeCloseTo(3.89, 2)
    expect(difference.interval?.[0]).toBeCloseTo(-9.8, 2)
    expect(difference.interval?.[1]).toBeCloseTo(17.58, 2)
  })

  test('[C5] the talk took the team further away', () => {
    const effect = debateEffectOf(guesses, calls)
    expect(effect?.errorBefore).toBeCloseTo(16.67, 2)
    expect(effect?.errorAfter).toBeCloseTo(25.17, 2)
    expect(effect?.equalSplitError).toBeCloseTo(19.44, 2)
    expect(effect?.skillBefore).toBeCloseTo(0.14, 2)
    expect(effect?.skillAfter).toBeCloseTo(-0.29, 2)
  })

  test('[C4] customers: scores, leads, and the paired line under the grid', () => {
    const scores = new Map(weightedScores(cells, weights).map((one) => [one.optionId, one]))
    const [, quillmark, norvane, own] = optionIds
    expect(scores.get(us)?.score).toBeCloseTo(6.95, 2)
    expect(scores.get(quillmark ?? '')?.score).toBeCloseTo(4.34, 2)
    expect(scores.get(norvane ?? '')?.score).toBeCloseTo(5.89, 2)
    expect(scores.get(own ?? '')?.score).toBeCloseTo(4.38, 2)
    expect(scores.get(own ?? '')?.cover).toBeCloseTo(0.93, 2)
    expect(leadOver(cells, weights, us, quillmark ?? '').lead).toBeCloseTo(2.61, 2)
    expect(leadOver(cells, weights, us, norvane ?? '').flip?.points).toBeCloseTo(15.6, 1)
    const paired = (other = '') => pairedLead(calls, needIds, us, other)
    expect(paired(quillmark)).toMatchObject({ n: 5 })
    expect(paired(quillmark).mean).toBeCloseTo(1.7, 2)
    expect(paired(quillmark).interval?.[0]).toBeCloseTo(-0.48, 2)
    expect(paired(quillmark).interval?.[1]).toBeCloseTo(3.88, 2)
    expect(paired(norvane)).toMatchObject({ n: 4, interval: null })
    expect(paired(own)).toMatchObject({ n: 6 })
    expect(paired(own).mean).toBeCloseTo(3.13, 2)
    expect(paired(own).interval?.[0]).toBeCloseTo(1.47, 2)
    expect(paired(own).interval?.[1]).toBeCloseTo(4.8, 2)
  })

  test('[C8] where to act', () => {
    const act = actOn(needIds, us, cells, calls)
    const figures = (key: 'shortfall' | 'behindBest' | 'opportunityInManner') =>
      act.map((one) => one[key] ?? -1)
    const near = (values: readonly number[], expected: readonly number[]) => {
      for (const [index, value] of expected.entries()) expect(values[index]).toBeCloseTo(value, 1)
    }
    near(figures('shortfall'), [10.44, 3.92, 2.36, 8.18, 2.96, 2.6])
    near(figures('behindBest'), [4.89, 0, 1.82, 5.75, 0, 1.34])
    near(figures('opportunityInManner').slice(0, 5), [11.72, 11.5, 3.62, 6.53, 8.09])
    expect(act.map(({ quadrant }) => quadrant)).toEqual([
      'repair',
      'keep',
      'low-and-strong',
      'low-and-weak',
      'keep',
      'low-and-weak',
    ])
  })
})

describe('who counts as a customer', () => {
  const one = calls[0] as Interview

  test('[R046] a lost customer and a merged double do not count', () => {
    expect(isCustomer(one)).toBe(true)
    expect(isCustomer({ ...one, customer: { ...one.customer, wonOrLost: 'lost' } })).toBe(false)
    expect(isCustomer({ ...one, mergedInto: 'another' })).toBe(false)
  })

  test('[D8] points that do not add up to 100, and marks by hearsay, are kept and not averaged', () => {
    const partial: Interview = { ...one, weights: { ...one.weights, points: { [needIds[0] ?? '']: 95 } } }
    const heard: Interview = { ...one, marks: one.marks.map((m) => ({ ...m, basis: 'heard_of' as const })) }
    const round = guesses.at(-1) as (typeof guesses)[number]
    expect(compareNeeds(round, [partial])?.n).toBe(0)
    expect(customerCells([heard], needIds, [us]).every(({ n }) => n === 0)).toBe(true)
  })

  test.each([
    [0, null, null],
    [2, null, null],
    [3, 'mean', null],
    [4, 'mean', null],
    [5, 'mean', 'bar'],
  ])('[C12] of %i customers there is %s and %s', (n, shown, bar) => {
    const asked = Array.from({ length: n }, (_, index) => ({ ...one, id: `i${index}` }))
    const round = guesses.at(-1) as (typeof guesses)[number]
    const gap = compareNeeds(round, asked)?.perNeed[0]
    expect(gap?.customers === null).toBe(shown === null)
    expect(gap?.halfWidth === null).toBe(bar === null)
    expect(gap?.verdict === 'too-few-to-say').toBe(bar === null)
  })
})
