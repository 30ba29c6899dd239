import { describe, expect, test } from 'vitest'
import { cellFigures, mostDisputed, spreadWord } from '#shared/statistics/marks.ts'

describe('how far marks lie apart', () => {
  test.each([
    [0, 'agree'],
    [0.99, 'agree'],
    [1, 'some'],
    [1.5, 'some'],
    [1.51, 'disagree'],
    [null, null],
  ])('[AN-2a] a standard deviation of %s marks: %s', (sd, word) => {
    expect(spreadWord(sd)).toBe(word)
  })

  test('[R038] the most disputed cells come first; fewer than three marks, or all alike, are no dispute', () => {
    const cells = [
      [1, 9],
      [5, 5, 5],
      [4, 5, 6],
      [2, 8, 5, null],
    ].map((marks, index) => ({ index, ...cellFigures(marks) }))
    expect(mostDisputed(cells).map(({ index }) => index)).toEqual([3, 2])
  })
})
