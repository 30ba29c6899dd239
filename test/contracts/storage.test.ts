import { setImmediate as turn } from 'node:timers/promises'
import { sql } from 'kysely'
import { expect, test, vi } from 'vitest'
import * as Y from 'yjs'
import { compactDocument } from '#server/persistence/compaction.ts'
import { openStorage } from '#server/persistence/open-storage.ts'
import type { Storage } from '#server/persistence/storage.ts'
import { describeEachStorage } from '#test/support/storages.ts'
import { addDocument, addWorkshop, storedKeys, updateSetting } from '#test/support/stored-documents.ts'

/** A busy machine may be slow; a broken one never gets there. */
const patiently = { timeout: 30_000 }

const seqs = async (storage: Storage, doc: string) =>
  (await storage.log.load(doc))?.updates.map((update) => update.seq)

describeEachStorage('rows', (storages) => {
  test('a text with a NUL in it is kept without, and found', async () => {
    const storage = await storages.open()
    await addWorkshop(storage, 'nul')
    await storage.db.updateTable('workshops').set({ title: 'a\u0000b' }).where('id', '=', 'nul').execute()
    const found = storage.db.selectFrom('workshops').select('title').where('title', '=', 'a\u0000b')
    expect(await found.execute()).toEqual([{ title: 'a\ufffdb' }])
  })
})

