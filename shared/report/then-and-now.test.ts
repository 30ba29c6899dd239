import { describe, expect, test } from 'vitest'
import { type FormerFigures, formerFiguresOf } from '#shared/report/former-figures.ts'
import { thenAndNow } from '#shared/report/then-and-now.ts'
import { demoReport } from '#test/support/report-file.ts'

const none = { answered: 0, weak: 0, open: 0 }
const figures = (changes: Partial<FormerFigures>): FormerFigures => ({
  heldOn: '',
  customersAsked: 0,
  needs: [],
  options: [],
  coverage: none,
  stages: [],
  actions: [],
  confidence: [],
  promise: '',
  raised: {},
  ...changes,
})
const need = (
  customers: FormerFigures['needs'][number]['customers'],
  guess: FormerFigures['needs'][number]['guess'] = null,
  changes: Partial<FormerFigures['needs'][number]> = {},
) => ({ needId: 'n', title: 'N', guess, customers, ...changes })
const given = (mean: number, halfWidth: number | null, n = 10) => ({ mean, n, halfWidth })
const compared = (then: ReturnType<typeof need>, now: ReturnType<typeof need>) => {
  const [row] = thenAndNow(figures({ needs: [then] }), figures({ needs: [now] })).needs
  return row
}

describe('[R102] what may be said of a move', () => {
  test.each([
    ['ranges overlap', given(20, 6), given(31, 5), 'chance'],
    ['ranges touch', given(20, 6), given(31, 5.0001), 'chance'],
    ['ranges apart, upwards', given(20, 4), given(31, 5), 'up'],
    ['ranges apart, downwards', given(31, 5), given(20, 4), 'down'],
    ['apart, but a difference that does not matter', given(20, 1), given(23, 1), 'same'],
    ['no range on one side', given(20, null, 4), given(60, 2), 'few'],
    ['below three on one side', { mean: null, n: 2, halfWidth: null }, given(60, 2), 'few'],
    ['nobody was asked then', null, given(60, 2), 'unknown'],
    ['sealed now', given(60, 2), null, 'unknown'],
  ] as const)('customers: %s', (_, then, now, move) => {
    expect(compared(need(then), need(now))?.customers.move).toBe(move)
  })

  test.each([
    [26, 30.9, 'same'],
    [26, 31, 'up'],
    [26, 20, 'down'],
  ])('our guess: from %d to %d', (then, now, move) => {
    const row = compared(need(null, { mean: then, n: 9 }), need(null, { mean: now, n: 4 }))
    expect(row?.guess).toMatchObject({ move, before: { n: 9 }, now: { n: 4 } })
  })
})

test('needs are found by id, then by title; those of then only and of now only are told apart', () => {
  const row = (needId: string, title: string) => need(given(10, 1), null, { needId, title })
  const then = figures({ needs: [row('a', 'Old words'), row('b', 'Quick'), row('c', 'Gone')] })
  const now = figures({ needs: [row('x', ' quick '), row('a', 'New words'), row('y', 'New')] })
  expect(thenAndNow(then, now).needs.map(({ title, formerTitle, on }) => [title, formerTitle, on])).toEqual([
    ['New words', 'Old words', 'both'],
    [' quick ', 'Quick', 'both'],
    ['Gone', null, 'then'],
    ['New', null, 'now'],
  ])
})

test('actions say how they stood and how they stand; one that did not come over has no state now', () => {
  const action = (actionId: string, status: 'open' | 'done') => ({
    actionId,
    title: actionId,
    status,
    due: '',
  })
  const then = figures({ actions: [action('a', 'open'), action('b', 'open'), action('c', 'done')] })
  const now = figures({ actions: [action('a', 'done'), action('n', 'open')] })
  const { actions, newActions } = thenAndNow(then, now)
  expect(actions.map((one) => [one.key, one.before, one.now])).toEqual([
    ['a', 'open', 'done'],
    ['b', 'open', null],
    ['c', 'done', null],
  ])
  expect(newActions).toBe(1)
})

test('[U1] a total of fewer than five customers is not given', () => {
  const options = [4, 5].map((n) => ({
    optionId: `o${n}`,
    name: 'O',
    guess: null,
    customers: { mean: 6, n },
  }))
  const all = thenAndNow(figures({ options }), figures({ options })).options
  expect(all.map(({ customers }) => customers.now?.mean)).toEqual([null, 6])
})

test('a workshop beside itself has not moved', () => {
  const demo = formerFiguresOf(demoReport())
  const { needs, options } = thenAndNow(demo, demo)
  expect(needs.length).toBeGreaterThan(5)
  for (const { guess, customers } of [...needs, ...options])
    for (const { move } of [guess, customers]) expect(['same', 'chance', 'few', 'unknown']).toContain(move)
})
