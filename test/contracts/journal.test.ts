import { setImmediate as turn } from 'node:timers/promises'
import { afterEach, expect, test, vi } from 'vitest'
import * as Y from 'yjs'
import { type Journal, startJournal } from '#server/history/journal.ts'
import { readHistory } from '#server/history/read-history.ts'
import type { Storage } from '#server/persistence/storage.ts'
import { cards, needs } from '#shared/board/schema.ts'
import { insertRow, sharedTextOf, updateRow } from '#shared/document/collection.ts'
import { documentName } from '#shared/document/names.ts'
import { answers } from '#shared/interviews/schema.ts'
import { describeEachStorage } from '#test/support/storages.ts'
import { addDocument, addWorkshop } from '#test/support/stored-documents.ts'

/** A busy machine may be slow; a broken one never gets there. */
const patiently = { timeout: 30_000 }

const journals: Journal[] = []
afterEach(async () => {
  for (const journal of journals.splice(0)) await journal.close()
})

function start(storage: Storage): Journal {
  const journal = startJournal({ storage, log: { error: (details) => expect.fail(String(details)) } })
  journals.push(journal)
  return journal
}

/** A peer whose every transaction is appended to the log as one update. */
function peer(storage: Storage, doc: string, seatId: string) {
  const live = new Y.Doc()
  const appended: Promise<number>[] = []
  live.on('update', (data: Uint8Array) => void appended.push(storage.log.append({ doc, data, seatId })))
  return { live, saved: () => Promise.all(appended) }
}

const history = async (storage: Storage, workshopId: string) =>
  (await readHistory(storage, workshopId, { kinds: ['board', 'interviews'], limit: 10_000 })).reverse()

