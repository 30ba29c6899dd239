import { describe, expect, test } from 'vitest'
import { readRows } from '#shared/document/collection.ts'
import { rounds } from '#shared/record/schema.ts'
import { readResult } from '#shared/rounds/kinds.ts'
import { unknowns } from '#shared/rounds/unknowns.ts'
import { demoFile, imported } from '#test/support/demo-file.ts'
import { demoNeeds, demoResult, resultOf } from '#test/support/demo-weights.ts'

const nothing = { weights: null, marks: null, needs: [], stages: [] }
const titles = (list: ReturnType<typeof unknowns>) =>
  list.map((one) => `${one.reason} ${'title' in one ? one.title : one.subject} ${one.count}`)

describe('from weights', () => {
  test('[method D6] spreads over 25 points, needs most marked unsure, abstentions with their reasons', () => {
    const found = unknowns({ ...nothing, weights: demoResult() })
    expect(titles(found)).toEqual([
      'spread Whole yearly cost known before we sign 40',
      'spread A supplier proven in our trade 30',
      'unsure Whole yearly cost known before we sign 3',
      'unsure Installed without stopping work 2',
      'abstained weights 1',
    ])
    expect(found[0]).toMatchObject({ min: 10, max: 50, pair: [{ label: 'Sales' }, {}] })
    expect(found.at(-1)).toMatchObject({ of: 10, reasons: ['I have never heard a customer say it.'] })
  })

  test('25 points apart are not yet a row, 26 are', () => {
    const apart = (points: number) =>
      titles(
        unknowns({
          ...nothing,
          weights: resultOf(
            [
              [50, 50],
              [50 + points, 50 - points],
            ].map((one) => [...one, 0, 0, 0, 0]),
          ),
        }),
      )
    expect(apart(25)).toEqual([])
    expect(apart(26)).toEqual(['spread Alarms I can trust 26', 'spread Audit without a week of paperwork 26'])
  })

  test('[S1] functions too small for figures of their own are named together or not at all', () => {
    const pairFrom = (minFunctionSize: number) =>
      unknowns({ ...nothing, weights: demoResult('anonymous', minFunctionSize) })[0]
    expect(pairFrom(3)).toMatchObject({
      reason: 'spread',
      pair: [{ label: 'Marketing + Sales' }, { label: 'Customer service + Product and installation' }],
    })
    expect(pairFrom(6)).toMatchObject({ reason: 'spread', pair: null })
  })
})

describe('from marks of the sample workshop', () => {
  const { docs, idMap } = imported(demoFile())
  const round = readRows(docs.record, rounds).find(({ kind, number }) => kind === 'marks' && number === 1)
  const result = readResult('marks', round?.result)
  const marks = result && { result, needs: round?.subjects ?? [], options: round?.columns ?? [] }

  test('cells with three or more "?", one row a need, the emptiest first', () => {
    const found = unknowns({ ...nothing, marks })
    const rows = found.filter((one) => one.reason === 'cells')
    expect(rows.length).toBeGreaterThan(0)
    for (const row of rows) {
      expect(row.count).toBe(row.options[0]?.unknown)
      for (const { unknown, of } of row.options) {
        expect(unknown).toBeGreaterThanOrEqual(3)
        expect(of).toBe(10)
      }
    }
    expect(rows.map(({ count }) => count)).toEqual(rows.map(({ count }) => count).sort((a, b) => b - a))
    const shown = rows.flatMap(({ options }) => options).length
    expect(shown).toBe(result?.cells.filter(({ unknown }) => unknown >= 3).length)
    expect(idMap.size).toBeGreaterThan(0)
  })
})

test('[R042] in a room of two, a cell or a need that half of them cannot say is a hole', () => {
  const cell = (optionId: string, n: number, unknown: number) => ({ needId: 'n1', optionId, n, unknown })
  const marks = {
    result: { n: 2, abstained: 0, reasons: [], cells: [cell('us', 2, 0), cell('a', 1, 1), cell('b', 0, 2)] },
    needs: [{ id: 'n1', title: 'Alarms' }],
    options: ['us', 'a', 'b'].map((id) => ({ id, title: id })),
  }
  const found = unknowns({ ...nothing, marks: marks as never })
  expect(titles(found)).toEqual(['cells Alarms 2'])
  expect(found[0]).toMatchObject({
    options: [
      { title: 'b', unknown: 2, of: 2 },
      { title: 'a', unknown: 1, of: 2 },
    ],
  })
  const perNeed = ['n1', 'n2'].map((needId, at) => ({ needId, title: needId, min: 50, max: 50, unsure: at }))
  const weights = { n: 2, abstained: 0, reasons: [], byFunction: [], perNeed }
  expect(titles(unknowns({ ...nothing, weights: weights as never }))).toEqual(['unsure n2 1'])
})

test('a kind of need nobody wrote is said once every need has a kind', () => {
  const kinds = (...needs: ('product' | 'buying_process' | 'service_after_sale' | null)[]) =>
    titles(unknowns({ ...nothing, needs: needs.map((kind) => ({ kind })) }))
  expect(kinds('product', 'buying_process')).toEqual(['kind service_after_sale 0'])
  expect(kinds('product', null)).toEqual([])
  expect(kinds()).toEqual([])
})

test('later stages of which no customer said anything, in the order of the roadmap', () => {
  const stage = (id: string, phase: 'early' | 'middle' | 'late' | 'after', said = 0) => ({
    id,
    name: id,
    phase,
    said,
  })
  const stages = [
    stage('look', 'early'),
    stage('sign', 'late'),
    stage('fit', 'late', 2),
    stage('live', 'after'),
  ]
  expect(titles(unknowns({ ...nothing, stages }))).toEqual(['stage sign 0', 'stage live 0'])
})

test('nothing revealed and nothing written is no list at all', () => {
  expect(unknowns({ ...nothing, needs: demoNeeds.map(() => ({ kind: null })) })).toEqual([])
})
