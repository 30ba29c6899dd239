/**
 * A workshop that is not the sample against the formulas of the method, written down here once more: ties, "I do not
 * know", missing marks, declined points, doubles and a lost customer included.
 */
import { afterAll, beforeAll, expect, test } from 'vitest'
import {
  type BuiltWorkshop,
  buildWorkshop,
  customers,
  guesses,
  type Marks,
} from '#test/support/built-workshop.ts'
import { startTestServer, type TestServer } from '#test/support/server.ts'

let server: TestServer
let built: BuiltWorkshop
beforeAll(async () => {
  server = await startTestServer()
  built = await buildWorkshop(server)
})
afterAll(async () => {
  built.close()
  await server.stop()
})

interface Analysis {
  readonly weights: { readonly customers: Row & { perNeed: Row[] } }
  readonly marks: { readonly customers: Row & { cells: Row[]; scores: Row[]; paired: Row[] } }
  readonly comparison: Row & { perNeed: Row[] }
  readonly debateEffect: Row
  readonly act: { perNeed: Row[] }
  readonly interviews: Row
}
type Row = Readonly<Record<string, unknown>>
let analysis: Analysis

// The formulas, from the method alone.
const sum = (values: readonly number[]) => values.reduce((all, one) => all + one, 0)
const mean = (values: readonly number[]) => sum(values) / values.length
const sd = (values: readonly number[]) =>
  Math.sqrt(sum(values.map((one) => (one - mean(values)) ** 2)) / (values.length - 1))
const column = (rows: readonly (readonly number[])[], at: number) => rows.map((row) => row[at] ?? Number.NaN)
/** Half of the sum of differences. */
const distance = (a: readonly number[], b: readonly number[]) =>
  sum(a.map((one, at) => Math.abs(one - (b[at] ?? 0)))) / 2

/** Student's t: the point with `p` of the distribution below it, by summing its density (4 degrees of freedom). */
function tQuantile4(p: number): number {
  const density = (x: number) => (3 / 8) * (1 + (x * x) / 4) ** -2.5
  const step = 1e-5
  let below = 0.5
  let x = 0
  for (; below < p; x += step) below += ((density(x) + density(x + step)) / 2) * step
  return x
}

const given = customers.flatMap(({ points }) => (points && sum(points) === 100 ? [points] : []))
const theirs = [0, 1, 2, 3].map((at) => mean(column(given, at)))
const ours = (round: 0 | 1) => {
  const sealed = guesses[round].filter((one) => one !== null)
  return [0, 1, 2, 3].map((at) => mean(column(sealed, at)))
}
const half = (values: readonly number[], floor: number, p: number) =>
  (tQuantile4(p) * Math.max(sd(values), floor)) / Math.sqrt(values.length)
const marksOf = (option: keyof Marks, at: number) =>
  customers.flatMap(({ marks }) => {
    const mark = marks[option]?.[at]
    return mark === null || mark === undefined ? [] : [mark]
  })

const near = (found: readonly unknown[], stated: readonly number[]) => {
  expect(found).toHaveLength(stated.length)
  for (const [at, value] of stated.entries())
    expect(Math.abs(Number(found[at] ?? Number.NaN) - value), `${at}: ${String(found[at])}`).toBeLessThan(
      0.01,
    )
}

test('[S1] before the envelope is opened figures and file of a member hold nothing of the calls', async () => {
  const sealed = JSON.stringify(await built.ana.ask('analysis'))
  for (const part of ['comparison', 'debateEffect', 'act', 'interviews'])
    expect(sealed).toContain(`"${part}":{"sealed":true}`)
  const file = (await built.ana.call('exportJson')).text
  expect(file).not.toMatch(/Bird|No numbers|"c0"/)
  expect(JSON.parse(file)).toMatchObject({ sealed: ['interviews'] })
  expect((await built.ana.call('exportInterviewsCsv')).status).toBe(403)
  expect((await built.ana.fetch('GET', `/api/workshops/${built.ana.workshopId}/history`)).text).not.toContain(
    'Bird',
  )
})

test('[C6] gap, half-widths, verdict, above and below, against the last guess sealed before the envelope', async () => {
  await built.fay.ask('openEnvelope', { body: {} })
  // An informed round is no guess, however it is revealed.
  const late = await built.guess([built.ana], [[0, 0, 0, 100]])
  analysis = (await built.ana.ask('analysis')) as unknown as Analysis
  const { comparison, weights } = analysis
  expect(comparison).toMatchObject({ roundId: built.rounds[1], n: 5 })
  expect(late).not.toBe(built.rounds[1])
  expect(weights.customers).toMatchObject({ n: 5, declined: 1 })
  near(
    weights.customers.perNeed.map((need) => need.mean),
    theirs,
  )
  const guessed = ours(1)
  const gaps = guessed.map((one, at) => one - (theirs[at] ?? 0))
  const halves = [0, 1, 2, 3].map((at) => half(column(given, at), 2.5, 0.975))
  const wide = [0, 1, 2, 3].map((at) => half(column(given, at), 2.5, 1 - 0.05 / 8))
  const { perNeed } = comparison
  near(
    perNeed.map(({ gap }) => gap),
    gaps,
  )
  near(
    perNeed.map(({ halfWidth }) => halfWidth),
    halves,
  )
  near(
    perNeed.map(({ simultaneousHalfWidth }) => simultaneousHalfWidth),
    wide,
  )
  expect(perNeed.map(({ verdict }) => verdict)).toEqual(
    gaps.map((gap, at) => {
      const size = Math.abs(gap)
      const sure = size > (wide[at] ?? 0) ? 'clearly' : size > (halves[at] ?? 0) ? 'probably' : null
      return size >= 5 && sure ? `${sure}-too-${gap > 0 ? 'high' : 'low'}` : 'too-close-to-tell'
    }),
  )
  expect(perNeed.map(({ above, below }) => [above, below])).toEqual(
    guessed.map((one, at) => [
      column(given, at).filter((value) => value > one).length,
      column(given, at).filter((value) => value < one).length,
    ]),
  )
})

