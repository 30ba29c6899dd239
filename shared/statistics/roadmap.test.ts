import { describe, expect, test } from 'vitest'
import { type AskedQuestion, balance, foresight, halfCredit, voicesOf } from '#shared/statistics/roadmap.ts'

const question = (id: string, changes: Partial<AskedQuestion> = {}): AskedQuestion => ({
  id,
  stageId: 's1',
  isEarly: true,
  coverage: 'open',
  voices: 1,
  foreseenByTeam: false,
  ...changes,
})

describe('what the map says as a whole', () => {
  test('[C9] voices of answered questions over all voices', () => {
    const all = [question('a', { voices: 1, coverage: 'answered' }), question('b', { voices: 8 })]
    expect(voicesOf(all)).toEqual({ voices: 9, voicesAnswered: 1, voiceCoverage: 1 / 9 })
    expect(voicesOf([question('a', { voices: 0 })]).voiceCoverage).toBeNull()
  })

  test('[C9] 10 answered, 3 weak and 14 open give 43 % with half credit', () => {
    expect(halfCredit({ answered: 10, weak: 3, open: 14 })).toBeCloseTo(0.426, 3)
    expect(halfCredit({ answered: 0, weak: 0, open: 0 })).toBeNull()
  })

  test.each([
    [9, 5, 32, 44, 0.222, 'beginning'],
    [5, 5, 50, 50, 0, 'neither'],
    [1, 9, 50, 50, -0.4, 'end'],
  ])(
    '[C9] %i early and %i late answers, %i early and %i late voices: tilt %d',
    (early, late, e, l, tilt, leans) => {
      const answers = [
        ...Array.from({ length: early }, () => true),
        ...Array.from({ length: late }, () => false),
      ]
      const questions = [question('e', { voices: e }), question('l', { voices: l, isEarly: false })]
      const found = balance(questions, answers)
      expect(found.tilt).toBeCloseTo(tilt, 3)
      expect(found.leans).toBe(leans)
    },
  )

  test('[C9] no tilt without answers or without voices', () => {
    expect(balance([question('a')], []).tilt).toBeNull()
    expect(balance([question('a', { voices: 0 })], [true]).leans).toBeNull()
  })

  test('[C9] foresight: recall, precision, never asked, surprises by voices', () => {
    const found = foresight([
      question('a', { foreseenByTeam: true, voices: 2 }),
      question('b', { foreseenByTeam: true, voices: 0 }),
      question('c', { voices: 3 }),
      question('d', { voices: 7 }),
    ])
    expect(found).toEqual({
      asked: 3,
      askedAndForeseen: 1,
      recall: 1 / 3,
      foreseen: 2,
      precision: 1 / 2,
      neverAsked: ['b'],
      surprises: ['d', 'c'],
    })
    expect(foresight([]).recall).toBeNull()
  })
})
