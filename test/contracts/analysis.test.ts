/** Every figure of the analysis: of the sample workshop as the method prints it, and of a workshop made from other ballots. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { addNeed, addOption } from '#shared/board/scene-edits.ts'
import { options } from '#shared/board/schema.ts'
import { readRows } from '#shared/document/collection.ts'
import { editBoard, type Person, startTestServer, type TestServer } from '#test/support/server.ts'

interface Round {
  readonly number: number
  readonly [key: string]: unknown
  readonly perNeed: readonly Record<string, number | null>[]
  readonly cells: readonly Record<string, unknown>[]
  readonly scores: readonly Record<string, unknown>[]
  readonly leads: readonly Record<string, unknown>[]
  readonly byFunction: readonly Record<string, unknown>[]
  readonly disagreement: Record<string, unknown>
}
interface Analysis {
  readonly weights: { readonly rounds: readonly Round[] }
  readonly marks: {
    readonly rounds: readonly Round[]
    readonly filledWithoutAsking: number | null
    readonly why: string | null
  }
  readonly drift: Record<string, unknown>
  readonly confidence: { readonly rounds: readonly unknown[] }
}

let server: TestServer
beforeAll(async () => {
  server = await startTestServer()
})
afterAll(() => server.stop())

const analysisOf = async (person: Person) => (await person.ask('analysis')) as unknown as Analysis
const close = (found: readonly unknown[], stated: readonly number[]) => {
  expect(found).toHaveLength(stated.length)
  for (const [index, value] of stated.entries())
    expect(Math.abs(Number(found[index] ?? Number.NaN) - value)).toBeLessThan(0.01)
}

describe('the sample workshop (method C1 to C5)', () => {
  let analysis: Analysis
  let fay: Person
  beforeAll(async () => {
    fay = server.newPerson()
    await fay.open({ from: 'demo' })
    analysis = await analysisOf(fay)
  })

  test('weights of both rounds', () => {
    const [first, second] = analysis.weights.rounds
    close(first?.perNeed.map(({ mean }) => mean) ?? [], [27.78, 12.22, 8.89, 17.78, 18.89, 14.44])
    close(first?.perNeed.map(({ sd }) => sd) ?? [], [6.67, 4.41, 5.46, 13.25, 10.24, 13.1])
    close(
      ['overall', 'within', 'between', 'split'].map((key) => first?.disagreement[key]),
      [28.33, 15, 31, 16],
    )
    close([second?.disagreement.overall], [19.44])
    close([first?.kendallW, second?.kendallW], [0.37, 0.663])
    expect(first).toMatchObject({ n: 9, abstained: 1, why: null })
  })

  test('marks: cells, unknowns, alpha, scores with the weights of the same round', () => {
    const [first, second] = analysis.marks.rounds
    expect([first?.unknownCells, second?.unknownCells, second?.cellsInAll]).toEqual([46, 21, 240])
    close([first?.krippendorffAlpha, second?.krippendorffAlpha], [0.808, 0.938])
    close(second?.scores.map(({ score }) => score) ?? [], [6.98, 5.78, 6.42, 4.41])
    expect(first?.cells[0]).toMatchObject({ n: 10, mean: 7.6, min: 5, max: 9, withinOne: 0.8 })
    expect(second?.leads).toHaveLength(3)
    expect(second?.leads[1]).toMatchObject({ why: null, flip: { points: expect.any(Number) } })
    expect(analysis.marks).toMatchObject({ filledWithoutAsking: 25, why: null })
  })

  test('[R028] how sure the room was at the close', () => {
    expect(analysis.confidence.rounds).toMatchObject([
      { number: 1, informed: true, n: 10, mean: 2.9, counts: [0, 2, 7, 1, 0] },
    ])
  })

  test('how the talk moved the room', () => {
    const { drift } = analysis
    close(
      ['disagreementBefore', 'disagreementAfter', 'toGroup', 'toSenior'].map((key) => drift[key]),
      [28.33, 19.31, -0.06, 0.41],
    )
    close(
      ['convergence', 'confidenceBefore', 'confidenceAfter'].map((key) => drift[key]),
      [0.32, 3.33, 4],
    )
    expect(Math.abs(Number(drift.othersMovedMean) - 15.6)).toBeLessThan(0.05)
    expect(drift).toMatchObject({ n: 9, words: 'strong', alliesOfSenior: 0, seniorMoved: 0, returned: 1 })
  })

  test('[S1] no figure names a seat', async () => {
    const people = (await fay.ask('exportJson')) as { workshop?: { record: { seats: { id: string }[] } } }
    const ids = people.workshop?.record.seats.map(({ id }) => id) ?? []
    expect(ids.length).toBeGreaterThan(10)
    for (const id of ids) expect(JSON.stringify(analysis)).not.toContain(id)
  })
})

/** A room of people with these functions, and what is on its board. */
async function room(functions: readonly string[], needCount: number) {
  const fay = server.newPerson()
  const { joinCode } = await fay.open()
  const people: Person[] = []
  for (const [index, functionName] of functions.entries()) {
    const person = server.newPerson()
    await person.join({ code: joinCode, name: `P${index}`, functionName })
    people.push(person)
  }
  const needs: string[] = []
  for (let i = 0; i < needCount; i++)
    needs.push(await editBoard(server, fay.workshopId, addNeed, { short: `Need ${i}` }))
  const hold = async (kind: string, columns: string[], ballots: readonly (object | null)[]) => {
    const { roundId } = await fay.ask('openRound', {
      body: { kind, subjects: needs, columns, anonymity: 'by_function' },
    })
    const params = { roundId }
    for (const [index, ballot] of ballots.entries())
      if (ballot) await people[index]?.ask('putBallot', { params, body: { ...ballot, sealed: true } })
    await fay.ask('revealRound', { params, body: {} })
    return roundId
  }
  const points = (list: readonly number[], more: object = {}) => ({
    points: Object.fromEntries(needs.map((id, index) => [id, list[index] ?? 0])),
    unsure: [],
    confidence: 3,
    abstained: false,
    reason: '',
    ...more,
  })
  return { fay, people, needs, hold, points }
}

