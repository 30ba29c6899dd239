import { expect, test } from 'vitest'
import { attentionOf } from '#client/features/home/attention.ts'
import { byProduct } from '#client/features/home/by-product.ts'
import { isSameCompany, namesProduct } from '#client/lib/same-product.ts'
import { planSeen } from '#client/session/remember-standing.ts'
import type { KnownWorkshop, PlanSeen } from '#client/session/workshops.ts'

const DAY_MS = 86_400_000
const now = Date.parse('2026-11-22T10:00:00Z')
const dayOf = (at: number) => new Date(at).toISOString().slice(0, 10)
const plan = (changes: Partial<PlanSeen> = {}): PlanSeen => ({
  open: 2,
  dues: [],
  ownerless: 0,
  promisedFrom: null,
  ...changes,
})
const known = (workshopId: string, changes: Partial<KnownWorkshop> = {}): KnownWorkshop => ({
  workshopId,
  title: workshopId,
  company: '',
  product: '',
  segment: '',
  openedAt: now,
  stood: null,
  plan: null,
  view: null,
  ...changes,
})

test('[AC-6a] overdue is reckoned from days, so it is right on a later day without a line', () => {
  const seen = known('a', { plan: plan({ dues: ['2026-11-20', '2026-11-22', '2026-12-01'], ownerless: 3 }) })
  expect(attentionOf(seen, now, dayOf)).toMatchObject({ overdue: 1, ownerless: 3 })
  expect(attentionOf(seen, now + 20 * DAY_MS, dayOf).overdue).toBe(3)
})

test.each([
  ['before the first look', 29, 0, null],
  ['on the day of a look', 30, 10, 30],
  ['two looks went by unseen: the later one counts', 70, 65, 60],
  ['looked since', 70, 5, null],
])('[P8] a look that is due: %s', (_, promisedAgo, openedAgo, look) => {
  const promisedFrom = dayOf(now - promisedAgo * DAY_MS)
  const one = known('a', { openedAt: now - openedAgo * DAY_MS, plan: plan({ promisedFrom }) })
  expect(attentionOf(one, now, dayOf).look).toBe(look)
  expect(attentionOf({ ...one, plan: plan({ promisedFrom, open: 0 }) }, now, dayOf).look).toBeNull()
})

test('[R106] after sixty days without a look the list says so', () => {
  expect(attentionOf(known('a', { openedAt: now - 59 * DAY_MS }), now, dayOf).unseenDays).toBeNull()
  expect(attentionOf(known('a', { openedAt: now - 61 * DAY_MS }), now, dayOf).unseenDays).toBe(61)
})

test('workshops of one product stand together under its name, what is overdue first, then what was open last', () => {
  const late = plan({ dues: ['2026-01-01'] })
  const groups = byProduct(
    [
      known('new'),
      known('cafés', { company: 'Brackwell', product: 'Larderline' }),
      known('late', { plan: late }),
      known('wholesalers', { company: ' brackwell', product: 'larderline ', plan: late }),
      known('other', { company: 'Harrow', product: 'Larderline' }),
    ],
    now,
    dayOf,
  )
  expect(
    groups.map(({ product, workshops }) => [
      product?.name ?? null,
      workshops.map((one) => one.workshop.workshopId),
    ]),
  ).toEqual([
    ['Larderline', ['wholesalers', 'cafés']],
    [null, ['late']],
    [null, ['new']],
    [null, ['other']],
  ])
})

test('a product is named by whole words only; a company without a name is none', () => {
  const of = { company: '', product: 'Larderline' }
  expect(namesProduct('Larderline, for cafés', of)).toBe(true)
  expect(namesProduct('our LARDERLINE again', of)).toBe(true)
  expect(namesProduct('Larderlines', of)).toBe(false)
  expect(namesProduct('anything', { company: 'X', product: '' })).toBe(false)
  expect(isSameCompany({ company: 'A', product: 'x' }, { company: 'a ', product: 'y' })).toBe(true)
  expect(isSameCompany({ company: '', product: '' }, { company: '', product: '' })).toBe(false)
})

test('what is kept of a plan is days and counts, no words', () => {
  const action = (changes: object) =>
    ({
      id: 'a',
      title: 'Secret',
      status: 'open',
      due: '',
      promisedOn: '',
      ownerSeatId: null,
      ownerName: '',
      functionName: '',
      order: 'a0',
      binned: null,
      ...changes,
    }) as never
  const seen = planSeen([
    action({ due: '2026-05-01', promisedOn: '2026-04-16', ownerSeatId: 'p1' }),
    action({ due: 'soon' }),
    action({ status: 'done', due: '2026-04-01' }),
    action({ status: 'dropped' }),
    action({ binned: { at: 1, seatId: 'x' } }),
  ])
  expect(seen).toEqual({ open: 2, dues: ['2026-05-01'], ownerless: 1, promisedFrom: '2026-04-16' })
})
