import { describe, expect, test } from 'vitest'
import { cards, findings, needNotes, needs, promiseDrafts, promiseReactions } from '#shared/board/schema.ts'
import { type Collection, type RowOf, readRow, readRows, readSingle } from '#shared/document/collection.ts'
import { rowsOf } from '#shared/exchange/file.ts'
import { interviews, quotes } from '#shared/interviews/schema.ts'
import { agenda, envelope, rounds } from '#shared/record/schema.ts'
import { type ResultOf, type RoundKindName, readResult } from '#shared/rounds/kinds.ts'
import { kendallW } from '#shared/statistics/agreement.ts'
import { disagreement } from '#shared/statistics/disagreement.ts'
import { pointDistance } from '#shared/statistics/distance.ts'
import { meanPoints } from '#shared/statistics/functions.ts'
import { largestRemainder } from '#shared/statistics/rounding.ts'
import { talkFirstAfterReveal } from '#shared/statistics/talk-first.ts'
import { demoFile, imported } from '#test/support/demo-file.ts'

const demo = demoFile()
const { docs, idMap, history } = imported(demo)
const { board, record } = docs

const idOf = (old: string): string => idMap.get(old) ?? ''
const needIds = ['n1', 'n2', 'n3', 'n4', 'n5', 'n6'].map(idOf)

function row<C extends Collection>(doc: (typeof docs)['board'], of: C, old: string): RowOf<C> {
  const found = readRow(doc, of, idOf(old))
  if (!found) throw new Error(`no ${old}`)
  return found
}

function result<N extends RoundKindName>(kind: N, round: string): ResultOf<N> {
  const read = readResult(kind, row(record, rounds, round).result)
  if (!read) throw new Error(`no result of ${round}`)
  return read
}

const cardsOf = (lane: string) => readRows(board, cards).filter((card) => card.place.lane === lane)

