import { describe, expect, test } from 'vitest'
import { balancedMeans, swappedByBalance } from '#client/features/weigh/balanced.ts'
import { demoNeeds, demoResult, resultOf } from '#test/support/demo-weights.ts'

describe('[method C1] the function-balanced average', () => {
  test('is 28.12, 12.50, 9.38, 18.12, 19.58, 12.29 in round 1 of the sample, shown as 28, 13, 9, 18, 20, 12', () => {
    const means = balancedMeans(demoResult())
    const of = (pick: 'mean' | 'shown') => demoNeeds.map(({ id }) => means?.get(id)?.[pick] ?? 0)
    for (const [index, mean] of [28.12, 12.5, 9.38, 18.12, 19.58, 12.29].entries()) {
      expect(Math.abs((of('mean')[index] ?? 0) - mean)).toBeLessThan(0.01)
    }
    expect(of('shown').reduce((all, one) => all + one, 0)).toBe(100)
  })

  test('says which two needs change places, and only then', () => {
    expect(swappedByBalance(demoResult())).toEqual([
      'Audit without a week of paperwork',
      'A supplier proven in our trade',
    ])
  })

  test('is not offered where a function’s figures are not shown, or nobody gave points', () => {
    expect(balancedMeans({ ...demoResult(), functionBalanced: null })).toBeNull()
    expect(swappedByBalance(resultOf([]))).toBeNull()
  })
})
