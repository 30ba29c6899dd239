import { expect, test } from 'vitest'
import { genericGroups, questionFor, shortOf } from '#client/features/needs/generic-words.ts'
import { needNotes } from '#shared/board/schema.ts'
import { readValues } from '#shared/document/collection.ts'

const note = (id: string, text: string, count = 1) => ({ id, ...readValues(needNotes, { text, count }) })

test('[R015] generic notes are gathered by the word they come down to, most often said first', () => {
  expect(
    genericGroups([
      note('a', 'Quality'),
      note('b', 'Price', 2),
      note('c', 'Low price'),
      note('d', 'Night help'),
    ]),
  ).toEqual([
    { word: 'price', count: 3, noteIds: ['b', 'c'] },
    { word: 'quality', count: 1, noteIds: ['a'] },
  ])
})

test('a word without a question of its own gets the one for all', () => {
  expect(questionFor('service')).toBe('service')
  expect(questionFor('support')).toBe('service')
  expect(questionFor('innovation')).toBe('other')
})

test('the short form is what they can do, and fits the list', () => {
  expect(shortOf('When they call, they can talk to someone who has fitted one.', ' can ')).toBe(
    'Talk to someone who has fitted one',
  )
  expect(shortOf('talk to a person', ' can ')).toBe('Talk to a person')
  expect(shortOf(`they can ${'word '.repeat(30)}`, ' can ').length).toBeLessThanOrEqual(60)
  expect(shortOf(`they can ${'x'.repeat(100)}`, ' can ').length).toBeLessThanOrEqual(60)
})
