/** Workshops as files over HTTP: out, in, and everything that is no workshop (B10, [S1]). */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { addNeed } from '#shared/board/scene-edits.ts'
import { demoWorkshop } from '#shared/exchange/demo/demo-workshop.ts'
import type { WorkshopFile } from '#shared/exchange/file.ts'
import type { Problem } from '#shared/protocol/problems.ts'
import {
  type Answer,
  editBoard,
  type Person,
  startTestServer,
  type TestServer,
  tokenOf,
} from '#test/support/server.ts'

let server: TestServer

beforeAll(async () => {
  server = await startTestServer()
})
afterAll(() => server.stop())

const importFile = (body: unknown, person = server.newPerson()): Promise<Answer> =>
  person.call('importWorkshop', { body })

async function importedBy(body: unknown): Promise<Person> {
  const person = server.newPerson()
  const { json, status, text } = await importFile(body, person)
  if (status !== 201) throw new Error(text)
  Object.assign(person, json)
  return person
}

const workshopCount = async () => {
  const rows = await server.running.service.storage.db.selectFrom('workshops').select('id').execute()
  return rows.length
}

/** A file without what must differ: ids in order of appearance, times of export and server. */
function comparable(file: unknown): unknown {
  const { exportedAt, appVersion, server: name, ...rest } = file as WorkshopFile
  const ids = new Map<string, string>()
  const json = JSON.stringify(rest).replace(/"([\w-]{20})"/g, (whole, id: string) => {
    if (!/\d|[A-Z_-]/.test(id)) return whole
    if (!ids.has(id)) ids.set(id, `id-${ids.size}`)
    return `"${ids.get(id)}"`
  })
  return JSON.parse(json) as unknown
}

describe('round trip', () => {
  test('what is exported, imported and exported again is the same but for ids, times and server', async () => {
    const first = await importedBy(demoWorkshop)
    const exported = await first.ask('exportJson')
    const second = await importedBy(exported)
    const again = await second.ask('exportJson')
    expect(comparable(again)).toEqual(comparable(exported))
    expect(JSON.stringify(exported)).toContain('Larderline')
  })

  test('keys this version does not know come back, wherever they stood', async () => {
    const file = structuredClone(demoWorkshop) as { workshop: { board: { needs: object[] } } }
    Object.assign(file, { fromTomorrow: { a: [1] } })
    Object.assign(file.workshop.board.needs[0] ?? {}, { weightOfEvidence: 'heavy' })
    const exported = await (await importedBy(file)).ask('exportJson')
    expect(exported).toMatchObject({ fromTomorrow: { a: [1] } })
    expect(JSON.stringify(exported)).toContain('"weightOfEvidence":"heavy"')
  })

  test('whoever imports sits on the seat of the facilitator in the file; a seat named otherwise is added', async () => {
    const importer = await importedBy(demoWorkshop)
    const file = await importer.ask('exportJson')
    const opener = server.newPerson()
    await opener.open({ from: file, facilitator: { name: 'Nobody of the file', functionName: 'Sales' } })
    const view = await opener.ask('readWorkshop')
    expect(view).toMatchObject({ seat: { name: 'Nobody of the file', role: 'facilitator' }, isDemo: false })
    const facilitators = (exported: object) =>
      (exported as WorkshopFile).workshop.record.seats as unknown as { role: string }[]
    const count = (exported: object) =>
      facilitators(exported).filter(({ role }) => role === 'facilitator').length
    expect(count(await opener.ask('exportJson'))).toBe(count(file) + 1)
    expect((await importer.ask('readWorkshop')).seat.role).toBe('facilitator')
  })

  test('the demo opens at once, with the means of its first round and its history', async () => {
    const visitor = server.newPerson()
    const began = performance.now()
    await visitor.open({ title: '', from: 'demo', facilitator: { name: 'Vera' } })
    expect(performance.now() - began).toBeLessThan(2000)
    expect(await visitor.ask('readWorkshop')).toMatchObject({ isDemo: true, seat: { name: 'Vera' } })
    const { weights } = (await visitor.ask('analysis')) as {
      weights: { rounds: { n: number; abstained: number; perNeed: { mean: number; shown: number }[] }[] }
    }
    expect(weights.rounds[0]).toMatchObject({ n: 9, abstained: 1 })
    expect(weights.rounds[0]?.perNeed.map(({ shown }) => shown)).toEqual([28, 12, 9, 18, 19, 14])
    expect(weights.rounds[0]?.perNeed.map(({ mean }) => mean.toFixed(2))).toEqual([
      '27.78',
      '12.22',
      '8.89',
      '17.78',
      '18.89',
      '14.44',
    ])
  })

  test('rounds of an imported workshop go on: the next one has the next number', async () => {
    const person = await importedBy(demoWorkshop)
    const file = (await person.ask('exportJson')) as unknown as WorkshopFile
    const needs = file.workshop.board.needs as unknown as { id: string; binned: unknown }[]
    const subjects = needs.filter(({ binned }) => !binned).map(({ id }) => id)
    const rounds = file.workshop.record.rounds as unknown as { id: string; kind: string; number: number }[]
    const last = Math.max(...rounds.filter(({ kind }) => kind === 'weights').map(({ number }) => number))
    const next = await person.ask('openRound', {
      body: { kind: 'weights', subjects, anonymity: 'anonymous' },
    })
    expect(next.number).toBe(last + 1)
    expect(
      (await person.refusal('discardRound', { params: { roundId: rounds[0]?.id ?? '' }, body: {} })).code,
    ).toBe('round-ended')
  })
})

