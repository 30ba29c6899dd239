import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import { liveStages, UNPLACED } from '#shared/board/roadmap-edits.ts'
import { cards, findings, needs, options, stages } from '#shared/board/schema.ts'
import { insertRow, readRow, readRows, updateRow } from '#shared/document/collection.ts'
import { byOrder, isKey } from '#shared/document/order.ts'
import { countedFor, interviewFigures } from '#shared/interviews/counted.ts'
import { hasUnpublished, publish } from '#shared/interviews/publish.ts'
import { draftFindings, interviews, type Proposal, proposals, quotes } from '#shared/interviews/schema.ts'
import { law } from '#test/support/law.ts'

const kinds = ['need', 'stage', 'question', 'skepticism', 'option'] as const
const homes = { need: needs, stage: stages, question: cards, skepticism: cards, option: options } as const

const someId = (prefix: string, count: number) => fc.nat(count - 1).map((n) => `${prefix}${n}`)
const order = fc.constantFrom('a0', 'a1', 'a1V', 'junk!', '')
const proposal = fc.record({
  id: someId('p', 12),
  kind: fc.constantFrom(...kinds),
  title: fc.string({ maxLength: 200 }),
  stageId: fc.option(fc.oneof(someId('s', 4), someId('p', 12))),
  order,
})
const quote = fc.record({
  id: someId('q', 12),
  interviewId: someId('i', 5),
  needIds: fc.array(someId('p', 12), { maxLength: 3 }),
  cardIds: fc.array(fc.oneof(someId('p', 12), someId('c', 4)), { maxLength: 3 }),
  order,
})
const finding = fc.record({ id: someId('f', 6), text: fc.string({ maxLength: 200 }), order })
const sealedWorkshop = fc.record({
  proposals: fc.array(proposal, { maxLength: 8 }),
  quotes: fc.array(quote, { maxLength: 8 }),
  findings: fc.array(finding, { maxLength: 5 }),
  merges: fc.array(fc.option(someId('i', 5)), { minLength: 5, maxLength: 5 }),
})

function sealedDoc(workshop: Given): Y.Doc {
  const doc = new Y.Doc()
  for (const { id, ...values } of workshop.proposals) insertRow(doc, proposals, id, values)
  for (const { id, ...values } of workshop.quotes) insertRow(doc, quotes, id, values)
  for (const { id, ...values } of workshop.findings) insertRow(doc, draftFindings, id, values)
  for (const [n, mergedInto] of workshop.merges.entries())
    insertRow(doc, interviews, `i${n}`, { pseudonym: `Bird ${n}`, mergedInto })
  return doc
}
interface Given {
  readonly proposals: readonly (Partial<Proposal> & { readonly id: string })[]
  readonly quotes: readonly { id: string; interviewId: string; needIds?: string[]; cardIds?: string[] }[]
  readonly findings: readonly { id: string; text: string; cardIds?: string[] }[]
  readonly merges: readonly (string | null)[]
}

/** A roadmap with something in every place; `f0` and `p0` may be on it already. */
function boardDoc(): Y.Doc {
  const doc = new Y.Doc()
  for (const n of [0, 1, 2])
    insertRow(doc, stages, `s${n}`, { name: `Stage ${n}`, phase: n === 2 ? 'late' : 'early', order: 'a0' })
  for (const n of [0, 1, 2, 3])
    insertRow(doc, cards, `c${n}`, {
      text: `Card ${n}`,
      place: { stageId: 's1', lane: 'question', order: 'a0' },
      raisedBy: n === 0 ? ['i9'] : [],
      quoteIds: n === 0 ? ['q99'] : [],
    })
  insertRow(doc, needs, 'p0', { short: 'Of the team', status: 'active', order: 'a0' })
  insertRow(doc, findings, 'f0', { text: 'Of the room', order: 'a0' })
  return doc
}

const contentOf = (doc: Y.Doc) =>
  JSON.stringify(
    [needs, stages, cards, options, findings].map((of) =>
      readRows(doc, of as typeof cards).sort((a, b) => (a.id < b.id ? -1 : 1)),
    ),
  )

