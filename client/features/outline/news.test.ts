import { expect, test } from 'vitest'
import { addChanges, type Change, changesBetween } from '#client/features/outline/news.ts'
import type { Card } from '#shared/board/schema.ts'

const place = { stageId: 's1', lane: 'question', order: 'a0' } as const
const card = (id: string, values: Partial<Card> = {}) =>
  ({ id, text: id, place, binned: null, ...values }) as Card
const map = (...all: Card[]) => new Map(all.map((one) => [one.id, one]))

test('what happened to a card between two looks', () => {
  const before = map(
    card('a'),
    card('b'),
    card('c'),
    card('d'),
    card('e', { binned: { at: 1, seatId: 'x' } }),
  )
  const now = map(
    card('a', { place: { ...place, order: 'a5' } }),
    card('b', { place: { ...place, lane: 'tool' } }),
    card('c', { text: 'other' }),
    card('d', { binned: { at: 1, seatId: 'x' } }),
    card('e'),
    card('f'),
  )
  expect(Object.fromEntries(changesBetween(before, now))).toEqual({
    b: 'moved',
    c: 'changed',
    d: 'deleted',
    e: 'added',
    f: 'added',
  })
  expect(Object.fromEntries(changesBetween(map(card('a')), map()))).toEqual({ a: 'deleted' })
})

test('what came and went again is no news', () => {
  const pending = new Map<string, Change>([
    ['a', 'added'],
    ['b', 'added'],
    ['c', 'moved'],
    ['d', 'changed'],
  ])
  addChanges(
    pending,
    new Map<string, Change>([
      ['a', 'deleted'],
      ['b', 'changed'],
      ['c', 'changed'],
      ['d', 'deleted'],
    ]),
  )
  expect(Object.fromEntries(pending)).toEqual({ b: 'added', c: 'moved', d: 'deleted' })
})