describe('the demo holds everything of the sample workshop', () => {
  test.each([
    ['board', 'functions', 4],
    ['board', 'options', 4],
    ['board', 'needs', 7],
    ['board', 'needNotes', 22],
    ['board', 'stages', 8],
    ['board', 'knowledgeGaps', 5],
    ['board', 'guideQuestions', 14],
    ['board', 'guideChanges', 1],
    ['board', 'findings', 10],
    ['board', 'promiseDrafts', 3],
    ['board', 'promiseReactions', 3],
    ['board', 'actions', 10],
    ['board', 'actionChanges', 2],
    ['board', 'parkingLot', 3],
    ['record', 'seats', 14],
    ['record', 'rounds', 9],
    ['record', 'decisions', 5],
    ['interviews', 'interviews', 10],
    ['interviews', 'answers', 122],
    ['interviews', 'quotes', 36],
    ['interviews', 'themes', 25],
    ['interviews', 'erasures', 1],
  ] as const)('%s: %s, %i of them, all read without a fault', (kind, name, count) => {
    expect(rowsOf(demo.workshop[kind], name)).toHaveLength(count)
    expect(docs[kind].getMap(name).size).toBe(count)
  })

  test('27 questions, 13 foreseen and 24 raised; 18 answers; 11 doubts; tools and what draws the buyer on', () => {
    const questions = cardsOf('question')
    expect(questions).toHaveLength(27)
    expect(questions.filter(({ foreseenByTeam }) => foreseenByTeam)).toHaveLength(13)
    expect(questions.filter(({ raisedBy }) => raisedBy.length > 0)).toHaveLength(24)
    expect(questions.flatMap(({ raisedBy }) => raisedBy)).toHaveLength(76)
    expect(cardsOf('answer')).toHaveLength(18)
    expect(cardsOf('skepticism')).toHaveLength(11)
    expect(cardsOf('tool')).toHaveLength(16)
    expect(cardsOf('desire').length * cardsOf('concern').length * cardsOf('action').length).toBeGreaterThan(0)
  })

  test('every answer settles a question of its own stage, every tool delivers an answer', () => {
    const all = new Map(readRows(board, cards).map((card) => [card.id, card]))
    for (const [from, to] of [
      ['answer', 'question'],
      ['tool', 'answer'],
    ] as const) {
      for (const card of cardsOf(from)) {
        expect(card.settles.length).toBeGreaterThan(0)
        for (const id of card.settles) {
          expect(all.get(id)?.place).toMatchObject({ lane: to, stageId: card.place.stageId })
        }
      }
    }
  })

  test('every question, doubt and finding that customers raised leads to interviews that are there', () => {
    const known = new Set(readRows(docs.interviews, interviews).map(({ id }) => id))
    const named = [
      ...readRows(board, cards).flatMap(({ raisedBy }) => raisedBy),
      ...readRows(board, findings).flatMap(({ interviewIds }) => interviewIds),
    ]
    expect(named.length).toBeGreaterThan(100)
    for (const id of named) expect(known.has(id)).toBe(true)
  })

  test('quotes name the needs they are about, and every need they name is there', () => {
    const known = new Set(readRows(board, needs).map(({ id }) => id))
    const named = readRows(docs.interviews, quotes).flatMap((quote) => quote.needIds)
    for (const id of named) expect(known.has(id)).toBe(true)
    const count = (old: string) => named.filter((id) => id === idOf(old)).length
    expect(['n1', 'n2', 'n3', 'n4', 'n5', 'n6', 'n7'].map(count)).toEqual([7, 10, 0, 5, 6, 3, 1])
  })

  test('words tied to a card are of customers who raised it; the loudest questions and doubts have some', () => {
    const interviewOf = new Map(readRows(docs.interviews, quotes).map((one) => [one.id, one.interviewId]))
    const raised = readRows(board, cards).filter((card) => card.raisedBy.length > 0)
    for (const { text, raisedBy, quoteIds } of readRows(board, cards)) {
      for (const id of quoteIds) expect(raisedBy, text).toContain(interviewOf.get(id))
    }
    const tied = raised.flatMap(({ quoteIds }) => quoteIds)
    expect([tied.length, new Set(tied).size]).toEqual([41, 26])
    const loud = raised.filter(({ raisedBy }) => raisedBy.length >= 4)
    expect(loud).toHaveLength(10)
    for (const { text, quoteIds } of loud) expect(quoteIds.length, text).toBeGreaterThan(0)
    for (const old of ['q17', 'q18', 'q24', 'q25']) {
      const people = new Set(row(board, cards, old).quoteIds.map((id) => interviewOf.get(id)))
      expect(people.size, old).toBeGreaterThan(1)
    }
  })

  test('it stands at the roadmap, with the envelope open and the category chosen', () => {
    expect(readSingle(record, agenda).activity).toBe('roadmap')
    expect(readSingle(record, envelope)).toMatchObject({ interviewCount: 10, overrideReason: '' })
    expect(readSingle(record, envelope).openedAt).toBeGreaterThan(
      row(record, rounds, 'rm2').revealedAt ?? Number.POSITIVE_INFINITY,
    )
  })

  test('notes, promises and history keep what happened to them', () => {
    expect(row(board, needNotes, 'nn06')).toMatchObject({
      text: 'Price',
      functionName: 'Sales',
      mergedInto: idOf('n4'),
    })
    expect(row(board, promiseDrafts, 'pm2')).toMatchObject({ status: 'superseded' })
    expect(row(board, promiseReactions, 'pr1')).toMatchObject({
      draftId: idOf('pm2'),
      interviewId: idOf('i03'),
    })
    expect(history).toHaveLength(14)
    expect(history.at(-1)).toMatchObject({
      collection: 'actions',
      recordId: idOf('ac01'),
      from: '2026-06-30',
      to: '2026-08-31',
      seatId: idOf('p09'),
    })
    expect(history[4]).toMatchObject({ to: [{ optionId: idOf('us'), marks: { [idOf('n4')]: 2 } }] })
  })

  test('customers gave what they gave: nine points, one declined; a recording erased on request', () => {
    const all = readRows(docs.interviews, interviews)
    expect(all.filter(({ weights }) => weights.status === 'given')).toHaveLength(9)
    expect(row(docs.interviews, interviews, 'i10').weights).toMatchObject({
      status: 'declined',
      reason: 'Did not want to put numbers on it',
    })
    expect(row(docs.interviews, interviews, 'i08').consent).toMatchObject({ withdrawnScope: ['recording'] })
    expect(
      row(docs.interviews, interviews, 'i09').marks.find(({ optionId }) => optionId === idOf('us'))?.marks[
        idOf('n4')
      ],
    ).toBeNull()
    const count = (old: string) =>
      all.filter(({ marks }) => marks.some(({ optionId }) => optionId === idOf(old))).length
    expect(['us', 'c3', 'c1', 'c2'].map(count)).toEqual([10, 7, 5, 4])
  })

  test('rounds of kinds that come later keep their results: dots, support, truth, category', () => {
    expect(row(record, rounds, 'rd1').result).toMatchObject({
      n: 10,
      perSubject: expect.arrayContaining([{ subjectId: idOf('f01'), dots: 10 }]),
    })
    expect(row(record, rounds, 'rc1').result).toEqual({
      n: 10,
      counts: { light: 0, medium: 0, heavy: 6, intense: 4 },
    })
    expect(row(record, rounds, 'rs1').result).toMatchObject({
      perSubject: expect.arrayContaining([expect.objectContaining({ subjectId: idOf('pm3'), mean: 4.5 })]),
    })
    expect(row(record, rounds, 'rt1').result).toMatchObject({
      perSubject: expect.arrayContaining([{ subjectId: idOf('pm2'), yes: 0, partly: 1, no: 2 }]),
    })
  })
})

