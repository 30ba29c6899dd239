import { describe, expect, test } from 'vitest'
import type { WorkshopFile } from '#shared/exchange/file.ts'
import type { coverageWords } from '#shared/report/file-words.ts'
import type { ReportStage } from '#shared/report/report-map.ts'
import { fitted } from '#shared/report/sheet-fit.ts'
import { saidWords, sheetWords } from '#shared/report/sheet-words.ts'
import { type StageSheet, stageSheets } from '#shared/report/stage-sheet.ts'
import { demoReport } from '#test/support/report-file.ts'

const report = demoReport()
const sheets = stageSheets(report)

const sealed = ({ workshop: { interviews, ...workshop }, ...file }: WorkshopFile): WorkshopFile => ({
  ...file,
  workshop,
})

describe('[R099] a sheet for sales', () => {
  test('has what its stage asks, customers’ words first, by how many raised it', () => {
    expect(sheets.map(({ number, name }) => [number, name])).toEqual(
      report.stages.map(({ number, name }) => [number, name]),
    )
    for (const { asks } of sheets) {
      const voices = asks.map(({ raisedBy }) => raisedBy)
      expect(voices).toEqual(voices.toSorted((a, b) => b - a))
      for (const { raisedBy, whose, said } of asks) {
        expect(whose).toBe(raisedBy > 0 ? 'customers' : 'guess')
        expect(said).toBe(raisedBy > 0 ? `${raisedBy} of 10 customers` : 'our guess')
      }
    }
  })

  test('[U1] what they do says whose word that is', () => {
    const [stage] = report.stages as [ReportStage]
    const [card] = stage.cards as [ReportStage['cards'][number]]
    const deeds = [0, 4].map((raisedBy) => ({ ...card, lane: 'action' as const, text: 'Rings us', raisedBy }))
    const [sheet] = stageSheets({ ...report, stages: [{ ...stage, cards: deeds }] })
    expect(sheet?.does).toEqual(['Rings us (our guess)', 'Rings us (4 of 10 customers)'])
  })

  test('[C9] counts what is answered as the roadmap does', () => {
    for (const [index, { asks, counts }] of sheets.entries()) {
      const { answered, weak, open } = (report.stages[index] as ReportStage).counts
      const counted = (state: keyof typeof coverageWords) =>
        asks.filter(({ coverage }) => coverage === state).length
      expect([counted('answered'), counted('weak'), counted('open')]).toEqual([answered, weak, open])
      expect(counts).toBe(`${answered} answered, ${weak} partly answered, ${open} unanswered`)
    }
  })

  test('[R082] says what has no answer, whom to ask, and what may not be said yet', () => {
    const all = sheets.flatMap(({ asks }) => asks)
    for (const { coverage, without, answers } of all) {
      expect(without === '').toBe(coverage !== 'open')
      expect(answers.some(({ worth }) => worth !== 'open')).toBe(
        coverage === 'answered' || coverage === 'weak',
      )
    }
    const unowned = stageSheets({
      ...report,
      stages: report.stages.map((stage) => ({ ...stage, owner: '' })),
    })
    expect(unowned[0]?.asks[0]?.without).toBe(sheetWords.noAnswer(''))
    expect(unowned[0]?.next).toContain(sheetWords.nameNobody)
    const cost = all.find(({ text }) => text.startsWith('What is the whole cost'))
    expect(cost?.without).toBe('We have no answer yet. Say so, and ask Sales.')
    expect(cost?.answers[0]?.facts).toEqual([sheetWords.untrue, 'proof: document', 'with: one-page sheet'])
    const trial = all.find(({ text }) => text === 'Can we try it in our worst store?')
    expect(trial?.answers[0]).toMatchObject({
      worth: 'answered',
      facts: ['proof: own trial', 'true today: yes', 'with: trial kit'],
      bringIn: 'Product and installation',
    })
  })

  test('quotes two customers at most, each another, in words that are not longer than a line or two', () => {
    for (const { quotes } of sheets) {
      expect(quotes.length).toBeLessThanOrEqual(2)
      expect(new Set(quotes.map(({ by }) => by)).size).toBe(quotes.length)
      for (const { text } of quotes) expect(text.length).toBeLessThanOrEqual(181)
    }
    expect(sheets.some(({ quotes }) => quotes.length === 2)).toBe(true)
  })

  test('[S1] rests on nothing a customer said while that is sealed, and says so', () => {
    for (const { note, asks, quotes } of stageSheets(demoReport(sealed))) {
      expect(note).toBe(sheetWords.sealed)
      expect(quotes).toEqual([])
      expect(asks.filter(({ whose }) => whose === 'customers')).toEqual([])
    }
    const [unasked] = stageSheets({ ...report, customersAsked: 0 })
    expect(unasked?.note).toBe(sheetWords.notAsked)
  })

  test('leaves out stages without a card, and cards without a stage', () => {
    const [first, ...rest] = report.stages as [ReportStage, ...ReportStage[]]
    const unplaced = { ...first, id: '', number: 0 }
    const some = stageSheets({ ...report, stages: [{ ...first, cards: [] }, ...rest, unplaced] })
    expect(some.map(({ stageId }) => stageId)).toEqual(rest.map(({ id }) => id))
  })

  test('[U2] a number says of how many; one customer is no “customers”', () => {
    expect(saidWords(4, 10)).toBe('4 of 10 customers')
    expect(saidWords(1, 1)).toBe('1 of 1 customer')
    expect(saidWords(11, 10)).toBe('11 of 11 customers')
    expect(saidWords(5, 25)).toBe('5 of 25 (20 %) customers')
  })
})

