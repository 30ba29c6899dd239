import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { UndoSteps } from '#client/session/undo.ts'
import { addCard, addCards, binCard, cardsIn, changeCard, moveCard } from '#shared/board/roadmap-edits.ts'
import { cards } from '#shared/board/schema.ts'
import { readRow, readRows, removeRow, sharedTextOf } from '#shared/document/collection.ts'
import { EDIT } from '#shared/document/origins.ts'
import { playSession } from '#test/support/render-session.tsx'

const cell = { stageId: 's1', lane: 'question' } as const
const board = {
  cards: {
    c1: { text: 'one', place: { ...cell, order: 'a1' } },
    c2: { text: 'two', place: { ...cell, order: 'a2' } },
  },
}
const rowOf = (doc: Y.Doc, id: string) => readRow(doc, cards, id)

test('only one’s own change is taken back, also when others changed something after it (HI-1a)', () => {
  const { session, remote, docs } = playSession({ board })
  session.edit(changeCard, { id: 'c1', changes: { hurdles: 'mine' } })
  remote(changeCard, { id: 'c1', changes: { outcome: 'theirs' } })
  remote(changeCard, { id: 'c2', changes: { hurdles: 'theirs' } })

  expect(session.undo()).toBe(true)
  expect(rowOf(docs.board, 'c1')).toMatchObject({ hurdles: '', outcome: 'theirs' })
  expect(rowOf(docs.board, 'c2')).toMatchObject({ hurdles: 'theirs' })
  expect(session.redo()).toBe(true)
  expect(rowOf(docs.board, 'c1')).toMatchObject({ hurdles: 'mine' })
  expect(session.undo() && session.undo()).toBe(false)
})

test('one gesture is one step, however quickly the next one follows', () => {
  const { session, docs } = playSession({ board })
  const id = session.edit(addCard, { ...cell, text: 'new' })
  session.edit(moveCard, { id, stageId: 's2', lane: 'answer', index: 0 })
  const text = sharedTextOf(docs.board, cards, id, 'text')
  for (const letter of ' card') docs.board.transact(() => text?.insert(text.length, letter), EDIT)

  session.undo()
  expect(rowOf(docs.board, id)).toMatchObject({ text: 'new', place: { stageId: 's2' } })
  session.undo()
  expect(rowOf(docs.board, id)).toMatchObject({ place: { stageId: 's1' } })
  session.undo()
  expect(rowOf(docs.board, id)).toBeNull()
})

test('cards added together in the middle of a cell are one step', () => {
  const { session, docs } = playSession({ board })
  session.edit(addCards, { ...cell, texts: ['between', 'both'], index: 1 })
  const texts = () => cardsIn(readRows(docs.board, cards), 's1', 'question').map(({ text }) => text)
  expect(texts()).toEqual(['one', 'between', 'both', 'two'])
  session.undo()
  expect(texts()).toEqual(['one', 'two'])
})

test('when the card was deleted by somebody else, nothing happens, and no older step is taken instead (HI-1b)', () => {
  for (const deleteIt of ['removed', 'binned']) {
    const { session, remote, docs } = playSession({ board })
    session.edit(changeCard, { id: 'c2', changes: { hurdles: 'older step' } })
    session.edit(changeCard, { id: 'c1', changes: { hurdles: 'newest step' } })
    if (deleteIt === 'removed') remote((doc) => removeRow(doc, cards, 'c1'), null)
    else remote(binCard, { id: 'c1' })
    const before = JSON.stringify(readRows(docs.board, cards))

    expect(session.undo()).toBe(false)
    expect(JSON.stringify(readRows(docs.board, cards))).toBe(before)
    expect(session.undo()).toBe(true)
    expect(rowOf(docs.board, 'c2')).toMatchObject({ hurdles: '' })
  }
})

