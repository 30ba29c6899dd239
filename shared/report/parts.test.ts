import { expect, test } from 'vitest'
import { type ExportPart, exportParts, partsOf, usualParts } from '#shared/protocol/export-parts.ts'
import { carryingQuotes, withParts } from '#shared/report/parts.ts'
import type { Report } from '#shared/report/report.ts'
import { demoReport } from '#test/support/report-file.ts'

const report = demoReport()
const without = (...out: readonly ExportPart[]): Report =>
  withParts(report, new Set(exportParts.filter((part) => !out.includes(part))))

/** All that pages can show; the closing says again what other parts say, and has a test of its own. */
const shown = ({
  file: _file,
  history: _history,
  interviews: _interviews,
  closing: _closing,
  ...rest
}: Report) => JSON.stringify(rest)
const holds = (text: string, part: string): boolean => text.includes(JSON.stringify(part).slice(1, -1))

/** Texts of a part that stand in no other. */
const own: Readonly<Record<Exclude<ExportPart, 'quotes' | 'competition' | 'closing'>, readonly string[]>> = {
  needs: [...report.needs.map(({ statement }) => statement), ...report.findings.map(({ text }) => text)],
  promise: report.promiseHistory.map(({ text }) => text),
  roadmap: report.stages.flatMap(({ cards }) => cards.map(({ text }) => text)),
  plan: report.actions.map(({ title }) => title),
  decisions: report.decisions.map(({ text }) => text),
}

test.each(Object.keys(own) as (keyof typeof own)[])(
  '[R098] nothing of the part %s is left when it is out',
  (part) => {
    const others = Object.entries(own).flatMap(([name, texts]) => (name === part ? [] : texts))
    const texts = own[part].filter((text) => text.length > 12 && !others.some((one) => one.includes(text)))
    expect(texts.length).toBeGreaterThan(2)
    const whole = shown(report)
    const left = shown(without(part))
    for (const text of texts)
      expect([text, holds(whole, text), holds(left, text)]).toEqual([text, true, false])
  },
)

test('[R098] without the closing nothing of it is left', () => {
  const { closing } = without('closing')
  expect(JSON.stringify(closing).match(/[A-Za-z ]{16,}|[0-9]/g)).toBeNull()
  expect(without().closing).toEqual(report.closing)
})

test('[R098] the closing that is left says nothing of a part that is out', () => {
  const has = (out: ExportPart, pattern: RegExp) => {
    const { known, unknown, looks } = without(out).closing
    return [...known, ...unknown, ...looks.map(({ words }) => words)].some((line) => pattern.test(line))
  }
  const said: readonly (readonly [ExportPart, RegExp])[] = [
    ['needs', /^Customers put|^We guessed|needs we cannot tell|things we did not know/],
    ['competition', /of our \d+ marks|of the grid/],
    ['promise', /^We promise/],
    ['roadmap', /on the roadmap|has no answer, and/],
    ['plan', /due by then/],
    ['decisions', /decisions stand|look again when/],
  ]
  for (const [part, pattern] of said)
    expect([part, has('quotes', pattern), has(part, pattern)]).toEqual([part, true, false])
  const left = JSON.stringify(without('promise', 'roadmap').closing)
  const texts = [...report.promiseHistory, ...report.stages.flatMap(({ cards }) => cards)]
  for (const { text } of texts) expect(left).not.toContain(`“${text}”`)
  expect(has('plan', /^We promise/)).toBe(true)
})

test('[R098] without the competition there is no mark of anybody', () => {
  const left = without('competition')
  expect(left.grid).toBeNull()
  expect(left.leads).toEqual([])
  expect(left.scores.some(({ kind }) => kind === 'mark')).toBe(false)
  expect(left.scores.length).toBeGreaterThan(0)
})

test('[R094] what rests on a part that is out still rests on it', () => {
  const left = without('needs', 'roadmap', 'decisions', 'promise')
  expect(left.actions.map(({ evidence }) => evidence.length > 0)).toEqual(
    report.actions.map(({ evidence }) => evidence.length > 0),
  )
})

test('[R098] without all quotes those that carry something stand where they do, and no others', () => {
  const carried = carryingQuotes(report)
  expect(carried.size).toBeGreaterThan(0)
  expect(carried.size).toBeLessThan(report.quotes.length)
  const usual = withParts(report, new Set(usualParts))
  const text = shown(usual)
  for (const { id, text: said } of report.quotes)
    expect([id, holds(text, said)]).toEqual([id, carried.has(id)])
  expect(without().quotes).toHaveLength(report.quotes.length)
})

test('with all parts the report is what it was, without any it still says what it is', () => {
  expect(shown(without()) === shown(report)).toBe(true)
  const bare = withParts(report, partsOf(''))
  expect(bare.title).toBe(report.title)
  expect(bare.sealed).toEqual(report.sealed)
})
