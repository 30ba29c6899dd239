/** The history people read: what changed, by whom and why, and nothing that a document would not tell them. */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import { needNotes, needs } from '#shared/board/schema.ts'
import { insertRow, updateRow } from '#shared/document/collection.ts'
import { type DocumentKind, documentName } from '#shared/document/names.ts'
import { interviews } from '#shared/interviews/schema.ts'
import { type ChangeEntry, HISTORY_PAGE } from '#shared/protocol/history-calls.ts'
import type { Role } from '#shared/record/schema.ts'
import { type Person, startTestServer, type TestServer } from '#test/support/server.ts'

let server: TestServer
beforeAll(async () => {
  server = await startTestServer()
})
afterAll(() => server.stop())

/** The field as the content it was given; lists of entries are compared without their times. */
const short = ({ collection, field, from, to, seatId, reason }: ChangeEntry) => ({
  collection,
  field,
  from,
  to,
  seatId,
  reason,
})

describe('history', () => {
  let fay: Person
  let ana: Person
  let joinCode: string

  const newcomer = async (role: Role) => {
    const person = server.newPerson()
    await person.join({ code: joinCode, name: `A ${role}` })
    await fay.ask('changeSeat', { params: { seatId: person.seatId }, body: { role } })
    return person
  }
  /** As if this person's browser had sent it. */
  const write = async (who: Person, kind: DocumentKind, change: (doc: Y.Doc) => void) => {
    const { documents, storage } = server.running.service
    const stored = await documents.read(fay.workshopId, kind)
    const doc = new Y.Doc()
    if (stored) Y.applyUpdate(doc, Y.encodeStateAsUpdate(stored))
    const before = Y.encodeStateVector(doc)
    doc.transact(() => change(doc))
    const data = Y.encodeStateAsUpdate(doc, before)
    await storage.log.append({ doc: documentName(fay.workshopId, kind), data, seatId: who.seatId })
  }
  const read = async (who: Person, query = '') => {
    const { json } = await who.fetch('GET', `/api/workshops/${fay.workshopId}/history${query}`)
    return (json as { entries: readonly ChangeEntry[] }).entries
  }

  beforeEach(async () => {
    fay = server.newPerson()
    joinCode = (await fay.open()).joinCode
    ana = await newcomer('member')
    await write(ana, 'board', (doc) => insertRow(doc, needs, 'n1', { short: 'Audit' }))
    await write(fay, 'board', (doc) => void updateRow(doc, needs, 'n1', { short: 'Audit in an hour' }))
  })

  test('[R103] every change with its old value, its new one, who and when; newest first, page by page', async () => {
    const [newest, first] = await read(ana)
    expect(newest && short(newest)).toEqual({
      collection: 'needs',
      field: 'short',
      from: 'Audit',
      to: 'Audit in an hour',
      seatId: fay.seatId,
      reason: '',
    })
    expect(first).toMatchObject({ field: '', from: null, to: { short: 'Audit' }, seatId: ana.seatId })
    expect(await read(ana, `?before=${newest?.entry}`)).toEqual([first])
    expect(await read(ana, `?seat=${ana.seatId}`)).toEqual([first])
    expect(await read(ana, '?record=other')).toEqual([])
    expect((await ana.fetch('GET', `/api/workshops/${fay.workshopId}/history?before=x`)).status).toBe(400)
  })

  test('[R104] whoever changed it says why, or a facilitator where they did not; nobody else', async () => {
    const [newest, first] = await read(ana)
    const why = (who: Person, entry: ChangeEntry | undefined, reason: string) =>
      who.call('giveReason', { params: { entry: String(entry?.entry) }, body: { reason } })
    expect((await why(ana, newest, 'Not mine')).status).toBe(404)
    expect((await why(ana, first, ' Call six ')).status).toBe(200)
    expect((await why(fay, first, 'Over hers')).status).toBe(404)
    expect((await why(ana, first, 'Calls six and seven')).status).toBe(200)
    expect((await why(fay, newest, 'Shorter')).status).toBe(200)
    await write(ana, 'board', (doc) => void updateRow(doc, needs, 'n1', { statement: 'Done in an hour' }))
    expect((await why(fay, (await read(fay))[0], 'Said aloud')).status).toBe(200)
    expect((await read(ana)).map(({ reason }) => reason)).toEqual([
      'Said aloud',
      'Shorter',
      'Calls six and seven',
    ])
  })

  test('[R033] those who only look on are not told whose a change was; whose a note was, nobody is', async () => {
    await write(ana, 'board', (doc) => insertRow(doc, needNotes, 'note', { text: 'Said in secret' }))
    for (const role of ['sponsor', 'viewer'] as const) {
      const seats = (await read(await newcomer(role))).map(({ seatId }) => seatId)
      expect(seats).toEqual([null, null, null])
    }
    const [note] = await read(fay)
    expect(note).toMatchObject({ collection: 'needNotes', seatId: null })
    expect((await read(fay, `?seat=${ana.seatId}`)).map(({ collection }) => collection)).toEqual(['needs'])
  })

  test('[R033] how full a page of one person is does not tell how many notes were theirs, and no page is empty before the end', async () => {
    await write(ana, 'board', (doc) => {
      for (let n = 0; n < HISTORY_PAGE; n++) insertRow(doc, needNotes, `note${n}`, { text: `Secret ${n}` })
    })
    const { json } = await fay.fetch('GET', `/api/workshops/${fay.workshopId}/history?seat=${ana.seatId}`)
    const { entries, hasMore } = json as { entries: readonly ChangeEntry[]; hasMore: boolean }
    expect([entries.map(({ collection }) => collection), hasMore]).toEqual([['needs'], false])
  })

  test('[S2] what researchers write is told to them alone until the envelope is open, and never who a customer is', async () => {
    const rae = await newcomer('researcher')
    await write(rae, 'interviews', (doc) => insertRow(doc, interviews, 'i1', { pseudonym: 'Heron' }))
    const identity = { name: 'Zyxomma Petri', firm: '', phone: '', email: '', note: '', deleteAfter: '' }
    await rae.ask('putIdentity', { params: { interviewId: 'i1' }, body: identity })
    await write(rae, 'board', (doc) => void updateRow(doc, needs, 'n1', { short: 'As Zyxomma Petri says' }))
    const textOf = async (who: Person) => JSON.stringify(await read(who))
    expect(await textOf(rae)).toContain('Heron')
    expect(await textOf(rae)).toContain('Zyxomma')
    expect(await textOf(ana)).not.toMatch(/Heron|Zyxomma/)
    await fay.ask('openEnvelope', { body: { override: 'The board meets' } })
    expect(await textOf(ana)).toContain('Heron')
    expect(await textOf(ana)).not.toContain('Zyxomma')
    expect(
      (await read(ana)).some(({ collection, reason }) => collection === 'envelope' && reason !== ''),
    ).toBe(true)
  })
})
