/** Two processes of one server on one PostgreSQL: what one does once, the other knows ([S3], SC-2b). */
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { addNeed } from '#shared/board/scene-edits.ts'
import { needs } from '#shared/board/schema.ts'
import { insertRow, readRow, readRows, readSingle } from '#shared/document/collection.ts'
import { interviews, proposals } from '#shared/interviews/schema.ts'
import { closeCodes } from '#shared/protocol/wire.ts'
import { envelope, rounds, seats } from '#shared/record/schema.ts'
import { openSocket } from '#test/support/raw-socket.ts'
import {
  editBoard,
  editInterviews,
  type Person,
  startTestServer,
  type TestServer,
} from '#test/support/server.ts'
import { storagesOf } from '#test/support/storages.ts'
import { until } from '#test/support/until.ts'

const storages = storagesOf('postgres')
let one: TestServer
let other: TestServer

beforeAll(async () => {
  const place = await storages.place()
  const env = {
    SECRET_KEY: 'the same in both processes, 32+ letters',
    PUBLIC_URL: 'http://workshops.example',
  }
  one = await startTestServer({ place, env })
  other = await startTestServer({ place, env })
})
afterAll(async () => {
  await one.stop()
  await other.stop()
})

/** The same browser, sent to the other process by the balancer. */
const atOther = (person: Person): Person => person.at(other.url)

test('a workshop opened at one is joined at the other, with names told apart across both', async () => {
  const fay = one.newPerson()
  const { joinCode, links } = await fay.open()
  await Promise.all(
    [one, other, one, other].map((server) => server.newPerson().join({ code: joinCode, name: 'Ana' })),
  )
  const record = await other.running.service.documents.read(fay.workshopId, 'record')
  const names = record ? readRows(record, seats).map(({ name }) => name) : []
  expect(names.sort()).toEqual(['Ana', 'Ana 2', 'Ana 3', 'Ana 4', 'Fay'])
  expect((await atOther(fay).ask('readWorkshop')).links).toEqual(links)
})

test('[SC-2b] a reveal at both at the same moment makes one record, and sockets at both show it', async () => {
  const fay = one.newPerson()
  const { joinCode } = await fay.open()
  const ana = other.newPerson()
  await ana.join({ code: joinCode, name: 'Ana' })
  const subjects: string[] = []
  for (const short of ['A', 'B']) subjects.push(await editBoard(one, fay.workshopId, addNeed, { short }))
  const { roundId } = await fay.ask('openRound', {
    body: { kind: 'weights', subjects, anonymity: 'anonymous' },
  })
  const points = { [subjects[0] ?? '']: 60, [subjects[1] ?? '']: 40 }
  const body = { points, unsure: [], confidence: null, abstained: false, reason: '', sealed: true }
  const headers = { 'idempotency-key': 'sent-twice' }
  const params = { roundId }
  const [first, second] = await Promise.all([
    ana.call('putBallot', { params, body, headers }),
    ana.at(one.url).call('putBallot', { params, body, headers }),
  ])
  expect([first.status, second.status]).toEqual([200, 200])
  expect(second.text).toBe(first.text)
  const watching = await Promise.all(
    [one, other].map(({ url }) =>
      openSocket({ url, workshopId: fay.workshopId, kind: 'record', cookie: fay.cookie }),
    ),
  )
  for (const socket of watching) await socket.askState()
  const reveals = await Promise.all(
    [fay, atOther(fay), fay, atOther(fay)].map((at) => at.call('revealRound', { params, body: {} })),
  )
  expect(reveals.map(({ status }) => status)).toEqual([200, 200, 200, 200])
  for (const socket of watching)
    await until(() => readRow(socket.doc, rounds, roundId)?.status === 'revealed')
  const [here, there] = watching.map((socket) => readRow(socket.doc, rounds, roundId))
  expect(here).toEqual(there)
  expect(here?.result).toMatchObject({ n: 1, perNeed: [{ mean: 60 }, { mean: 40 }] })
  await Promise.all(watching.map((socket) => socket.close()))
})

test('[S3] a seat removed at one loses its sockets at the other', async () => {
  const fay = one.newPerson()
  const { joinCode, workshopId } = await fay.open()
  const ana = other.newPerson()
  const { seatId } = await ana.join({ code: joinCode, name: 'Ana' })
  const socket = await openSocket({ url: other.url, workshopId, kind: 'board', cookie: ana.cookie })
  await socket.askState()
  await fay.ask('removeSeat', { params: { seatId } })
  expect(await socket.closed()).toBe(closeCodes.noSeat)
  expect((await ana.refusal('readWorkshop')).code).toBe('no-seat')
})

test('[S3] what changed while the bus was down is judged anew when it is back', async () => {
  const fay = one.newPerson()
  const { joinCode, workshopId } = await fay.open()
  const ana = other.newPerson()
  const { seatId } = await ana.join({ code: joinCode, name: 'Ana' })
  const socket = await openSocket({ url: other.url, workshopId, kind: 'board', cookie: ana.cookie })
  await socket.askState()
  // Removed as by a process whose word was lost.
  const { db } = one.running.service.storage
  await db.updateTable('seats').set({ removed_at: 1 }).where('id', '=', seatId).execute()
  await sql`select pg_terminate_backend(pid) from pg_stat_activity
    where datname = current_database() and application_name = 'guessproof bus'`.execute(db)
  expect(await socket.closed()).toBe(closeCodes.accessChanged)
  const again = await openSocket({ url: other.url, workshopId, kind: 'board', cookie: ana.cookie })
  expect(await again.closed()).toBe(closeCodes.noSeat)
})

test('the envelope is opened at both at the same moment once, and read at both; counts go to both', async () => {
  const fay = one.newPerson()
  const { joinCode, workshopId } = await fay.open()
  const ana = other.newPerson()
  await ana.join({ code: joinCode, name: 'Ana' })
  await editInterviews(
    one,
    workshopId,
    (doc) => {
      insertRow(doc, interviews, 'i1', { pseudonym: 'Avocet', mode: 'phone' })
      insertRow(doc, proposals, 'p1', { kind: 'need', title: 'Calibration' })
    },
    null,
  )
  const record = async () => other.running.service.documents.read(workshopId, 'record')
  const told = async () => {
    const doc = await record()
    return doc && readSingle(doc, envelope)
  }
  await until(async () => (await told())?.interviewCount === 1)
  const body = { override: 'Told to' }
  const [first, second] = await Promise.all([
    fay.ask('openEnvelope', { body }),
    atOther(fay).ask('openEnvelope', { body }),
  ])
  expect(second).toEqual(first)
  expect((await told())?.openedAt).toBe(first.openedAt)
  const socket = await openSocket({ url: other.url, workshopId, kind: 'interviews', cookie: ana.cookie })
  await socket.askState()
  expect(readRow(socket.doc, interviews, 'i1')?.pseudonym).toBe('Avocet')
  await socket.close()
  const board = await other.running.service.documents.read(workshopId, 'board')
  expect(board && readRow(board, needs, 'p1')?.short).toBe('Calibration')
})
