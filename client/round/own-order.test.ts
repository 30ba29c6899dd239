import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { ownOrder } from '#client/round/own-order.ts'

const needs = ['n1', 'n2', 'n3', 'n4', 'n5', 'n6']

describe('order of needs on a ballot', () => {
  test('[method D4] it holds every need once and is the same every time', () => {
    fc.assert(
      fc.property(fc.uuid(), fc.uuid(), (seat, round) => {
        const order = ownOrder(needs, seat, round)
        expect([...order].sort()).toEqual(needs)
        expect(ownOrder(needs, seat, round)).toEqual(order)
      }),
    )
  })

  test('[method D4] no need is favoured: each comes first about equally often', () => {
    const firsts = new Map<string | undefined, number>()
    for (let seat = 0; seat < 3000; seat++) {
      const [first] = ownOrder(needs, `seat-${seat}`, 'round')
      firsts.set(first, (firsts.get(first) ?? 0) + 1)
    }
    for (const need of needs) expect(firsts.get(need)).toBeGreaterThan(400)
  })

  test('another round gives another order', () => {
    const orders = new Set(
      Array.from({ length: 20 }, (_, round) => ownOrder(needs, 'seat', `${round}`).join()),
    )
    expect(orders.size).toBeGreaterThan(10)
  })
})
