/** The browser's session against the real server: what is called saved is saved, and everyone sees the same. */
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest'
import type { LiveSession } from '#client/session/live-session.ts'
import { addCard, changeCard } from '#shared/board/roadmap-edits.ts'
import { cards, findings } from '#shared/board/schema.ts'
import { insertRow } from '#shared/document/collection.ts'
import { draftFindings, interviews } from '#shared/interviews/schema.ts'
import { closeCodes } from '#shared/protocol/wire.ts'
import { agenda, seats } from '#shared/record/schema.ts'
import {
  editInterviews,
  type Person,
  startTestServer,
  type TestServer,
  tokenOf,
} from '#test/support/server.ts'
import { laptopOf } from '#test/support/server-session.ts'

let server: TestServer
beforeAll(async () => {
  server = await startTestServer()
})
afterAll(() => server.stop())

const open: LiveSession[] = []
afterEach(() => {
  for (const session of open.splice(0)) session.close()
})

const until = (isSo: () => boolean) =>
  vi.waitFor(
    () => {
      if (!isSo()) throw new Error(`Not so: ${isSo}`)
    },
    { timeout: 20_000, interval: 10 },
  )
const isSaved = (session: LiveSession) => session.saved.getState().status === 'saved'
const cell = { stageId: 's1', lane: 'question' } as const
const textsOf = (session: LiveSession) =>
  [...session.rows(cards).getState().values()].map(({ text }) => text).sort()

async function workshop() {
  const fay = server.newPerson()
  const opened = await fay.open()
  const tom = server.newPerson()
  await tom.join({ code: opened.joinCode, name: 'Tom' })
  return { fay, tom, opened }
}

async function sessionOf(person: Person, laptop = laptopOf(person, server.url)) {
  const session = await laptop.open()
  open.push(session)
  return { session, laptop }
}

test('two people edit one board; each sees the other, saved is said by the server', async () => {
  const { fay, tom } = await workshop()
  const [a, b] = [await sessionOf(fay), await sessionOf(tom)]
  await until(() => isSaved(a.session) && isSaved(b.session))
  const id = a.session.edit(addCard, { ...cell, text: 'Is it safe?' })
  expect(isSaved(a.session)).toBe(false)
  await until(() => textsOf(b.session).includes('Is it safe?'))
  b.session.edit(changeCard, { id, changes: { hurdles: 'Nobody knows' } })
  await until(() => a.session.rows(cards).getState().get(id)?.hurdles === 'Nobody knows')
  await until(() => isSaved(a.session) && isSaved(b.session))

  const names = () => b.session.present.getState().people.map(({ name }) => name)
  await until(() => names().length === 2)
  expect(names()).toEqual(['Fay', 'Tom'])
  a.session.setPresence({ focus: id, editing: true })
  await until(() => b.session.present.getState().holding.get(id)?.[0]?.name === 'Fay')
})

test('a command of the facilitator reaches everyone through the record, which no client can write', async () => {
  const { fay, tom } = await workshop()
  const [a, b] = [await sessionOf(fay), await sessionOf(tom)]
  await until(() => isSaved(b.session))
  expect(await a.session.command('setAgenda', { body: { activity: 'roadmap' } })).toMatchObject({ ok: true })
  await until(() => b.session.single(agenda).getState().activity === 'roadmap')
  expect(await b.session.command('setAgenda', { body: { activity: 'weigh' } })).toMatchObject({
    ok: false,
    problem: { code: 'not-allowed' },
  })
  expect(b.session.rows(seats).getState().size).toBe(2)
  expect(Math.abs(b.session.serverNow() - Date.now())).toBeLessThan(1_000)
})