describe('what is sealed', () => {
  test('a file never holds ballots, who has sealed, or tokens, and names what it leaves out', async () => {
    const fay = server.newPerson()
    const { joinCode, links } = await fay.open()
    const ana = server.newPerson()
    await ana.join({ code: joinCode, name: 'Ana' })
    const subjects: string[] = []
    for (const short of ['A', 'B']) subjects.push(await editBoard(server, fay.workshopId, addNeed, { short }))
    const params = await fay.ask('openRound', { body: { kind: 'weights', subjects, anonymity: 'anonymous' } })
    const points = { [subjects[0] ?? '']: 63, [subjects[1] ?? '']: 37 }
    const ballot = { points, unsure: [], confidence: null, abstained: false, reason: 'my-own-reason' }
    const put = { params: { roundId: params.roundId }, body: { ...ballot, sealed: true } }
    const before = await fay.call('exportJson')
    await ana.ask('putBallot', put)
    const after = await fay.call('exportJson')
    const { exportedAt: _, ...was } = before.json as WorkshopFile
    const { exportedAt: __, ...is } = after.json as WorkshopFile
    expect(is).toEqual(was)
    expect(is.sealed).toEqual(['interviews', 'rounds/weights/1'])
    for (const secret of [
      'my-own-reason',
      ...Object.values(links).map(tokenOf),
      ana.cookie.split('=')[1] ?? '',
    ])
      expect(after.text).not.toContain(secret)
  })

  test('interviews leave with whoever may read them, and only with them', async () => {
    const sealed = structuredClone(demoWorkshop) as { workshop: { record: { envelope: object } } }
    sealed.workshop.record.envelope = {}
    const fay = await importedBy(sealed)
    const { links } = await fay.ask('readWorkshop')
    const rita = server.newPerson()
    await rita.join({ token: tokenOf(links.participate ?? ''), name: 'Rita' })
    const has = async (person: Person) =>
      'interviews' in ((await person.ask('exportJson')) as unknown as WorkshopFile).workshop
    expect(await has(fay)).toBe(false)
    expect(await has(rita)).toBe(false)
    await fay.ask('changeSeat', { params: { seatId: rita.seatId }, body: { role: 'researcher' } })
    expect(await has(rita)).toBe(true)
    expect(((await fay.ask('exportJson')) as unknown as WorkshopFile).sealed).toContain('interviews')
  })

  test('seniority leaves with the facilitator alone', async () => {
    const fay = await importedBy(demoWorkshop)
    const { links } = await fay.ask('readWorkshop')
    const ana = server.newPerson()
    await ana.join({ token: tokenOf(links.watch ?? ''), name: 'Ana' })
    expect((await fay.call('exportJson')).text).toContain('"seniority"')
    expect((await ana.call('exportJson')).text).not.toContain('"seniority"')
  })

  test.each(['a change of role', 'the facilitator link'])(
    'a researcher who has read interviews and becomes a member, by %s, gives no guess (R049)',
    async (by) => {
      const sealed = structuredClone(demoWorkshop) as { workshop: { record: { envelope: object } } }
      sealed.workshop.record.envelope = {}
      const fay = await importedBy(sealed)
      const { links } = await fay.ask('readWorkshop')
      const rita = server.newPerson()
      const params = await rita.join({ token: tokenOf(links.participate ?? ''), name: 'Rita' })
      await fay.ask('changeSeat', { params, body: { role: 'researcher' } })
      if (by === 'the facilitator link')
        await rita.join({ token: tokenOf(links.facilitator ?? ''), name: 'Rita' })
      await fay.ask('changeSeat', { params, body: { role: 'member' } })
      const file = (await fay.ask('exportJson')) as unknown as WorkshopFile
      const subjects = (file.workshop.board.needs as unknown as { id: string; binned: unknown }[])
        .filter(({ binned }) => !binned)
        .map(({ id }) => id)
      const round = await fay.ask('openRound', {
        body: { kind: 'weights', subjects, anonymity: 'anonymous' },
      })
      const body = { points: {}, unsure: [], confidence: null, abstained: true, reason: '', sealed: true }
      const refused = await rita.refusal('putBallot', { params: { roundId: round.roundId }, body })
      expect(refused.code).toBe('no-ballot-for-you')
    },
  )
})

