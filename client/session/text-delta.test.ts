import fc from 'fast-check'
import { expect, test } from 'vitest'
import { changeBetween, type Delta, mapIndex, mapRanges } from '#client/session/text-delta.ts'

/** Few letters, so that neighbours are often equal; and pairs whose halves are. */
const unit = fc.constantFrom('a', 'b', '\n', '😀', '😁', '🚀')
const text = fc.array(unit, { maxLength: 12 }).map((units) => units.join(''))

const isWhole = (value: string) => !/\p{Surrogate}/u.test(value)

test('the change between two texts makes one of the other and never splits a pair', () => {
  fc.assert(
    fc.property(text, text, fc.nat(30), (before, next, at) => {
      const caret = Math.min(at, next.length)
      const change = changeBetween(before, next, caret)
      expect(change === null).toBe(before === next)
      if (change === null) return
      const { index, remove, insert } = change
      expect(before.slice(0, index) + insert + before.slice(index + remove)).toBe(next)
      expect(isWhole(insert)).toBe(true)
      expect(isWhole(before.slice(index, index + remove))).toBe(true)
    }),
    { numRuns: 2000 },
  )
})

test('typing one of several equal letters is found at the caret', () => {
  expect(changeBetween('aaa', 'aaaa', 2)).toEqual({ index: 1, remove: 0, insert: 'a' })
})

const delta: fc.Arbitrary<Delta> = fc.array(
  fc.oneof(
    fc.record({ retain: fc.integer({ min: 1, max: 4 }) }),
    fc.record({ delete: fc.integer({ min: 1, max: 4 }) }),
    fc.record({ insert: fc.constantFrom('x', 'yy') }),
  ),
  { maxLength: 6 },
)

/** Applies a delta to marked units, so that each survivor can be found again. */
function survivors(length: number, of: Delta): (number | null)[] {
  const old = Array.from({ length }, (_, i) => i)
  const out: (number | null)[] = []
  for (const op of of) {
    if (op.retain !== undefined) out.push(...old.splice(0, op.retain))
    else if (op.delete !== undefined) old.splice(0, op.delete)
    else out.push(...Array<null>((op.insert as string).length).fill(null))
  }
  return [...out, ...old]
}

test('a range is mapped to exactly those of its units that are left', () => {
  fc.assert(
    fc.property(fc.nat(12), fc.nat(12), delta, (a, b, of) => {
      const range = { start: Math.min(a, b), end: Math.max(a, b) }
      const after = survivors(40, of)
      const expected = after.flatMap((id, i) =>
        id !== null && id >= range.start && id < range.end ? [i] : [],
      )
      const mapped = mapRanges(of, [range]).flatMap(({ start, end }) =>
        Array.from({ length: end - start }, (_, i) => start + i),
      )
      expect(mapped).toEqual(expected)
    }),
    { numRuns: 1000 },
  )
})

test('an index stays between the same survivors', () => {
  fc.assert(
    fc.property(fc.nat(12), delta, fc.boolean(), (index, of, stay) => {
      const after = survivors(40, of)
      const mapped = mapIndex(of, index, stay)
      const isBefore = (id: number | null) => id !== null && id < index
      const isBehind = (id: number | null) => id !== null && id >= index
      expect(after.slice(0, mapped).some(isBehind)).toBe(false)
      expect(after.slice(mapped).some(isBefore)).toBe(false)
    }),
    { numRuns: 1000 },
  )
})
