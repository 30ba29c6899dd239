import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { byOrder, isKey, type Ordered, place, placeAll } from '#shared/document/order.ts'
import { law } from '#test/support/law.ts'

/** Keys as they happen: good ones, equal ones, none, and what other software or an attacker writes. */
const key = fc.oneof(
  fc.constantFrom('a0', 'a1', 'a0V', 'Zz', 'b00', 'a1G'),
  fc.constantFrom(
    '',
    '~~~',
    'a',
    'a00',
    'a1~',
    'zz',
    'A0',
    'a0é',
    `z${'z'.repeat(26)}`,
    `A${'0'.repeat(26)}`,
  ),
  fc.constantFrom('k'.padEnd(12, 'z'), 'P'.padEnd(12, '0'), `a0${'V'.repeat(150)}`, `a0${'V'.repeat(250)}`),
  fc.string({ maxLength: 4 }),
)

const rows = fc
  .array(key, { maxLength: 12 })
  .map((keys) => keys.map((order, index) => ({ id: `r${index}`, order })).sort(byOrder))

const idsAfter = (sorted: readonly Ordered[], written: readonly Ordered[]): string[] => {
  const all = new Map([...sorted, ...written].map(({ id, order }) => [id, order]))
  return [...all]
    .map(([id, order]) => ({ id, order }))
    .sort(byOrder)
    .map(({ id }) => id)
}

describe('placing', () => {
  law(
    '[P4] whatever keys there are, a record lands where it is put and the others keep their order',
    [rows, fc.integer({ min: -2, max: 15 })],
    (sorted, index) => {
      const at = Math.max(0, Math.min(index, sorted.length))
      const expected = sorted.map(({ id }) => id)
      expected.splice(at, 0, 'new')
      const written = place(sorted, index, 'new')
      expect(written[0]?.id).toBe('new')
      expect(idsAfter(sorted, written)).toEqual(expected)
      expect(written.every(({ order }) => isKey(order))).toBe(true)
    },
    { numRuns: 1000 },
  )

  law(
    '[P4] several records land together and in order',
    [rows, fc.nat({ max: 12 }), fc.integer({ min: 0, max: 5 })],
    (sorted, index, count) => {
      const ids = Array.from({ length: count }, (_, i) => `new${i}`)
      const at = Math.min(index, sorted.length)
      const expected = sorted.map(({ id }) => id)
      expected.splice(at, 0, ...ids)
      expect(idsAfter(sorted, placeAll(sorted, index, ids))).toEqual(expected)
    },
    { numRuns: 500 },
  )

  law(
    '[P4] any number of placings later every record is still in exactly the place it was given',
    [fc.array(fc.nat({ max: 60 }), { maxLength: 80 })],
    (indexes) => {
      let sorted: Ordered[] = []
      const expected: string[] = []
      for (const [step, index] of indexes.entries()) {
        const at = Math.min(index, sorted.length)
        const written = new Map(place(sorted, at, `n${step}`).map(({ id, order }) => [id, order]))
        expected.splice(at, 0, `n${step}`)
        sorted = [...sorted, { id: `n${step}`, order: '' }]
          .map(({ id, order }) => ({ id, order: written.get(id) ?? order }))
          .sort(byOrder)
      }
      expect(sorted.map(({ id }) => id)).toEqual(expected)
    },
  )

  test('[P4] ever narrower places never make a key longer than a field can hold', () => {
    let sorted: Ordered[] = [
      { id: 'first', order: 'a0' },
      { id: 'last', order: 'a1' },
    ]
    for (let step = 0; step < 3000; step++) {
      const written = new Map(place(sorted, 1, `n${step}`).map(({ id, order }) => [id, order]))
      sorted = [...sorted, { id: `n${step}`, order: '' }]
        .map(({ id, order }) => ({ id, order: written.get(id) ?? order }))
        .sort(byOrder)
      if (sorted[0]?.id !== 'first' || sorted[1]?.id !== `n${step}`) throw new Error(`lost at ${step}`)
    }
    expect(Math.max(...sorted.map(({ order }) => order.length))).toBeLessThanOrEqual(200)
  })

  test('without junk and equals, placing writes nothing but the placed record', () => {
    const sorted = [
      { id: 'a', order: 'a0' },
      { id: 'b', order: 'a1' },
    ]
    expect(place(sorted, 1, 'c')).toHaveLength(1)
    expect(place(sorted, 2, 'c')).toEqual([{ id: 'c', order: 'a2' }])
  })

  test('two people who insert at one spot get equal keys, and a third can still insert between them', () => {
    const sorted = [
      { id: 'a', order: 'a1' },
      { id: 'b', order: 'a1' },
    ]
    expect(idsAfter(sorted, place(sorted, 1, 'c'))).toEqual(['a', 'c', 'b'])
  })
})

law(
  '[P2] the order is total: the same records sort the same from any beginning',
  [rows, fc.infiniteStream(fc.nat())],
  (sorted, noise) => {
    const mixed = sorted
      .map((row) => ({ row, at: noise.next().value }))
      .sort((a, b) => a.at - b.at)
      .map(({ row }) => row)
    expect(mixed.sort(byOrder)).toEqual(sorted)
  },
)
