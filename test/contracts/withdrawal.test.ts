/**
 * [C12] A customer withdraws: what it covers is nowhere any more. Unmistakable words are written through real sessions,
 * with edits and history, and then looked for in every table and, with SQLite, in every byte of every file.
 */
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { sql } from 'kysely'
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest'
import type { LiveSession } from '#client/session/live-session.ts'
import type { Storage } from '#server/persistence/storage.ts'
import { actions, findings, promiseDrafts, promiseReactions } from '#shared/board/schema.ts'
import { insertRow, removeRow, updateRow } from '#shared/document/collection.ts'
import type { Edit } from '#shared/document/edit.ts'
import { newInterview } from '#shared/interviews/interview-edits.ts'
import { answers, erasures, interviews, quotes } from '#shared/interviews/schema.ts'
import { decisions } from '#shared/record/schema.ts'
import { type Person, startTestServer, type TestServer, tokenOf } from '#test/support/server.ts'
import { laptopOf } from '#test/support/server-session.ts'
import { describeEachStorage, type Place } from '#test/support/storages.ts'

const until = (isSo: () => boolean) =>
  vi.waitFor(
    () => {
      if (!isSo()) throw new Error(`Not so: ${isSo}`)
    },
    { timeout: 20_000, interval: 10 },
  )

const isSaved = (session: LiveSession) => session.saved.getState().status === 'saved'

/** Any change of the interviews. */
const write: Edit<(doc: Parameters<typeof insertRow>[0]) => void> = (doc, change) => change(doc)

const open: LiveSession[] = []
afterEach(() => {
  for (const session of open.splice(0)) session.close()
})

async function sessionOf(laptop: ReturnType<typeof laptopOf>) {
  const session = await laptop.open()
  open.push(session)
  await until(() => isSaved(session))
  return session
}

async function workshopOf(server: TestServer) {
  const fay = server.newPerson()
  const opened = await fay.open()
  const people: Person[] = []
  for (const name of ['Rae', 'Rob']) {
    const person = server.newPerson()
    await person.join({ token: tokenOf(opened.links.participate), name })
    await fay.ask('changeSeat', { params: { seatId: person.seatId }, body: { role: 'researcher' } })
    people.push(person)
  }
  const [rae, rob] = people as [Person, Person]
  return { fay, rae, rob, workshopId: opened.workshopId }
}

/** All tables of a storage as one text, bytes as latin1, so that words show wherever they stand. */
async function tablesOf({ db, engine }: Storage): Promise<string> {
  const names =
    engine === 'postgres'
      ? await sql<{
          name: string
        }>`select tablename as name from pg_tables where schemaname = 'public'`.execute(db)
      : await sql<{ name: string }>`select name from sqlite_master where type = 'table'`.execute(db)
  expect(names.rows.length).toBeGreaterThan(10)
  const parts: string[] = []
  for (const { name } of names.rows) {
    const { rows } = await sql<Record<string, unknown>>`select * from ${sql.table(name)}`.execute(db)
    for (const row of rows)
      for (const value of Object.values(row))
        parts.push(value instanceof Uint8Array ? Buffer.from(value).toString('latin1') : String(value))
  }
  return parts.join('\n')
}

/** Where a word stands, with what is around it. */
const excerpts = (text: string, word: string): string[] =>
  text
    .split(word)
    .slice(0, -1)
    .map((before, index) => `${before.slice(-80)}${word}${(text.split(word)[index + 1] ?? '').slice(0, 40)}`)

async function filesOf(dataDir: string): Promise<string> {
  const names = await readdir(dataDir)
  const all = await Promise.all(names.map((name) => readFile(join(dataDir, name), 'latin1')))
  return all.join('\n')
}

