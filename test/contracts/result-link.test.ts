/**
 * [AC-4a] [R098] The result by a link: without seat, name or code; masked, without what is sealed, and without a word
 * that was not given for passing on. Ended, it shows nothing from the next call on.
 */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { addNeed } from '#shared/board/scene-edits.ts'
import { updateRow } from '#shared/document/collection.ts'
import { demoWorkshop } from '#shared/exchange/demo/demo-workshop.ts'
import { interviews, quotes } from '#shared/interviews/schema.ts'
import type { ResultView } from '#shared/report/result-view.ts'
import {
  editBoard,
  editInterviews,
  type Person,
  startTestServer,
  type TestServer,
  testClock,
  tokenOf,
} from '#test/support/server.ts'
import { makeWorld, sealBallot } from '#test/support/world.ts'

const clock = testClock(Date.UTC(2026, 4, 12, 9))
let server: TestServer
let fay: Person
/** Has no seat anywhere. */
let manager: Person
let token: string
beforeAll(async () => {
  server = await startTestServer({ clock })
  fay = server.newPerson()
  const { links } = await fay.open({ from: demoWorkshop as never })
  token = tokenOf(links.result)
  manager = server.newPerson()
})
afterAll(async () => {
  await server.stop()
})

const read = (by: string) => manager.call('readResult', { body: { token: by } })
const seen = async (by: string) => {
  const answer = await read(by)
  expect(answer.status).toBe(200)
  return answer.json as ResultView
}

/** The file that holds everything there is as it is, and the page as text; other formats are made of the same. */
async function filesFor(by: string): Promise<Map<string, string>> {
  const all = new Map<string, string>()
  for (const format of ['json', 'md'])
    all.set(format, (await manager.call('readResultFile', { params: { format }, body: { token: by } })).text)
  return all
}

describe('of the demo', () => {
  test('[R101] the page is told everything it shows, kept by nobody, and no cookie is set', async () => {
    const answer = await read(token)
    expect(answer.headers.get('cache-control')).toBe('no-store')
    expect(answer.headers.getSetCookie()).toEqual([])
    const view = answer.json as ResultView
    expect(view.isOpen).toBe(true)
    expect(view.needs.some(({ customers }) => customers !== null)).toBe(true)
    expect(view.actions.some(({ quotes: said }) => said.length > 0)).toBe(true)
    expect(view.stages.length).toBeGreaterThan(3)
    for (const part of ['file', 'history', 'scores', 'interviews']) expect(view).not.toHaveProperty(part)
  })

  test('nobody of the room and no customer can be found, byte by byte, on the page or in a file', async () => {
    const { workshop } = demoWorkshop as { workshop: { record: { seats: { name: string }[] } } }
    const rae = server.newPerson()
    const { links } = await fay.ask('readWorkshop')
    await rae.join({ token: tokenOf(links.participate ?? ''), name: 'Rae' })
    await fay.ask('changeSeat', { params: { seatId: rae.seatId }, body: { role: 'researcher' } })
    const [first, second] = (await seen(token)).quotes
    if (!first || !second) throw new Error('The demo has no quotes.')
    const identity = { name: 'Zyxomma Petri', firm: 'Petri Foods', phone: '', email: '', note: '' }
    await rae.ask('putIdentity', {
      params: { interviewId: first.interviewId },
      body: { ...identity, deleteAfter: '' },
    })
    const { workshopId } = fay
    await editInterviews(
      server,
      workshopId,
      (doc) => {
        updateRow(doc, quotes, first.id, { private: true })
        updateRow(doc, quotes, second.id, {
          text: 'I told Zyxomma Petri of Petri Foods, on +44 20 7946 0958.',
        })
      },
      null,
    )
    const told = new Map([...(await filesFor(token)), ['page', (await read(token)).text]])
    expect(told.get('json')).toContain('I told')
    const names = workshop.record.seats.map(({ name }) => name)
    for (const word of [...names, 'Rae', 'Zyxomma', 'Petri', '7946 0958', first.text.slice(0, 30)])
      expect([word, [...told].filter(([, text]) => text.includes(word)).map(([path]) => path)]).toEqual([
        word,
        [],
      ])
    expect(told.get('page')).toContain('I told')
  })

  test('many who open it at once get the same, and what has changed since is there at the next look', async () => {
    const all = await Promise.all(Array.from({ length: 12 }, () => read(token)))
    expect(new Set(all.map(({ text }) => text)).size).toBe(1)
    const [quote] = (await seen(token)).quotes
    await editInterviews(
      server,
      fay.workshopId,
      (doc) => updateRow(doc, quotes, quote?.id ?? '', { text: 'Changed since' }),
      null,
    )
    expect((await read(token)).text).toContain('Changed since')
  })

  test('a file is named as from the workshop; what is no format is not found', async () => {
    const response = await manager.call('readResultFile', { params: { format: 'md' }, body: { token } })
    expect(response.headers.get('content-disposition')).toContain('.md')
    expect(response.headers.get('cache-control')).toBe('no-store')
    expect(response.text).toContain('# Larderline')
    expect(response.text).toMatch(/Final/)
    expect(
      (await manager.call('readResultFile', { params: { format: 'doc' }, body: { token } })).status,
    ).toBe(404)
  })
})

