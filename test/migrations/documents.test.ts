import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { loadDoc } from '#server/persistence/load-doc.ts'
import { openStorage } from '#server/persistence/open-storage.ts'
import { boardCollections, boardSingles, cards } from '#shared/board/schema.ts'
import { type Collection, readRow, readRows, readSingle, sharedTextOf } from '#shared/document/collection.ts'
import { type DocumentSteps, documentSteps, schemaVersion } from '#shared/document/migrations.ts'
import { type DocumentKind, documentKinds, isDocumentKind } from '#shared/document/names.ts'
import { interviewCollections } from '#shared/interviews/schema.ts'
import { recordCollections, recordSingles } from '#shared/record/schema.ts'
import { sampleDocument } from '#test/migrations/sample-documents.ts'
import { describeEachStorage, type Place, type TestStorages } from '#test/support/storages.ts'
import { addDocument, addWorkshop } from '#test/support/stored-documents.ts'

const folder = join(import.meta.dirname, 'fixtures')

test.each(documentKinds)('the present version of the %s has a fixture', (kind) => {
  const file = join(folder, `${kind}-${schemaVersion(kind)}.bin`)
  const isThere = existsSync(file)
  if (!isThere) writeFileSync(file, Y.encodeStateAsUpdate(sampleDocument(kind)))
  expect(isThere, `${file} was missing and has been written: check it in`).toBe(true)
})

const collections = { board: boardCollections, record: recordCollections, interviews: interviewCollections }
const singles = { board: boardSingles, record: recordSingles, interviews: {} }

/** Everything the schema of this kind reads from a document. */
const contentOf = (doc: Y.Doc, kind: DocumentKind) => ({
  rows: Object.values<Collection>(collections[kind]).map((of) => readRows(doc, of)),
  singles: Object.values(singles[kind]).map((of) => readSingle(doc, of)),
})

const states = readdirSync(folder).filter((file) => file.endsWith('.bin'))
const fixtures = states.map((file) => {
  const [, kind = '', version = ''] = /^(\w+)-(\d+)\.bin$/.exec(file) ?? []
  if (!isDocumentKind(kind)) throw new Error(`What is ${file}?`)
  return { kind, version: Number(version), state: new Uint8Array(readFileSync(join(folder, file))) }
})

async function storedFixture(storages: TestStorages, kind: DocumentKind, version: number, state: Uint8Array) {
  const storage = await storages.open()
  const workshopId = await addWorkshop(storage)
  const id = `${workshopId}/${kind}`
  await storage.transaction((tx) =>
    storage.log.create(tx, { id, workshopId, kind, lineage: 'l', schemaVersion: version, seed: state }),
  )
  return { storage, id }
}

describeEachStorage('stored documents', (storages) => {
  test.each(fixtures)(
    '$kind of version $version opens, is brought up to date and converges',
    async ({ kind, version, state }) => {
      const { storage, id } = await storedFixture(storages, kind, version, state)
      expect(await storage.log.load(id)).toMatchObject({ schemaVersion: schemaVersion(kind) })
      const [ann, bob] = [await loadDoc(storage, id), await loadDoc(storage, id)]
      if (!ann || !bob) throw new Error('The document is gone.')
      const content = `${JSON.stringify(contentOf(ann, kind), null, 2)}\n`
      await expect(content).toMatchFileSnapshot(join(folder, `${kind}-${version}.json`))

      // Somebody who was away with the old state, and two who edit what is here now.
      const away = new Y.Doc()
      Y.applyUpdate(away, state)
      const peers = [ann, bob, away]
      for (const [n, peer] of peers.entries()) {
        peer.getMap('entries').set(`peer ${n}`, n)
        if (kind === 'board') sharedTextOf(peer, cards, 'price', 'text')?.insert(0, `${n}`)
      }
      for (const from of peers) for (const to of peers) Y.applyUpdate(to, Y.encodeStateAsUpdate(from))
      for (const peer of peers) {
        expect(contentOf(peer, kind)).toEqual(contentOf(ann, kind))
        expect(Y.encodeStateVector(peer)).toEqual(Y.encodeStateVector(ann))
      }
    },
  )

  const steps: DocumentSteps = {
    ...documentSteps,
    board: [
      ...documentSteps.board,
      (doc) => {
        for (const { id } of readRows(doc, cards)) sharedTextOf(doc, cards, id, 'text')?.insert(0, 'new: ')
      },
    ],
  }
  const openWith = (place: Place, own: DocumentSteps) =>
    openStorage({ ...place, clock: { now: () => 5 }, steps: own })

  test('the missing steps run once, whoever loads first, and peers that have the document receive them', async () => {
    const place = await storages.place()
    const old = await openWith(place, documentSteps)
    const doc = await addDocument(old, 'board', { seed: sampleDocument('board') })
    await old.close()

    const opened = [await openWith(place, steps)]
    if (storages.engine === 'postgres') opened.push(await openWith(place, steps))
    const heard: unknown[] = []
    for (const storage of opened) storage.log.onCommitted((committed) => heard.push(...committed))
    await Promise.all([...opened, ...opened].map((storage) => storage.log.load(doc)))
    const [storage] = opened
    expect(await storage?.log.load(doc)).toMatchObject({
      schemaVersion: schemaVersion('board', steps),
      head: 1,
      updates: [{ seatId: null, at: 5 }],
    })
    expect(heard).toEqual([{ doc, head: 1 }])

    const peer = sampleDocument('board')
    for (const { data } of (await storage?.log.since(doc, 0)) ?? []) Y.applyUpdate(peer, data)
    expect(readRow(peer, cards, 'price')?.text).toBe('new: What does it cost a month?')
    for (const one of opened) await one.close()

    const older = await openWith(place, documentSteps)
    await expect(older.log.load(doc)).rejects.toThrow('made by a newer server')
    await older.close()
  })
})
