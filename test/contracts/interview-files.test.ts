/** Interviews from and to files over real HTTP: hostile files, all or nothing, large ones, who may take them out. */
import { request } from 'node:http'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import writeXlsx from 'write-excel-file/node'
import { readRows } from '#shared/document/collection.ts'
import { demoWorkshop } from '#shared/exchange/demo/demo-workshop.ts'
import { answers, columnMeanings, interviews } from '#shared/interviews/schema.ts'
import type { IntakeLine, IntakeResult } from '#shared/protocol/intake-calls.ts'
import type { Problem } from '#shared/protocol/problems.ts'
import { forgedZip } from '#test/support/forged-zip.ts'
import { asMultipart } from '#test/support/multipart.ts'
import { type Answer, type Person, startTestServer, type TestServer, tokenOf } from '#test/support/server.ts'

let server: TestServer
beforeAll(async () => {
  server = await startTestServer()
})
afterAll(() => server.stop())

let fay: Person
let rita: Person
let needs: { id: string; short: string }[]
beforeEach(async () => {
  const sealed = structuredClone(demoWorkshop) as {
    workshop: {
      record: { envelope: object }
      interviews?: object
      board: { needs: { id: string; short: string; binned?: unknown }[] }
    }
  }
  sealed.workshop.record.envelope = {}
  delete sealed.workshop.interviews
  fay = server.newPerson()
  await fay.open({ from: sealed as never })
  const { links } = await fay.ask('readWorkshop')
  rita = server.newPerson()
  await rita.join({ token: tokenOf(links.participate ?? ''), name: 'Rita' })
  await fay.ask('changeSeat', { params: { seatId: rita.seatId }, body: { role: 'researcher' } })
  const file = (await fay.ask('exportJson')) as never as typeof sealed
  needs = file.workshop.board.needs.filter(({ binned }) => !binned).slice(0, 3)
})

const send = (
  file: string | Uint8Array,
  {
    settings,
    name,
    dryRun = false,
    accept = 'application/json',
  }: { settings?: object; name?: string; dryRun?: boolean; accept?: string } = {},
): Promise<Answer> => {
  const { body, headers } = asMultipart(file, settings, name)
  const path = `/api/workshops/${rita.workshopId}/interviews/import${dryRun ? '?dryRun=1' : ''}`
  return rita.fetch('POST', path, { body, headers: { ...headers, accept } })
}
const tried = async (file: string | Uint8Array, setting: Parameters<typeof send>[1] = {}) => {
  const { status, json, text } = await send(file, { ...setting, dryRun: true })
  if (status !== 200) throw new Error(text)
  return json as IntakeResult
}
const held = async () => {
  const doc = await server.running.service.documents.read(rita.workshopId, 'interviews')
  if (!doc) throw new Error('no document')
  return {
    interviews: readRows(doc, interviews),
    answers: readRows(doc, answers),
    meanings: readRows(doc, columnMeanings),
  }
}
const stored = async () => {
  const row = await server.running.service.storage.db
    .selectFrom('docs')
    .select('head')
    .where('id', '=', `${rita.workshopId}/interviews`)
    .executeTakeFirstOrThrow()
  return row.head
}
const messages = ({ problems }: IntakeResult) =>
  problems.map(({ row, column, level, message }) => `${row ?? '-'} ${level} ${column ?? '-'}: ${message}`)

