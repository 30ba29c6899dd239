import i18next, { type TFunction } from 'i18next'
import { beforeAll, describe, expect, test } from 'vitest'
import { countInWords, listOfNames, sampleSentence, secrecySentence } from '#client/round/wording.ts'
import { startTexts } from '#client/texts/start-texts.ts'

let t: TFunction<'round'>
beforeAll(() => {
  startTexts()
  t = i18next.getFixedT('en', 'round')
})

const nobodyAsked = { count: 0, isOpen: false }

describe('sentences about any round', () => {
  test('a count starts a heading in words, up to twelve', () => {
    expect(countInWords(t, 9)).toBe('Nine')
    expect(countInWords(t, 13)).toBe('13')
  })

  test('[U2] the sample is named in words, with who did not know', () => {
    expect(sampleSentence(t, { n: 9, abstained: 1, missing: 0, number: 1, customers: nobodyAsked })).toBe(
      '9 sealed ballots, round 1. 1 did not know. No customer asked yet.',
    )
    expect(
      sampleSentence(t, {
        n: 1,
        abstained: 0,
        missing: 2,
        number: 3,
        customers: { count: 10, isOpen: true },
      }),
    ).toBe('1 sealed ballot, round 3. 2 were missing. 10 customers asked; what they said is not in here.')
  })

  test('[SE-2a] who will see what is said from the setting in force', () => {
    const say = (anonymity: 'anonymous' | 'by_function' | 'named') =>
      secrecySentence(t, { anonymity, minFunctionSize: 3, facilitator: 'Noor' })
    expect(say('by_function')).toBe(
      'Nobody sees your numbers before the reveal. Then the room sees functions, not names, and a function only from 3 ballots on. You can unseal until Noor closes the round.',
    )
    expect(say('anonymous')).toContain(
      'numbers without names or functions, and the average of a function only from 3',
    )
    expect(say('named')).toContain('each ballot with its name')
  })

  test('names are listed as a sentence has them', () => {
    expect(listOfNames(['Dan'], 'en')).toBe('Dan')
    expect(listOfNames(['Dan', 'Hanne', 'Yusuf'], 'en')).toBe('Dan, Hanne, and Yusuf')
  })
})