test('an open round of a kind this server does not know keeps nobody out, and can be discarded', async () => {
  const round = { id: 'r', kind: 'from-tomorrow', number: 1, status: 'open', subjects: [], columns: [] }
  const file = { ...(demoWorkshop as object), workshop: { board: {}, record: { rounds: [round] } } }
  const fay = await importedBy(file)
  const { joinCode, links } = await fay.ask('readWorkshop')
  const ana = server.newPerson()
  await ana.join({ code: joinCode ?? '', name: 'Ana' })
  await fay.ask('changeSeat', { params: { seatId: ana.seatId }, body: { role: 'viewer' } })
  await ana.join({ token: tokenOf(links.participate ?? ''), name: 'Ana' })
  const { workshop } = (await fay.ask('exportJson')) as unknown as WorkshopFile
  const roundId = (workshop.record.rounds as { id: string }[])[0]?.id ?? ''
  expect(await ana.refusal('putBallot', { params: { roundId }, body: { sealed: true } })).toMatchObject({
    status: 400,
  })
  await fay.ask('discardRound', { params: { roundId }, body: {} })
})

describe('what is no workshop file', () => {
  test.each<[string, unknown, string]>([
    ['a list', [1, 2], ''],
    ['nothing', {}, ''],
    ['text', '"hello"', ''],
    ['null', 'null', ''],
    ['of another program', { format: 'excalidraw', version: 2 }, ''],
    ['of a later version', { ...(demoWorkshop as object), version: 99 }, '/version'],
    ['without its documents', { format: 'guessproof.workshop', version: 1, workshop: {} }, '/workshop/board'],
    [
      'with needs that are no list',
      { format: 'guessproof.workshop', version: 1, workshop: { board: { needs: 3 }, record: {} } },
      '/workshop/board/needs',
    ],
  ])('JSON that is %s is refused by path and changes nothing', async (_what, body, path) => {
    const before = await workshopCount()
    const answer = await importFile(body)
    expect(answer.status).toBe(422)
    expect(answer.headers.get('content-type')).toMatch('application/problem+json')
    expect(answer.json).toMatchObject({ code: 'file-faults' })
    expect((answer.json as Problem).faults?.map((fault) => fault.path)).toContain(path)
    expect(answer.headers.getSetCookie()).toEqual([])
    expect(await workshopCount()).toBe(before)
  })

  test.each([
    ['cut off', '{"format": "guessproof.workshop", "wor'],
    ['not UTF-8', new Uint8Array([0x22, 0xff, 0xfe, 0x22])],
    ['with a trailing comma', '{"a": 1,}'],
  ])('a body that is %s is no JSON', async (_what, body) => {
    expect(await importFile(body)).toMatchObject({ status: 400, json: { code: 'bad-request' } })
  })

  test('very deep nesting is refused, in brackets, braces and both, closed or not', async () => {
    const deep = 2_000_000
    for (const body of ['['.repeat(deep), '{"a":'.repeat(deep), `${'['.repeat(deep)}${']'.repeat(deep)}`])
      expect((await importFile(body)).status).toBe(400)
    const nested = `{"format":"guessproof.workshop","version":1,"workshop":{"board":{"x":${'['.repeat(40)}${']'.repeat(40)}},"record":{}}}`
    expect((await importFile(nested)).status).toBe(422)
    const inText = JSON.stringify({ format: '[{'.repeat(1000) })
    expect((await importFile(inText)).status).toBe(422)
  })

  test('50 MB are refused as too large, and others are served meanwhile', async () => {
    const fay = server.newPerson()
    await fay.open()
    const large = `{"format":"guessproof.workshop","padding":"${'x'.repeat(50 * 1024 * 1024)}"}`
    const [refused, served] = await Promise.all([importFile(large), fay.call('readWorkshop')])
    expect(refused).toMatchObject({ status: 413, json: { code: 'too-large' } })
    expect(served.status).toBe(200)
  })

  test('as many seats, rounds and ballots as a file may hold are taken in, and given back', async () => {
    const many = <T>(count: number, make: (index: number) => T) =>
      Array.from({ length: count }, (_, i) => make(i))
    const ballots = many(1_000, (index) => ({ seatId: `s${index}`, receivedAt: 1, ballot: { a: 1 } }))
    const record = {
      seats: many(6_000, (index) => ({ id: `s${index}`, name: `S ${index}`, role: 'member' })),
      rounds: many(6_000, (index) => ({
        id: `r${index}`,
        kind: 'other',
        number: 1,
        status: 'revealed',
        ...(index < 5 && { ballots }),
      })),
    }
    const file = { format: 'guessproof.workshop', version: 1, workshop: { board: {}, record } }
    const fay = await importedBy(file)
    const { workshop } = (await fay.ask('exportJson')) as unknown as WorkshopFile
    expect([workshop.record.seats, workshop.record.rounds]).toMatchObject([
      { length: 6_001 },
      { length: 6_000 },
    ])
  })

  test('19 MB of rows that are no workshop get an answer that is short', async () => {
    const rows = Array.from({ length: 200_000 }, (_, index) => ({
      id: `n${index}`,
      short: 7,
      statement: 'x'.repeat(50),
    }))
    const file = {
      format: 'guessproof.workshop',
      version: 1,
      workshop: { board: { needs: rows }, record: {} },
    }
    const answer = await importFile(file)
    expect(answer.status).toBe(422)
    expect(answer.text.length).toBeLessThan(100_000)
  })

  test('a prototype in the file pollutes nothing', async () => {
    const text = JSON.stringify(demoWorkshop).replace(
      '{',
      '{"__proto__":{"polluted":true},"constructor":{"prototype":{"polluted":true}},',
    )
    const answer = await importFile(text)
    expect(answer.status).toBe(201)
    expect(({} as { polluted?: boolean }).polluted).toBeUndefined()
  })
})

test('the JSON Schema of workshop files is published, and the demo holds to its format', async () => {
  const { status, json } = await server.newPerson().fetch('GET', '/api/workshop.schema.json')
  expect(status).toBe(200)
  expect(json).toMatchObject({ properties: { format: { const: 'guessproof.workshop' } } })
})