describe('a table with everything wrong', () => {
  const weights = () => needs.map(({ short }) => `weight:${short}`).join(',')
  const table = () =>
    [
      `pseudonym,date,role,${weights()},What is this?`,
      'Heron,2026-03-31,Buyer,50,30,20,"Two',
      'lines, and a comma"',
      'Avocet,2026-02-30,=HYPERLINK("http://x"),60,30,15,fine',
      'heron,2026-04-01,Cook,,,,again',
      'Knot,3/4/2026,Cook,1.5,200,x,y',
      'Plover,2026-04-01,Cook,,',
      'Dunlin,2026-04-01,Cook,100,,,a,b,c',
      ',2026-04-01,Nobody,100,,,',
      'Total,,,210,60,35,',
      '',
    ].join('\r\n')

  test('[EX-4b] is reported row by row, and changes nothing', async () => {
    const before = await stored()
    const result = await tried(table())
    expect(messages(result)).toEqual([
      '3 fault date: “2026-02-30” is not a day of any calendar',
      '3 notice role: looks like a formula: it is kept as text and never computed',
      '3 fault -: gives 105 points, not 100',
      '4 fault pseudonym: “heron” is in row 2 already',
      expect.stringMatching(/^5 fault weight:.*“1.5” is not a whole number/),
      expect.stringMatching(/^5 fault weight:.*“200” is not between 0 and 100/),
      expect.stringMatching(/^5 fault weight:.*“x” is not a number/),
      '6 fault -: has only 5 cells under 7 headings',
      '7 fault -: has 9 cells under 7 headings',
      '8 fault pseudonym: has no pseudonym',
    ])
    expect(result).toMatchObject({
      imported: false,
      rows: 7,
      faultyRows: 6,
      found: {
        encoding: 'utf-8',
        delimiter: ',',
        headerRow: 1,
        leftOut: [{ row: 9, text: expect.stringContaining('Total') }],
        unsure: ['dateOrder'],
      },
    })
    const refused = await send(table())
    expect(refused).toMatchObject({ status: 422, json: { code: 'file-faults' } })
    expect((refused.json as Problem).faults).toContainEqual({
      path: '/3',
      message: 'gives 105 points, not 100',
    })
    expect(await stored()).toBe(before)
    expect((await held()).interviews).toEqual([])
  })

  test('[EX-4b] gives its faulty rows as a file that can be mended and sent again', async () => {
    const { text, headers } = await send(table(), { dryRun: true, accept: 'text/csv' })
    expect(headers.get('content-type')).toContain('text/csv')
    const lines = text.split('\r\n')
    expect(lines[0]).toContain('row,problem,pseudonym')
    expect(lines[1]).toMatch(/^3,.*105 points/)
    expect(lines[1]).toContain(`"'=HYPERLINK(""http://x"")"`)
    const result = await tried(`pseudonym,problem,row\nKnot,was wrong,5\n`)
    expect(result.columns.map(({ to }) => to)).toEqual(['pseudonym', 'skip', 'skip'])
  })
})

