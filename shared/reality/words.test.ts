import { describe, expect, test } from 'vitest'
import { askedWords, gapWords, guessWords, sampleWords, shareWords } from '#shared/reality/words.ts'

const sample = (n: number) => ({ n, values: [20, 45].slice(0, n), halfWidths: n < 5 ? [] : [4, 6, 9] })

describe('[C12] what so few calls can say', () => {
  test.each([
    [0, 'Nobody asked yet.'],
    [1, 'One customer said 20.'],
    [2, 'Two customers: 20 and 45.'],
    [3, '3 customers asked: too few to say.'],
    [4, '4 customers asked: too few to say.'],
    [5, '5 customers asked: a rough picture. Big differences only.'],
    [7, '7 customers asked: a rough picture. Big differences only.'],
    [8, '8 customers asked: differences under about 6 points may be chance.'],
    [14, '14 customers asked: differences under about 6 points may be chance.'],
    [15, '15 customers asked.'],
    [40, '40 customers asked.'],
  ])('%i customers: %s', (n, words) => {
    expect(sampleWords(sample(n))).toBe(words)
  })

  test('who was asked and who was not', () => {
    const asked = { n: 10, boughtFromUs: 10, faceToFace: 1, rolesNotAsked: ['influencer'] }
    expect(askedWords(asked)).toEqual([
      'All 10 bought from us; nobody who went elsewhere was asked.',
      '1 of 10 asked face to face: perhaps more polite.',
      'Nobody of the role “influencer” was asked.',
    ])
    expect(askedWords({ ...asked, boughtFromUs: 9, faceToFace: 0, rolesNotAsked: [] })).toEqual([])
    expect(askedWords({ ...asked, n: 0, boughtFromUs: 0 })).toEqual([])
  })

  test('the label of a guess', () => {
    expect(guessWords({ n: 9, round: 1, abstained: 1, customersAsked: 0 })).toBe(
      'Guess of 9 of us, round 1. 1 did not know. No customer asked yet.',
    )
    expect(guessWords({ n: 10, round: 2, abstained: 0, customersAsked: 9 })).toBe(
      'Guess of 10 of us, round 2.',
    )
  })

  test('gaps in round numbers, and only where something may be said', () => {
    expect(gapWords(18.61, 'clearly-too-high', 'point')).toBe('about 19 points too high')
    expect(gapWords(-1.2, 'probably-too-low', 'mark')).toBe('about 1 mark too low')
    expect(gapWords(1.28, 'too-close-to-tell', 'point')).toBeNull()
    expect(gapWords(null, 'too-few-to-say', 'point')).toBeNull()
  })

  test('no percentage below twenty people', () => {
    expect(shareWords(7, 10)).toBe('7 of 10')
    expect(shareWords(14, 20)).toBe('14 of 20 (70 %)')
  })
})
