import i18next, { type TFunction } from 'i18next'
import { beforeAll, describe, expect, test } from 'vitest'
import { chartSentence, leadOf, topicSentence, topicsOf, verdictOf } from '#client/features/weigh/wording.ts'
import { startTexts } from '#client/texts/start-texts.ts'
import { demoResult, resultOf } from '#test/support/demo-weights.ts'

let t: TFunction<'weigh'>
beforeAll(() => {
  startTexts()
  t = i18next.getFixedT('en', 'weigh')
})

const nobodyAsked = { count: 0, isOpen: false }

describe('sentences about a round of weights', () => {
  test('[method C1] the sample workshop shows 28, 12, 9, 18, 19, 14 of nine ballots', () => {
    const result = demoResult()
    expect(result.perNeed.map(({ shown }) => shown)).toEqual([28, 12, 9, 18, 19, 14])
    expect(result.n).toBe(9)
  })

  test('[method C2] the verdict follows the points that differ: below 15, to 30, above', () => {
    const at = (overall: number | null, n = 9) =>
      verdictOf({ n, disagreement: { pairs: 1, overall, within: null, between: null, split: null } })
    expect(at(0)).toBe('close')
    expect(at(14.99)).toBe('close')
    expect(at(15)).toBe('mixed')
    expect(at(30)).toBe('mixed')
    expect(at(30.01)).toBe('apart')
    expect(at(null, 1)).toBe('one')
    expect(at(null, 0)).toBe('none')
  })

  test('[method C2] the sample workshop differs by 28 points: some agreement', () => {
    expect(demoResult().disagreement.overall).toBeCloseTo(28.33, 2)
    expect(verdictOf(demoResult())).toBe('mixed')
  })

  test('[U1] a customer is never said to be silent once customers were asked', () => {
    expect(leadOf(t, nobodyAsked, false)).toMatch(/No customer has spoken yet, so nothing here is solid\.$/)
    expect(leadOf(t, { count: 10, isOpen: false }, false)).toMatch(/still in its envelope/)
    expect(leadOf(t, { count: 10, isOpen: true }, false)).toMatch(/None of it comes from a customer/)
    expect(leadOf(t, { count: 10, isOpen: true }, true)).not.toMatch(/guess/)
  })

  test('[method C2] first to talk about is the need of most weight and spread, with the functions furthest apart', () => {
    const [first, second] = topicsOf(demoResult())
    expect(first?.needId).toBe('n4')
    expect(first?.pair).toEqual([
      { label: 'Sales', mean: 37.5 },
      { label: 'Customer service', mean: 10 },
    ])
    expect(second?.needId).toBe('n5')
    expect(first && topicSentence(t, first)).toBe(
      'Sales and Customer service are furthest apart on “Whole yearly cost known before we sign”.',
    )
  })

  test('[method C2] no function is named where their figures are not shown', () => {
    const [first] = topicsOf(
      resultOf([
        [50, 50],
        [90, 10],
      ]),
    )
    expect(first?.pair).toBeNull()
    expect(first && topicSentence(t, first)).toBe(
      'We are furthest apart on “Alarms I can trust”: from 50 to 90.',
    )
    expect(topicsOf(demoResult('by_function', 5)).every(({ pair }) => pair === null)).toBe(true)
  })

  test('the chart says in one sentence what it shows', () => {
    expect(chartSentence(t, demoResult())).toBe(
      'Alarms I can trust leads with 28 points on average; we are furthest apart on Whole yearly cost known before we sign, from 10 to 50. Our guesses, 9 sealed ballots.',
    )
    expect(chartSentence(t, resultOf([]))).toBe('No ballot with points in this round.')
  })
})