describeEachStorage('the change journal', (storages) => {
  test('[P5] tells what changed, by whom and when, and leaves the seed out', async () => {
    let now = 1000
    const storage = await storages.open({ now: () => now })
    const journal = start(storage)
    const workshopId = await addWorkshop(storage)
    const seed = new Y.Doc()
    insertRow(seed, needs, 'seeded', { short: 'From the demo' })
    const doc = await addDocument(storage, 'board', { workshopId, seed })
    const ann = peer(storage, doc, 'ann')
    insertRow(ann.live, needs, 'n1', { short: 'Speed' })
    await ann.saved()
    now = 2000
    updateRow(ann.live, needs, 'n1', { short: 'Quickness' })
    await ann.saved()
    await journal.caughtUp(doc)

    const record = { doc_kind: 'board', collection: 'needs', record_id: 'n1', seat_id: 'ann', reason: '' }
    expect(await history(storage, workshopId)).toEqual([
      { ...record, seq: 1, field: '', old_value: null, new_value: '{"short":"Speed"}', at: 1000 },
      { ...record, seq: 2, field: 'short', old_value: '"Speed"', new_value: '"Quickness"', at: 2000 },
    ])
  })

  test('follows commits by itself, and typing is one entry over several steps', async () => {
    let now = 0
    const storage = await storages.open({ now: () => now })
    const journal = start(storage)
    const workshopId = await addWorkshop(storage)
    const doc = await addDocument(storage, 'interviews', { workshopId })
    const ann = peer(storage, doc, 'ann')
    insertRow(ann.live, answers, 'a1', { text: '' })
    await ann.saved()
    await vi.waitUntil(async () => (await history(storage, workshopId)).length === 1, patiently)
    for (const letter of 'hello') {
      now += 1000
      sharedTextOf(ann.live, answers, 'a1', 'text')?.insert(now / 1000 - 1, letter)
      await ann.saved()
      await journal.caughtUp(doc)
    }
    expect((await history(storage, workshopId)).slice(1)).toMatchObject([
      { seq: 2, field: 'text', old_value: '""', new_value: '"hello"', at: 5000, doc_kind: 'interviews' },
    ])
  })

  test('is read by record, by seat and page by page', async () => {
    const storage = await storages.open()
    const journal = start(storage)
    const workshopId = await addWorkshop(storage)
    const doc = await addDocument(storage, 'board', { workshopId })
    const [ann, bob] = [peer(storage, doc, 'ann'), peer(storage, doc, 'bob')]
    for (let n = 0; n < 6; n++) insertRow((n % 2 ? ann : bob).live, needs, `n${n}`, { short: `${n}` })
    await Promise.all([ann.saved(), bob.saved()])
    await journal.caughtUp(doc)
    const ids = async (filter: object) =>
      (await readHistory(storage, workshopId, { kinds: ['board'], limit: 10, ...filter })).map(
        (row) => row.record_id,
      )
    expect(new Set(await ids({ seat: 'ann' }))).toEqual(new Set(['n1', 'n3', 'n5']))
    expect(await ids({ record: 'n2' })).toEqual(['n2'])
    expect(await ids({ kinds: ['interviews'] })).toEqual([])
    const pages = [await ids({ limit: 4 }), await ids({ limit: 4, before: 3 })]
    expect(pages.map((page) => page.length)).toEqual([4, 2])
    expect(new Set(pages.flat()).size).toBe(6)
  })

  test('[P5] tells every change exactly once over restarts, compactions and a second journal beside', async () => {
    const place = await storages.place()
    const storage = await storages.openAt(place)
    const workshopId = await addWorkshop(storage)
    const board = await addDocument(storage, 'board', { workshopId })
    const interviews = await addDocument(storage, 'interviews', { workshopId })
    const ann = peer(storage, board, 'ann')
    const bob = peer(storage, interviews, 'bob')
    const others = storages.engine === 'postgres' ? [await storages.openAt(place)] : []
    for (let round = 0; round < 5; round++) {
      const running = [storage, ...others].map(start)
      for (let n = 0; n < 40; n++) {
        // A list is never typed, so each change is an entry.
        if (n === 0 && round === 0) insertRow(ann.live, cards, 'c', { raisedBy: [] })
        else updateRow(ann.live, cards, 'c', { raisedBy: [`${round}/${n}`] })
        insertRow(bob.live, answers, `${round}/${n}`, {})
        if (n % 10 === 0) {
          await Promise.all([ann.saved(), bob.saved(), storage.log.compact(board)])
          await turn()
        }
      }
      await Promise.all([ann.saved(), bob.saved()])
      // Closed in the middle of its work.
      if (round < 4)
        await Promise.all([...running.map((journal) => journal.close()), storage.log.compact(board)])
      else for (const journal of running) for (const doc of [board, interviews]) await journal.caughtUp(doc)
    }
    const told = await history(storage, workshopId)
    expect(told.map((row) => row.seq)).toEqual(Array.from({ length: 400 }, (_, n) => n + 1))
    const changes = told.filter((row) => row.collection === 'cards')
    expect(changes).toHaveLength(200)
    // Each entry begins where the one before has ended.
    for (const [n, { old_value, new_value }] of changes.entries()) {
      if (n > 1) expect(old_value).toBe(changes[n - 1]?.new_value)
      if (n > 0) expect(new_value).toBe(JSON.stringify([`${Math.floor(n / 40)}/${n % 40}`]))
    }
    expect(new Set(told.filter((row) => row.collection === 'answers').map((row) => row.record_id)).size).toBe(
      200,
    )
    await storage.log.compact(board)
    expect(await storage.log.load(board)).toMatchObject({ snapshot: { upto: 200 }, updates: [] })
  })

  test('who waits for one journal reads everything, also what another process is telling', async () => {
    const place = await storages.place()
    const storage = await storages.openAt(place)
    const others = storages.engine === 'postgres' ? [await storages.openAt(place)] : []
    const [journal] = [storage, ...others].map(start) as [Journal]
    const workshopId = await addWorkshop(storage)
    const doc = await addDocument(storage, 'board', { workshopId })
    const ann = peer(storage, doc, 'ann')
    for (let n = 1; n <= 30; n++) {
      insertRow(ann.live, needs, `n${n}`, { short: `${n}` })
      await ann.saved()
      for (const other of journals) other.follow(doc)
      await journal.caughtUp(doc)
      expect(await history(storage, workshopId)).toHaveLength(n)
    }
  })

  test('has nothing to tell of the record or of a document that does not exist', async () => {
    const storage = await storages.open()
    const journal = start(storage)
    const workshopId = await addWorkshop(storage)
    const record = await addDocument(storage, 'record', { workshopId })
    const ann = peer(storage, record, 'ann')
    insertRow(ann.live, needs, 'n1', {})
    await ann.saved()
    await journal.caughtUp(record)
    await journal.caughtUp(documentName('nowhere', 'board'))
    expect(await history(storage, workshopId)).toEqual([])
  })
})
