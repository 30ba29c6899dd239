import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  axisEnd,
  axisTicks,
  endLabels,
  MARK_SIZE,
  ROW_HEIGHT,
  reachOf,
  type StripValue,
  stack,
  widest,
} from '#client/features/weigh/strip-layout.ts'

const guess = (value: number, functionName: string | null = null): StripValue => ({ value, functionName })
const functionNames = fc.constantFrom(null, 'Marketing', 'Sales', 'Customer service')
const rows = (max: number) =>
  fc.array(fc.record({ value: fc.integer({ min: 0, max: 100 }), functionName: functionNames }), {
    minLength: 1,
    maxLength: max,
  })

describe('strip plot layout', () => {
  test('every guess is placed at its value and inside its row, however many are equal', () => {
    fc.assert(
      fc.property(rows(60), fc.double({ min: 2, max: 12, noNaN: true }), (values, pixelsPerPoint) => {
        const marks = stack(values, { pixelsPerPoint, mean: 20 })
        const { above, below } = reachOf(marks)
        expect(marks).toHaveLength(values.length)
        for (const mark of marks) {
          expect(mark.x).toBeCloseTo(mark.value * pixelsPerPoint)
          expect(mark.dy).toBeGreaterThanOrEqual(MARK_SIZE / 2 - above)
          expect(mark.dy).toBeLessThanOrEqual(below - MARK_SIZE / 2)
        }
      }),
    )
  })

  test('up to twelve guesses never lie on each other, also when all are equal', () => {
    fc.assert(
      fc.property(rows(12), fc.double({ min: 4, max: 12, noNaN: true }), (values, pixelsPerPoint) => {
        const marks = stack(values, { pixelsPerPoint, mean: null })
        for (const [index, one] of marks.entries()) {
          for (const other of marks.slice(index + 1)) {
            const apart = Math.max(Math.abs(one.x - other.x), Math.abs(one.dy - other.dy))
            expect(apart).toBeGreaterThanOrEqual(MARK_SIZE)
          }
        }
      }),
    )
  })

  test('a row is as high as its pile of guesses, an ordinary one where they fit', () => {
    const equal = (count: number) => Array.from({ length: count }, () => guess(30))
    const heightOf = (values: readonly StripValue[]) => {
      const { above, below } = reachOf(stack(values, { pixelsPerPoint: 8, mean: null }))
      return above + below
    }
    expect(heightOf(equal(5))).toBe(ROW_HEIGHT)
    expect(heightOf(equal(10))).toBeGreaterThan(ROW_HEIGHT)
    expect(heightOf(equal(60))).toBeLessThan(4 * ROW_HEIGHT)
  })

  test('no guess lies on the number of the mean', () => {
    const values = [guess(11), guess(11), guess(11), guess(11), guess(12), guess(13)]
    for (const mark of stack(values, { pixelsPerPoint: 7.7, mean: 11.5 })) {
      if (Math.abs(mark.x - 11.5 * 7.7) < 20) expect(mark.dy).toBeGreaterThanOrEqual(-MARK_SIZE)
    }
  })

  test('equal guesses stack from the middle, up and down', () => {
    const dys = stack([guess(30), guess(30), guess(30)], { pixelsPerPoint: 8, mean: 5 }).map(({ dy }) => dy)
    expect(dys).toEqual([0, -15, 15])
  })

  test('the axis shows 0 to 50 and grows only for a higher guess', () => {
    expect(axisEnd([guess(12), guess(35)])).toBe(50)
    expect(axisEnd([])).toBe(50)
    expect(axisEnd([guess(51)])).toBe(60)
    expect(axisEnd([guess(100)])).toBe(100)
  })

  test('labels of the axis do not crowd on a phone', () => {
    expect(axisTicks(50, 400)).toEqual([0, 10, 20, 30, 40, 50])
    expect(axisTicks(100, 300)).toEqual([0, 20, 40, 60, 80, 100])
    expect(axisTicks(100, 120)).toEqual([0, 50, 100])
    for (const end of [50, 60, 70, 80, 90, 100]) expect(axisTicks(end, 250)[0]).toBe(0)
  })

  test('the highest guess is named at its mark where functions are known and there is room', () => {
    const values = [guess(10, 'Sales'), guess(45, 'Product'), guess(45, 'Marketing')]
    expect(endLabels(values, null, { pixelsPerPoint: 8, room: 600 }).functions).toEqual({
      x: 45 * 8 + 17,
      text: 'Marketing, Product',
    })
    expect(endLabels(values, null, { pixelsPerPoint: 8, room: 450 }).functions).toBeNull()
    expect(endLabels([guess(45)], null, { pixelsPerPoint: 8, room: 600 }).functions).toBeNull()
  })

  test('[U1] who did not know stands after the name, or finds no room and says so', () => {
    const values = [guess(18, 'Customer service')]
    const { functions, unsureX } = endLabels(values, '1 doesn’t know', { pixelsPerPoint: 8, room: 600 })
    expect(unsureX).toBeGreaterThan((functions?.x ?? 0) + 'Customer service'.length * 6)
    expect(endLabels(values, '1 doesn’t know', { pixelsPerPoint: 8, room: 250 }).unsureX).toBeNull()
  })

  test('the three widest rows are marked, and never one where all agree', () => {
    const row = (min: number, max: number, sd: number) => ({ min, max, sd })
    const all = [row(0, 30, 5), row(0, 30, 9), row(5, 5, 0), row(0, 8, 2), row(0, 40, 9)]
    expect([...widest(all)]).toEqual([all[4], all[1], all[0]])
    expect(widest([row(5, 5, 0)]).size).toBe(0)
  })
})
