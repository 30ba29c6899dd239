/**
 * Two processes on one PostgreSQL, each with a person at it: what one does, the other sees, and when one is killed the
 * other works on with everything that was said to be saved ([S3], [P1]).
 */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { addNeed } from '#shared/board/scene-edits.ts'
import { needs } from '#shared/board/schema.ts'
import { readRow, readRows, readSingle } from '#shared/document/collection.ts'
import { runEdit } from '#shared/document/edit.ts'
import type { DocumentKind } from '#shared/document/names.ts'
import { closeCodes } from '#shared/protocol/wire.ts'
import { agenda, rounds } from '#shared/record/schema.ts'
import { bundle } from '#test/support/bundle.ts'
import { Person } from '#test/support/server.ts'
import { type ServerPlace, type ServerProcess, startServerProcess } from '#test/support/server-process.ts'
import { storagesOf } from '#test/support/storages.ts'
import { SyncClient } from '#test/support/sync-client.ts'
import { until } from '#test/support/until.ts'

const storages = storagesOf('postgres')
let place: ServerPlace
let here: ServerProcess
let there: ServerProcess
const clients: SyncClient[] = []

beforeAll(async () => {
  const { databaseUrl } = await storages.place()
  place = {
    dataDir: await mkdtemp(join(tmpdir(), 'gp-two-')),
    main: await bundle('test/support/test-server-main.ts'),
    env: { DATABASE_URL: databaseUrl ?? '', SECRET_KEY: 'the same in both processes, 32+ letters' },
  }
  here = await startServerProcess(place)
  there = await startServerProcess(place)
})
afterAll(async () => {
  for (const client of clients) client.close()
  await Promise.all([here.stop('SIGTERM'), there.stop('SIGTERM')])
  await rm(place.dataDir, { recursive: true, force: true })
})

/** A device of this person, on the process they are at. */
async function device(person: Person, server: ServerProcess, kind: DocumentKind): Promise<SyncClient> {
  const client = new SyncClient({
    url: server.url.replace('http', 'ws'),
    workshopId: person.workshopId,
    kind,
    headers: { cookie: person.cookie },
  })
  clients.push(client)
  return client.synced()
}

/** Fay leads at one process, Ana votes at the other. */
async function workshop() {
  const fay = new Person(here.url)
  const { joinCode } = await fay.open()
  const ana = new Person(there.url)
  await ana.join({ code: joinCode, name: 'Ana' })
  return { fay, ana }
}

function write(client: SyncClient, person: Person, short: string): string {
  const context = { newId: () => crypto.randomUUID(), now: () => 0, seatId: person.seatId }
  return runEdit(client.doc, addNeed, { short }, context)
}

const shorts = (client: SyncClient) =>
  readRows(client.doc, needs)
    .map(({ short }) => short)
    .sort()

const seatsSeen = (client: SyncClient) =>
  [...client.peer.awareness.getStates().values()].map((state) => (state as { seatId?: string }).seatId)

test('edits, presence and every step of a round cross over', async () => {
  const { fay, ana } = await workshop()
  const [board, other] = [await device(fay, here, 'board'), await device(ana, there, 'board')]
  const record = await device(ana, there, 'record')
  const subjects = [write(board, fay, 'Alarms'), write(other, ana, 'Audit')]
  await Promise.all([board.saved(), other.saved()])
  await until(() => shorts(board).length === 2 && shorts(other).length === 2)
  board.peer.awareness.setLocalState({ activity: 'scene' })
  await until(() => seatsSeen(other).includes(fay.seatId))
  await fay.ask('setAgenda', { body: { activity: 'weigh' } })
  await until(() => readSingle(record.doc, agenda).activity === 'weigh')
  const { roundId } = await fay.ask('openRound', {
    body: { kind: 'weights', subjects, anonymity: 'anonymous' },
  })
  await until(() => readRow(record.doc, rounds, roundId)?.status === 'open')
  const points = { [subjects[0] ?? '']: 70, [subjects[1] ?? '']: 30 }
  const body = { points, unsure: [], confidence: null, abstained: false, reason: '', sealed: true }
  await ana.ask('putBallot', { params: { roundId }, body })
  expect(await fay.ask('roundProgress', { params: { roundId } })).toMatchObject({ sealed: [ana.seatId] })
  await fay.ask('revealRound', { params: { roundId }, body: {} })
  await until(() => readRow(record.doc, rounds, roundId)?.status === 'revealed')
  expect(readRow(record.doc, rounds, roundId)?.result).toMatchObject({ n: 1 })
  await fay.ask('changeSeat', { params: { seatId: ana.seatId }, body: { role: 'viewer' } })
  expect(await Promise.all([other.closed, record.closed])).toEqual([
    closeCodes.accessChanged,
    closeCodes.accessChanged,
  ])
})

test('[P1] one process is killed while both write: nothing saved is lost, the other works on, a new one joins in', async () => {
  const { fay, ana } = await workshop()
  const [board, other] = [await device(fay, here, 'board'), await device(ana, there, 'board')]
  const saved: string[] = []
  for (let count = 0; count < 40; count++) {
    write(board, fay, `Fay ${count}`)
    write(other, ana, `Ana ${count}`)
    if (count % 10 === 9) {
      await Promise.all([board.saved(), other.saved()])
      saved.push(...shorts(board).filter((short) => short.startsWith('Fay')))
    }
  }
  const { port } = here
  await here.stop('SIGKILL')
  await board.closed
  write(other, ana, 'Ana alone')
  await other.saved()
  const late = await device(fay.at(there.url), there, 'board')
  expect(shorts(late)).toEqual(expect.arrayContaining([...saved, 'Ana alone']))
  await fay.at(there.url).ask('setAgenda', { body: { activity: 'roadmap' } })

  here = await startServerProcess({ ...place, port })
  const back = await device(fay, here, 'board')
  write(back, fay, 'Fay again')
  await until(() => shorts(other).includes('Fay again'))
  expect(shorts(other)).toEqual(shorts(back))
})
