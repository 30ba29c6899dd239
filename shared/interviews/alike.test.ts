import { expect, test } from 'vitest'
import { alikePairs } from '#shared/interviews/alike.ts'

const pairs = (...texts: string[]) => alikePairs(texts.map((text) => ({ id: text, text })))

test.each([
  ['False alarms while stores defrost', 'False alarm, while the stores defrost'],
  ['Calibration missing', 'Calibration was missing from the quotation'],
  ['Renewal came as a bill', 'The renewal comes as a bill, came'],
  ['Audits', 'audit'],
])('[R053] “%s” and “%s” may be one', (one, other) => {
  expect(pairs(one, 'Something else entirely', other)).toEqual([[one, other]])
})

test.each([
  ['Quick', 'Quick answer on a Saturday night'],
  ['A trial settled it', 'Finance wanted a five-year figure'],
  ['', ''],
])('“%s” and “%s” are two', (one, other) => {
  expect(pairs(one, other)).toEqual([])
})