describe('encodings and forms', () => {
  const text = 'Pseudonym;Datum;Rolle;years as customer\r\nGröße;31.03.2026;Köchin;2,5\r\n'
  const utf16 = (bom: number[], big: boolean) => {
    const buffer = Buffer.from(text, 'utf16le')
    return Buffer.concat([Buffer.from(bom), big ? buffer.swap16() : buffer])
  }
  test.each<[string, Uint8Array, string, string[]]>([
    ['UTF-8', Buffer.from(text), 'utf-8', []],
    ['UTF-8 with a mark', Buffer.from(`\ufeff${text}`), 'utf-8', []],
    ['UTF-16 LE with a mark', utf16([0xff, 0xfe], false), 'utf-16le', []],
    ['UTF-16 BE with a mark', utf16([0xfe, 0xff], true), 'utf-16be', []],
    ['UTF-16 LE without', utf16([], false), 'utf-16le', []],
    ['Windows-1252', Buffer.from(text, 'latin1'), 'windows-1252', ['encoding']],
  ])('%s is found, with its delimiter and decimal comma', async (_what, bytes, encoding, unsure) => {
    const settings = {
      columns: [
        { header: 'Datum', to: 'date' },
        { header: 'Rolle', to: 'role' },
      ],
    }
    const { json } = await send(bytes, { settings })
    expect(json).toMatchObject({
      imported: true,
      create: 1,
      found: { encoding, delimiter: ';', decimal: ',', unsure },
    })
    const [one] = (await held()).interviews
    expect(one).toMatchObject({
      pseudonym: 'Größe',
      date: '2026-03-31',
      customer: { role: 'Köchin', yearsAsCustomer: 2.5 },
    })
  })

  test('bytes that are no UTF-8 in a file that is, are told by row', async () => {
    const bytes = Buffer.concat([
      Buffer.from('pseudonym,role\nÄrmel Öl,Köchin\nB'),
      Buffer.from([0xe4]),
      Buffer.from(',x\n'),
    ])
    expect(messages(await tried(bytes))).toEqual([
      '3 fault pseudonym: holds characters that cannot be read: check the encoding',
      '3 fault pseudonym: has no pseudonym',
    ])
  })

  test('columns chosen by hand are known the next time, for other researchers too', async () => {
    const settings = { columns: [{ header: 'Kürzel', to: 'pseudonym' }] }
    expect(await send('Kürzel,role\nHeron,Buyer\n', { settings })).toMatchObject({ status: 200 })
    const result = await tried('Kürzel,role\nKnot,Buyer\n')
    expect(result.columns[0]).toMatchObject({ to: 'pseudonym', by: 'earlier' })
    expect(result).toMatchObject({ create: 1, problems: [] })
  })

  test('a second file changes what it says, and leaves what it does not', async () => {
    await send('pseudonym,role,trade\nHeron,Buyer,Food\n')
    const again = await tried('pseudonym,role,trade\nHERON,Cook,\nKnot,Buyer,\n')
    expect(again).toMatchObject({ create: 1, update: 1 })
    expect(messages(again)[0]).toMatch(/^2 notice pseudonym: “HERON” is here already/)
    await send('pseudonym,role,trade\nHERON,Cook,\nKnot,Buyer,\n')
    expect(
      (await held()).interviews
        .map(({ pseudonym, customer }) => [pseudonym, customer.role, customer.trade])
        .sort(),
    ).toEqual([
      ['Heron', 'Cook', 'Food'],
      ['Knot', 'Buyer', ''],
    ])
  })

  test('a sheet is taken in by its cells, and names its formulas', async () => {
    const file = await writeXlsx([
      ['pseudonym', 'date', 'minutes'].map((value) => ({ value })),
      [
        { value: 'Heron' },
        { value: new Date(Date.UTC(2026, 2, 31)), type: Date, format: 'dd/mm/yyyy' },
        { value: '=30+4', type: 'Formula' },
      ],
    ] as never).toBuffer()
    const result = await tried(file, { name: 'x.xlsx' })
    expect(result.found).toMatchObject({ sheet: expect.any(String), encoding: null, delimiter: null })
    expect(messages(result)[0]).toMatch(/^2 notice -: holds a formula in C2/)
  })
})

describe('transcripts', () => {
  const vtt =
    'WEBVTT\n\n1\n00:00:01.000 --> 00:00:04.000\n<v Rita>Why did you look?\n\n00:01:05.000 --> 00:01:09.000\n<v Heron>The auditor came.\n'
  test('[EV-4a] subtitles keep speaker and time, and the first lines are shown before', async () => {
    const setting = { name: 'call.vtt', settings: { transcript: { pseudonym: 'Heron' } } }
    const result = await tried(vtt, setting)
    expect(result).toMatchObject({
      kind: 'transcript',
      create: 1,
      preview: [
        { cells: ['00:00:01', 'Rita', 'Why did you look?'] },
        { cells: ['00:01:05', 'Heron', 'The auditor came.'] },
      ],
    })
    expect((await send(vtt, setting)).json).toMatchObject({ imported: true })
    expect((await held()).answers).toMatchObject([
      { questionId: '', text: '[00:00:01] Rita: Why did you look?\n[00:01:05] Heron: The auditor came.' },
    ])
  })
  test.each([
    [
      'call.srt',
      '1\n00:00:01,000 --> 00:00:02,000\nRita: Why?\n\n2\n00:00:03,000 --> 00:00:04,000\nRita: Really?\n',
      ['00:00:01', 'Rita', 'Why? Really?'],
    ],
    [
      'call.txt',
      '[00:01] Rita: Why?\n\n[00:02] Heron: So.\nRita: And?\nHeron: Well.',
      ['00:00:01', 'Rita', 'Why?'],
    ],
    ['call.md', '**Rita:** Why?\n\n**Rita:** Yes.', ['', 'Rita', 'Why?']],
  ])('%s is read', async (name, text, first) => {
    expect((await tried(text, { name })).preview[0]?.cells).toEqual(first)
  })
})