test('20 cards made offline, the page reloaded, the line back: all are there once (OF-2a)', async () => {
  const { fay, tom } = await workshop()
  const { session, laptop } = await sessionOf(fay)
  await until(() => isSaved(session))
  laptop.setOnline(false)
  await until(() => session.saved.getState().status === 'offline')
  for (let i = 0; i < 20; i++) session.edit(addCard, { ...cell, text: `Card ${i}` })
  await until(() => !laptop.wouldLose())
  session.close()

  const again = await sessionOf(fay, laptop)
  const saidSaved: boolean[] = []
  again.session.saved.subscribe(() => saidSaved.push(isSaved(again.session)))
  await until(() => textsOf(again.session).length === 20)
  expect(again.session.saved.getState()).toMatchObject({ status: 'offline', changes: 20 })
  laptop.setOnline(true)
  again.session.reconnect()
  await until(() => isSaved(again.session))
  expect(saidSaved.indexOf(true)).toBe(saidSaved.length - 1)
  const other = await sessionOf(tom)
  await until(() => textsOf(other.session).length === 20)
  expect(new Set(textsOf(other.session)).size).toBe(20)
})

test('twenty reconnects leave one person', async () => {
  const { fay, tom } = await workshop()
  const [a, b, second] = [await sessionOf(fay), await sessionOf(tom), await sessionOf(fay)]
  const people = () => b.session.present.getState().people
  await until(() => people().length === 2)
  for (let i = 0; i < 20; i++) {
    a.laptop.setOnline(false)
    await until(() => a.session.saved.getState().status === 'offline')
    a.laptop.setOnline(true)
    a.session.reconnect()
    await until(() => isSaved(a.session))
    expect(people().length).toBeLessThanOrEqual(2)
  }
  await until(() => people().length === 2)
  second.session.close()
  await until(() => people().length === 2)
})

test('[S3] a removed seat is told at once, and its session ends for good', async () => {
  const { fay, tom } = await workshop()
  const [a, b] = [await sessionOf(fay), await sessionOf(tom)]
  await until(() => isSaved(b.session))
  expect(await a.session.command('removeSeat', { params: { seatId: tom.seatId } })).toMatchObject({
    ok: true,
  })
  await until(() => b.session.saved.getState().status === 'closed')
  expect(b.session.saved.getState()).toEqual({ status: 'closed', reason: closeCodes.noSeat })
})

test('[S2] one who watches sees every change and can make none', async () => {
  const { fay, opened } = await workshop()
  const wim = server.newPerson()
  await wim.join({ token: tokenOf(opened.links.watch), name: 'Wim' })
  const [a, w] = [await sessionOf(fay), await sessionOf(wim)]
  await until(() => isSaved(w.session) && isSaved(a.session))
  expect(() => w.session.edit(addCard, { ...cell, text: 'no' })).toThrow()
  a.session.edit(addCard, { ...cell, text: 'yes' })
  await until(() => textsOf(w.session).includes('yes'))
  expect(isSaved(w.session)).toBe(true)
})

test('[R060] the opening shows everyone connected the interviews and what was prepared, within two seconds', async () => {
  const { fay, tom, opened } = await workshop()
  await editInterviews(
    server,
    opened.workshopId,
    (doc) => {
      insertRow(doc, interviews, 'i1', { pseudonym: 'Avocet' })
      insertRow(doc, draftFindings, 'f1', { text: 'Nobody calibrates' })
    },
    null,
  )
  const away = laptopOf(tom, server.url)
  const sessions = [
    await laptopOf(fay, server.url).open(),
    await laptopOf(tom, server.url).open(),
    await away.open(),
  ]
  open.push(...sessions)
  await until(() => sessions.every(isSaved))
  away.setOnline(false)
  const sees = (session?: LiveSession) =>
    session?.rows(interviews).getState().has('i1') && session.rows(findings).getState().has('f1')
  const from = Date.now()
  const result = await sessions[0]?.command('openEnvelope', { body: { override: 'Told to' } })
  expect(result?.ok).toBe(true)
  await until(() => sees(sessions[0]) === true && sees(sessions[1]) === true)
  expect(Date.now() - from).toBeLessThan(2000)
  expect(sees(sessions[2])).toBe(false)
  away.setOnline(true)
  await until(() => sees(sessions[2]) === true)
  await until(() => sessions.every(isSaved))
})
