/** The sheets for sales read back by another library: one page a stage, whatever is on it. */
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { expect, test } from 'vitest'
import { writeReportSheets } from '#server/exports/write-sheets.ts'
import type { Report } from '#shared/report/report.ts'
import type { ReportCard } from '#shared/report/report-map.ts'
import { sheetWords } from '#shared/report/sheet-words.ts'
import { demoReport } from '#test/support/report-file.ts'

const report = demoReport()
const flat = (text: string): string => text.replace(/\s+/g, '')

async function pagesOf(of: Report, paper: 'a4' | 'letter') {
  const bytes = new Uint8Array(await writeReportSheets(of, { paper }))
  const pdf = await getDocument({ data: bytes, verbosity: 0 }).promise
  const outline = ((await pdf.getOutline()) ?? []).map(({ title }) => title)
  const pages: { text: string; size: readonly number[]; tree: string }[] = []
  for (let at = 1; at <= pdf.numPages; at++) {
    const page = await pdf.getPage(at)
    const { items } = await page.getTextContent()
    pages.push({
      text: flat(items.map((item) => ('str' in item ? item.str : '')).join('')),
      size: page.view,
      tree: JSON.stringify(await page.getStructTree()),
    })
  }
  await pdf.destroy()
  return { pages, outline }
}

test('[R099] the demo has one page a stage, tagged, with what they ask in order and what cannot be answered', async () => {
  const { pages, outline } = await pagesOf(report, 'a4')
  expect(pages).toHaveLength(report.stages.length)
  expect(outline).toEqual(report.stages.map(({ number, name }) => `${number}. ${name}`))
  for (const [index, { text, tree }] of pages.entries()) {
    expect(text).toContain(flat(`${index + 1} / ${report.stages.length} · ${report.title} · Draft`))
    expect(tree).toContain('"H1"')
    expect(tree).toContain('"TH"')
    for (const { lane, text: said } of report.stages[index]?.cards ?? [])
      if (lane === 'question' || lane === 'skepticism') expect(text).toContain(flat(said))
  }
  const [first] = pages
  const places = [
    'What will the auditor want to see next time?',
    'unanswered · 5 of 10 customers',
    'We have no answer yet. Say so, and ask Marketing.',
    'What do we risk if nobody checks at night?',
    'proof: example · true today: yes · with: website page with calculator',
    'Bring in: Marketing',
    'Why is your technology the most advanced?',
    'our guess',
    sheetWords.next,
    sheetWords.quotes,
  ].map((words) => first?.text.indexOf(flat(words)) ?? -1)
  expect(places).not.toContain(-1)
  expect(places).toEqual(places.toSorted((a, b) => a - b))
})

test('[R099] a stage of 60 long cards stays one page; what is left out is counted', async () => {
  const stage = report.stages[4]
  const asked = stage?.cards.find(({ lane }) => lane === 'question')
  const answer = stage?.cards.find(({ lane }) => lane === 'answer')
  if (!stage || !asked || !answer) throw new Error('The demo asks nothing in its fifth stage.')
  const long =
    'Wie verhält sich die Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft? '
  const cards = Array.from({ length: 60 }, (_, index): ReportCard[] => [
    { ...asked, id: `q${index}`, text: long.repeat(3).slice(0, 300), raisedBy: 60 - index },
    {
      ...answer,
      id: `a${index}`,
      text: 'האם זה עובד גם בלילה? 需要多少錢 '.repeat(8).slice(0, 300),
      settlesIds: [`q${index}`],
      link: `https://example.org/${'x'.repeat(480)}`,
    },
    { ...asked, id: `c${index}`, lane: 'concern', text: `Worry ${index}`, coverage: null },
    { ...asked, id: `d${index}`, lane: 'action', text: long.repeat(3).slice(0, 300), coverage: null },
  ]).flat()
  const full: Report = {
    ...report,
    stages: [
      {
        ...stage,
        cards,
        name: long.slice(0, 80),
        endsWhen: long.repeat(3).slice(0, 300),
        buyerRoles: Array.from({ length: 20 }, () => long.slice(0, 60)),
      },
      ...report.stages.slice(5, 6),
    ],
  }
  const { pages } = await pagesOf(full, 'letter')
  expect(pages).toHaveLength(2)
  expect(pages[0]?.size).toEqual([0, 0, 612, 792])
  expect(pages[0]?.text).toMatch(/and\d+morequestionsand\d+worries:seetheroadmap/)
})

test('[R099] an empty roadmap is one page that says so', async () => {
  const { pages } = await pagesOf({ ...report, stages: [] }, 'a4')
  expect(pages.map(({ text }) => text.includes(flat(sheetWords.nothing)))).toEqual([true])
})
