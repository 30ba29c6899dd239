import i18next from 'i18next'
import { beforeAll, expect, test } from 'vitest'
import { changeWords } from '#client/features/history/change-words.ts'
import { startTexts } from '#client/texts/start-texts.ts'
import type { ChangeEntry } from '#shared/protocol/history-calls.ts'

let t: Parameters<typeof changeWords>[0]
beforeAll(() => {
  startTexts()
  t = i18next.getFixedT(null, 'history')
})

const titles = new Map([
  ['n1', 'Audit in an hour'],
  ['s1', 'Look around'],
  ['i3', 'Heron'],
])
const wordsOf = (change: Partial<ChangeEntry>) =>
  changeWords(
    t,
    {
      entry: 1,
      at: 0,
      document: 'board',
      collection: 'needs',
      recordId: 'n1',
      field: 'short',
      from: 'Audit',
      to: 'Audit in an hour',
      seatId: null,
      reason: '',
      ...change,
    },
    titles,
  )

test('[R103] the value before and the one after, by the name of what they belong to', () => {
  expect(wordsOf({})).toEqual({
    about: 'Need',
    title: 'Audit in an hour',
    act: null,
    field: 'title',
    from: 'Audit',
    to: 'Audit in an hour',
  })
})

test('what was never written had its usual value', () => {
  expect(wordsOf({ field: 'status', from: null, to: 'active' })).toMatchObject({ from: 'proposed' })
  expect(wordsOf({ field: 'kind', from: null, to: 'product' })).toMatchObject({ from: 'nothing' })
})

test('what was added or taken away is named by its own words when it is there no more', () => {
  const gone = { recordId: 'gone', field: '' }
  expect(wordsOf({ ...gone, from: { text: 'Old note' }, to: null })).toMatchObject({
    title: 'Old note',
    act: 'taken away',
    from: null,
  })
  expect(wordsOf({ ...gone, from: null, to: { short: 'New' } })).toMatchObject({ title: 'New', act: 'added' })
})

test.each([
  [null, 'nothing'],
  ['', 'nothing'],
  [true, 'yes'],
  [12, '12'],
  ['in_progress', 'in progress'],
  [['i3'], 'Heron'],
  [['i3', 'unknown'], '2 entries'],
  [[], 'none'],
  [{ stageId: 's1', lane: 'question', order: 'a0' }, 'Look around'],
  [{ stageId: 'gone' }, 'something else'],
  [{ strange: 1 }, 'something else'],
  ['x'.repeat(200), `${'x'.repeat(160)}…`],
])('a value reads as words: %j', (value, words) => {
  expect(wordsOf({ field: 'kind', to: value }).to).toBe(words)
})

test('what this version does not know has no name, and is shown all the same', () => {
  expect(wordsOf({ collection: 'toString', field: 'constructor', from: 1, to: 2 })).toMatchObject({
    about: 'Something else',
    field: '',
    from: '1',
    to: '2',
  })
})
