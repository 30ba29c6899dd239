/** Files that are looked at before anything is made of them: sheets of lists, and workshop files. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import writeXlsx from 'write-excel-file/node'
import { demoWorkshop } from '#shared/exchange/demo/demo-workshop.ts'
import type { FilePreviewReply } from '#shared/protocol/file-calls.ts'
import type { ListSheetReply } from '#shared/protocol/list-calls.ts'
import { csvZip } from '#test/support/csv-zip.ts'
import { forgedZip } from '#test/support/forged-zip.ts'
import { asMultipart } from '#test/support/multipart.ts'
import { type Person, startTestServer, type TestServer } from '#test/support/server.ts'

let server: TestServer
let fay: Person
beforeAll(async () => {
  server = await startTestServer()
  fay = server.newPerson()
  await fay.open()
})
afterAll(() => server.stop())

describe('a sheet', () => {
  const send = (file: string | Uint8Array, settings: object = {}) =>
    fay.fetch('POST', `/api/workshops/${fay.workshopId}/sheets`, asMultipart(file, settings, 'list.xlsx'))
  const read = async (file: string | Uint8Array, settings: object = {}) => {
    const { status, json, text } = await send(file, settings)
    if (status !== 200) throw new Error(text)
    return json as ListSheetReply
  }
  const xlsx = (sheets: Record<string, (string | number | null)[][]>) =>
    writeXlsx(
      Object.entries(sheets).map(([sheet, rows]) => ({
        sheet,
        data: rows.map((row) =>
          row.map((value) =>
            typeof value === 'string' && value.startsWith('=')
              ? { value: value.slice(1), type: 'Formula' as const }
              : value,
          ),
        ),
      })),
    ).toBuffer()

  test('[EX-4b] answers its rows as text, of the sheet that suits or that was chosen, and stores nothing', async () => {
    const { db } = server.running.service.storage
    const stored = () => db.selectFrom('doc_updates').selectAll().execute()
    const before = await stored()
    const file = await xlsx({
      About: [['x']],
      Needs: [
        ['need', 'weeks'],
        ['עברית 👩‍👩‍👧‍👦', 2.5],
        ['=SUM(B2)', null],
      ],
    })
    expect(await read(file, { prefer: ['needs'] })).toEqual({
      sheet: 'Needs',
      sheets: ['About', 'Needs'],
      rows: [
        ['need', 'weeks'],
        ['עברית 👩‍👩‍👧‍👦', '2.5'],
      ],
      formulas: [],
      computed: [],
    })
    expect(await read(file, { sheet: 'About' })).toMatchObject({ rows: [['x']] })
    const zip = csvZip({ 'about.csv': 'a\n', 'needs.csv': '\ufeffneed,kind\n"a, b",product\n' })
    expect(await read(zip, { prefer: ['Needs'] })).toMatchObject({
      sheet: 'needs',
      sheets: ['about', 'needs'],
      rows: [
        ['need', 'kind'],
        ['a, b', 'product'],
      ],
    })
    expect(await stored()).toEqual(before)
  })

  test.each<[string, string | Uint8Array, RegExp]>([
    ['text', 'need\nSpeed\n', /no Excel file/],
    ['a broken zip', Buffer.from('PK\x03\x04 and then nothing'), /broken/],
    [
      'a zip bomb',
      forgedZip({ 'xl/workbook.xml': Buffer.alloc(130 * 1024 * 1024) }),
      /far more than one sheet/,
    ],
    [
      'XML that grows',
      forgedZip({ 'xl/workbook.xml': Buffer.from('<!DOCTYPE x [<!ENTITY a "aaaa">]><x>&a;</x>') }),
      /XML entities/,
    ],
    ['a zip of something else', csvZip({ 'readme.md': 'x' }), /holds no sheet/],
    ['too many rows', csvZip({ 'a.csv': `need\n${'x\n'.repeat(6_001)}` }), /6002 rows; at most 5000/],
    [
      'too much text',
      csvZip({ 'a.csv': `${`${'x'.repeat(19_000)},y\n`.repeat(500)}` }),
      /more text than a list/,
    ],
  ])('[EX-4b] %s is refused by a sentence', async (_what, file, title) => {
    const { status, json } = await send(file)
    expect([status, (json as { title: string }).title]).toEqual([415, expect.stringMatching(title)])
  })

  test('what is no file, and one that is too large, is refused', async () => {
    const path = `/api/workshops/${fay.workshopId}/sheets`
    expect(await fay.fetch('POST', path, { body: {} })).toMatchObject({ status: 415 })
    expect(await send('x', { sheet: 7 })).toMatchObject({ status: 400 })
    expect(await send(new Uint8Array(11 * 1024 * 1024))).toMatchObject({ status: 413 })
  })

  test('nothing of a sheet is more than its reader can take', async () => {
    const wide = csvZip({ 'a.csv': `${'c,'.repeat(300)}\n${'x'.repeat(30_000)}\n` })
    const { rows } = await read(wide)
    expect([rows[0]?.length, rows[1]?.[0]?.length]).toEqual([201, 20_001])
  })
})

describe('a workshop file', () => {
  const workshops = async () => {
    const rows = await server.running.service.storage.db.selectFrom('workshops').select('id').execute()
    return rows.length
  }
  const preview = (body: unknown) => server.newPerson().call('previewWorkshop', { body })

  test('[EX-4a] says what it holds, and opens nothing', async () => {
    const opener = server.newPerson()
    await opener.open({ from: demoWorkshop as never })
    const file = await opener.ask('exportJson')
    const before = await workshops()
    const { status, json } = await preview(file)
    const held = json as FilePreviewReply
    expect(status).toBe(200)
    expect(held).toMatchObject({ version: 1, sealed: [], exportedBy: expect.stringMatching(/\S/) })
    expect(held.title).toContain('Larderline')
    expect(Date.parse(held.exportedAt)).not.toBeNaN()
    expect(held.counts).toMatchObject({ needs: expect.any(Number), interviews: expect.any(Number) })
    expect(JSON.stringify(file).length).toBeGreaterThan(64 * 1024)
    expect(await workshops()).toBe(before)
  })

  test('[EX-4a] every fault is told by its path, and nothing is opened', async () => {
    const before = await workshops()
    const broken = structuredClone(demoWorkshop) as unknown as {
      workshop: { board: { needs: { short: unknown }[] } }
    }
    for (const need of broken.workshop.board.needs.slice(0, 2)) need.short = 7
    const { status, json } = await preview(broken)
    expect(status).toBe(422)
    expect(json).toMatchObject({
      code: 'file-faults',
      faults: [{ path: '/workshop/board/needs/0/short' }, { path: '/workshop/board/needs/1/short' }],
    })
    const loose = {
      format: 'guessproof.workshop',
      version: 1,
      sealed: 7,
      exportedBy: {},
      workshop: { board: {}, record: {} },
    }
    expect((await preview(loose)).json).toMatchObject({ exportedBy: '', sealed: [], counts: {}, title: '' })
    expect(await preview({ format: 'other' })).toMatchObject({ status: 422 })
    expect(await workshops()).toBe(before)
  })
})
