import { expect, test } from 'vitest'
import { allTables } from '#shared/report/all-tables.ts'
import { closingLists } from '#shared/report/closing-lines.ts'
import { slidesOf } from '#shared/slides/slides-of.ts'
import { demoReport } from '#test/support/report-file.ts'

const report = demoReport()

test('[R006] the closing has its lists, each figure its n; people are called by what they do', () => {
  const lists = new Map(closingLists(report).map(({ title, lines }) => [title, lines]))
  expect([...lists.keys()]).toEqual([
    'What we know now',
    'What we still do not know',
    'When we look again',
    'The sponsor’s word',
    'How sure we were, 1 to 5',
    'Who took part',
    'Closed',
  ])
  expect(lists.get('How sure we were, 1 to 5')).toEqual([
    'Our guess, round 1: 3.3 (guess, n 9)',
    'Our guess, round 2: 4.0 (guess, n 10)',
    'At the close: 2.9 (guess, n 10)',
  ])
  expect(lists.get('The sponsor’s word')?.[0]).toBe(
    'At the opening (sponsor): “I will not vote today. I will ask “how do we know?” until somebody rings a customer.”',
  )
  expect(lists.get('Who took part')).toContain('Sales: 3 seats')
  expect(lists.get('Closed')).toEqual(['The workshop was closed on 2026-04-16.'])
})

test('the summary sheet, "Everything" and the slides hold it', () => {
  const { will } = report.closing.sponsor
  for (const name of ['summary', 'everything'])
    expect(JSON.stringify(allTables(report).find((one) => one.name === name)?.rows)).toContain(will)
  const slides = slidesOf(report, { look: 'light' })
  expect(JSON.stringify(slides.sheets)).toContain(will)
})