describeEachStorage('withdrawal', (storages) => {
  let server: TestServer
  let place: Place
  beforeAll(async () => {
    place = await storages.place()
    server = await startTestServer({ place })
  })
  afterAll(() => server.stop())

  const storage = () => server.running.service.storage
  /** Everything that is stored, and what the engine's files hold besides. */
  const everything = async () =>
    (await tablesOf(storage())) + (storages.engine === 'sqlite' ? await filesOf(place.dataDir) : '')

  const found = async (word: string) => excerpts(await everything(), word)

  /** An interview with words in every place that can hold them, each written, rewritten and partly deleted. */
  async function interviewWith(session: LiveSession, word: string) {
    const id = session.editInterviews(newInterview, { day: '2026-05-12', pseudonym: `Bird${word}` })
    session.editInterviews(write, (doc) => {
      insertRow(doc, answers, 'a-1', { interviewId: id, questionId: 'q1', text: `first${word}` })
      insertRow(doc, quotes, 'q-1', { interviewId: id, answerId: 'a-1', text: `quote${word}` })
      insertRow(doc, quotes, 'gone-1', { interviewId: id, text: `removed${word}` })
    })
    await until(() => isSaved(session))
    session.editInterviews(write, (doc) => {
      updateRow(doc, interviews, id, { personNote: `person${word}`, weights: weightsWith(`reason${word}`) })
      updateRow(doc, answers, 'a-1', { text: `second${word} and more` })
      removeRow(doc, quotes, 'gone-1')
    })
    session.edit(write, (doc) => {
      insertRow(doc, promiseDrafts, 'p-1', { text: 'Ours' })
      insertRow(doc, promiseReactions, 're-1', {
        draftId: 'p-1',
        interviewId: id,
        text: `reaction${word}`,
      })
      insertRow(doc, promiseReactions, 're-2', {
        draftId: 'p-1',
        interviewId: 'other',
        text: 'of somebody else',
      })
      insertRow(doc, actions, 'act', { title: 'Do it', links: [id, 'q-1', 'c1'] })
      insertRow(doc, findings, 'f-1', { text: 'Finding', interviewIds: [id], quoteIds: ['q-1'] })
    })
    await until(() => isSaved(session))
    return id
  }
  const weightsWith = (reason: string) => ({ status: 'declined' as const, points: {}, reason })

  test('everything: interview, answers, quotes, reactions, identity and history leave no word in any byte', async () => {
    const { rae, rob, workshopId } = await workshopOf(server)
    const [one, two] = [
      await sessionOf(laptopOf(rae, server.url)),
      await sessionOf(laptopOf(rob, server.url)),
    ]
    const word = 'Zyxomma'
    const id = await interviewWith(one, word)
    const double = one.editInterviews(newInterview, { day: '2026-05-13', pseudonym: `Double${word}` })
    const kept = one.editInterviews(newInterview, { day: '2026-05-14', pseudonym: 'Wren' })
    one.editInterviews(write, (doc) => void updateRow(doc, interviews, double, { mergedInto: id }))
    await until(() => isSaved(one) && two.rows(interviews).getState().size === 3)
    const identity = {
      name: `Name${word}`,
      firm: '',
      phone: '',
      email: '',
      note: '',
      deleteAfter: '2027-01-01',
    }
    await rae.ask('putIdentity', { params: { interviewId: id }, body: identity })
    expect(await rae.ask('readIdentity', { params: { interviewId: id } })).toEqual({ identity })
    await until(() => two.rows(interviews).getState().get(id)?.identityRef === id)
    await server.running.service.journal.caughtUp(`${workshopId}/interviews`)
    await server.running.service.writer.run(workshopId, null, async (_tx, record) =>
      insertRow(record, decisions, 'd1', { text: 'Decided', evidence: [id, 'q-1', 'c1'] }),
    )
    expect(await found(word)).not.toEqual([])

    const { erasureId } = await rae.ask('withdraw', {
      params: { interviewId: id },
      body: { scopes: ['everything'], leftInPlace: 'A printout' },
    })
    expect(await found(word)).toEqual([])
    for (const line of server.logLines) expect(line).not.toContain(word)

    await until(() => two.rows(erasures).getState().has(erasureId))
    await until(
      () => one.rows(interviews).getState().size === 1 && two.rows(interviews).getState().size === 1,
    )
    expect([...two.rows(interviews).getState().keys()]).toEqual([kept])
    expect(two.rows(erasures).getState().get(erasureId)).toMatchObject({
      interviewId: id,
      what: 'everything',
      leftInPlace: 'A printout',
      seatId: null,
    })
    await until(() => two.rows(findings).getState().get('f-1')?.interviewIds.length === 0)
    expect(two.rows(findings).getState().get('f-1')).toMatchObject({ quoteIds: [], text: 'Finding' })
    await until(() => two.rows(promiseReactions).getState().size === 1)
    expect(two.rows(promiseReactions).getState().get('re-2')?.text).toBe('of somebody else')
    expect(two.rows(actions).getState().get('act')?.links).toEqual(['c1'])
    await until(() => two.rows(decisions).getState().get('d1')?.evidence.length === 1)
    const gone = await rae.refusal('readIdentity', { params: { interviewId: id } })
    expect(gone.code).toBe('no-such-interview')
    const again = await rae.refusal('withdraw', { params: { interviewId: id }, body: { scopes: ['notes'] } })
    expect(again.code).toBe('no-such-interview')

    // Whoever joins the rooms that stayed open gets no byte of it either.
    const fresh = laptopOf(rob, server.url)
    await sessionOf(fresh)
    expect(excerpts(await copiesOn(fresh), word)).toEqual([])
  })

  test('each scope takes what it covers and leaves the rest', async () => {
    const { rae } = await workshopOf(server)
    const session = await sessionOf(laptopOf(rae, server.url))
    const id = await interviewWith(session, 'Libellula')
    const row = () => session.rows(interviews).getState().get(id)
    const withdraw = (
      ...scopes: readonly ('notes' | 'recording' | 'quotes_inside' | 'quotes_outside' | 'identity')[]
    ) => rae.ask('withdraw', { params: { interviewId: id }, body: { scopes: [...scopes] } })

    await withdraw('quotes_outside', 'recording')
    await until(() => session.rows(quotes).getState().get('q-1')?.private === true)
    expect(row()?.consent).toMatchObject({ quotesOutside: false, recording: false, quotesInside: null })
    expect(row()?.consent.withdrawnScope).toEqual(['quotes_outside', 'recording'])

    await withdraw('notes')
    await until(() => row()?.personNote === '')
    expect(session.rows(answers).getState().get('a-1')).toMatchObject({ text: '', questionId: 'q1' })
    expect(row()).toMatchObject({ pseudonym: 'BirdLibellula', weights: { status: 'declined', reason: '' } })
    const afterNotes = await everything()
    for (const place of ['first', 'second', 'person', 'reason'])
      expect(excerpts(afterNotes, `${place}Libellula`)).toEqual([])
    expect(afterNotes).toContain('quoteLibellula')

    await withdraw('quotes_inside')
    await until(() => session.rows(quotes).getState().size === 0)
    const afterQuotes = await everything()
    for (const place of ['quote', 'removed']) expect(excerpts(afterQuotes, `${place}Libellula`)).toEqual([])
    expect(afterQuotes).toContain('BirdLibellula')
    await until(() => session.rows(findings).getState().get('f-1')?.quoteIds.length === 0)
    expect(session.rows(findings).getState().get('f-1')?.interviewIds).toEqual([id])
    const { rows } = await readErasures(session)
    expect(rows.map(({ what }) => what).sort()).toEqual([
      'notes',
      'quotes_inside',
      'quotes_outside recording',
    ])
  })

  test('the identity alone goes too, and a researcher alone may ask who somebody is', async () => {
    const { fay, rae } = await workshopOf(server)
    const session = await sessionOf(laptopOf(rae, server.url))
    const id = session.editInterviews(newInterview, { day: '2026-05-12', pseudonym: 'Wren' })
    await until(() => isSaved(session))
    const params = { interviewId: id }
    const body = { name: 'Anisoptera', firm: '', phone: '', email: '', note: '', deleteAfter: '' }
    await rae.ask('putIdentity', { params, body })
    expect((await fay.refusal('readIdentity', { params })).code).toBe('not-allowed')
    expect((await rae.refusal('putIdentity', { params: { interviewId: 'none' }, body })).code).toBe(
      'no-such-interview',
    )
    await rae.ask('withdraw', { params, body: { scopes: ['identity'] } })
    expect(await rae.ask('readIdentity', { params })).toEqual({ identity: null })
    expect(await found('Anisoptera')).toEqual([])
  })

  test('what a device brings later that was offline meanwhile does not come back for good; its other work does', async () => {
    const { rae, rob, workshopId } = await workshopOf(server)
    const one = await sessionOf(laptopOf(rae, server.url))
    const away = laptopOf(rob, server.url)
    const two = await sessionOf(away)
    const word = 'Pantala'
    const id = await interviewWith(one, word)
    const other = one.editInterviews(newInterview, { day: '2026-05-14', pseudonym: 'Wren' })
    await until(() => two.rows(interviews).getState().size === 2 && two.rows(answers).getState().size === 1)
    away.setOnline(false)
    await until(() => two.saved.getState().status === 'offline')
    two.editInterviews(write, (doc) => {
      updateRow(doc, interviews, id, { businessNote: `late note ${word}` })
      updateRow(doc, answers, 'a-1', { text: `late answer ${word}` })
      insertRow(doc, quotes, 'late-1', { interviewId: id, text: `late quote ${word}` })
      updateRow(doc, interviews, other, { personNote: 'Written on the train' })
    })
    await rae.ask('withdraw', { params: { interviewId: id }, body: { scopes: ['everything'] } })
    expect(await found(word)).toEqual([])

    away.setOnline(true)
    two.reconnect()
    await until(() => isSaved(two))
    await until(() => one.rows(interviews).getState().get(other)?.personNote === 'Written on the train')
    expect(await found(word)).not.toEqual([])
    await server.running.service.withdrawals.sweep(workshopId)
    expect(await found(word)).toEqual([])
    await until(() => two.rows(quotes).getState().size === 0)
    expect(one.rows(quotes).getState().size).toBe(0)
    expect(await found('Written on the train')).not.toEqual([])
    await vi.waitFor(async () => expect(excerpts(await copiesOn(away), word)).toEqual([]), {
      timeout: 10_000,
    })
  })
})

async function readErasures(session: LiveSession) {
  await until(() => session.rows(erasures).getState().size === 3)
  return { rows: [...session.rows(erasures).getState().values()] }
}

/** Every byte that a laptop keeps of its documents. */
async function copiesOn({ indexedDb }: ReturnType<typeof laptopOf>): Promise<string> {
  const parts: string[] = []
  for (const { name = '' } of await indexedDb.databases()) {
    const database = await new Promise<IDBDatabase>((resolve, reject) => {
      const request = indexedDb.open(name)
      request.onsuccess = () => resolve(request.result)
      request.onerror = () => reject(request.error)
    })
    const values = await new Promise<Uint8Array[]>((resolve) => {
      const request = database.transaction('updates').objectStore('updates').getAll()
      request.onsuccess = () => resolve(request.result)
    })
    database.close()
    for (const value of values) parts.push(Buffer.from(value).toString('latin1'))
  }
  return parts.join('\n')
}