describe('the demo yields the figures of the method (C1, C2)', () => {
  const first = result('weights', 'rw1')
  const second = result('weights', 'rw2')
  const values = (of: typeof first, key: 'mean' | 'sd' | 'shown') =>
    needIds.map((id) => of.perNeed.find(({ needId }) => needId === id)?.[key] ?? Number.NaN)
  const close = (found: readonly number[], stated: readonly number[]) => {
    expect(found).toHaveLength(stated.length)
    for (const [index, value] of stated.entries())
      expect(Math.abs((found[index] ?? Number.NaN) - value)).toBeLessThan(0.0051)
  }

  test('means of round 1, shown as whole points; nine ballots, one abstention', () => {
    close(values(first, 'mean'), [27.78, 12.22, 8.89, 17.78, 18.89, 14.44])
    expect(values(first, 'shown')).toEqual([28, 12, 9, 18, 19, 14])
    expect(first).toMatchObject({ n: 9, abstained: 1 })
    expect(first.reasons).toEqual([
      'I have been here for four months. I have never heard a customer say it, so I do not know.',
    ])
    close(
      (first.functionBalanced ?? []).map(({ mean }) => mean),
      [28.125, 12.5, 9.375, 18.125, 19.58, 12.29],
    )
  })

  test('disagreement in all, within and between functions, need by need', () => {
    close(
      [
        first.disagreement.overall,
        first.disagreement.within,
        first.disagreement.between,
        first.disagreement.split,
      ].map(Number),
      [28.33, 15, 31, 16],
    )
    close([Number(second.disagreement.overall)], [19.44])
    expect([first.disagreement.pairs, second.disagreement.pairs]).toEqual([36, 45])
    close(values(first, 'sd'), [6.67, 4.41, 5.46, 13.25, 10.24, 13.1])
    close([Number(first.kendallW), Number(second.kendallW)], [0.37, 0.663])
  })

  test('each function tilts to its own trade', () => {
    const tilt = (name: string, need: string) =>
      first.byFunction
        .find((group) => group.function === name)
        ?.perNeed.find(({ needId }) => needId === idOf(need))?.tilt ?? Number.NaN
    close(
      [
        tilt('Marketing', 'n6'),
        tilt('Sales', 'n4'),
        tilt('Customer service', 'n5'),
        tilt('Product and installation', 'n3'),
      ],
      [25.83, 25.36, 20.71, 11.07],
    )
    expect(first.byFunction.map(({ n, show }) => `${n} ${show}`)).toEqual([
      '2 figures',
      '3 figures',
      '2 figures',
      '2 figures',
    ])
  })

  test('what to talk about first', () => {
    const [one, two, three] = first.talkFirst
    expect([one, two, three].map((topic) => topic?.needId)).toEqual(['n4', 'n5', 'n6'].map(idOf))
    expect([one, two, three].map((topic) => topic?.value.toFixed(1))).toEqual(['235.6', '193.4', '189.2'])
  })

  test("the customers' points, their order of topics and how far the talk took the team away", () => {
    const given = readRows(docs.interviews, interviews)
      .filter(({ weights }) => weights.status === 'given')
      .map(({ weights }) => ({ functionName: '', points: needIds.map((id) => weights.points[id] ?? 0) }))
    const means = meanPoints(given) ?? []
    close(means, [22.22, 26.11, 9.44, 13.89, 21.11, 7.22])
    expect(largestRemainder(means)).toEqual([22, 26, 10, 14, 21, 7])
    close([Number(kendallW(given.map(({ points }) => points)))], [0.505])
    expect(disagreement(given).pairs).toBe(36)
    const guess = values(second, 'mean')
    close([pointDistance(values(first, 'mean'), means), pointDistance(guess, means)], [16.67, 25.17])
    expect(
      talkFirstAfterReveal(guess, means)
        .slice(0, 3)
        .map(({ need, value }) => `${need + 1} ${value.toFixed(1)}`),
    ).toEqual(['2 420.7', '4 258.5', '5 139.6'])
  })

  test('marks: unknowns, agreement, one cell, ranges', () => {
    const one = result('marks', 'rm1')
    const two = result('marks', 'rm2')
    expect([one.unknownCells, two.unknownCells, one.cellsInAll]).toEqual([46, 21, 240])
    expect([one.krippendorffAlpha?.toFixed(3), two.krippendorffAlpha?.toFixed(3)]).toEqual(['0.808', '0.938'])
    const cell = (option: string, need: string) =>
      one.cells.find(({ optionId, needId }) => optionId === idOf(option) && needId === idOf(need))
    expect(cell('us', 'n1')).toMatchObject({ n: 10, mean: 7.6, min: 5, max: 9, median: 8, withinOne: 0.8 })
    expect(cell('c2', 'n5')?.withinOne?.toFixed(2)).toBe('0.63')
    expect(one.ranges.flatMap(({ ranges }) => ranges)).toHaveLength(55)
  })
})
