/** The tables of a report in the order of the workshop, without those that have no row. */
import { closingLists } from '#shared/report/closing-lines.ts'
import { everythingTable } from '#shared/report/everything.ts'
import { words } from '#shared/report/file-words.ts'
import type { Report } from '#shared/report/report.ts'
import { aboutLines, type SummaryLine, summaryLines } from '#shared/report/summary.ts'
import type { Table } from '#shared/report/table.ts'
import {
  actionsTable,
  answersTable,
  decisionsTable,
  evidenceTable,
  findingsTable,
  gapsTable,
  gridTable,
  historyTable,
  interviewsTable,
  needsTable,
  parkingTable,
  promisesTable,
  quotesTable,
  responsesTable,
  roadmapTable,
  scoresTable,
  stagesTable,
} from '#shared/report/tables.ts'

/** There also while nothing is in them. */
const isAlways = new Set([
  'summary',
  'needs',
  'scores',
  'roadmap',
  'interviews',
  'actions',
  'decisions',
  'history',
  'about',
])

/** The workbook and the CSV files have the same ones. */
const made = new WeakMap<Report, readonly Table[]>()

export function allTables(report: Report): readonly Table[] {
  const tables = made.get(report) ?? tablesOf(report)
  made.set(report, tables)
  return tables
}

const tablesOf = (report: Report): readonly Table[] =>
  [
    linesTable('summary', words.sections.summary, [...summaryLines(report), ...closingRows(report)]),
    needsTable(report),
    gridTable(report),
    scoresTable(report),
    stagesTable(report),
    roadmapTable(report),
    interviewsTable(report),
    answersTable(report),
    quotesTable(report),
    findingsTable(report),
    evidenceTable(report),
    gapsTable(report),
    promisesTable(report),
    actionsTable(report),
    decisionsTable(report),
    parkingTable(report),
    responsesTable(report),
    historyTable(report),
    everythingTable(report),
    linesTable('about', 'About', aboutLines(report)),
  ].filter(({ name, rows }) => rows.length > 0 || isAlways.has(name))

const closingRows = (report: Report): SummaryLine[] =>
  closingLists(report).flatMap(({ title, lines }) => lines.map((value) => ({ label: title, value })))

const linesTable = (name: string, title: string, lines: readonly SummaryLine[]): Table => ({
  name,
  title,
  columns: [
    { key: 'label', label: title, width: 24 },
    { key: 'value', label: 'Value', width: 80 },
    { key: 'source', label: 'Source', width: 12 },
    { key: 'n', label: 'n', width: 8 },
  ],
  rows: lines.map(({ label, value, whose, n }) => [label, value, whose ?? '', n ?? null]),
})
