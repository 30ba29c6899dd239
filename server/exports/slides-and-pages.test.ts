/** Slides and pages read back by others: every word is text, tables and charts are native, headings are bookmarks. */
import { strFromU8, unzipSync } from 'fflate'
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { expect, test } from 'vitest'
import { writeReportPdf } from '#server/exports/write-pdf.ts'
import { writeReportPptx } from '#server/exports/write-pptx.ts'
import { words } from '#shared/report/file-words.ts'
import { demoReport } from '#test/support/report-file.ts'

const report = demoReport()

/** Text of all parts whose path fits, markup taken off. */
const textOf = (files: Readonly<Record<string, Uint8Array>>, path: RegExp): string =>
  Object.entries(files)
    .filter(([name]) => path.test(name))
    .map(([, bytes]) =>
      strFromU8(bytes)
        .replace(/<a:t>/g, '')
        .replace(/<[^>]+>/g, '\n'),
    )
    .join('\n')
    .replaceAll('&apos;', '’')
    .replaceAll('&amp;', '&')

test('[EX-2a] slides are 16:9 with native text, tables and charts; notes hold the quotes', async () => {
  const files = unzipSync(await writeReportPptx(report, { look: 'dark', main: '0a5c36', accent: undefined }))
  const presentation = strFromU8(files['ppt/presentation.xml'] ?? new Uint8Array())
  const [, width, height] = /sldSz cx="(\d+)" cy="(\d+)"/.exec(presentation) ?? []
  expect(Number(width) / Number(height)).toBeCloseTo(16 / 9, 3)
  const slides = textOf(files, /^ppt\/slides\/slide\d+\.xml$/)
  for (const { name } of report.stages) expect(slides).toContain(name)
  for (const { title } of report.actions) expect(slides).toContain(title.slice(0, 60))
  expect(slides).toContain('Guess of 10 of us, round 2.')
  expect(Object.keys(files).filter((name) => /charts\/chart\d+\.xml$/.test(name))).toHaveLength(2)
  expect(Object.keys(files).some((name) => name.startsWith('ppt/media/image'))).toBe(false)
  const all = Object.entries(files).filter(([name]) => /slides\/slide/.test(name))
  expect(all.some(([, bytes]) => strFromU8(bytes).includes('<a:tbl>'))).toBe(true)
  const notes = textOf(files, /^ppt\/notesSlides\//)
  expect(notes).toContain('I gave up on your site and rang your competitor first')
  expect(textOf(files, /^ppt\/slideMasters|^ppt\/slideLayouts/)).toContain(report.meta.exportedBy)
  const layouts = Object.entries(files).filter(([name]) => name.startsWith('ppt/slideLayouts/'))
  expect(layouts.some(([, bytes]) => strFromU8(bytes).includes('0A5C36'))).toBe(true)
})

test('[EX-2a] a PDF is tagged text with bookmarks, page numbers, response rate and its state', async () => {
  const bytes = new Uint8Array(
    await writeReportPdf({ ...report, title: 'Größe 需要 한국 שלום' }, { paper: 'letter' }),
  )
  const pdf = await getDocument({ data: bytes, verbosity: 0 }).promise
  const [first] = await Promise.all([pdf.getPage(1)])
  expect(first.view).toEqual([0, 0, 612, 792])
  expect((await pdf.getMarkInfo())?.Marked).toBe(true)
  const outline = await pdf.getOutline()
  const { sections } = words
  const titles = outline.map(({ title }) => title)
  expect(titles[0]).toBe('Größe 需要 한국 שלום')
  for (const one of [
    sections.needs,
    sections.competition,
    sections.roadmap,
    sections.plan,
    sections.decisions,
  ])
    expect(titles).toContain(one)
  expect(outline.find(({ title }) => title === sections.roadmap)?.items.length).toBe(report.stages.length)
  const flat = (line: string) => line.replace(/\s+/g, '')
  let text = ''
  for (let page = 1; page <= pdf.numPages; page++) {
    const content = await (await pdf.getPage(page)).getTextContent()
    const onPage = content.items.map((item) => ('str' in item ? item.str : '')).join('')
    expect(flat(onPage)).toContain(flat(`${page} / ${pdf.numPages} · Draft · ${report.responseRate}`))
    text += onPage
  }
  expect(flat(text)).toContain(flat('Größe需要한국'))
  for (const { title } of report.actions) expect(flat(text)).toContain(flat(title))
  for (const stage of report.stages)
    for (const card of stage.cards) expect(flat(text)).toContain(flat(card.text))
  expect(flat(text)).toContain('guess8.3(n10)')
  const tree = JSON.stringify(await first.getStructTree())
  expect(tree).toContain('"H1"')
  await pdf.destroy()
})
