/** [EX-4b] Our own files come back in: read against the board they were made of, they change nothing and have no fault. */
import { beforeAll, describe, expect, test } from 'vitest'
import { writeReportCsv } from '#server/exports/write-csv.ts'
import { writeReportXlsx } from '#server/exports/write-xlsx.ts'
import { listSheet } from '#server/intake/list-sheet.ts'
import { bringInList, listKinds } from '#shared/board/list-edits.ts'
import { actions, cards, functions, needs, options, stages } from '#shared/board/schema.ts'
import { readRows } from '#shared/document/collection.ts'
import { runEdit } from '#shared/document/edit.ts'
import { readBoardList } from '#shared/lists/list-check.ts'
import { listShapes } from '#shared/lists/list-fields.ts'
import { listWorld } from '#shared/lists/list-world.ts'
import { seats } from '#shared/record/schema.ts'
import { demoFile, exported, type Imported, imported } from '#test/support/demo-file.ts'
import { idsFrom } from '#test/support/random.ts'
import { reportOf } from '#test/support/report-file.ts'

const worldOf = ({ board, record }: Imported['docs']) =>
  listWorld({
    needs: readRows(board, needs),
    options: readRows(board, options),
    stages: readRows(board, stages),
    cards: readRows(board, cards),
    actions: readRows(board, actions),
    functions: readRows(board, functions).map(({ name }) => name),
    seats: readRows(record, seats),
    today: '2026-03-20',
    isSealed: false,
  })

const files: Record<string, Buffer> = {}
let demo: Imported
/** The same names of people and functions, and nothing on the board. */
let blank: Imported['docs']
beforeAll(async () => {
  demo = imported(demoFile())
  const report = reportOf(exported(demo))
  files.xlsx = await writeReportXlsx(report)
  files.csv = Buffer.from(writeReportCsv(report, { forExcel: false }))
  files['csv for Excel'] = Buffer.from(writeReportCsv(report, { forExcel: true }))
  blank = imported(demoFile(), 2).docs
  for (const of of [needs, options, stages, cards, actions])
    for (const { id } of readRows(blank.board, of)) blank.board.getMap(of.name).delete(id)
})

const read = async (form: string, kind: (typeof listKinds)[number], docs: Imported['docs']) => {
  const sheet = await listSheet(files[form] ?? Buffer.alloc(0), { prefer: listShapes[kind].sheets })
  return readBoardList(kind, { ...sheet, faults: [] }, {}, worldOf(docs))
}

describe.each(['xlsx', 'csv', 'csv for Excel'])('%s', (form) => {
  test.each(listKinds)('%s are known again, every one', async (kind) => {
    const { rows, problems, list } = await read(form, kind, demo.docs)
    expect(problems.filter(({ level }) => level === 'fault')).toEqual([])
    expect(rows.length).toBeGreaterThan(2)
    expect(rows.filter(({ does }) => does !== 'same')).toEqual([])
    expect(rows.flatMap(({ differences }) => differences)).toEqual([])
    expect(list).toBeNull()
  })
})

test.each(listKinds)('%s make the same on another board, and come in again as known', async (kind) => {
  const { list, problems } = await read('xlsx', kind, blank)
  if (!list) throw new Error(JSON.stringify(problems))
  runEdit(blank.board, bringInList, list, { newId: idsFrom(9), now: () => 1, seatId: 'me' })
  const again = await read('xlsx', kind, blank)
  expect(again.list).toBeNull()
  expect(again.rows.every(({ does }) => does === 'same')).toBe(true)
  const mine = worldOf(blank)
  const theirs = worldOf(demo.docs)
  if (kind === 'cards') {
    expect(mine.cards).toHaveLength(theirs.cards.length)
    expect(mine.cards.every(({ raisedBy, quoteIds }) => raisedBy.length + quoteIds.length === 0)).toBe(true)
  }
})
