/** [C12] Who a pseudonym is leaves the vault for researchers alone, and goes by itself on its day. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { systemChance } from '#server/chance.ts'
import { meetDeadlines } from '#server/vault/deadlines.ts'
import { readRow } from '#shared/document/collection.ts'
import { documentName } from '#shared/document/names.ts'
import { demoWorkshop } from '#shared/exchange/demo/demo-workshop.ts'
import { interviews } from '#shared/interviews/schema.ts'
import { type Person, startTestServer, type TestServer, testClock, tokenOf } from '#test/support/server.ts'

const DAY_MS = 24 * 3600 * 1000
const clock = testClock(Date.UTC(2026, 4, 12, 9))
let server: TestServer
beforeAll(async () => {
  server = await startTestServer({ clock })
})
afterAll(() => server.stop())

async function demo() {
  const fay = server.newPerson()
  const { links, workshopId } = await fay.open({ from: demoWorkshop as never })
  const join = async (name: string, link: string) => {
    const person = server.newPerson()
    await person.join({ token: tokenOf(link), name })
    return person
  }
  const rae = await join('Rae', links.participate)
  await fay.ask('changeSeat', { params: { seatId: rae.seatId }, body: { role: 'researcher' } })
  const vic = await join('Vic', links.watch)
  const doc = await server.running.service.documents.read(workshopId, 'interviews')
  const interviewId = [...(doc?.getMap('interviews').keys() ?? [])][0] ?? ''
  return { fay, rae, vic, workshopId, params: { interviewId } }
}

const identity = {
  name: 'Ida Marsh',
  firm: 'wholesaler',
  phone: '+44 20 7946 0958',
  email: 'ida@frost.example',
  note: 'Prefers mornings',
  deleteAfter: '2026-06-01',
}

const fileOf = async (person: Person, query = '') =>
  (await person.fetch('GET', `/api/workshops/${person.workshopId}/export.json${query}`)).text

test('[EV-7a] what the vault knows is masked in the files of everyone but researchers; a viewer’s is masked in full', async () => {
  const { fay, rae, vic, params } = await demo()
  const plain = await fileOf(fay)
  expect(plain).toMatch(/wholesaler/)
  await rae.ask('putIdentity', { params, body: identity })
  expect(await fileOf(rae)).toMatch(/wholesaler/)
  for (const text of [await fileOf(fay), await fileOf(vic), await fileOf(rae, '?masked=1')]) {
    expect(text).toContain('[firm]')
    const { interviews: part, board } = (JSON.parse(text) as { workshop: Record<string, object> }).workshop
    expect(JSON.stringify([part, board])).not.toMatch(/\bwholesaler\b/i)
  }
  for (const text of [await fileOf(rae), await fileOf(fay), ...server.logLines])
    for (const secret of ['Ida Marsh', '7946', 'ida@frost', 'mornings']) expect(text).not.toContain(secret)
  for (const person of [fay, vic])
    expect((await person.refusal('readIdentity', { params })).code).toBe('not-allowed')
})

test('an identity goes by itself on its day, and so does the leave to have a recording; others stay', async () => {
  const { rae, workshopId, params } = await demo()
  const deps = { storage: server.running.service.storage, clock, chance: systemChance }
  await rae.ask('putIdentity', { params, body: identity })
  const consent = async () => {
    const doc = await server.running.service.documents.read(workshopId, 'interviews')
    return doc && readRow(doc, interviews, params.interviewId)?.consent
  }
  expect(await consent()).toMatchObject({ deleteIdentityAfter: '2026-06-01' })
  const recordingUntil = (await consent())?.deleteRecordingAfter ?? ''
  expect(recordingUntil).toMatch(/^2026-/)

  clock.advance(19 * DAY_MS)
  await meetDeadlines(deps)
  expect(await rae.ask('readIdentity', { params })).toEqual({ identity })
  clock.advance(DAY_MS)
  await meetDeadlines(deps)
  expect(await rae.ask('readIdentity', { params })).toEqual({ identity: null })
  expect(await consent()).toMatchObject({ deleteIdentityAfter: '', deleteRecordingAfter: recordingUntil })

  clock.advance(Date.parse(recordingUntil) - clock.now())
  await meetDeadlines(deps)
  expect(await consent()).toMatchObject({ deleteRecordingAfter: '', recording: false })
})

test('interviews that cannot be read keep no other day from being met, and identities go all the same', async () => {
  const { storage } = server.running.service
  const deps = { storage, clock, chance: systemChance }
  const rooms = [await demo(), await demo()]
  const due = { ...identity, deleteAfter: new Date(clock.now() + DAY_MS).toISOString().slice(0, 10) }
  for (const { rae, params } of rooms) await rae.ask('putIdentity', { params, body: due })
  const [broken, whole] = rooms.sort((a, b) => (a.workshopId < b.workshopId ? -1 : 1))
  const name = documentName(broken?.workshopId ?? '', 'interviews')
  await storage.log.append({ doc: name, data: Uint8Array.of(9, 9, 9), seatId: null })
  clock.advance(DAY_MS)
  await expect(meetDeadlines(deps)).rejects.toThrow('2 deadlines were not met.')
  const left = await storage.db.selectFrom('identities').select('workshop_id').execute()
  expect(left.filter(({ workshop_id }) => rooms.some((room) => room.workshopId === workshop_id))).toEqual([])
  const doc = await server.running.service.documents.read(whole?.workshopId ?? '', 'interviews')
  const row = doc && readRow(doc, interviews, whole?.params.interviewId ?? '')
  expect(row).toMatchObject({ identityRef: '', consent: { deleteIdentityAfter: '' } })
})

test('saving an empty form deletes what was kept', async () => {
  const { rae, params } = await demo()
  await rae.ask('putIdentity', { params, body: identity })
  const empty = { name: '', firm: '', phone: '', email: '', note: '', deleteAfter: '2027-01-01' }
  await rae.ask('putIdentity', { params, body: empty })
  expect(await rae.ask('readIdentity', { params })).toEqual({ identity: null })
  expect((await rae.refusal('putIdentity', { params, body: { ...empty, deleteAfter: 'soon' } })).code).toBe(
    'bad-request',
  )
})