describeEachStorage('the document log', (storages) => {
  test('a new document is its seed, and updates follow it in order', async () => {
    const storage = await storages.open({ now: () => 1234 })
    const seed = new Y.Doc()
    seed.getMap('entries').set('seed', 1)
    const doc = await addDocument(storage, 'record', { seed })

    expect(await storage.log.load(doc)).toMatchObject({ snapshot: { upto: 0 }, updates: [], head: 0 })
    const data = updateSetting('first')
    expect(await storage.log.append({ doc, data, seatId: 'seat' })).toBe(1)
    expect(await storage.log.append({ doc, data: updateSetting('second'), seatId: null })).toBe(2)

    expect((await storage.log.load(doc))?.updates[0]).toEqual({ seq: 1, data, seatId: 'seat', at: 1234 })
    expect(await storedKeys(storage, doc)).toEqual(['first', 'second', 'seed'])
    expect(await storage.log.load('no/such')).toBeNull()
  })

  test('an update for a document that does not exist is refused and holds up no other', async () => {
    const storage = await storages.open()
    const doc = await addDocument(storage)
    const results = await Promise.allSettled([
      storage.log.append({ doc: 'no/such', data: updateSetting('lost'), seatId: null }),
      storage.log.append({ doc, data: updateSetting('kept'), seatId: null }),
    ])
    expect(results.map((result) => result.status)).toEqual(['rejected', 'fulfilled'])
    expect(await storedKeys(storage, doc)).toEqual(['kept'])
  })

  test('numbers are gapless and in order when many write many documents at once', async () => {
    const place = await storages.place()
    const storage = await storages.openAt(place)
    const writers = storages.engine === 'postgres' ? [storage, await storages.openAt(place)] : [storage]
    const docs = await Promise.all(Array.from({ length: 8 }, () => addDocument(storage)))
    const acknowledged = new Map(docs.map((doc) => [doc, [] as number[]]))
    const write = async (writer: Storage, doc: string, key: string) => {
      acknowledged.get(doc)?.push(await writer.log.append({ doc, data: updateSetting(key), seatId: null }))
    }
    const command = (writer: Storage, doc: string, other: string) =>
      writer.transaction(async (tx) => {
        for (const one of [doc, other])
          await writer.log.appendIn(tx, { doc: one, data: updateSetting('c'), seatId: null })
      })
    for (let round = 0; round < 5; round++) {
      await Promise.all(
        writers.flatMap((writer, w) => [
          ...docs.flatMap((doc) => [0, 1, 2].map((n) => write(writer, doc, `${w}/${round}/${n}`))),
          // In the opposite order of the group commit's locks.
          command(writer, docs[7] as string, docs[0] as string),
        ]),
      )
    }
    for (const doc of docs) {
      const total = writers.length * (15 + (doc === docs[0] || doc === docs[7] ? 5 : 0))
      expect(await seqs(storage, doc)).toEqual(Array.from({ length: total }, (_, n) => n + 1))
      expect(new Set(acknowledged.get(doc)).size).toBe(writers.length * 15)
      expect((await storage.log.heads([doc])).get(doc)).toBe(total)
    }
  })

  test('[P1] an append is answered after its commit, and listeners hear of it after the commit too', async () => {
    const place = await storages.place()
    const storage = await storages.openAt(place)
    const doc = await addDocument(storage)
    const heard: { doc: string; head: number }[] = []
    const stop = storage.log.onCommitted((committed) => heard.push(...committed))
    let answered = false
    let finish = () => {}
    const finished = new Promise<void>((resolve) => {
      finish = resolve
    })
    let hasWritten = false
    const command = storage.transaction(async (tx) => {
      await storage.log.appendIn(tx, { doc, data: updateSetting('command'), seatId: null })
      hasWritten = true
      await finished
    })
    await vi.waitUntil(() => hasWritten, patiently)
    const append = storage.log.append({ doc, data: updateSetting('edit'), seatId: null })
    void append.then(() => {
      answered = true
    })
    for (let n = 0; n < 20; n++) await turn()
    expect([answered, heard, storage.log.queuedBytes > 0]).toEqual([false, [], true])

    finish()
    await command
    expect(await append).toBe(2)
    await vi.waitUntil(() => heard.length === 2, patiently)
    expect(heard).toEqual([
      { doc, head: 1 },
      { doc, head: 2 },
    ])
    expect(storage.log.queuedBytes).toBe(0)
    stop()
    await storage.log.append({ doc, data: updateSetting('unheard'), seatId: null })
    expect(heard).toHaveLength(2)
  })

  test('a transaction that fails leaves nothing: no row, no number, no word to listeners', async () => {
    const storage = await storages.open()
    const doc = await addDocument(storage)
    const listener = vi.fn()
    storage.log.onCommitted(listener)
    const failing = storage.transaction(async (tx) => {
      expect(await storage.log.appendIn(tx, { doc, data: updateSetting('gone'), seatId: null })).toBe(1)
      throw new Error('changed my mind')
    })
    await expect(failing).rejects.toThrow('changed my mind')
    expect(listener).not.toHaveBeenCalled()
    expect(await storage.log.append({ doc, data: updateSetting('kept'), seatId: null })).toBe(1)
    expect(await storedKeys(storage, doc)).toEqual(['kept'])
  })

  test('since gives what came after, and null once the snapshot covers it', async () => {
    const storage = await storages.open()
    const doc = await addDocument(storage)
    for (const key of ['a', 'b', 'c'])
      await storage.log.append({ doc, data: updateSetting(key), seatId: null })
    expect((await storage.log.since(doc, 1))?.map((update) => update.seq)).toEqual([2, 3])
    expect(await storage.log.since(doc, 3)).toEqual([])
    expect(await storage.log.since(doc, 4)).toBeNull()
    expect(await storage.log.since('no/such', 0)).toBeNull()

    await storage.log.compact(doc)
    expect(await storage.log.since(doc, 2)).toBeNull()
    expect(await storage.log.since(doc, 3)).toEqual([])
    await storage.log.append({ doc, data: updateSetting('d'), seatId: null })
    expect((await storage.log.since(doc, 3))?.map((update) => update.seq)).toEqual([4])
    expect(await storage.log.load(doc)).toMatchObject({ snapshot: { upto: 3 }, head: 4 })
    expect(await storedKeys(storage, doc)).toEqual(['a', 'b', 'c', 'd'])
  })

  test('[P1] compaction beside appends and readers loses nothing and shows nobody a gap', async () => {
    const storage = await storages.open()
    const doc = await addDocument(storage)
    const keys = Array.from({ length: 400 }, (_, n) => `k${n}`)
    let writing = true
    const write = async () => {
      const waiting = keys.map(async (key, n) => {
        if (n % 8 === 0) await turn()
        await storage.log.append({ doc, data: updateSetting(key, 'x'.repeat(300)), seatId: null })
      })
      await Promise.all(waiting)
      writing = false
    }
    const compact = async () => {
      while (writing) await Promise.all([storage.log.compact(doc), storage.log.compact(doc)])
    }
    const read = async () => {
      while (writing) {
        const stored = await storage.log.load(doc)
        const first = (stored?.snapshot?.upto ?? 0) + 1
        expect(stored?.updates.map((update) => update.seq)).toEqual(stored?.updates.map((_, n) => first + n))
      }
    }
    await Promise.all([write(), compact(), read()])
    await storage.log.compact(doc)
    expect(await storage.log.load(doc)).toMatchObject({ snapshot: { upto: 400 }, updates: [], head: 400 })
    expect(await storedKeys(storage, doc)).toEqual([...keys].sort())
  })

  test('[P1] a compaction that was overtaken while merging leaves the newer snapshot and the log alone', async () => {
    const storage = await storages.open()
    const doc = await addDocument(storage)
    const append = (key: string) => storage.log.append({ doc, data: updateSetting(key), seatId: null })
    /** Compacts, but does `meanwhile` between reading and writing. */
    const compactWith = (meanwhile: () => Promise<unknown>) =>
      compactDocument(storage.db, doc, {
        load: () => storage.log.load(doc),
        now: () => 0,
        merge: async (parts) => {
          await meanwhile()
          return Y.mergeUpdates([...parts])
        },
      })
    for (const key of ['a', 'b', 'c']) await append(key)
    await compactWith(() => append('d'))
    expect(await storage.log.load(doc)).toMatchObject({
      snapshot: { upto: 3 },
      updates: [{ seq: 4 }],
      head: 4,
    })
    await compactWith(async () => {
      await append('e')
      await storage.log.compact(doc)
    })
    expect(await storage.log.load(doc)).toMatchObject({ snapshot: { upto: 5 }, updates: [], head: 5 })
    expect(await storedKeys(storage, doc)).toEqual(['a', 'b', 'c', 'd', 'e'])
  })

  test('[P5] compaction leaves to the change journal what it has not read', async () => {
    const storage = await storages.open()
    const doc = await addDocument(storage, 'board')
    for (const key of ['a', 'b', 'c'])
      await storage.log.append({ doc, data: updateSetting(key), seatId: null })
    await storage.log.compact(doc)
    expect(await seqs(storage, doc)).toEqual([1, 2, 3])

    await storage.db.insertInto('journal_cursors').values({ doc_id: doc, upto: 2 }).execute()
    await storage.log.compact(doc)
    expect(await storage.log.load(doc)).toMatchObject({ snapshot: { upto: 2 }, head: 3 })
    expect(await storedKeys(storage, doc)).toEqual(['a', 'b', 'c'])
  })

  test('a document that lies before its predecessor survives compaction', async () => {
    const storage = await storages.open()
    const doc = await addDocument(storage)
    const author = new Y.Doc()
    const updates: Uint8Array[] = []
    author.on('update', (update: Uint8Array) => updates.push(update))
    author.getMap('entries').set('first', 1)
    author.getMap('entries').set('second', 1)
    await storage.log.append({ doc, data: updates[1] as Uint8Array, seatId: null })
    await storage.log.compact(doc)
    await storage.log.append({ doc, data: updates[0] as Uint8Array, seatId: null })
    expect(await storedKeys(storage, doc)).toEqual(['first', 'second'])
  })

  test('a large document is merged in the worker', async () => {
    const storage = await storages.open()
    const doc = await addDocument(storage)
    for (const key of ['a', 'b', 'c'])
      await storage.log.append({ doc, data: updateSetting(key, 'long '.repeat(40_000)), seatId: null })
    await storage.log.compact(doc)
    expect(await storage.log.load(doc)).toMatchObject({ snapshot: { upto: 3 }, updates: [] })
    expect(await storedKeys(storage, doc)).toEqual(['a', 'b', 'c'])
  })

  test('closing commits what is queued and refuses what comes later', async () => {
    const place = await storages.place()
    const storage = await storages.openAt(place)
    const doc = await addDocument(storage)
    const appends = ['a', 'b', 'c'].map((key) =>
      storage.log.append({ doc, data: updateSetting(key), seatId: null }),
    )
    const closing = storage.close()
    await expect(storage.log.append({ doc, data: updateSetting('late'), seatId: null })).rejects.toThrow(
      'closing',
    )
    expect(await Promise.all(appends)).toEqual([1, 2, 3])
    await closing
    expect(await storedKeys(await storages.openAt(place), doc)).toEqual(['a', 'b', 'c'])
  })
})

