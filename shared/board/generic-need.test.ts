import { expect, test } from 'vitest'
import { genericWord } from '#shared/board/generic-need.ts'

test.each([
  ['Brand', 'brand'],
  ['Product', 'product'],
  ['Quality', 'quality'],
  ['Price', 'price'],
  ['Service', 'service'],
  ['Our great customer service!', 'service'],
  ['Value for money', 'value'],
  ['Strong brand', 'brand'],
  ['Product quality', 'quality'],
  ['Low costs', 'cost'],
  ['Innovation leader', 'leader'],
])('[R015] “%s” is generic: %s', (text, word) => {
  expect(genericWord(text)).toBe(word)
})

test.each([
  'Alarms I can trust',
  'Audit without a week of paperwork',
  'Installed without stopping work',
  'Whole yearly cost known before we sign',
  'A person who knows our site answers at night',
  'A supplier proven in our trade',
  'Be running again within one shift',
  'Cheap per sensor',
  'Price, service, brand and quality together',
  'the best',
  '',
  '価格',
])('[R015] “%s” is not', (text) => {
  expect(genericWord(text)).toBeNull()
})
