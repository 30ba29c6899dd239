import { describe, expect, test } from 'vitest'
import {
  balanceWords,
  coverageWords,
  deadEndWords,
  foresightWords,
  leakWords,
  proofWords,
  toolWords,
} from '#shared/reality/map-words.ts'
import { balance, foresight } from '#shared/statistics/roadmap.ts'

const asked = (voices: number, isEarly = true, foreseenByTeam = false) => ({
  id: `q${voices}`,
  stageId: 's1',
  isEarly,
  coverage: 'open' as const,
  voices,
  foreseenByTeam,
})

describe('[C12] sentences of the map', () => {
  test('without customers they say what is unknown, and never that nothing is', () => {
    const none = { voices: 0, voicesAnswered: 0, voiceCoverage: null }
    expect(coverageWords({ answered: 1, weak: 0, open: 0, ...none })).toBe(
      'Of 1 question 1 answered, 0 half, 0 not. No customer is noted as asking one yet.',
    )
    expect(coverageWords({ answered: 0, weak: 0, open: 0, ...none })).toBe(
      'Nobody has written a question yet.',
    )
    expect(balanceWords(balance([], [true]))).toBe(
      '1 of 1 live answers are early. What customers ask is unknown: no question carries a voice yet.',
    )
    expect(balanceWords(balance([asked(3)], []))).toBe('No answer is live yet.')
    expect(foresightWords(foresight([asked(0, true, true)]))).toBe(
      'No customer is noted as asking one of these questions yet.',
    )
  })

  test('no percentage below twenty, and one as well from there on', () => {
    const all = { answered: 1, weak: 0, open: 2 }
    expect(coverageWords({ ...all, voices: 9, voicesAnswered: 1, voiceCoverage: 1 / 9 })).toMatch(
      /\. 1 of 9 voices stand/,
    )
    expect(coverageWords({ ...all, voices: 76, voicesAnswered: 21, voiceCoverage: 21 / 76 })).toMatch(
      /21 of 76 \(28 %\) voices/,
    )
  })

  test('effort leans to the end, or to neither side', () => {
    expect(balanceWords(balance([asked(4, true)], [false, false]))).toBe(
      'Effort leans to the end: 0 of 2 live answers are early, 4 of 4 of their voices.',
    )
    expect(balanceWords(balance([asked(4, true)], [true]))).toMatch(/^Effort lies about where customers ask:/)
  })

  test('stages, proof, tools and leaks, also with none', () => {
    expect([deadEndWords(0, 0), deadEndWords(0, 2), deadEndWords(1, 1), deadEndWords(6, 8)]).toEqual([
      'There is no stage yet.',
      'No stage is known to be a dead end.',
      '1 of 1 stage is a dead end.',
      '6 of 8 stages are dead ends.',
    ])
    expect([proofWords(0, 0), proofWords(0, 3), proofWords(1, 3), proofWords(5, 18)]).toEqual([
      'There is no answer yet.',
      'None of 3 answers is only our word.',
      '1 of 3 answers is only our word.',
      '5 of 18 answers are only our word.',
    ])
    expect([toolWords(0, 0), toolWords(0, 1), toolWords(16, 16)]).toEqual([
      'There is no tool or channel yet.',
      'A customer has mentioned each of 1 tool and channel.',
      'Customers have mentioned 0 of 16 tools and channels.',
    ])
    expect(leakWords({ left: 0, leftEarly: 0 })).toBe('Nobody was noted as leaving.')
    expect(leakWords({ left: 13, leftEarly: 6 })).toBe('13 buyers seen leaving: 6 early, 7 late.')
  })
})
