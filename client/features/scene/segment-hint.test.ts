import { expect, test } from 'vitest'
import { segmentHint } from '#client/features/scene/segment-hint.ts'

test.each([
  ['', 'empty'],
  ['  ', 'empty'],
  ['SMEs', 'vague'],
  ['Small and medium-sized enterprises', 'vague'],
  ['B2B customers', 'vague'],
  ['Food companies', 'vague'],
  ['Maintenance managers, food and drink plants', 'good'],
  ['Hospital pharmacists', 'good'],
  ['Regional food wholesalers with 2 to 8 cold stores and 50 to 400 staff', 'good'],
  ['Großküchen in Kliniken', 'good'],
] as const)('a kind of customer said as “%s” is %s', (segment, hint) => {
  expect(segmentHint(segment)).toBe(hint)
})
