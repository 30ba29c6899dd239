import { describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import { countUp, figuresOf, verdictOf } from '#client/features/roadmap/figures.ts'
import { layOut } from '#client/features/roadmap/layout.ts'
import { type Card, cards, type Lane, type Stage, stages } from '#shared/board/schema.ts'
import { readRow } from '#shared/document/collection.ts'

function blank<T>(of: typeof cards | typeof stages): T {
  const doc = new Y.Doc()
  doc.getMap(of.name).set('x', new Y.Map())
  return readRow(doc, of, 'x') as T
}
const stage = (id: string): Stage => ({ ...blank<Stage>(stages), id, order: id })
const card = (id: string, stageId: string, lane: Lane, more: Partial<Card> = {}): Card => ({
  ...blank<Card>(cards),
  id,
  place: { stageId, lane, order: id },
  ...more,
})
const answer = (id: string, stageId: string, settles: string[]) =>
  card(id, stageId, 'answer', { settles, status: 'live_convincing', trueToday: 'yes' })

function board(stageCount: number, list: readonly Card[]) {
  const columns = Array.from({ length: stageCount }, (_, i) => stage(`s${i + 1}`))
  const layout = layOut(columns, list)
  return { layout, figures: countUp(layout, new Map(list.map((one) => [one.id, one]))) }
}

describe('figures of the board', () => {
  test('a stage has a block for every question, then every doubt', () => {
    const { figures } = board(1, [
      card('d', 's1', 'skepticism'),
      card('q1', 's1', 'question'),
      card('q2', 's1', 'question'),
      answer('a', 's1', ['q1', 'd']),
    ])
    expect(figuresOf(figures, 's1').blocks).toEqual(['answered', 'open', 'answered'])
    expect(figures.questions).toEqual({ answered: 1, weak: 0, open: 1 })
    expect(figures.doubts).toEqual({ answered: 1, weak: 0, open: 0 })
  })

  test('an answer settles questions of other stages too, a binned one settles nothing', () => {
    const question = card('q', 's1', 'question')
    expect(board(2, [question, answer('a', 's2', ['q'])]).figures.coverage.get('q')).toBe('answered')
    const binned = { ...answer('a', 's2', ['q']), binned: { at: 1, seatId: 'x' } }
    expect(board(2, [question, binned]).figures.coverage.get('q')).toBe('open')
  })

  test('neglected stages are marked, but not when all are', () => {
    const open = (stageId: string) => [1, 2].map((n) => card(`${stageId}q${n}`, stageId, 'question'))
    const some = board(2, [...open('s1'), card('q', 's2', 'question'), answer('a', 's2', ['q'])])
    expect(['s1', 's2'].map((id) => figuresOf(some.figures, id).neglected)).toEqual([true, false])
    const all = board(2, [...open('s1'), ...open('s2')])
    expect(['s1', 's2'].map((id) => figuresOf(all.figures, id).neglected)).toEqual([false, false])
  })

  test('a stage whose figures did not change keeps the very same object', () => {
    const list = [card('q1', 's1', 'question'), card('q2', 's2', 'question'), answer('a', 's2', [])]
    const { layout, figures } = board(2, list)
    const changed = [...list.slice(0, 2), answer('a', 's2', ['q2'])]
    const next = countUp(layout, new Map(changed.map((one) => [one.id, one])), figures)
    expect(next.stages.get('s1')).toBe(figures.stages.get('s1'))
    expect(next.stages.get('s2')).not.toBe(figures.stages.get('s2'))
  })
})

describe('the sentence that heads the board is true of it', () => {
  const verdict = (stageCount: number, list: readonly Card[]) => {
    const { layout, figures } = board(stageCount, list)
    return verdictOf(layout, figures)
  }
  const open = (n: number, stageId: string) =>
    Array.from({ length: n }, (_, i) => card(`${stageId}q${i}`, stageId, 'question'))
  const answered = (n: number, stageId: string) =>
    open(n, stageId).flatMap((one) => [one, answer(`a${one.id}`, stageId, [one.id])])

  test('of a board without stages, without questions, without gaps', () => {
    expect(verdict(0, [])).toEqual({ kind: 'no-stages' })
    expect(verdict(2, [card('c', 's1', 'concern')])).toEqual({ kind: 'nothing-asked' })
    expect(verdict(2, answered(2, 's1'))).toEqual({ kind: 'all-answered' })
  })

  test('we go quiet late, or early', () => {
    const late = [...answered(3, 's1'), ...answered(3, 's2'), ...open(3, 's3')]
    expect(verdict(3, late)).toEqual({ kind: 'quiet-late', from: 3, to: 3, open: 3 })
    const early = [...open(3, 's1'), ...answered(3, 's3')]
    expect(verdict(3, early)).toEqual({ kind: 'quiet-early', to: 2, open: 3 })
  })

  test('else it names the stage with the most open questions', () => {
    const list = [...open(1, 's1'), ...open(2, 's2'), ...open(1, 's3')]
    expect(verdict(3, list)).toEqual({ kind: 'open', open: 4, stageId: 's2', openThere: 2 })
  })
})
