/** The lines of the closing (method P7): what may be said, of how many, and where each of it comes from. */
import { describe, expect, test } from 'vitest'
import type { WorkshopFile } from '#shared/exchange/file.ts'
import { rowsOf, singleOf } from '#shared/exchange/file.ts'
import { summaryLines, verdictLine } from '#shared/report/summary.ts'
import { demoReport } from '#test/support/report-file.ts'

const closing = demoReport().closing

const sealed = (file: WorkshopFile): WorkshopFile => {
  const { interviews: _left, ...workshop } = file.workshop
  const envelope = { ...singleOf(workshop.record, 'envelope'), openedAt: null }
  return { ...file, workshop: { ...workshop, record: { ...workshop.record, envelope } } }
}

describe('of the demo', () => {
  test('what customers put first, that it is not clearly first, and what we had guessed', () => {
    expect(closing.known[0]).toBe(
      'Customers put “Audit without a week of paperwork” first, with about 26 of 100 points, but not clearly before “Alarms I can trust”. 9 customers asked: differences under about 6 points may be chance. We had put “Whole yearly cost known before we sign” first (guess of 10 of us, round 2).',
    )
  })

  test('only guesses that were clearly wrong are known to be wrong; the rest is still unknown', () => {
    expect(closing.known.filter((line) => line.startsWith('We guessed'))).toHaveLength(3)
    expect(closing.unknown).toContain(
      'Of 2 of 6 needs we cannot tell whether our guess was right (9 customers).',
    )
  })

  test('[R031] we became surer and nobody asked a customer; [R028] figures by round', () => {
    expect(closing.unknown).toContain(
      'We became surer of our guess, 3.3 and then 4.0 of 5 (9 and 10 of us). Between the two rounds nobody asked a customer.',
    )
    expect(closing.confidence.map(({ label, n }) => [label, n])).toEqual([
      ['Our guess, round 1', 9],
      ['Our guess, round 2', 10],
      ['At the close', 10],
    ])
  })

  test('[P8] looks with a day come first, then what has to happen before', () => {
    expect(closing.looks.slice(0, 4).map(({ day }) => day)).toEqual([
      '2026-05-16',
      '2026-06-15',
      '2026-07-15',
      '',
    ])
  })

  test('who took part is told by function, without names', () => {
    expect(closing.tookPart).toContainEqual({ functionName: 'Marketing', seats: 3, names: [] })
  })
})

test('while the envelope is sealed nothing is known of customers, and no voice of theirs is counted', () => {
  const { known, unknown } = demoReport(sealed).closing
  expect(
    [...known, ...unknown].filter((line) => /customers? (put|raised)|points of|[1-9]\d* voices/u.test(line)),
  ).toEqual([])
  expect(unknown[0]).toBe('What 10 customers said is still sealed: all of this is our guess.')
  expect(known).toContain('Of 27 questions 10 answered, 3 half, 14 not.')
})

/** The demo with answers of the first customers alone. */
const ofFirst = (many: number) => (file: WorkshopFile) => {
  const part = file.workshop.interviews ?? {}
  const interviews = rowsOf(part, 'interviews').slice(0, many)
  return { ...file, workshop: { ...file.workshop, interviews: { ...part, interviews } } }
}

test('[method C12] with fewer than five customers nothing is said of an order', () => {
  const startsSo = (many: number) =>
    demoReport(ofFirst(many)).closing.known.filter((line) => line.startsWith('Customers put'))
  expect(startsSo(4)).toEqual([])
  expect(startsSo(8)).toHaveLength(1)
  expect(verdictLine(demoReport(ofFirst(4)))).toBe('')
  expect(summaryLines(demoReport(ofFirst(4))).map(({ label }) => label)).not.toContain('Customers put first')
  expect(verdictLine(demoReport())).toMatch(/^We put “Whole .*” first\. Customers put “Audit .*” first\.$/)
})
