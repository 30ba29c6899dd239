/** What carries something is in every format that is read, whatever is left out; each count of customers says of how many. */
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { expect, test } from 'vitest'
import { writeReportMarkdown } from '#server/exports/write-markdown.ts'
import { writeReportPdf } from '#server/exports/write-pdf.ts'
import { usualParts } from '#shared/protocol/export-parts.ts'
import { carryingQuotes, withParts } from '#shared/report/parts.ts'
import { slidesOf } from '#shared/slides/slides-of.ts'
import { demoReport } from '#test/support/report-file.ts'

const report = demoReport()
const usual = withParts(report, new Set(usualParts))
const carried = carryingQuotes(report)
const flat = (text: string): string => text.replace(/[\s\\]+/g, '')

async function pdfText(): Promise<string> {
  const data = new Uint8Array(await writeReportPdf(usual, { paper: 'a4' }))
  const pdf = await getDocument({ data, verbosity: 0 }).promise
  let text = ''
  for (let at = 1; at <= pdf.numPages; at++) {
    const { items } = await (await pdf.getPage(at)).getTextContent()
    text += items.map((item) => ('str' in item ? item.str : '')).join('')
  }
  await pdf.destroy()
  return text
}

const formats = {
  slides: async () =>
    slidesOf(usual, { look: 'light' })
      .sheets.flatMap(({ notes, objects }) => [...notes, JSON.stringify(objects)])
      .join('\n'),
  Markdown: async () => writeReportMarkdown(usual),
  PDF: pdfText,
} as const

test.each(Object.entries(formats))(
  '[R098] [U2] %s holds the quotes that carry something, and of how many customers',
  async (_name, write) => {
    const text = flat(await write())
    const out = report.quotes.filter(({ id, text: said }) => carried.has(id) && !text.includes(flat(said)))
    expect(out.map(({ text: said }) => said)).toEqual([])
    const raised = report.stages.flatMap(({ cards }) => cards).filter(({ raisedBy }) => raisedBy > 0)
    expect(raised.length).toBeGreaterThan(5)
    for (const card of raised)
      expect([card.text, text.includes(`${card.raisedBy}of${report.customersAsked}customers`)]).toEqual([
        card.text,
        true,
      ])
  },
)