const docx = (paragraphs: readonly string[]) =>
  forgedZip({
    '[Content_Types].xml': Buffer.from(
      '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>',
    ),
    '_rels/.rels': Buffer.from(
      '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>',
    ),
    'word/document.xml': Buffer.from(
      `<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${paragraphs.map((text) => `<w:p><w:r><w:t>${text}</w:t></w:r></w:p>`).join('')}</w:body></w:document>`,
    ),
  })

test('[EV-4a] a document keeps its paragraphs, with speakers and times', async () => {
  const { preview } = await tried(docx(['[00:01] Rita: Why?', 'The auditor came.', '[00:09] Rita: And?']), {
    name: 'call.docx',
  })
  expect(preview.map(({ cells }) => cells)).toEqual([
    ['00:00:01', 'Rita', 'Why?'],
    ['', '', 'The auditor came.'],
    ['00:00:09', 'Rita', 'And?'],
  ])
})

describe('files that are none', () => {
  test.each<[string, string | Uint8Array, string, RegExp]>([
    [
      'a picture',
      new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 13, 1, 2, 0, 0]),
      'x.csv',
      /not a file of text/,
    ],
    [
      'an old Excel file',
      new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]),
      'x.xls',
      /old or a protected/,
    ],
    ['a PDF', '%PDF-1.7 …', 'x.csv', /PDF/],
    ['nothing', '', 'x.csv', /empty/],
    [
      'a zip bomb',
      forgedZip({ 'xl/workbook.xml': Buffer.alloc(200 * 1024 * 1024) }),
      'x.xlsx',
      /unpacks to far more/,
    ],
    [
      'XML that grows',
      forgedZip({ 'xl/workbook.xml': Buffer.from('<!DOCTYPE x [<!ENTITY a "aaaa">]><x>&a;</x>') }),
      'x.xlsx',
      /XML entities/,
    ],
    ['a zip of something else', forgedZip({ 'readme.md': Buffer.from('x') }), 'x.zip', /neither a sheet/],
    ['a broken zip', Buffer.from('PK\x03\x04 and then nothing'), 'x.xlsx', /broken/],
  ])('%s is refused by a sentence', async (_what, file, name, title) => {
    const { status, json } = await send(file, { name, dryRun: true })
    expect([status, (json as Problem).title]).toEqual([415, expect.stringMatching(title)])
  })

  test('JSON, no file, and settings that are none are refused with what is missing', async () => {
    const path = `/api/workshops/${rita.workshopId}/interviews/import`
    expect(await rita.fetch('POST', path, { body: {} })).toMatchObject({ status: 415 })
    expect(
      await rita.fetch('POST', path, {
        body: 'x',
        headers: { 'content-type': 'multipart/form-data; boundary=b' },
      }),
    ).toMatchObject({ status: 400 })
    expect((await send('a,b\n', { settings: { decimal: '!' } })).json).toMatchObject({
      code: 'bad-request',
      faults: [{ path: '/settings/decimal' }],
    })
  })
})

const PING_EVERY_MS = 10

/** How long others wait for an answer while something goes on. */
async function pingsDuring(person: Person, work: () => Promise<unknown>): Promise<number[]> {
  const times: number[] = []
  const running = { on: true }
  const done = work().finally(() => {
    running.on = false
  })
  while (running.on) {
    const began = performance.now()
    await person.fetch('GET', '/healthz')
    times.push(performance.now() - began)
    await new Promise((resolve) => setTimeout(resolve, PING_EVERY_MS))
  }
  await done
  return times
}

const p99 = (times: readonly number[]) =>
  [...times].sort((a, b) => a - b)[Math.floor(times.length * 0.99)] ?? 0

