import { IDBFactory, IDBObjectStore } from 'fake-indexeddb'
import { afterEach, expect, test, vi } from 'vitest'
import * as Y from 'yjs'
import { copyName, OfflineCopy, olderCopies, readCopy } from '#client/session/offline-copy.ts'

/** The machine may be busy. */
const eventually = (check: () => void) => vi.waitFor(check, 4_000)

const copies: OfflineCopy[] = []
afterEach(() => Promise.all(copies.splice(0).map((copy) => copy.close())))

function copyOf(factory: IDBFactory | null, doc = new Y.Doc()) {
  const kept: string[] = []
  const onFailed = vi.fn()
  const copy = new OfflineCopy({
    factory,
    name: copyName('w1', 'board', 'l1'),
    doc,
    onKept: (marks) => kept.push(...marks),
    onFailed,
  })
  copies.push(copy)
  doc.on('update', (update: Uint8Array, origin: unknown) => {
    if (origin !== copy) copy.keep(update, typeof origin === 'string' ? origin : null)
  })
  const write = (key: string, mark: string | null) => doc.transact(() => doc.getMap('m').set(key, 1), mark)
  return { copy, doc, kept, onFailed, write, keys: () => [...doc.getMap('m').keys()].sort() }
}

test('what was kept is there at the next visit, with the marks that were not confirmed', async () => {
  const factory = new IDBFactory()
  const first = copyOf(factory)
  first.write('before loading', 'm0')
  expect(await first.copy.load()).toEqual({ hasContent: false, unsent: [] })
  first.write('own', 'm1')
  first.write('remote', null)
  await eventually(() => expect(first.kept).toEqual(['m0', 'm1']))
  first.copy.confirm(['m0'])
  await first.copy.close()

  const second = copyOf(factory)
  expect(await second.copy.load()).toEqual({ hasContent: true, unsent: ['m1'] })
  expect(second.keys()).toEqual(['before loading', 'own', 'remote'])
})

test('closing waits until everything has been written', async () => {
  const factory = new IDBFactory()
  const first = copyOf(factory)
  await first.copy.load()
  for (let i = 0; i < 20; i++) {
    first.write(`k${i}`, `m${i}`)
    await Promise.resolve()
  }
  await first.copy.close()
  expect(first.kept).toHaveLength(20)
  const second = copyOf(factory)
  await second.copy.load()
  expect(second.keys()).toHaveLength(20)
})

test('two tabs write one copy, also while it is merged: nothing of either is lost', async () => {
  const factory = new IDBFactory()
  const [one, two] = [copyOf(factory), copyOf(factory)]
  await Promise.all([one.copy.load(), two.copy.load()])
  for (let i = 0; i < 220; i++) {
    one.write(`one ${i}`, null)
    two.write(`two ${i}`, `t${i}`)
    if (i % 50 === 0) await eventually(() => expect(two.kept).toContain(`t${i}`))
  }
  await eventually(() => expect(two.kept).toHaveLength(220))
  await Promise.all([one.copy.close(), two.copy.close()])
  const third = copyOf(factory)
  expect((await third.copy.load()).unsent).toHaveLength(220)
  expect(third.keys()).toHaveLength(440)
})

test('a copy that has grown long is stored as one update', async () => {
  const factory = new IDBFactory()
  const { copy, write, kept } = copyOf(factory)
  await copy.load()
  for (let i = 0; i < 210; i++) write(`k${i}`, `m${i}`)
  await eventually(() => expect(kept).toHaveLength(210))
  write('one more', 'last')
  await eventually(() => expect(kept).toContain('last'))
  await copy.close()
  const content = await readCopy(factory, copyName('w1', 'board', 'l1'))
  const database = await new Promise<IDBDatabase>((resolve) => {
    const request = factory.open(copyName('w1', 'board', 'l1'))
    request.onsuccess = () => resolve(request.result)
  })
  const count = database.transaction('updates').objectStore('updates').count()
  await eventually(() => expect(count.result).toBe(1))
  const doc = new Y.Doc()
  if (content) Y.applyUpdate(doc, content)
  expect(doc.getMap('m').size).toBe(211)
})

