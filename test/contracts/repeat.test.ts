/** [R102] Repeating a workshop over HTTP: once, for whoever runs it, and with nothing of what was said in it. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { documentKinds, documentName } from '#shared/document/names.ts'
import { rowsOf, singleOf, type WorkshopFile } from '#shared/exchange/file.ts'
import { readFormerFigures } from '#shared/report/former-figures.ts'
import { type Person, startTestServer, type TestServer } from '#test/support/server.ts'

let server: TestServer
let ran: Person
let before: WorkshopFile
beforeAll(async () => {
  server = await startTestServer()
  ran = server.newPerson()
  await ran.open({ title: '', from: 'demo', facilitator: { name: 'Vera' } })
  before = (await ran.ask('exportJson')) as unknown as WorkshopFile
})
afterAll(() => server.stop())

const workshopCount = async () =>
  (await server.running.service.storage.db.selectFrom('workshops').select('id').execute()).length

/** All that is stored of a workshop: its documents as bytes and its rows. */
async function stored(workshopId: string): Promise<string> {
  const { storage } = server.running.service
  const docs = await Promise.all(
    documentKinds.map(async (kind) => {
      const found = await storage.log.load(documentName(workshopId, kind))
      return [found?.snapshot?.data, ...(found?.updates ?? []).map(({ data }) => data)]
        .map((bytes) => Buffer.from(bytes ?? []).toString('utf8'))
        .join()
    }),
  )
  const rows = await Promise.all(
    (['workshops', 'seats', 'rounds'] as const).map((table) =>
      storage.db
        .selectFrom(table)
        .selectAll()
        .where(table === 'workshops' ? 'id' : 'workshop_id', '=', workshopId)
        .execute(),
    ),
  )
  return docs.join() + JSON.stringify(rows)
}

test('opens one workshop, however often the same call is sent, and seats whoever called in it', async () => {
  const count = await workshopCount()
  const headers = { 'idempotency-key': 'one-wish-to-repeat-this-workshop' }
  const body = { title: 'Larderline, again', carryActions: true }
  const first = await ran.ask('repeatWorkshop', { body, headers })
  const second = await ran.ask('repeatWorkshop', { body, headers })
  expect(second).toEqual(first)
  expect(await workshopCount()).toBe(count + 1)
  const params = { workshopId: first.workshopId }
  expect(await ran.ask('readWorkshop', { params })).toMatchObject({
    title: 'Larderline, again',
    seat: { name: 'Vera', role: 'facilitator' },
    isDemo: false,
  })
  expect(first.joinCode).toMatch(/^\w{6}$/u)
  // The former one is as it was.
  expect(((await ran.ask('exportJson')) as unknown as WorkshopFile).workshop).toEqual(before.workshop)
})

test('[S1] of what was said and sealed no byte is in the documents and rows of the new one', async () => {
  const { workshopId } = await ran.ask('repeatWorkshop', { body: { carryActions: true } })
  const { record, interviews, board } = before.workshop
  const named = (name: string) => rowsOf(record, 'seats').map((row) => String(row[name]))
  const secret = [
    ...['quotes', 'answers'].flatMap((name) => rowsOf(interviews, name).map(({ text }) => String(text))),
    ...rowsOf(interviews, 'interviews').flatMap(({ id, pseudonym }) => [id, String(pseudonym)]),
    ...rowsOf(board, 'findings').map(({ text }) => String(text)),
    ...rowsOf(record, 'rounds').map(({ id }) => id),
    ...named('id'),
    ...named('name').filter((name) => name !== 'Vera'),
  ].filter((text) => text.length > 3)
  expect(secret.length).toBeGreaterThan(200)
  const bytes = await stored(workshopId)
  expect(bytes).toContain('Larderline')
  expect(secret.filter((text) => bytes.includes(text))).toEqual([])
})

test('[S2] a member of the former workshop has no seat in the new one', async () => {
  const { joinCode } = await ran.ask('readWorkshop')
  const member = server.newPerson()
  await member.join({ code: String(joinCode), name: 'Mona' })
  const { workshopId } = await ran.ask('repeatWorkshop', { body: { carryActions: false } })
  expect((await member.refusal('readWorkshop', { params: { workshopId } })).code).toBe('no-seat')
  expect((await member.refusal('repeatWorkshop', { body: { carryActions: true } })).code).toBe('not-allowed')
})

test('the figures of then are in its record and go with its file', async () => {
  const { workshopId } = await ran.ask('repeatWorkshop', { body: { carryActions: true } })
  const params = { workshopId }
  const file = (await ran.ask('exportJson', { params })) as unknown as WorkshopFile
  const former = singleOf(file.workshop.record, 'former')
  expect(former).toMatchObject({
    workshopId: ran.workshopId,
    title: before.workshop.board.scene && expect.stringContaining('Larderline'),
  })
  const figures = readFormerFigures(former.figures)
  const needIds = rowsOf(file.workshop.board, 'needs').map(({ id }) => id)
  expect(figures?.needs.filter(({ needId }) => needIds.includes(needId)).length).toBeGreaterThan(4)
  const opener = server.newPerson()
  const again = await opener.ask('importWorkshop', { body: file })
  const read = (await opener.ask('exportJson', {
    params: { workshopId: again.workshopId },
  })) as unknown as WorkshopFile
  const kept = readFormerFigures(singleOf(read.workshop.record, 'former').figures)
  expect(kept?.needs.map(({ guess, customers }) => [guess, customers])).toEqual(
    figures?.needs.map(({ guess, customers }) => [guess, customers]),
  )
  const plan = rowsOf(read.workshop.board, 'actions').map(({ id }) => id)
  expect(kept?.actions.filter(({ actionId }) => plan.includes(actionId))).toHaveLength(plan.length)
})