describe('publishing what was sealed', () => {
  law('ids hold, nothing is lost, and every tag leads to something', [sealedWorkshop], (workshop) => {
    const sealed = sealedDoc(workshop)
    const before = { drafts: readRows(sealed, draftFindings), wanted: readRows(sealed, proposals) }
    const board = boardDoc()
    const boardBefore = readRows(board, cards)
    publish(sealed, board, 1000)
    for (const { id, kind, title } of before.wanted) {
      const row = readRow(board, homes[kind], id)
      expect(row).not.toBeNull()
      if (id !== 'p0') expect(JSON.stringify(row)).toContain(JSON.stringify(title.slice(0, 60)).slice(1, -1))
    }
    for (const { id, text } of before.drafts)
      expect(readRow(board, findings, id)?.text).toBe(id === 'f0' ? 'Of the room' : text)
    for (const { id, text } of boardBefore) expect(readRow(board, cards, id)?.text).toBe(text)
    const counted = countedFor(readRows(sealed, interviews))
    for (const { id, cardIds, interviewId } of readRows(sealed, quotes))
      for (const card of cardIds.flatMap((cardId) => readRow(board, cards, cardId) ?? [])) {
        expect(card.quoteIds).toContain(id)
        expect(card.raisedBy).toContain(counted.get(interviewId))
      }
    expect(readRow(board, cards, 'c0')).toMatchObject({ place: { stageId: 's1', lane: 'question' } })
    expect(readRow(board, cards, 'c0')?.quoteIds).toContain('q99')
    expect(readRow(board, needs, 'p0')?.short).toBe('Of the team')
    expect(hasUnpublished(sealed)).toBe(false)
  })

  law('every new record can be put in order and follows what was there', [sealedWorkshop], (workshop) => {
    const board = boardDoc()
    publish(sealedDoc(workshop), board, 1000)
    for (const of of [needs, stages, options, findings]) {
      const rows = readRows(board, of as typeof needs).sort(byOrder)
      expect(rows.every(({ order: key }) => isKey(key))).toBe(true)
      const firstNew = rows.findIndex(({ id }) => id.startsWith('p') && id !== 'p0')
      if (firstNew >= 0 && of !== findings)
        expect(rows.slice(firstNew).every(({ id }) => id.startsWith('p'))).toBe(true)
    }
    for (const { place } of readRows(board, cards)) expect(isKey(place.order)).toBe(true)
  })

  law(
    'publishing twice changes nothing, also when the first was not heard of',
    [sealedWorkshop],
    (workshop) => {
      const board = boardDoc()
      const sealed = sealedDoc(workshop)
      const unheard = sealedDoc(workshop)
      publish(sealed, board, 1000)
      const once = contentOf(board)
      const state = Y.encodeStateVector(board)
      publish(sealed, board, 2000)
      publish(unheard, board, 3000)
      expect(contentOf(board)).toBe(once)
      expect(Y.encodeStateVector(board)).toEqual(state)
    },
  )

  test('a need of customers says who named it, a card of customers where it stands and when it came', () => {
    const board = boardDoc()
    const sealed = sealedDoc({
      proposals: [
        { id: 'n', kind: 'need', title: 'x'.repeat(90), order: 'a0' },
        { id: 'st', kind: 'stage', title: 'Approval', order: 'a0' },
        { id: 'ask', kind: 'question', title: 'Who calibrates?', stageId: 'st', order: 'a0' },
        { id: 'doubt', kind: 'skepticism', title: 'Too good', stageId: 'gone', order: 'a0' },
      ],
      quotes: [
        { id: 'q1', interviewId: 'i0', needIds: ['n'], cardIds: ['ask', 'c0'] },
        { id: 'q2', interviewId: 'i1', needIds: ['n'] },
      ],
      findings: [{ id: 'f', text: 'It is missing', cardIds: ['ask'] }],
      merges: ['i1', null, null, null, null],
    })
    updateRow(sealed, interviews, 'i2', { unaidedTopNeedId: 'n' })
    updateRow(sealed, interviews, 'i3', { missingNeeds: [`${'X'.repeat(90)} `] })
    publish(sealed, board, 1000)
    expect(readRow(board, needs, 'n')).toMatchObject({
      short: 'x'.repeat(60),
      statement: 'x'.repeat(90),
      status: 'proposed_by_customers',
      source: 'customers',
      mentionedBy: ['i1', 'i2', 'i3'],
    })
    expect(liveStages(readRows(board, stages)).at(-1)).toMatchObject({ id: 'st', phase: 'late' })
    expect(readRow(board, cards, 'ask')).toMatchObject({
      text: 'Who calibrates?',
      place: { stageId: 'st', lane: 'question' },
      raisedBy: ['i1'],
      quoteIds: ['q1'],
      createdAt: 1000,
      foreseenByTeam: false,
    })
    expect(readRow(board, cards, 'doubt')?.place).toMatchObject({ stageId: UNPLACED, lane: 'skepticism' })
    expect(readRow(board, cards, 'c0')).toMatchObject({ raisedBy: ['i9', 'i1'], quoteIds: ['q99', 'q1'] })
    expect(readRow(board, findings, 'f')).toMatchObject({ text: 'It is missing', cardIds: ['ask'] })
  })
})

describe('which interviews count', () => {
  law(
    'each counts for exactly one that is there and counts for itself, whatever was merged into what',
    [fc.array(fc.option(someId('i', 9)), { maxLength: 8 })],
    (merges) => {
      const all = merges.map((mergedInto, n) => ({ id: `i${n}`, mergedInto }))
      const counted = countedFor(all)
      expect([...counted.keys()].sort()).toEqual(all.map(({ id }) => id).sort())
      for (const end of counted.values()) expect(counted.get(end)).toBe(end)
      const doc = new Y.Doc()
      for (const { id, mergedInto } of all) insertRow(doc, interviews, id, { mergedInto, mode: 'phone' })
      const ends = new Set(counted.values()).size
      expect(interviewFigures(doc)).toEqual({ interviewCount: ends, modes: ends > 0 ? { phone: ends } : {} })
    },
  )

  test('an interview whose mode nobody has said is counted, but in no mode', () => {
    const doc = new Y.Doc()
    insertRow(doc, interviews, 'a', { mode: 'phone' })
    insertRow(doc, interviews, 'b', {})
    insertRow(doc, interviews, 'c', { mode: 'video', mergedInto: 'a' })
    expect(interviewFigures(doc)).toEqual({ interviewCount: 2, modes: { phone: 1 } })
  })
})