test('[S1] [EX-1a] while a round and the envelope are sealed, the page does not depend on what is in them', async () => {
  const world = await makeWorld(server)
  const before = await read(world.resultToken)
  expect((before.json as ResultView).sealed.join(' ')).toMatch(/answers are sealed.*Weights, round 1/)
  await sealBallot(world)
  await editInterviews(
    server,
    world.workshopId,
    (doc) => updateRow(doc, interviews, world.interviewId, { personNote: 'Wants a person' }),
    null,
  )
  clock.advance(11 * 60_000)
  const after = await read(world.resultToken)
  const timeless = (text: string) => text.replaceAll(/"exportedAt":"[^"]*"/g, '')
  expect(after.text).not.toBe(before.text)
  expect(timeless(after.text)).toBe(timeless(before.text))
})

test('while the room works on, everybody who opens it is told, and nobody of what was before', async () => {
  const owner = server.newPerson()
  const { workshopId, links } = await owner.open()
  const by = tokenOf(links.result)
  const all: ReturnType<typeof read>[] = []
  for (const short of ['One', 'Two', 'Three', 'Four', 'Five', 'Six']) {
    await editBoard(server, workshopId, addNeed, { short })
    all.push(read(by))
  }
  const answers = await Promise.all(all)
  expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 200))
  expect(answers.at(-1)?.text).toContain('Six')
})

test('a name the vault has learned is masked at the next look, also while the answers are sealed', async () => {
  const world = await makeWorld(server)
  await editBoard(server, world.workshopId, addNeed, { short: 'As Zyxomma Petri wants it' })
  expect((await read(world.resultToken)).text).toContain('Zyxomma Petri')
  await world.people.researcher.ask('putIdentity', {
    params: { interviewId: world.interviewId },
    body: { name: 'Zyxomma Petri', firm: '', phone: '', email: '', note: '', deleteAfter: '' },
  })
  const told = (await read(world.resultToken)).text
  expect(told).toContain('wants it')
  expect(told).not.toContain('Zyxomma')
})

test('[C12] what was made while a withdrawal was on its way through the history is not given once it is through', async () => {
  const { workshopId, links } = await server.newPerson().open()
  const by = tokenOf(links.result)
  const { db } = server.running.service.storage
  await db
    .insertInto('withdrawals')
    .values({ id: 'w1', workshop_id: workshopId, interviews: '[]', scopes: '[]', taken: '[]', at: 1 })
    .execute()
  const during = (await filesFor(by)).get('json')
  clock.advance(1000)
  expect((await filesFor(by)).get('json')).toBe(during)
  await db.updateTable('withdrawals').set({ taken: null }).where('id', '=', 'w1').execute()
  expect((await filesFor(by)).get('json')).not.toBe(during)
})

test('ended, run out or made up, a token shows nothing, from the next call on; none of them is in a log', async () => {
  const owner = server.newPerson()
  const { links } = await owner.open()
  const first = tokenOf(links.result)
  expect(links.result).toMatch(/\/r#t=[\w-]{43}$/)
  expect((await read(first)).status).toBe(200)
  const of = { params: { kind: 'result' } }
  const { link } = await owner.ask('renewLink', { ...of, body: { days: 1 } })
  expect((await read(first)).json).toMatchObject({ status: 410, code: 'link-revoked' })
  expect((await read(tokenOf(link))).status).toBe(200)
  clock.advance(24 * 3600 * 1000)
  expect((await read(tokenOf(link))).json).toMatchObject({ status: 410, code: 'link-expired' })
  await owner.ask('changeLink', { ...of, body: { days: null } })
  expect((await read(tokenOf(link))).status).toBe(200)
  await owner.ask('endLink', of)
  expect((await read(tokenOf(link))).json).toMatchObject({ code: 'link-revoked' })
  const file = await manager.call('readResultFile', {
    params: { format: 'md' },
    body: { token: tokenOf(link) },
  })
  expect(file.status).toBe(410)
  expect((await read('x'.repeat(43))).status).toBe(404)
  for (const kind of ['participate', 'watch', 'facilitator'] as const)
    expect((await read(tokenOf(links[kind]))).status).toBe(404)
  for (const secret of [first, tokenOf(link)]) expect(server.logLines.join('\n')).not.toContain(secret)
})

test('[S2] the link to the result takes no seat, also where it stands in the old form', async () => {
  const owner = server.newPerson()
  const { links, workshopId } = await owner.open()
  const body = { token: tokenOf(links.result), name: 'Max' }
  expect(await manager.refusal('join', { body })).toMatchObject({ status: 409, code: 'result-link' })
  expect(await manager.refusal('checkCode', { body })).toMatchObject({ code: 'result-link' })
  const { db } = server.running.service.storage
  expect(
    await db.selectFrom('seats').selectAll().where('workshop_id', '=', workshopId).execute(),
  ).toHaveLength(1)
})

test('whoever asks very often is told to wait', async () => {
  const own = await startTestServer({ clock: testClock() })
  const statuses = new Set<number>()
  const body = { token: 'x'.repeat(43) }
  for (let i = 0; i < 121; i++) statuses.add((await own.newPerson().call('readResult', { body })).status)
  await own.stop()
  expect([...statuses]).toEqual([404, 429])
})
