import { describe, expect, test } from 'vitest'
import { type Need, needs } from '#shared/board/schema.ts'
import { readRows } from '#shared/document/collection.ts'
import { interviews } from '#shared/interviews/schema.ts'
import { guessesOf } from '#shared/reality/reality.ts'
import { secondLook } from '#shared/reality/second-look.ts'
import { isBeyond, needsOfSecondLook, theirPoints } from '#shared/reality/theirs.ts'
import { rounds } from '#shared/record/schema.ts'
import { readResult } from '#shared/rounds/kinds.ts'
import { weights } from '#shared/rounds/weights.ts'
import { demoFile, imported } from '#test/support/demo-file.ts'

const { docs } = imported(demoFile())
const calls = readRows(docs.interviews, interviews)
const board = readRows(docs.board, needs)
const listed = board.filter(({ status }) => status === 'active')
const byTitle = (start: string): Need =>
  listed.concat(board).find(({ short }) => short.startsWith(start)) as Need
const guess = readResult(
  'weights',
  guessesOf(readRows(docs.record, rounds), 'weights').at(-1)?.result ?? null,
)
if (!guess) throw new Error('The demo has no guess.')
const ids = needsOfSecondLook(listed, board, calls)

/** Everyone gives these points, by the beginning of a need's title. */
function looked(
  lists: readonly { readonly functionName: string; readonly points: Readonly<Record<string, number>> }[],
) {
  const subjects = ids.map((id) => ({ id, title: board.find((need) => need.id === id)?.short ?? '' }))
  return weights.tally(
    lists.map(({ functionName, points }, index) => ({
      seatId: `s${index}`,
      functionName,
      ballot: {
        points: Object.fromEntries(
          Object.entries(points).map(([start, value]) => [byTitle(start).id, value]),
        ),
        unsure: [],
        confidence: 4,
        abstained: false,
        reason: '',
      },
    })),
    { subjects, columns: [] },
    { anonymity: 'by_function', minFunctionSize: 2, shuffle: (values) => [...values] },
  )
}
const near = { Audit: 26, Alarms: 22, 'A person': 21, Whole: 14, Installed: 10, 'A supplier': 7 }
const stubborn = { Audit: 20, Alarms: 20, 'A person': 20, Whole: 30, Installed: 5, 'Shift staff': 5 }
const of = (functionName: string, points: Readonly<Record<string, number>>) => ({ functionName, points })

describe('the second look after the answers', () => {
  const look = secondLook(
    guess,
    looked([of('Sales', stubborn), of('Sales', stubborn), of('Marketing', near), of('Marketing', near)]),
    calls,
  )
  const row = (start: string) => look.rows.find(({ title }) => title.startsWith(start))

  test('[design 6.11] the overlooked need is on the ballot, after those of the list', () => {
    expect(ids).toHaveLength(7)
    expect(ids.at(-1)).toBe(byTitle('Shift staff').id)
    expect(row('Shift staff')).toMatchObject({
      before: null,
      theirs: { mean: null, shown: null, values: [] },
    })
    expect(row('Shift staff')?.after?.mean).toBe(2.5)
  })

  test('how much of 100 points lies where customers put theirs: of the guess as of the second look', () => {
    expect(look.n).toBe(9)
    expect(look.landed?.before).toBeCloseTo(74.83, 2)
    expect(look.landed?.after).toBeGreaterThan(88)
    expect(look.byFunction.map(({ name }) => name)).toEqual(['Marketing', 'Sales'])
    const [marketing, sales] = look.byFunction
    expect(marketing?.after).toBeGreaterThan(97)
    expect(sales?.after).toBeLessThan(marketing?.after ?? 0)
  })

  test('needs stand in the customers’ order, those without their points last, and whole points add up', () => {
    expect(look.rows.map(({ title }) => title.split(' ')[0])).toEqual([
      'Audit',
      'Alarms',
      'A',
      'Whole',
      'Installed',
      'A',
      'Shift',
    ])
    expect(look.rows.map(({ theirs }) => theirs.shown)).toEqual([26, 22, 21, 14, 10, 7, null])
  })

  test('still holding on: beyond the customers’ band, and the function furthest out', () => {
    expect(look.holding.map(({ row: { title }, furthest }) => [title.slice(0, 9), furthest])).toEqual([
      ['A supplie', { name: 'Sales', mean: 0 }],
    ])
    const all = secondLook(guess, looked([of('Sales', stubborn), of('Sales', stubborn)]), calls)
    expect(all.holding[0]).toMatchObject({
      row: { title: 'Whole yearly cost known before we sign' },
      furthest: null,
    })
  })

  test('[C12] of four customers nothing is said: no band, no figure of how near, nobody holds on', () => {
    const few = secondLook(guess, looked([of('Sales', stubborn)]), calls.slice(0, 4))
    expect(few).toMatchObject({ n: 4, landed: null, byFunction: [], holding: [] })
    expect(few.rows.every(({ theirs }) => theirs.shown === null && theirs.half === null)).toBe(true)
  })
})

test('[C12] customers behind a ballot: a mean from three on, a band from five on, never a zero where nobody was asked', () => {
  const id = byTitle('Alarms').id
  const at = (n: number) => theirPoints([id], [id], calls.slice(0, n)).get(id)
  expect([at(2)?.mean, at(3)?.half]).toEqual([null, null])
  expect(at(3)?.mean).not.toBeNull()
  expect(at(5)?.half).not.toBeNull()
  const [{ mean, half } = { mean: 0, half: 0 }] = [at(9)]
  const theirs = { mean, half, shown: null, values: [] }
  expect([isBeyond((mean ?? 0) + (half ?? 0) + 1, theirs), isBeyond(mean ?? 0, theirs)]).toEqual([
    true,
    false,
  ])
  const missing = byTitle('Shift staff').id
  expect(theirPoints([missing], [], calls).get(missing)).toEqual({
    mean: null,
    shown: null,
    half: null,
    values: [],
  })
})
