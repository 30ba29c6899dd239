import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import { type Change, ContentWatch } from '#server/history/content-watch.ts'
import { boardCollections, boardSingles, cards, needs, scene } from '#shared/board/schema.ts'
import { insertRow, removeRow, sharedTextOf, updateRow, updateSingle } from '#shared/document/collection.ts'

/** A document and a watch that gets each of its updates. */
function watchedDoc() {
  const doc = new Y.Doc()
  const watch = new ContentWatch('board', [])
  let changes: Change[] = []
  doc.on('update', (update: Uint8Array) => changes.push(...watch.apply(update)))
  const told = (edit: () => void) => {
    changes = []
    doc.transact(edit)
    return changes.map(({ isTyped: _, ...change }) => change)
  }
  return { doc, told }
}

test('[P5] a record added, changed and removed is told with old and new values', () => {
  const { doc, told } = watchedDoc()
  const place = { stageId: 's1', lane: 'question', order: 'a0' } as const
  const added = told(() => insertRow(doc, cards, 'c1', { text: 'How much?', place }))
  expect(added).toEqual([
    {
      collection: 'cards',
      recordId: 'c1',
      field: '',
      oldValue: null,
      newValue: JSON.stringify({ text: 'How much?', place }),
    },
  ])
  const of = { collection: 'cards', recordId: 'c1' }
  expect(told(() => sharedTextOf(doc, cards, 'c1', 'text')?.insert(9, ' And when?'))).toEqual([
    { ...of, field: 'text', oldValue: '"How much?"', newValue: '"How much? And when?"' },
  ])
  const moved = { ...place, stageId: 's2' }
  expect(told(() => updateRow(doc, cards, 'c1', { place: moved, foreseenByTeam: true }))).toEqual([
    { ...of, field: 'place', oldValue: JSON.stringify(place), newValue: JSON.stringify(moved) },
    { ...of, field: 'foreseenByTeam', oldValue: null, newValue: 'true' },
  ])
  const gone = { text: 'How much? And when?', place: moved, foreseenByTeam: true }
  expect(
    told(() => removeRow(doc, cards, 'c1')).map(({ oldValue, newValue }) => [
      JSON.parse(oldValue ?? ''),
      newValue,
    ]),
  ).toEqual([[gone, null]])
})

test('[P5] a singleton is told by its name, and keys nobody knows are told too', () => {
  const { doc, told } = watchedDoc()
  expect(told(() => updateSingle(doc, scene, { title: 'Larders' }))).toEqual([
    { collection: 'scene', recordId: 'scene', field: 'title', oldValue: null, newValue: '"Larders"' },
  ])
  expect(told(() => doc.getMap('scene').set('later', [1, { a: 2 }]))).toEqual([
    { collection: 'scene', recordId: 'scene', field: 'later', oldValue: null, newValue: '[1,{"a":2}]' },
  ])
  expect(told(() => doc.getMap('somewhere else').set('x', 1))).toEqual([])
})

test('only lines and texts are typed in; choices, places and lists are not', () => {
  const doc = new Y.Doc()
  const watch = new ContentWatch('board', [])
  insertRow(doc, cards, 'c', { text: '', status: 'none', hurdles: '' })
  watch.apply(Y.encodeStateAsUpdate(doc))
  const before = Y.encodeStateVector(doc)
  updateRow(doc, cards, 'c', { text: 'a', status: 'draft', hurdles: 'b', raisedBy: ['i1'] })
  const changes = watch.apply(Y.encodeStateAsUpdate(doc, before))
  expect(Object.fromEntries(changes.map(({ field, isTyped }) => [field, isTyped]))).toEqual({
    text: true,
    hurdles: true,
    status: false,
    raisedBy: false,
  })
})

