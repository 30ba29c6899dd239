/** The closing in a PDF: its lists, each under its heading; nothing where it is left out. */
import type { Style } from '#server/exports/pdf/lines.ts'
import type { Paper } from '#server/exports/pdf/paper.ts'
import { oneLine } from '#shared/report/clean.ts'
import { CLOSING, closingLists } from '#shared/report/closing-lines.ts'
import type { Report } from '#shared/report/report.ts'

export function closingPages(
  page: Paper,
  report: Report,
  { section, part, body }: Readonly<Record<'section' | 'part' | 'body', Style>>,
): void {
  for (const [index, { title, lines }] of closingLists(report).entries()) {
    if (index === 0) page.heading(2, CLOSING, section)
    page.heading(3, title, part)
    page.list(lines.map((line) => ({ text: oneLine(line), sign: '•', style: body })))
  }
}
