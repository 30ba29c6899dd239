/**
 * A small document of each kind, with edits of two clients and something deleted, as the present schema writes it.
 * Its encoded state is what a fixture holds; fixtures of past versions are never written again.
 */
import * as Y from 'yjs'
import {
  cards,
  needs,
  options,
  promiseDrafts,
  promiseReactions,
  scene,
  stages,
} from '#shared/board/schema.ts'
import { insertRow, removeRow, sharedTextOf, updateRow, updateSingle } from '#shared/document/collection.ts'
import type { DocumentKind } from '#shared/document/names.ts'
import { answers, interviews, quotes } from '#shared/interviews/schema.ts'
import { agenda, rounds, seats } from '#shared/record/schema.ts'

const fill: Readonly<
  Record<DocumentKind, readonly [first: (doc: Y.Doc) => void, second: (doc: Y.Doc) => void]>
> = {
  board: [
    (doc) => {
      updateSingle(doc, scene, { title: 'Larders', product: 'Larderline', dates: { workshop: '2026-11-21' } })
      insertRow(doc, options, 'us', { name: 'Larderline', kind: 'us', order: 'a0' })
      insertRow(doc, needs, 'speed', {
        short: 'Speed',
        statement: 'Ready in a day',
        order: 'a0',
        status: 'active',
      })
      insertRow(doc, stages, 'look', { name: 'Looking', phase: 'early', order: 'a0' })
      const place = { stageId: 'look', lane: 'question', order: 'a0' } as const
      insertRow(doc, cards, 'price', { text: 'What does it cost?', place, raisedBy: ['i1'] })
      insertRow(doc, cards, 'gone', { text: 'Never mind', place: { ...place, order: 'a1' } })
      insertRow(doc, promiseDrafts, 'd1', { text: 'Cold all night', order: 'a0' })
      insertRow(doc, promiseReactions, 'said', {
        draftId: 'd1',
        interviewId: 'i1',
        text: 'Yes.',
        order: 'a0',
      })
    },
    (doc) => {
      removeRow(doc, cards, 'gone')
      sharedTextOf(doc, cards, 'price', 'text')?.insert(17, ' a month')
      updateRow(doc, needs, 'speed', { short: 'Quickness 🐇' })
    },
  ],
  record: [
    (doc) => {
      insertRow(doc, seats, 's1', { name: 'Zoë', functionName: 'Sales', role: 'facilitator', joinedAt: 1 })
      updateSingle(doc, agenda, { activity: 'weigh', movedAt: 2, movedBy: 's1' })
      insertRow(doc, rounds, 'r1', {
        kind: 'weights',
        number: 1,
        subjects: [{ id: 'speed', title: 'Speed' }],
      })
    },
    (doc) => updateRow(doc, rounds, 'r1', { status: 'revealed', result: { means: { speed: 12.5 } } }),
  ],
  interviews: [
    (doc) => {
      insertRow(doc, interviews, 'i1', {
        pseudonym: 'Customer 1',
        weights: { status: 'given', points: { speed: 40 }, reason: '' },
      })
      insertRow(doc, answers, 'a1', { interviewId: 'i1', questionId: 'q1', text: 'We waited weeks.' })
    },
    (doc) => {
      insertRow(doc, quotes, 'q1', { interviewId: 'i1', answerId: 'a1', text: 'waited weeks', start: 3 })
      updateRow(doc, interviews, 'i1', { pseudonym: 'Customer One' })
    },
  ],
}

export function sampleDocument(kind: DocumentKind): Y.Doc {
  const [first, second] = fill[kind]
  const doc = new Y.Doc()
  doc.clientID = 1
  doc.transact(() => first(doc))
  doc.clientID = 2
  doc.transact(() => second(doc))
  return doc
}
