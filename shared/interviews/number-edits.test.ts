import fc from 'fast-check'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { insertRow, readRow, readRows } from '#shared/document/collection.ts'
import { type EditContext, runEdit } from '#shared/document/edit.ts'
import {
  declinePoints,
  placedPoints,
  pointsCount,
  setBasis,
  setMark,
  setPoints,
} from '#shared/interviews/number-edits.ts'
import { propose, raiseNeed, tagWithProposal, takeBackNeed } from '#shared/interviews/proposal-edits.ts'
import { type Interview, interviews, proposals, quotes } from '#shared/interviews/schema.ts'
import { callEffect, newThemes } from '#shared/statistics/call-effect.ts'
import { law } from '#test/support/law.ts'

let ids = 0
const context: EditContext = { newId: () => `new${++ids}`, now: () => 5, seatId: 's1' }

function call() {
  const doc = new Y.Doc()
  insertRow(doc, interviews, 'i', { pseudonym: 'Avocet' })
  return { doc, read: () => readRow(doc, interviews, 'i') as Interview }
}
const points = (doc: Y.Doc, needId: string, value: number | null) =>
  runEdit(doc, setPoints, { interviewId: 'i', needId, points: value }, context)

test('any points are kept, and count from 100 on the dot', () => {
  const { doc, read } = call()
  points(doc, 'n1', 60)
  expect(read().weights).toMatchObject({ status: 'given', points: { n1: 60 } })
  expect(pointsCount(read().weights)).toBe(false)
  points(doc, 'n2', 45)
  expect([placedPoints(read().weights.points), pointsCount(read().weights)]).toEqual([105, false])
  points(doc, 'n2', 40)
  expect(pointsCount(read().weights)).toBe(true)
  points(doc, 'n1', null)
  points(doc, 'n2', null)
  expect(read().weights).toMatchObject({ status: 'not_asked', points: {} })
})

test('declined points are kept and do not count; taking it back brings them again', () => {
  const { doc, read } = call()
  points(doc, 'n1', 100)
  runEdit(doc, declinePoints, { interviewId: 'i', isDeclined: true, reason: 'Apples and pears' }, context)
  expect(read().weights).toEqual({ status: 'declined', points: { n1: 100 }, reason: 'Apples and pears' })
  expect(pointsCount(read().weights)).toBe(false)
  runEdit(doc, declinePoints, { interviewId: 'i', isDeclined: false }, context)
  expect(pointsCount(read().weights)).toBe(true)
})

test('[U1] a mark, “I do not know” and nothing said are three things', () => {
  const { doc, read } = call()
  const mark = (needId: string, value: number | null | undefined) =>
    runEdit(doc, setMark, { interviewId: 'i', optionId: 'o', needId, mark: value, basis: 'used' }, context)
  mark('n1', 7)
  mark('n2', null)
  mark('n3', 3)
  mark('n3', undefined)
  expect(read().marks).toEqual([{ optionId: 'o', basis: 'used', marks: { n1: 7, n2: null } }])
  runEdit(doc, setBasis, { interviewId: 'i', optionId: 'o', basis: 'heard_of' }, context)
  expect(read().marks).toMatchObject([{ basis: 'heard_of', marks: { n1: 7 } }])
  runEdit(doc, setBasis, { interviewId: 'i', optionId: 'o', basis: null }, context)
  expect(read().marks).toEqual([])
})

test('a need they raise is proposed once, noted with each who raises it, and taken back from one alone', () => {
  const { doc, read } = call()
  const first = runEdit(doc, raiseNeed, { interviewId: 'i', title: 'Right spare' }, context)
  const again = runEdit(doc, raiseNeed, { interviewId: 'i', title: ' right SPARE ' }, context)
  expect(again).toBe(first)
  expect(read().missingNeeds).toEqual(['Right spare'])
  runEdit(doc, takeBackNeed, { interviewId: 'i', title: 'right spare' }, context)
  expect(read().missingNeeds).toEqual([])
  expect(readRows(doc, proposals)).toHaveLength(1)
  expect(runEdit(doc, propose, { kind: 'stage', title: ' ' }, context)).toBeNull()
})

test('a tag for what is not on the board yet makes a proposal of its kind', () => {
  const { doc } = call()
  insertRow(doc, quotes, 'q', { interviewId: 'i', text: 'It died' })
  for (const kind of ['need', 'stage', 'question', 'skepticism', 'option'] as const) {
    runEdit(doc, tagWithProposal, { quoteId: 'q', kind, title: kind }, context)
  }
  const id = Object.fromEntries(readRows(doc, proposals).map((row) => [row.kind, row.id]))
  expect(readRow(doc, quotes, 'q')).toMatchObject({
    needIds: [id.need],
    stageIds: [id.stage],
    cardIds: [id.question, id.skepticism],
    optionIds: [id.option],
  })
})

test('what a call changes: means without and with it, nobody before is no mean', () => {
  expect(callEffect(['n1', 'n2'], [{ n1: 60, n2: 40 }, { n1: 100 }], { n1: 20, n2: 80 })).toEqual([
    { id: 'n1', before: 80, after: 60, nBefore: 2, nAfter: 3 },
    { id: 'n2', before: 20, after: 40, nBefore: 2, nAfter: 3 },
  ])
  expect(callEffect(['n1'], [], null)).toEqual([
    { id: 'n1', before: null, after: null, nBefore: 0, nAfter: 0 },
  ])
  expect(newThemes(['a', 'b'], [['b'], ['c']])).toEqual(['a'])
})

law(
  'means of points that each add up to 100 add up to 100 again, with the call and without',
  [fc.array(fc.array(fc.nat({ max: 50 }), { minLength: 4, maxLength: 4 }), { minLength: 1, maxLength: 12 })],
  (given) => {
    const of = (raw: readonly number[]) => {
      const total = raw.reduce((sum, each) => sum + each, 0) || 1
      return Object.fromEntries(raw.map((each, index) => [`n${index}`, (each * 100) / total]))
    }
    const [own = {}, ...others] = given.filter((raw) => raw.some((each) => each > 0)).map(of)
    if (Object.keys(own).length === 0) return
    const moved = callEffect(['n0', 'n1', 'n2', 'n3'], others, own)
    const total = (values: readonly (number | null)[]) =>
      values.reduce<number>((sum, each) => sum + (each ?? 0), 0)
    expect(total(moved.map(({ after }) => after))).toBeCloseTo(100, 6)
    if (others.length > 0) expect(total(moved.map(({ before }) => before))).toBeCloseTo(100, 6)
  },
)