describe('a workshop made from other ballots', () => {
  test('three needs: an abstention, an unsure need, a function of one', async () => {
    const { fay, needs, hold, points } = await room(['A', 'A', 'A', 'B', 'B'], 3)
    await hold(
      'weights',
      [],
      [
        points([50, 30, 20], { unsure: [needs[0]] }),
        points([40, 40, 20]),
        points([60, 20, 20]),
        points([10, 0, 90]),
        points([0, 0, 0], { abstained: true }),
      ],
    )
    const [round] = (await analysisOf(fay)).weights.rounds
    expect(round).toMatchObject({ n: 4, abstained: 1, functionBalanced: null, why: 'function-too-small' })
    expect(round?.perNeed).toMatchObject([
      { mean: 40, shown: 40, median: 45, min: 10, max: 60, unsure: 1 },
      { mean: 22.5, unsure: 0 },
      { mean: 37.5 },
    ])
    expect(round?.byFunction).toMatchObject([{ function: 'A + B', n: 4, show: 'merged' }])
    expect(round?.disagreement).toMatchObject({ pairs: 6, within: null, why: 'function-too-small' })
  })

  test('seven needs and ties: all equal points agree fully and have no order', async () => {
    const { fay, hold, points } = await room(['A', 'A', 'A'], 7)
    const equal = [15, 15, 14, 14, 14, 14, 14]
    await hold('weights', [], [points(equal), points(equal), points(equal)])
    const [round] = (await analysisOf(fay)).weights.rounds
    expect(round?.perNeed.map(({ shown }) => shown)).toEqual(equal)
    expect(round?.disagreement).toMatchObject({ overall: 0, within: 0, between: null, why: 'no-such-pair' })
    expect(round?.kendallW).toBeCloseTo(1, 12)
  })

  test('marks with empty cells: no score below 70 % cover; scores wait for weights; the talk of two rounds', async () => {
    const { fay, people, needs, hold, points } = await room(['A', 'A', 'A', 'A', 'A'], 3)
    const board = await server.running.service.documents.read(fay.workshopId, 'board')
    const us = (board && readRows(board, options).find(({ kind }) => kind === 'us')?.id) ?? ''
    const rival = await editBoard(server, fay.workshopId, addOption, { name: 'Rival', kind: 'competitor' })
    const grid = (mine: readonly (number | null)[], theirs: readonly (number | null)[]) => ({
      marks: {
        [us]: Object.fromEntries(needs.map((id, index) => [id, mine[index] ?? null])),
        [rival]: Object.fromEntries(needs.map((id, index) => [id, theirs[index] ?? null])),
      },
      abstained: false,
      reason: '',
    })
    const grids = [1, 2, 3, 4, 5].map((i) => grid([8, 6, 4], [6, i < 3 ? 6 : null, i < 3 ? 5 : null]))
    await hold('marks', [us, rival], grids)
    const before = (await analysisOf(fay)).marks.rounds[0]
    expect(before?.scores).toMatchObject([{ score: null, why: 'no-weights' }, { score: null }])
    const firsts = [
      [80, 10, 10],
      [10, 60, 30],
      [20, 20, 60],
      [0, 50, 50],
      [30, 30, 40],
    ]
    await hold(
      'weights',
      [],
      firsts.map((list) => points(list)),
    )
    const { marks, drift } = await analysisOf(fay)
    expect(marks.rounds[0]).toMatchObject({ unknownCells: 6, cellsInAll: 30 })
    expect(marks.rounds[0]?.scores[0]).toMatchObject({ score: (8 * 28 + 6 * 34 + 4 * 38) / 100, cover: 1 })
    expect(marks.rounds[0]?.scores[1]).toMatchObject({ score: null, cover: 0.28, why: 'too-few-marks' })
    expect(marks.rounds[0]?.leads).toMatchObject([{ overOptionId: rival, lead: null, why: 'too-few-marks' }])
    expect(marks.why).toBe('needs-two-rounds')
    expect(drift).toEqual({ n: null, why: 'needs-two-rounds' })

    const full = [1, 2, 3, 4, 5].map(() => grid([8, 6, 4], [6, 6, null]))
    await hold('marks', [us, rival], full)
    await fay.ask('changeSeat', { params: { seatId: people[0]?.seatId ?? '' }, body: { seniority: 5 } })
    const towards = (list: readonly number[]) =>
      list.map((from, need) => from + 0.5 * ((firsts[0]?.[need] ?? 0) - from))
    const second = await hold(
      'weights',
      [],
      firsts.map((list) => points(towards(list))),
    )
    const after = await analysisOf(fay)
    expect(after.marks).toMatchObject({ filledWithoutAsking: 1, why: null })
    expect(after.drift).toMatchObject({ n: 5, toSenior: 0.5, toGroup: 0, words: 'strong', seniorMoved: 0 })
    const member = people[1]
    if (!member) throw new Error('nobody')
    expect((await analysisOf(member)).drift).toEqual({ sealed: true })
    await fay.ask('shareDrift', { params: { roundId: second }, body: {} })
    expect((await analysisOf(member)).drift).toEqual(after.drift)
  })
})