describe('[R099] a sheet on one page', () => {
  const [demo] = sheets as [StageSheet]
  const [ask] = demo.asks as [StageSheet['asks'][number]]
  const [worry] = demo.worries as [StageSheet['worries'][number]]
  const many: StageSheet = {
    ...demo,
    asks: Array.from({ length: 60 }, (_, index) => ({
      ...ask,
      id: `q${index}`,
      lane: index % 2 === 0 ? 'question' : 'skepticism',
    })),
    worries: Array.from({ length: 9 }, (_, index) => ({ ...worry, id: `w${index}` })),
  }

  test('stays whole when it fits', () => {
    expect(fitted(demo, () => true)).toBe(demo)
  })

  test('keeps what most customers raised, and counts the rest', () => {
    const shown = fitted(many, ({ asks }) => asks.length <= 10)
    expect(shown.asks.map(({ id }) => id)).toEqual(many.asks.slice(0, 10).map(({ id }) => id))
    expect(shown.more).toBe('and 25 more questions, 25 doubts and 5 worries: see the roadmap')
    expect(shown.quotes).toEqual(many.quotes)
  })

  test('lets what stands beside the questions give way first, and never has fewer than room is for', () => {
    const lines = ({ asks, does, quotes, worries }: StageSheet) =>
      4 * asks.length + does.length + 2 * quotes.length + worries.length
    const shown = fitted(many, (sheet) => lines(sheet) <= 20)
    expect([shown.asks.length, shown.does.length]).toEqual([5, 0])
    const least = fitted(many, (sheet) => lines(sheet) <= 5)
    expect([least.asks.length, least.worries.length]).toEqual([1, 0])
    expect(least.more).toBe('and 29 more questions, 30 doubts and 9 worries: see the roadmap')
  })

  test('gives way also where nothing is asked', () => {
    const deeds = { ...many, asks: [] }
    const few = fitted(deeds, ({ does, worries }) => does.length === 0 && worries.length <= 4)
    expect([few.does.length, few.worries.length, few.more]).toEqual([
      0,
      4,
      'and 5 more worries: see the roadmap',
    ])
    const least = fitted(
      deeds,
      ({ does, quotes, worries }) => does.length + quotes.length + worries.length === 0,
    )
    expect([least.does.length, least.quotes.length, least.worries.length]).toEqual([0, 0, 0])
  })

  test('has no more than two answers to a question, and says how many there are more', () => {
    const answer = sheets.flatMap(({ asks }) => asks.flatMap(({ answers }) => answers))[0]
    if (!answer) throw new Error('The demo answers nothing.')
    const link = `https://example.org/${'x'.repeat(400)}/end`
    const long = {
      ...demo,
      asks: [{ ...ask, answers: Array.from({ length: 5 }, () => ({ ...answer, link })) }],
    }
    const [shown] = fitted(long, (sheet) => sheet !== long).asks
    expect(shown?.answers).toHaveLength(2)
    expect(shown?.moreAnswers).toBe('and 3 more answers: see the roadmap')
    expect(shown?.answers[0]?.link).toMatch(/^https:\/\/example\.org\/x+…x+\/end$/)
  })
})