test('[C5] what the talk did, against an equal split', () => {
  const equal = distance([25, 25, 25, 25], theirs)
  const [before, after] = [distance(ours(0), theirs), distance(ours(1), theirs)]
  const { errorBefore, errorAfter, skillBefore, skillAfter } = analysis.debateEffect
  near(
    [errorBefore, errorAfter, skillBefore, skillAfter],
    [before, after, 1 - before / equal, 1 - after / equal],
  )
})

test('[C7] pairs in the same order, with ties on both sides', () => {
  const guessed = ours(1)
  const sign = (a: number, b: number) => (Math.abs(a - b) < 1e-9 ? 0 : Math.sign(a - b))
  const pairs = [0, 1, 2, 3].flatMap((i) =>
    [0, 1, 2, 3]
      .filter((j) => j < i)
      .map((j) => [sign(guessed[i] ?? 0, guessed[j] ?? 0), sign(theirs[i] ?? 0, theirs[j] ?? 0)]),
  )
  const count = (is: (a: number, b: number) => boolean) => pairs.filter(([a = 0, b = 0]) => is(a, b)).length
  const same = count((a, b) => a * b > 0)
  const reversed = count((a, b) => a * b < 0)
  expect(count((a) => a === 0)).toBeGreaterThan(0)
  expect(count((_, b) => b === 0)).toBeGreaterThan(0)
  expect(analysis.comparison.order).toMatchObject({ pairs: 6, same, reversed })
  const under = Math.sqrt(count((a) => a !== 0) * count((_, b) => b !== 0))
  near([(analysis.comparison.order as Row).tauB], [(same - reversed) / under])
})

test('[C4] [C8] marks known at first hand alone: scores, cover, shortfall, behind the best other', () => {
  const cell = (option: keyof Marks, at: number) => {
    const known = marksOf(option, at)
    return known.length >= 3 ? mean(known) : null
  }
  const score = (option: keyof Marks) => {
    const marked = [0, 1, 2, 3].filter((at) => cell(option, at) !== null)
    const weight = sum(marked.map((at) => theirs[at] ?? 0))
    return {
      cover: weight / sum(theirs),
      score: sum(marked.map((at) => (theirs[at] ?? 0) * (cell(option, at) ?? 0))) / weight,
    }
  }
  const found = (option: keyof Marks) =>
    analysis.marks.customers.scores.find(({ optionId }) => optionId === built.optionIds[option])
  near([found('us')?.score, found('us')?.cover], [score('us').score, score('us').cover])
  near([found('rival')?.score, found('rival')?.cover], [score('rival').score, score('rival').cover])
  expect(score('rival').cover).toBeGreaterThan(0.7)
  // One customer has used it: too little of the weight is marked.
  expect(found('nothing')?.score).toBeNull()
  expect(
    analysis.marks.customers.cells
      .filter(({ optionId }) => optionId === built.optionIds.nothing)
      .map(({ n }) => n),
  ).toEqual([1, 1, 1, 1])

  const shortfall = [0, 1, 2, 3].map((at) => ((theirs[at] ?? 0) * (10 - (cell('us', at) ?? 0))) / 10)
  const behind = [0, 1, 2].map(
    (at) => ((theirs[at] ?? 0) * Math.max(0, (cell('rival', at) ?? 0) - (cell('us', at) ?? 0))) / 10,
  )
  const { perNeed } = analysis.act
  near(
    perNeed.map((need) => need.shortfall),
    shortfall,
  )
  near(
    perNeed.slice(0, 3).map((need) => need.behindBest),
    behind,
  )
  // The fourth need is marked by two for the rival and by one for nothing: there is no best other.
  expect(perNeed[3]?.behindBest).toBeNull()

  // The paired line: those with points who marked both, each with his own points over the needs marked for both.
  const leads = customers.flatMap(({ points, marks: { us, rival } }) => {
    if (!points || sum(points) !== 100 || !us || !rival) return []
    const both = [0, 1, 2, 3].filter((at) => us[at] != null && rival[at] != null)
    const weight = sum(both.map((at) => points[at] ?? 0))
    return [sum(both.map((at) => (points[at] ?? 0) * ((us[at] ?? 0) - (rival[at] ?? 0)))) / weight]
  })
  const paired = analysis.marks.customers.paired.find(
    ({ overOptionId }) => overOptionId === built.optionIds.rival,
  )
  expect(paired).toMatchObject({ n: leads.length, interval: null })
})

test('[C10] new themes a call, expected of the next one, unheard; doubles and the lost customer apart', () => {
  const heard = new Map<string, number>()
  const fresh = customers.map(({ themes: raised }) => {
    const before = heard.size
    for (const theme of new Set(raised)) heard.set(theme, (heard.get(theme) ?? 0) + 1)
    return heard.size - before
  })
  const times = (count: number) => [...heard.values()].filter((one) => one === count).length
  const n = customers.length
  const { interviews: calls } = analysis
  expect(calls).toMatchObject({ n, newThemesPerCall: fresh, byMode: { phone: n, video: 1 } })
  near(
    [calls.expectedNext, calls.unheardAtLeast],
    [times(1) / n, (((n - 1) / n) * times(1) ** 2) / (2 * times(2))],
  )
  const base = sum(fresh.slice(0, 4))
  expect(calls.newInformation).toEqual(
    [6, 7].map((afterCall) => ({ afterCall, ratio: sum(fresh.slice(afterCall - 2, afterCall)) / base })),
  )
})