test('what the base holds is not told again', () => {
  const doc = new Y.Doc()
  insertRow(doc, needs, 'n1', { short: 'Speed' })
  const watch = new ContentWatch('board', [Y.encodeStateAsUpdate(doc)])
  const before = Y.encodeStateVector(doc)
  updateRow(doc, needs, 'n1', { short: 'Quickness' })
  expect(watch.apply(Y.encodeStateAsUpdate(doc, before))).toMatchObject([
    { field: 'short', oldValue: '"Speed"', newValue: '"Quickness"' },
  ])
})

/** The content as somebody knows it who has only been told the changes. */
class Told {
  readonly records = new Map<string, Record<string, string>>()

  take(changes: readonly Change[]): void {
    for (const { collection, recordId, field, oldValue, newValue } of changes) {
      const key = `${collection}/${recordId}`
      const record = this.records.get(key) ?? {}
      if (field !== '') {
        expect(record[field] ?? null).toBe(oldValue)
        if (newValue === null) delete record[field]
        else record[field] = newValue
        this.records.set(key, record)
        // A singleton without values is as good as none.
        if (collection === recordId && Object.keys(record).length === 0) this.records.delete(key)
      } else if (newValue === null) this.records.delete(key)
      else this.records.set(key, fieldsOf(newValue))
    }
  }
}

const fieldsOf = (json: string): Record<string, string> =>
  Object.fromEntries(Object.entries(JSON.parse(json)).map(([key, value]) => [key, JSON.stringify(value)]))

describe('[P3] junk', () => {
  test('ids of any length and kind become names a database can hold', () => {
    const { doc, told } = watchedDoc()
    const changes = told(() =>
      doc.getMap('needs').set(`\u0000${'x'.repeat(5000)}`, new Y.Map([['\u0000', 1]])),
    )
    expect(changes).toHaveLength(1)
    expect(changes[0]?.recordId).toHaveLength(100)
    expect(JSON.stringify(changes[0])).not.toContain('\u0000')
  })

  const value = fc.oneof(
    fc.jsonValue({ maxDepth: 2 }),
    fc.constant(12n),
    fc.constant(undefined),
    fc.uint8Array({ maxLength: 3 }),
  )
  const name = fc.constantFrom(...Object.keys({ ...boardCollections, ...boardSingles }))
  const step = fc.oneof(
    fc.record({ does: fc.constant('plain' as const), name, id: fc.constantFrom('a', 'b'), value }),
    fc.record({ does: fc.constant('record' as const), name, id: fc.constantFrom('a', 'b') }),
    fc.record({
      does: fc.constant('field' as const),
      name,
      id: fc.constantFrom('a', 'b'),
      key: fc.constantFrom('text', 'place', 'title', 'odd'),
      value: fc.oneof(value, fc.constant(new Y.Text('live'))),
    }),
    fc.record({ does: fc.constant('remove' as const), name, id: fc.constantFrom('a', 'b') }),
    fc.record({ does: fc.constant('list' as const), name }),
  )

  test('never throws, and changes told one after the other lead from the old content to the new one', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
        const doc = new Y.Doc()
        const watch = new ContentWatch('board', [])
        const told = new Told()
        doc.on('update', (update: Uint8Array) => told.take(watch.apply(update)))
        for (const { name, ...one } of steps) {
          const root = doc.getMap(name)
          const record = 'id' in one ? root.get(one.id) : null
          if (one.does === 'plain') root.set(one.id, one.value)
          else if (one.does === 'record') root.set(one.id, new Y.Map())
          else if (one.does === 'remove') root.delete(one.id)
          else if (one.does === 'list')
            doc
              .getMap(name)
              .doc?.getMap(name)
              .set('list', Y.Array.from([1]))
          else if (record instanceof Y.Map)
            record.set(one.key, one.value instanceof Y.Text ? new Y.Text('live') : one.value)
        }
        const atOnce = new Told()
        atOnce.take(new ContentWatch('board', []).apply(Y.encodeStateAsUpdate(doc)))
        expect(told.records).toEqual(atOnce.records)
      }),
      { numRuns: 150 },
    )
  })
})
