/** Random changes of a document, of every kind a Yjs document can hold, drawn from given numbers. */
import * as Y from 'yjs'

const pick = <T>(random: () => number, values: readonly T[]): T =>
  values[Math.floor(random() * values.length)] as T

const values = [
  1,
  -7,
  2.5,
  1e12,
  true,
  false,
  null,
  'plain',
  'ünïcode 🎈',
  ['a', 1],
  { a: { b: [1] }, big: 12n },
]

/** One random change in one transaction; now and then it changes nothing. */
export function randomEdit(doc: Y.Doc, random: () => number): void {
  doc.transact(() => pick(random, edits)(doc, random))
}

const edits: readonly ((doc: Y.Doc, random: () => number) => void)[] = [
  insertText,
  insertText,
  deleteText,
  formatText,
  setValue,
  setValue,
  setNested,
  deleteValue,
  pushItems,
  deleteItems,
  typeInNested,
]

function insertText(doc: Y.Doc, random: () => number): void {
  const text = doc.getText('text')
  text.insert(
    whole(text, Math.floor(random() * (text.length + 1))),
    pick(random, ['a', 'hello', '🎈', 'né', ' ']),
  )
}

/** A place between characters: Yjs, like our edits, does not cut surrogate pairs. */
function whole(text: Y.Text, index: number): number {
  const unit = text.toString().charCodeAt(index)
  return unit >= 0xdc00 && unit <= 0xdfff ? index - 1 : index
}

function deleteText(doc: Y.Doc, random: () => number): void {
  const text = doc.getText('text')
  if (text.length === 0) return
  const from = whole(text, Math.floor(random() * text.length))
  const to = whole(text, Math.min(from + 2 + Math.floor(random() * 4), text.length))
  text.delete(from, to - from)
}

function formatText(doc: Y.Doc, random: () => number): void {
  const text = doc.getText('text')
  const from = whole(text, Math.floor(random() * text.length))
  if (text.length > from + 2)
    text.format(from, whole(text, from + 2) - from, { bold: pick(random, [true, null]) })
}

function setValue(doc: Y.Doc, random: () => number): void {
  doc.getMap('map').set(`k${Math.floor(random() * 5)}`, pick(random, values))
}

function setNested(doc: Y.Doc, random: () => number): void {
  const record = new Y.Map<unknown>()
  record.set('title', new Y.Text('t'))
  record.set('place', { lane: 1, order: 'a' })
  doc.getMap('records').set(`r${Math.floor(random() * 5)}`, record)
}

function typeInNested(doc: Y.Doc, random: () => number): void {
  const record = doc.getMap('records').get(`r${Math.floor(random() * 5)}`)
  const title = record instanceof Y.Map ? record.get('title') : null
  if (title instanceof Y.Text)
    title.insert(Math.floor(random() * (title.length + 1)), pick(random, ['x', 'yz']))
}

function deleteValue(doc: Y.Doc, random: () => number): void {
  doc
    .getMap(pick(random, ['map', 'records']))
    .delete(`${pick(random, ['k', 'r'])}${Math.floor(random() * 5)}`)
}

function pushItems(doc: Y.Doc, random: () => number): void {
  const list = doc.getArray('list')
  list.insert(Math.floor(random() * (list.length + 1)), [pick(random, values), new Uint8Array([1, 2])])
}

function deleteItems(doc: Y.Doc, random: () => number): void {
  const list = doc.getArray('list')
  if (list.length > 0) list.delete(Math.floor(random() * list.length), 1)
}

/** Everything a document shows, comparable. */
export function contentOf(doc: Y.Doc): unknown {
  return {
    text: doc.getText('text').toDelta(),
    map: doc.getMap('map').toJSON(),
    records: doc.getMap('records').toJSON(),
    list: doc.getArray('list').toJSON(),
  }
}

/** Several peers who edit and now and then exchange everything; the updates in an order in which they can be applied. */
export function randomHistory(random: () => number, steps: number): { docs: Y.Doc[]; updates: Uint8Array[] } {
  const updates: Uint8Array[] = []
  const docs = [0, 1, 2].map((index) => {
    const doc = new Y.Doc()
    doc.clientID = 100 + index
    doc.on('update', (update: Uint8Array, origin: unknown) => {
      if (origin !== 'exchange') updates.push(update)
    })
    return doc
  })
  for (let step = 0; step < steps; step++) {
    randomEdit(pick(random, docs), random)
    if (random() < 0.3) {
      const from = pick(random, docs)
      const to = pick(random, docs)
      Y.applyUpdate(to, Y.encodeStateAsUpdate(from, Y.encodeStateVector(to)), 'exchange')
    }
  }
  return { docs, updates }
}
