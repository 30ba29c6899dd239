import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { chanceOfHearing, saturation } from '#shared/statistics/saturation.ts'

/** Calls with the themes they were tagged with. */
const calls = fc.array(fc.array(fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f', 'g'), { maxLength: 6 }), {
  maxLength: 15,
})

describe('have we asked enough', () => {
  test('[C10] chance that a concern of one in five was heard', () => {
    const heard = [5, 8, 10, 15].map((n) => Math.round(100 * chanceOfHearing(0.2, n)))
    expect(heard).toEqual([67, 83, 89, 96])
  })

  test('[C10] without calls nothing is expected', () => {
    expect(saturation([])).toEqual({
      n: 0,
      newThemesPerCall: [],
      newInformation: [],
      expectedNext: null,
      unheardAtLeast: null,
    })
  })

  test('[C10] a ratio is given from the sixth call on, and none without a base', () => {
    expect(saturation([['a'], ['b'], [], [], ['c']]).newInformation).toEqual([])
    expect(saturation([['a'], ['b'], [], [], ['c'], ['a']]).newInformation).toEqual([
      { afterCall: 6, ratio: 0.5 },
    ])
    expect(saturation([[], [], [], [], ['c'], ['a']]).newInformation).toEqual([{ afterCall: 6, ratio: null }])
  })

  test('[C10] where no theme was heard twice, the bias-corrected lower bound is used', () => {
    expect(saturation([['a'], ['b'], ['c']]).unheardAtLeast).toBeCloseTo(((2 / 3) * 3 * 2) / 2, 9)
  })

  test('new themes add up to the themes there are, and a repeated tag changes nothing', () => {
    void fc.assert(
      fc.property(calls, (all) => {
        const { newThemesPerCall } = saturation(all)
        expect(newThemesPerCall.reduce((sum, count) => sum + count, 0)).toBe(new Set(all.flat()).size)
        expect(saturation(all.map((themes) => [...themes, ...themes]))).toEqual(saturation(all))
      }),
    )
  })
})
