/**
 * Follows the content of one document and tells what each update changed, field by field.
 * Knows the records by the collections of the schemas, but compares what is really stored, also keys this version
 * does not know: nothing is overwritten without a trace. Junk never throws.
 */
import * as Y from 'yjs'
import { boardCollections, boardSingles } from '#shared/board/schema.ts'
import type { Collection, Singleton } from '#shared/document/collection.ts'
import { interviewCollections } from '#shared/interviews/schema.ts'

/** Kinds of documents whose changes are told. */
export type WatchedKind = 'board' | 'interviews'

export interface Change {
  readonly collection: string
  /** Id of the record; the name of a singleton. */
  readonly recordId: string
  /** Empty: the whole record was added (no old value) or removed (no new value). */
  readonly field: string
  /** JSON; null: there was, or is, none. */
  readonly oldValue: string | null
  readonly newValue: string | null
  /** True for a line or text somebody types in, where every keystroke may be an update. */
  readonly isTyped: boolean
}

type Watched = Collection | Singleton
type Fields = ReadonlyMap<string, string>

const watched: Readonly<Record<WatchedKind, readonly Watched[]>> = {
  board: [...Object.values(boardCollections), ...Object.values(boardSingles)],
  interviews: Object.values(interviewCollections),
}

/** Longer ids than any of ours are cut, and characters a database cannot hold are replaced. */
const LONGEST_NAME = 100
const storable = (name: string) => name.replaceAll('\u0000', '\ufffd').slice(0, LONGEST_NAME)

export class ContentWatch {
  readonly #doc = new Y.Doc()
  readonly #roots = new Map<unknown, Watched>()
  /** What every record held, by collection and id. */
  readonly #known = new Map<string, Map<string, Fields>>()
  /** Records an update has changed something in. */
  #touched = new Map<Watched, Set<string>>()

  constructor(kind: WatchedKind, base: readonly Uint8Array[]) {
    for (const of of watched[kind]) this.#roots.set(this.#doc.getMap(of.name), of)
    this.#doc.on('afterTransaction', (transaction: Y.Transaction) => this.#findTouched(transaction))
    this.#doc.transact(() => {
      for (const part of base) Y.applyUpdate(this.#doc, part)
    })
    for (const of of watched[kind]) {
      const records = new Map<string, Fields>()
      for (const id of recordIds(this.#doc, of)) {
        const fields = readFields(this.#doc, of, id)
        if (fields) records.set(id, fields)
      }
      this.#known.set(of.name, records)
    }
  }

  /** Applies an update; answers what it changed. */
  apply(update: Uint8Array): Change[] {
    this.#touched = new Map()
    Y.applyUpdate(this.#doc, update)
    const changes: Change[] = []
    for (const [of, ids] of this.#touched) for (const id of ids) changes.push(...this.#compare(of, id))
    return changes
  }

  #compare(of: Watched, id: string): Change[] {
    const records = this.#known.get(of.name) ?? new Map<string, Fields>()
    const before = records.get(id)
    const after = readFields(this.#doc, of, id)
    if (after) records.set(id, after)
    else records.delete(id)
    if (before && after) return changedFields(of, id, before, after)
    if (!before && !after) return []
    return [change(of, id, '', before ? wholeRecord(before) : null, after ? wholeRecord(after) : null)]
  }

  /** Finds the records in which the transaction changed something, however deep inside. */
  #findTouched(transaction: Y.Transaction): void {
    const touch = (of: Watched, key: string) => {
      const ids = this.#touched.get(of) ?? new Set<string>()
      this.#touched.set(of, ids.add('single' in of ? of.name : key))
    }
    for (const [type, keys] of transaction.changed) {
      const root = this.#roots.get(type)
      if (root) {
        for (const key of keys) if (key !== null) touch(root, key)
        continue
      }
      const place = placeOf(type, this.#roots)
      if (place) touch(place.of, place.key)
    }
  }
}

type ChangedType = Parameters<Y.Transaction['changed']['get']>[0]

/** The root and the key in it under which a shared type lies. */
function placeOf(
  type: ChangedType,
  roots: ReadonlyMap<unknown, Watched>,
): { readonly of: Watched; readonly key: string } | null {
  for (let item = type._item; item; ) {
    const parent = item.parent as ChangedType
    const of = roots.get(parent)
    if (of) return item.parentSub === null ? null : { of, key: item.parentSub }
    item = parent._item
  }
  return null
}

const recordIds = (doc: Y.Doc, of: Watched): string[] =>
  'single' in of ? [of.name] : [...doc.getMap(of.name).keys()]

function readFields(doc: Y.Doc, of: Watched, id: string): Fields | null {
  const root = doc.getMap(of.name)
  const map = 'single' in of ? root : root.get(id)
  if (!(map instanceof Y.Map)) return null
  const fields = new Map<string, string>()
  for (const [key, value] of map.entries()) fields.set(key, asJson(value))
  return fields
}

function changedFields(of: Watched, id: string, before: Fields, after: Fields): Change[] {
  const changes: Change[] = []
  for (const key of new Set([...before.keys(), ...after.keys()])) {
    const [oldValue, newValue] = [before.get(key) ?? null, after.get(key) ?? null]
    if (oldValue !== newValue) changes.push(change(of, id, key, oldValue, newValue))
  }
  return changes
}

function change(
  of: Watched,
  id: string,
  field: string,
  oldValue: string | null,
  newValue: string | null,
): Change {
  const { type, enum: choices } = of.fields[field]?.schema ?? {}
  return {
    collection: of.name,
    recordId: storable(id),
    field: storable(field),
    oldValue,
    newValue,
    isTyped: type === 'string' && choices === undefined,
  }
}

const wholeRecord = (fields: Fields): string =>
  `{${[...fields].map(([key, json]) => `${JSON.stringify(key)}:${json}`).join(',')}}`

/** JSON of anything a document can hold; what JSON cannot tell becomes null. */
function asJson(value: unknown): string {
  try {
    const plain: unknown = value instanceof Y.AbstractType ? value.toJSON() : value
    return (
      JSON.stringify(plain, (_, part: unknown) => (typeof part === 'bigint' ? String(part) : part)) ?? 'null'
    )
  } catch {
    return 'null'
  }
}