describeEachStorage('storage', (storages) => {
  test('rows of one workshop go with it', async () => {
    const storage = await storages.open()
    const workshopId = await addWorkshop(storage)
    const doc = await addDocument(storage, 'board', { workshopId })
    await storage.log.append({ doc, data: updateSetting('a'), seatId: null })
    await storage.db.deleteFrom('workshops').where('id', '=', workshopId).execute()
    for (const table of ['docs', 'doc_updates', 'doc_snapshots'] as const)
      expect(await storage.db.selectFrom(table).selectAll().execute()).toEqual([])
  })

  test('values come back as they went in', async () => {
    const storage = await storages.open()
    const workshopId = await addWorkshop(storage)
    const long = new Uint8Array(3_000_000).map((_, n) => n % 251)
    const [at, name] = [8_640_000_000_000_000, 'Zoë 🧊 "quoted" \\ \n']
    await storage.db
      .insertInto('replies')
      .values({ seat_id: 's', request_key: 'k', status: 201, body: name, at })
      .execute()
    await storage.db.updateTable('workshops').set({ title: name, active_at: at }).execute()
    const doc = await addDocument(storage, 'record', { workshopId })
    await storage.log.append({ doc, data: long, seatId: null })

    expect(await storage.db.selectFrom('replies').selectAll().executeTakeFirst()).toEqual({
      seat_id: 's',
      request_key: 'k',
      status: 201,
      body: name,
      at,
    })
    const data = (await storage.log.load(doc))?.updates[0]?.data as Uint8Array
    expect(Buffer.compare(data, long)).toBe(0)
    const { count } = await storage.db
      .selectFrom('workshops')
      .select((eb) => eb.fn.countAll<number>().as('count'))
      .executeTakeFirstOrThrow()
    expect(count).toBe(1)
  })

  test('a transaction that lost against another one is run again', async () => {
    const storage = await storages.open()
    const workshopId = await addWorkshop(storage)
    let runs = 0
    await storage.transaction(async (tx) => {
      await tx
        .updateTable('workshops')
        .set({ title: `run ${++runs}` })
        .where('id', '=', workshopId)
        .execute()
      if (runs < 3) throw Object.assign(new Error('lost'), { code: '40001' })
    })
    expect(runs).toBe(3)
    expect(await storage.db.selectFrom('workshops').select('title').executeTakeFirst()).toEqual({
      title: 'run 3',
    })
    const broken = storage.transaction(async (tx) => {
      runs++
      await sql`select * from nowhere`.execute(tx)
    })
    await expect(broken).rejects.toThrow('nowhere')
    expect(runs).toBe(4)
  })

  test('a transaction inside a transaction is refused instead of waiting for itself', async () => {
    const storage = await storages.open()
    const nested = storage.transaction(() => storage.transaction(async () => 1))
    await expect(nested).rejects.toThrow('inside another')
    if (storages.engine === 'sqlite') {
      const beside = storage.transaction(() => storage.db.selectFrom('docs').selectAll().execute())
      await expect(beside).rejects.toThrow('through `tx`')
    }
    await storage.ready()
  })

  test('opens what it wrote again, and closes twice without complaint', async () => {
    const place = await storages.place()
    const first = await openStorage({ ...place, clock: { now: () => 1 } })
    const doc = await addDocument(first)
    await Promise.all([first.close(), first.close()])
    await expect(first.ready()).rejects.toThrow()
    const second = await storages.openAt(place)
    expect(await second.log.load(doc)).toMatchObject({ head: 0 })
  })
})
