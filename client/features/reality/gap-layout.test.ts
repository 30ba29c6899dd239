import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  type GapLayout,
  gapLayout,
  type TextAt,
  TYPES,
  type Words,
} from '#client/features/reality/gap-layout.ts'
import { gapModel } from '#client/features/reality/gap-model.ts'
import type { Measure } from '#client/features/reality/wrap-text.ts'
import { madeInterviews, madeNeed, madeRound } from '#test/support/made-reality.ts'

/** Wide letters, so that what fits here fits in the fonts: a Chinese letter is a square, "W" is almost one. */
const measure: Measure = (text, size, weight) =>
  [...text].reduce((sum, letter) => sum + (letter > '⺀' ? 1 : /[WMmw@%]/u.test(letter) ? 0.92 : 0.6), 0) *
  size *
  (weight > 600 ? 1.05 : 1)

const english = 'Be running again within one shift, with an engineer who knows our own site well at night '
const german =
  'Wiederinbetriebnahmegeschwindigkeit ohne Rohrleitungsumbau Fünfjahresgesamtkosten vor Vertragsunterzeichnung '
const chinese =
  '在一个班次内恢复运行并由了解我们现场的工程师在夜间接听电话无需培训即可使用该系统合同签署前知道全年总费用'
const title = fc
  .tuple(fc.constantFrom(english, german, chinese), fc.integer({ min: 3, max: 60 }), fc.nat(20))
  .map(([text, length, from]) =>
    (text + text)
      .slice(from, from + length)
      .trim()
      .padEnd(3, 'x'),
  )

const words: Words = {
  ours: 'What we guessed',
  oursSample: '9 sealed ballots, round 1. 1 did not know.',
  theirs: 'What customers said',
  theirsSample: '10 customers asked, points out of 100',
  sub: ({ title: text }) => `our 4th, their 1st to 3rd: clearly too low, ${text.slice(0, 5)}`,
  neverListed: 'Two we never listed',
}

interface Box {
  readonly left: number
  readonly right: number
  readonly top: number
  readonly bottom: number
  readonly text: string
}

function boxOf({ kind, text, x, y, anchor }: TextAt): Box {
  const { size, weight } = TYPES[kind]
  const width = measure(text, size, weight)
  const left = anchor === 'start' ? x : anchor === 'end' ? x - width : x - width / 2
  return { left, right: left + width, top: y - size * 0.78, bottom: y + size * 0.22, text }
}

const disc = (cx: number, cy: number, radius: number, text: string): Box => ({
  left: cx - radius,
  right: cx + radius,
  top: cy - radius,
  bottom: cy + radius,
  text,
})

/** Everything that must stay clear of everything else: words, numbers, rings, discs, and the strip of the dumbbells. */
function boxesOf(layout: GapLayout): Box[] {
  const { heads, ticks, ours, theirs, never, plot } = layout
  return [
    ...heads.map(boxOf),
    ...ticks.map(({ text }) => boxOf(text)),
    ...ours.flatMap(({ texts, ring }) => [...texts.map(boxOf), disc(ring.cx, ring.cy, 9, 'ring')]),
    ...theirs.flatMap(({ texts, disc: at, y }) => [
      ...texts.map(boxOf),
      disc(at.cx, at.cy, 10, 'disc'),
      { left: plot.from - 9, right: plot.to + 9, top: y - 9, bottom: y + 9, text: 'dumbbell' },
    ]),
    ...(never ? [...never.texts.map(boxOf), disc(never.cx, never.cy, 9, 'never')] : []),
  ]
}

function collisions(boxes: readonly Box[]): string[] {
  return boxes.flatMap((a, index) =>
    boxes
      .slice(index + 1)
      .filter(
        (b) =>
          Math.min(a.right, b.right) - Math.max(a.left, b.left) > 0.01 &&
          Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > 0.01,
      )
      .map((b) => `“${a.text}” and “${b.text}”`),
  )
}

const setting = fc.record({
  titles: fc.array(title, { minLength: 3, maxLength: 7 }),
  overlooked: fc.array(title, { maxLength: 3 }),
  customers: fc.constantFrom(0, 1, 2, 4, 5, 12, 40),
  width: fc.integer({ min: 600, max: 1700 }),
  seed: fc.nat(9999),
})

describe('the gap chart', () => {
  test('[issue 5] numbers and labels never overlap and stay inside, for titles of 3 to 60 letters in three languages', () => {
    fc.assert(
      fc.property(setting, ({ titles, overlooked, customers, width, seed }) => {
        const model = gapModel(
          madeRound(titles, seed),
          madeInterviews(titles.length, overlooked.length, customers, seed),
          [
            ...overlooked.map((short, index) => madeNeed(`o${index}`, short)),
            // One that customers only named.
            ...overlooked.slice(1).map((short) => madeNeed('named', short, ['i0'])),
          ].slice(0, 3),
        )
        if (!model) throw new Error('The round cannot be read.')
        const layout = gapLayout(model, words, width, measure)
        const boxes = boxesOf(layout)
        expect(collisions(boxes)).toEqual([])
        for (const { left, right, top, bottom, text } of boxes) {
          expect(left, text).toBeGreaterThanOrEqual(-0.01)
          expect(right, text).toBeLessThanOrEqual(width + 0.01)
          expect(top, text).toBeGreaterThanOrEqual(-0.01)
          expect(bottom, text).toBeLessThanOrEqual(layout.height + 0.01)
        }
      }),
      { numRuns: 150 },
    )
  })

  test('rows are evenly spaced, no title is cut, every need is drawn once at the right, and joined only where there is an order of theirs', () => {
    fc.assert(
      fc.property(setting, ({ titles, overlooked, customers, width, seed }) => {
        const model = gapModel(
          madeRound(titles, seed),
          madeInterviews(titles.length, overlooked.length, customers, seed),
          [
            ...overlooked.map((short, index) => madeNeed(`o${index}`, short)),
            // One that customers only named.
            ...overlooked.slice(1).map((short) => madeNeed('named', short, ['i0'])),
          ].slice(0, 3),
        )
        if (!model) throw new Error('The round cannot be read.')
        const { theirs, rowHeight, links } = gapLayout(model, words, width, measure)
        theirs.forEach(({ y }, index) => {
          expect(y - (theirs[0]?.y ?? 0)).toBeCloseTo(index * rowHeight)
        })
        for (const { row, texts } of theirs) {
          const lines = texts.filter(({ kind }) => kind === 'title').map(({ text }) => text)
          expect(lines.join('').replaceAll(' ', '')).toBe(row.title.replaceAll(/\s/gu, ''))
        }
        expect(new Set(theirs.map(({ row }) => row.needId)).size).toBe(theirs.length)
        expect(links).toHaveLength(model.isEnough ? theirs.length : 0)
      }),
      { numRuns: 60 },
    )
  })
})
