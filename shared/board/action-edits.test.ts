import { describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import {
  addAction,
  binAction,
  changeAction,
  explainChange,
  finishAction,
  linkAction,
  restoreAction,
} from '#shared/board/action-edits.ts'
import { addCard } from '#shared/board/roadmap-edits.ts'
import { actionChanges, actions, cards } from '#shared/board/schema.ts'
import { readRow, readRows, updateRow } from '#shared/document/collection.ts'
import { type Edit, runEdit } from '#shared/document/edit.ts'

function board() {
  const doc = new Y.Doc()
  let n = 0
  let at = 1_000
  const run = <A, R>(edit: Edit<A, R>, args: A): R =>
    runEdit(doc, edit, args, { newId: () => `x${++n}`, now: () => ++at, seatId: 'noor' })
  return {
    doc,
    run,
    action: (id: string) => readRow(doc, actions, id),
    changes: () => readRows(doc, actionChanges).sort((a, b) => a.at - b.at),
    answers: () => readRows(doc, cards).filter(({ place }) => place.lane === 'answer'),
  }
}

const made = (of: ReturnType<typeof board>, values = {}) =>
  of.run(addAction, { title: ' Staff the phone ', ...values }) ?? ''

test('an action has a title; without one nothing is added', () => {
  const { run, doc } = board()
  expect(run(addAction, { title: '  ' })).toBeNull()
  const first = run(addAction, { title: 'One', kind: 'fix', links: ['q1'] }) ?? ''
  const second = run(addAction, { title: 'Two' }) ?? ''
  expect(readRow(doc, actions, first)).toMatchObject({ title: 'One', kind: 'fix', links: ['q1'] })
  expect((readRow(doc, actions, first)?.order ?? '') < (readRow(doc, actions, second)?.order ?? '')).toBe(
    true,
  )
})

describe('[method P6] every change of a date or a target is kept', () => {
  test('who, when, from what to what; the first date is a promise, not a change', () => {
    const plan = board()
    const id = made(plan)
    plan.run(changeAction, { id, changes: { due: '2026-04-30', target: '9 of 10' } })
    expect(plan.changes()).toEqual([])
    plan.run(changeAction, { id, changes: { due: '2026-05-15' } })
    plan.run(changeAction, { id, changes: { due: '2026-05-15', title: 'Other words' } })
    plan.run(changeAction, { id, changes: { target: '', due: '' } })
    expect(plan.changes()).toMatchObject([
      { actionId: id, field: 'due', from: '2026-04-30', to: '2026-05-15', seatId: 'noor', reason: '' },
      { field: 'due', from: '2026-05-15', to: '' },
      { field: 'target', from: '9 of 10', to: '' },
    ])
    expect(plan.changes()[0]?.at).toBeGreaterThan(1_000)
  })

  test('states and readings from the first on; a reason can be said afterwards', () => {
    const plan = board()
    const id = made(plan)
    plan.run(changeAction, { id, changes: { latest: '3 of 10', status: 'in_progress' } })
    expect(plan.changes()).toMatchObject([
      { field: 'latest', from: '', to: '3 of 10' },
      { field: 'status', from: 'open', to: 'in_progress' },
    ])
    expect(plan.run(explainChange, { id: plan.changes()[0]?.id ?? '', reason: ' counted ' })).toBe(true)
    expect(plan.changes()[0]?.reason).toBe('counted')
  })

  test('what is gone is not changed', () => {
    const { run, changes } = board()
    expect(run(changeAction, { id: 'gone', changes: { due: '2026-05-15' } })).toBe(false)
    expect(run(linkAction, { id: 'gone', to: 'q', isOn: true })).toBe(false)
    expect(run(finishAction, { id: 'gone', settled: 'yes', cardIds: [] })).toBe(false)
    expect(changes()).toEqual([])
  })
})

test('links are tied once and untied; the bin gives back', () => {
  const plan = board()
  const id = made(plan)
  plan.run(linkAction, { id, to: 'q1', isOn: true })
  plan.run(linkAction, { id, to: 'q1', isOn: true })
  expect(plan.action(id)?.links).toEqual(['q1'])
  plan.run(linkAction, { id, to: 'q1', isOn: false })
  expect(plan.action(id)?.links).toEqual([])
  plan.run(binAction, { id })
  expect(plan.action(id)?.binned).toMatchObject({ seatId: 'noor' })
  plan.run(restoreAction, { id })
  expect(plan.action(id)?.binned).toBeNull()
})

describe('done: did it settle the question?', () => {
  function asked() {
    const plan = board()
    const question = plan.run(addCard, { stageId: 's1', lane: 'question', text: 'Who answers on Sunday?' })
    const id = made(plan, { links: [question], functionName: 'Customer service' })
    return { ...plan, question, id }
  }

  test('yes: the question has an answer of ours that convinces, and nobody is said to have raised it', () => {
    const { run, question, id, answers, action, changes } = asked()
    run(finishAction, { id, settled: 'yes', cardIds: [question] })
    expect(answers()).toMatchObject([
      {
        text: 'Staff the phone',
        place: { stageId: 's1' },
        settles: [question],
        status: 'live_convincing',
        ownerFunction: 'Customer service',
        raisedBy: [],
      },
    ])
    expect(action(id)).toMatchObject({ status: 'done', settled: 'yes' })
    expect(changes()).toMatchObject([{ field: 'status', from: 'open', to: 'done' }])
  })

  test('an answer of ours is taken further; one that customers named is left as they named it', () => {
    const { doc, run, question, id, answers } = asked()
    const values = { settles: [question], status: 'draft', trueToday: 'no' } as const
    const theirs = run(addCard, {
      stageId: 's1',
      lane: 'answer',
      text: 'A name',
      values: { ...values, raisedBy: ['i1'] },
    })
    const ours = run(addCard, { stageId: 's1', lane: 'answer', text: 'A rota', values })
    run(finishAction, { id, settled: 'partly', cardIds: [question] })
    expect(answers()).toHaveLength(2)
    expect(readRow(doc, cards, ours)).toMatchObject({ status: 'live_weak', trueToday: 'unchecked' })
    expect(readRow(doc, cards, theirs)).toMatchObject({ status: 'draft', trueToday: 'no' })
  })

  test('no, or nobody knows: the roadmap stays as it is; opening it again forgets what was said', () => {
    const { run, question, id, answers, action } = asked()
    run(finishAction, { id, settled: 'no', cardIds: [question] })
    expect(answers()).toEqual([])
    expect(action(id)).toMatchObject({ status: 'done', settled: 'no' })
    run(changeAction, { id, changes: { status: 'in_progress' } })
    expect(action(id)?.settled).toBeNull()
  })

  test('a question that somebody put into the bin meanwhile gets no answer', () => {
    const { doc, run, question, id, answers } = asked()
    updateRow(doc, cards, question, { binned: { at: 1, seatId: 'ana' } })
    expect(run(finishAction, { id, settled: 'yes', cardIds: [question, 'gone'] })).toBe(true)
    expect(answers()).toEqual([])
  })
})