describe('ten thousand rows', () => {
  const rows = (count: number) =>
    Array.from(
      { length: count },
      (_, index) =>
        `C${index},2026-03-31,"a role, quoted","first line\nsecond ""line"" ${'words '.repeat(40)}",${index % 10 === 0 ? 'x' : 30}`,
    )
  const large = () => ['pseudonym,date,role,personNote,minutes', ...rows(10_000)].join('\n')

  test('[EX-4b] are refused with every fault in less than 10 s, with progress, and others are served meanwhile', {
    timeout: 60_000,
  }, async () => {
    const idle = await pingsDuring(fay, () => new Promise((resolve) => setTimeout(resolve, 1_000)))
    let text = ''
    const began = performance.now()
    const before = process.cpuUsage()
    const times = await pingsDuring(fay, async () => {
      text = (await send(large(), { accept: 'application/x-ndjson' })).text
    })
    const took = performance.now() - began
    const { user, system } = process.cpuUsage(before)
    const worked = (user + system) / 1000
    const lines = text
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as IntakeLine)
    const last = lines.at(-1)
    if (last?.type !== 'result') throw new Error(text.slice(-300))
    expect(last.result.problems.filter(({ message }) => message === '“x” is not a number')).toHaveLength(1000)
    expect(last.result.problems[0]?.message).toMatch(/at most 1000 interviews/)
    expect(lines.filter(({ type }) => type === 'progress').length).toBeGreaterThan(10)
    console.info(
      `10,000 rows: ${Math.round(took)} ms, ${Math.round(worked)} ms of work; pings p99 ${p99(times).toFixed(0)} ms, idle ${p99(idle).toFixed(0)} ms`,
    )
    // How long the machine was busy with it, whatever else it did: all threads and the pings.
    expect(worked).toBeLessThan(10_000)
    // Other work on the machine delays both.
    expect(p99(times)).toBeLessThan(100 + p99(idle))
    expect((await held()).interviews).toEqual([])
  })

  test('as many as a workshop holds are taken in at once, or not at all when the request is ended', {
    timeout: 60_000,
  }, async () => {
    const table = [
      'pseudonym,date,role,personNote,minutes',
      ...rows(1_000).map((row) => row.replace(/,x$/, ',30')),
    ].join('\n')
    const { body, headers } = asMultipart(table)
    const path = `${server.url}/api/workshops/${rita.workshopId}/interviews/import`
    const before = await stored()
    await new Promise<void>((resolve) => {
      const asked = request(path, {
        method: 'POST',
        headers: { ...headers, cookie: rita.cookie, accept: 'application/x-ndjson' },
      })
      asked.on('response', (response) => response.once('data', () => asked.destroy()))
      asked.on('close', resolve)
      asked.on('error', () => undefined)
      asked.end(body)
    })
    // One import at a time: when the next is done, the ended one is over.
    await tried('pseudonym\nHeron\n')
    expect(await stored()).toBe(before)
    const { json } = await send(table)
    expect(json).toMatchObject({ imported: true, create: 1_000, update: 0 })
    expect((await held()).interviews).toHaveLength(1_000)
  })
})

describe('taking them out', () => {
  const get = (person: Person, ending = 'csv', query = '') =>
    person.fetch('GET', `/api/workshops/${rita.workshopId}/interviews/export.${ending}${query}`)

  test('[S2] nobody but researchers before the envelope is open; then everyone, masked', async () => {
    await send('pseudonym,role,What is this?\nHeron,Buyer,Ring me on +49 30 1234567\n', {
      settings: { columns: [{ header: 'What is this?', to: 'answer', questionId: '' }] },
    })
    expect((await get(rita)).text).toContain('+49 30 1234567')
    for (const ending of ['csv', 'xlsx'])
      expect((await get(fay, ending)).json).toMatchObject({ code: 'not-allowed' })
    await fay.ask('openEnvelope', { body: { override: 'The room asks for it' } })
    const open = (await get(fay)).text
    expect(open).toContain('Heron')
    expect(open).not.toContain('1234567')
    expect((await get(rita, 'csv', '?masked=1')).text).not.toContain('1234567')
    expect((await get(fay, 'xlsx')).status).toBe(200)
  })

  test('[EX-2a] with semicolons and a mark for Excel; what it would compute has an apostrophe before it', async () => {
    await send('pseudonym,role,years as customer\nHeron,=1+1,2.5\n')
    const { text } = await get(rita, 'csv', '?separator=semicolon&bom=1')
    expect(text).toContain(`;'=1+1;`)
    expect(text).toContain(';2,5')
    const plain = (await get(rita)).text
    expect(plain).toContain(`,'=1+1,`)
    const again = await tried(plain)
    expect(again).toMatchObject({ update: 1, faultyRows: 0 })
  })
})