test('[C12] a copy that forgets holds no byte of what was deleted, keeps the rest, and the marks of own changes', async () => {
  const factory = new IDBFactory()
  const { copy, doc, kept } = copyOf(factory)
  await copy.load()
  doc.transact(() => doc.getMap('m').set('gone', 'Unmistakable'), 'm1')
  doc.transact(() => doc.getMap('m').set('stays', 'Something else'), 'm2')
  doc.transact(() => doc.getText('t').insert(0, 'Unmistakable'), 'm3')
  await eventually(() => expect(kept).toEqual(['m1', 'm2', 'm3']))
  const bytes = async () =>
    Buffer.from((await readCopy(factory, copyName('w1', 'board', 'l1'))) ?? []).toString('latin1')
  doc.transact(() => {
    doc.getMap('m').delete('gone')
    doc.getText('t').delete(0, 12)
  })
  copy.forgetDeleted()
  await copy.close()
  expect(await bytes()).not.toContain('Unmistakable')
  expect(await bytes()).toContain('Something else')
  const second = copyOf(factory)
  expect((await second.copy.load()).unsent).toEqual(['m1', 'm2', 'm3'])
  expect(second.keys()).toEqual(['stays'])
})

test('a device that has no storage, refuses it or does not answer is told as such', async () => {
  const throwing = {
    open: () => {
      throw new DOMException('denied', 'SecurityError')
    },
  } as unknown as IDBFactory
  for (const factory of [null, throwing]) {
    const { copy, onFailed, kept, write } = copyOf(factory)
    expect(await copy.load()).toEqual({ hasContent: false, unsent: [] })
    write('a', 'm')
    expect(onFailed).toHaveBeenCalledOnce()
    expect(kept).toEqual([])
  }
})

test('when the storage is full, what could not be written is not called kept', async () => {
  const { copy, onFailed, kept, write } = copyOf(new IDBFactory())
  await copy.load()
  write('fits', 'm1')
  await eventually(() => expect(kept).toEqual(['m1']))
  const add = vi.spyOn(IDBObjectStore.prototype, 'add').mockImplementation(function (this: IDBObjectStore) {
    this.transaction.abort()
    return {} as IDBRequest<IDBValidKey>
  })
  write('does not', 'm2')
  await eventually(() => expect(onFailed).toHaveBeenCalledOnce())
  add.mockRestore()
  expect(kept).toEqual(['m1'])
})

test('a copy that cannot be read any more does not keep the workshop from opening', async () => {
  const factory = new IDBFactory()
  const first = copyOf(factory)
  await first.copy.load()
  first.copy.keep(new Uint8Array([255, 255, 255]), 'broken')
  await eventually(() => expect(first.kept).toEqual(['broken']))
  await first.copy.close()
  const second = copyOf(factory)
  expect(await second.copy.load()).toEqual({ hasContent: false, unsent: [] })
  expect(second.onFailed).toHaveBeenCalledOnce()
})

test('copies of other histories of the same document are found, those of other documents are not', async () => {
  const factory = new IDBFactory()
  const touch = (name: string) => readCopy(factory, name)
  for (const [workshop, kind, lineage] of [
    ['w1', 'board', 'l1'],
    ['w1', 'board', 'l0'],
    ['w1', 'record', 'l0'],
    ['w10', 'board', 'l0'],
  ]) {
    await touch(copyName(workshop ?? '', kind ?? '', lineage ?? ''))
  }
  expect(await olderCopies(factory, 'w1', 'board', 'l1')).toEqual([copyName('w1', 'board', 'l0')])
  expect(await olderCopies(null, 'w1', 'board', 'l1')).toEqual([])
})
