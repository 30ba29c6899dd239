import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  type CallOf,
  customersWords,
  expectedWords,
  hearingWords,
  limitWords,
  newWords,
  ratioWords,
  shareRangeWords,
} from '#shared/reality/saturation-words.ts'
import { saturation } from '#shared/statistics/saturation.ts'
import { law } from '#test/support/law.ts'

const calls = (...counts: number[]): CallOf[] =>
  counts.map((count, index) => ({
    newThemes: Array.from({ length: count }, (_, n) => `theme ${index + 1}.${n + 1}`),
    role: index === 8 ? 'Night manager' : '',
  }))

describe('[C10] have we asked enough, in words', () => {
  test.each([
    [[], 'Nobody asked yet.'],
    [[0, 0, 0, 0, 0], 'No theme is tagged yet.'],
    [[3, 1], '2 calls: too few to see whether anything new comes.'],
    [[3], 'One call: too few to see whether anything new comes.'],
    [[3, 2, 2, 1, 2], 'Every call brought something new. Call 5 brought 2 new themes. Ask more.'],
    [[3, 2, 2, 1, 0, 0], 'Calls 5 and 6 brought nothing new.'],
    [
      [10, 6, 2, 2, 4, 0, 0, 0, 1, 0],
      'Calls 6 to 8 brought nothing new. Call 9 did: “theme 9.1”, from the role “Night manager”. Call 10 brought nothing new. Have all buying roles been asked?',
    ],
    [
      [4, 0, 1, 0, 0, 2, 3],
      'Call 3 brought something new: “theme 3.1”. Calls 4 and 5 brought nothing new. Calls 6 and 7 did: 5 new themes, among them “theme 6.1”. Have all buying roles been asked?',
    ],
  ])('%j', (counts, words) => {
    expect(newWords(calls(...counts))).toBe(words)
  })

  const demo = {
    n: 10,
    newThemesPerCall: [10, 6, 2, 2, 4, 0, 0, 0, 1, 0],
    newInformation: [
      { afterCall: 6, ratio: 0.2 },
      { afterCall: 10, ratio: 0.05 },
    ],
    expectedNext: 0.2,
    unheardAtLeast: 0.36,
  }
  test('the figures of the demo: where many stop, what is to be expected, what was likely heard', () => {
    expect(ratioWords(demo)).toBe(
      'The last two calls brought 1 new theme, the first four 20. Many stop here.',
    )
    expect(expectedWords(demo)).toEqual([
      'One new theme may be expected from about 5 more calls.',
      'Themes nobody has mentioned yet: perhaps none among people like these.',
    ])
    expect([5, 8, 10, 15].map((n) => /\d+(?= chances)/.exec(hearingWords(n))?.[0])).toEqual([
      '67',
      '83',
      '89',
      '96',
    ])
    expect(limitWords(['approver'])).toBe(
      'None of this covers who was not called. Nobody of the role “approver” was asked.',
    )
  })

  test('early on many go on; without a base nothing is said; much more may come', () => {
    const early = { ...demo, newInformation: [{ afterCall: 6, ratio: 0.2 }] }
    expect(ratioWords(early)).toMatch(
      /^The last two calls brought 4 new themes, the first four 20\. Many go on/,
    )
    expect(ratioWords({ ...demo, newInformation: [] })).toBe('')
    expect(ratioWords({ ...demo, newInformation: [{ afterCall: 6, ratio: null }] })).toBe('')
    expect(expectedWords({ ...demo, expectedNext: 2.4, unheardAtLeast: 7.2 })).toEqual([
      'The next call will probably bring about 2 new themes.',
      'Themes nobody has mentioned yet: at least about 7.',
    ])
    expect(expectedWords({ ...demo, expectedNext: 0, unheardAtLeast: null })).toEqual([
      'The next call will probably bring nothing new.',
    ])
    expect(hearingWords(0)).toBe('')
  })

  law(
    'whatever was said, the sentences have words and no broken figure',
    [fc.array(fc.array(fc.string({ maxLength: 3 }), { maxLength: 5 }), { maxLength: 14 })],
    (themes) => {
      const figures = saturation(themes)
      const told = [
        newWords(calls(...figures.newThemesPerCall)),
        ratioWords(figures),
        ...expectedWords(figures),
        hearingWords(figures.n),
      ].join(' ')
      expect(told).not.toMatch(/NaN|Infinity|undefined|null/)
      expect(told.trim()).toMatch(/\.$/)
    },
  )
})

describe('[C12] how many customers', () => {
  test.each([
    [0, 0, 'no customer asked yet'],
    [0, 4, 'none of 4 customers'],
    [1, 1, 'one customer'],
    [1, 10, 'one customer of 10'],
    [7, 10, '7 of 10 customers'],
    [19, 19, '19 of 19 customers'],
    [7, 20, '7 of 20 customers (35 %)'],
  ])('%i of %i: %s', (some, n, words) => {
    expect(customersWords(some, n)).toBe(words)
  })

  test('the range of a share on demand', () => {
    expect(shareRangeWords(7, 10)).toBe('Among all customers like these, probably between 40 and 89 in 100.')
    expect(shareRangeWords(0, 0)).toBeNull()
  })
})