test('when somebody has overwritten the value, theirs stays, and no older step is taken instead', () => {
  const { session, remote, docs } = playSession({ board })
  session.edit(changeCard, { id: 'c2', changes: { hurdles: 'older step' } })
  session.edit(changeCard, { id: 'c1', changes: { hurdles: 'mine' } })
  remote(changeCard, { id: 'c1', changes: { hurdles: 'theirs' } })
  expect(session.undo()).toBe(false)
  expect(rowOf(docs.board, 'c1')).toMatchObject({ hurdles: 'theirs' })
  expect(rowOf(docs.board, 'c2')).toMatchObject({ hurdles: 'older step' })
})

test('[P4] a card one added is not taken away from somebody who has written into it since', () => {
  const { session, docs } = playSession({ board })
  session.edit(changeCard, { id: 'c2', changes: { hurdles: 'older step' } })
  const id = session.edit(addCard, { ...cell, text: 'mine' })
  const elsewhere = new Y.Doc()
  Y.applyUpdate(elsewhere, Y.encodeStateAsUpdate(docs.board))
  const before = Y.encodeStateVector(elsewhere)
  sharedTextOf(elsewhere, cards, id, 'text')?.insert(4, ' and theirs')
  Y.applyUpdate(docs.board, Y.encodeStateAsUpdate(elsewhere, before))

  expect(session.undo()).toBe(false)
  expect(rowOf(docs.board, id)?.text).toBe('mine and theirs')
  expect(session.undo()).toBe(true)
  expect(rowOf(docs.board, 'c2')?.hurdles).toBe('')
})

test('a step is taken back by itself, also when others of one’s own have followed', () => {
  const { session, remote, docs } = playSession({ board })
  session.edit(moveCard, { id: 'c1', stageId: 's2', lane: 'answer', index: 0 })
  const moved = session.lastStep
  session.edit(changeCard, { id: 'c2', changes: { hurdles: 'later' } })
  expect(session.undo(moved)).toBe(true)
  expect(rowOf(docs.board, 'c1')?.place.stageId).toBe('s1')
  expect(rowOf(docs.board, 'c2')?.hurdles).toBe('later')
  expect(session.undo(moved)).toBe(false)

  session.edit(moveCard, { id: 'c1', stageId: 's3', lane: 'answer', index: 0 })
  const again = session.lastStep
  remote(moveCard, { id: 'c1', stageId: 's4', lane: 'tool', index: 0 })
  expect(session.undo(again)).toBe(false)
  expect(rowOf(docs.board, 'c1')?.place.stageId).toBe('s4')
  expect(session.undo()).toBe(true)
  expect(rowOf(docs.board, 'c2')?.hurdles).toBe('')
  expect(session.undo()).toBe(false)
})

test('taking one’s own card to the bin can be undone', () => {
  const { session, docs } = playSession({ board })
  session.edit(binCard, { id: 'c1' })
  expect(session.undo()).toBe(true)
  expect(rowOf(docs.board, 'c1')?.binned).toBeNull()
})

test('a new change ends what could be brought again', () => {
  const { session } = playSession({ board })
  session.edit(changeCard, { id: 'c1', changes: { hurdles: 'a' } })
  session.undo()
  session.edit(changeCard, { id: 'c2', changes: { hurdles: 'b' } })
  expect(session.redo()).toBe(false)
})

test('steps in two documents are taken back in the order in which they were made', () => {
  const [one, two] = [new Y.Doc(), new Y.Doc()]
  const undo = new UndoSteps()
  undo.follow(one)
  undo.follow(two)
  const write = (doc: Y.Doc, value: string) => {
    undo.endStep()
    doc.transact(() => doc.getMap('m').set('k', value), EDIT)
  }
  const values = () => [one.getMap('m').get('k'), two.getMap('m').get('k')]
  write(one, 'a')
  write(two, 'b')
  write(one, 'c')
  undo.undo()
  expect(values()).toEqual(['a', 'b'])
  undo.undo()
  expect(values()).toEqual(['a', undefined])
  undo.redo()
  expect(values()).toEqual(['a', 'b'])
  undo.undo()
  undo.undo()
  expect(values()).toEqual([undefined, undefined])
})
