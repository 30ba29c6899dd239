/**
 * Typed collections over Yjs: the one place that knows how records lie in a document.
 * A collection is a root map of `Y.Map`s by random id; a singleton is one root map of plain values.
 * Reading validates and never throws; keys this version does not know are left untouched.
 */
import { equalityDeep } from 'lib0/function'
import * as Y from 'yjs'
import type { Json, JsonObject, Shape, ValuesOf } from '#shared/document/fields.ts'

export interface Collection<S extends Shape = Shape> {
  readonly name: string
  readonly fields: S
}

export interface Singleton<S extends Shape = Shape> {
  readonly name: string
  readonly fields: S
  readonly single: true
}

/** A record as read: its id and every field of its definition. */
export type RowOf<C extends Collection | Singleton> = C extends { single: true }
  ? ValuesOf<C['fields']>
  : { readonly id: string } & ValuesOf<C['fields']>

export type ChangesOf<C extends Collection | Singleton> = Partial<ValuesOf<C['fields']>>

export const collection = <const S extends Shape>(name: string, fields: S): Collection<S> => ({
  name,
  fields,
})

export const singleton = <const S extends Shape>(name: string, fields: S): Singleton<S> => ({
  name,
  fields,
  single: true,
})

type Raw = { get(key: string): unknown }

function readFields<S extends Shape>(fields: S, raw: Raw): ValuesOf<S> {
  const values: Record<string, unknown> = {}
  for (const key in fields) values[key] = (fields[key] as Shape[string]).read(raw.get(key))
  return values as ValuesOf<S>
}

/** The fields of a definition read from plain values, as a file holds them. */
export const readValues = <S extends Shape>(of: { readonly fields: S }, values: JsonObject): ValuesOf<S> =>
  readFields(of.fields, new Map(Object.entries(values)))

/** The record with that id, or null. */
export function readRow<C extends Collection>(doc: Y.Doc, of: C, id: string): RowOf<C> | null {
  const map = doc.getMap(of.name).get(id)
  return map instanceof Y.Map ? ({ id, ...readFields(of.fields, map) } as RowOf<C>) : null
}

/** All records, in no promised order. */
export function readRows<C extends Collection>(doc: Y.Doc, of: C): RowOf<C>[] {
  const rows: RowOf<C>[] = []
  for (const id of doc.getMap(of.name).keys()) {
    const row = readRow(doc, of, id)
    if (row) rows.push(row)
  }
  return rows
}

export function readSingle<C extends Singleton>(doc: Y.Doc, of: C): RowOf<C> {
  return readFields(of.fields, doc.getMap(of.name)) as RowOf<C>
}

/** Adds a record; fields left out get their fallback on reading. Replaces a record of the same id. */
export function insertRow<C extends Collection>(doc: Y.Doc, of: C, id: string, values: ChangesOf<C>): void {
  const map = new Y.Map<unknown>()
  for (const [key, value] of Object.entries(values)) {
    const field = of.fields[key]
    if (field && value !== undefined) map.set(key, field.store(value))
  }
  for (const [key, field] of Object.entries(of.fields)) {
    if (field.isSharedText && !(key in values)) map.set(key, field.store(''))
  }
  doc.getMap(of.name).set(id, map)
}

/** Writes the fields that differ; false if there is no such record. */
export function updateRow<C extends Collection>(
  doc: Y.Doc,
  of: C,
  id: string,
  changes: ChangesOf<C>,
): boolean {
  const map = doc.getMap(of.name).get(id)
  if (!(map instanceof Y.Map)) return false
  writeChanges(map, of.fields, changes)
  return true
}

export function updateSingle<C extends Singleton>(doc: Y.Doc, of: C, changes: ChangesOf<C>): void {
  writeChanges(doc.getMap(of.name), of.fields, changes)
}

export function removeRow(doc: Y.Doc, of: Collection, id: string): boolean {
  const map = doc.getMap(of.name)
  if (!map.has(id)) return false
  map.delete(id)
  return true
}

/** The live text behind a shared-text field, for an editor to bind to. */
export function sharedTextOf(doc: Y.Doc, of: Collection, id: string, field: string): Y.Text | null {
  const map = doc.getMap(of.name).get(id)
  const value = map instanceof Y.Map ? map.get(field) : null
  return value instanceof Y.Text ? value : null
}

/** Types nested deeper were made to exhaust the stack of whoever reads them. */
const MAX_NESTING = 32

/**
 * A record as plain values with every key it holds, also those this version does not know. What is no JSON, or nested
 * too deep, is not JSON here either: whoever reads checks.
 */
export function rawRow(map: Y.Map<unknown>): { [key: string]: Json } {
  return plainValue(map, MAX_NESTING) as { [key: string]: Json }
}

function plainValue(value: unknown, depth: number): unknown {
  if (!(value instanceof Y.AbstractType)) return value
  if (value instanceof Y.Text) return value.toString()
  if (depth === 0) return undefined
  if (value instanceof Y.Array) return Array.from(value, (one: unknown) => plainValue(one, depth - 1))
  if (!(value instanceof Y.Map)) return undefined
  return Object.fromEntries(Array.from(value, ([key, one]) => [key, plainValue(one, depth - 1)]))
}

/** Stores a record from JSON: known shared texts become live texts, unknown keys are kept as they are. */
export function insertRaw(
  doc: Y.Doc,
  of: Collection,
  id: string,
  values: { readonly [key: string]: Json },
): void {
  const map = new Y.Map<unknown>()
  for (const [key, value] of Object.entries(values)) {
    const field = Object.hasOwn(of.fields, key) ? of.fields[key] : undefined
    map.set(key, field?.fault(value) === null ? field.store(value) : value)
  }
  for (const [key, field] of Object.entries(of.fields)) {
    if (field.isSharedText && !(key in values)) map.set(key, field.store(''))
  }
  doc.getMap(of.name).set(id, map)
}

function writeChanges(map: Y.Map<unknown>, fields: Shape, changes: Readonly<Record<string, unknown>>): void {
  for (const [key, value] of Object.entries(changes)) {
    const field = fields[key]
    if (!field || value === undefined) continue
    const live = map.get(key)
    if (field.isSharedText && live instanceof Y.Text) replaceText(live, String(value))
    else if (!equalityDeep(live, value)) map.set(key, field.store(value))
  }
}

/** Turns a live text into `next` by one cut and one insert, so that others' carets and edits outside it survive. */
export function replaceText(live: Y.Text, next: string): void {
  const before = live.toString()
  if (before === next) return
  let start = 0
  while (start < before.length && start < next.length && before[start] === next[start]) start++
  if (start > 0 && isHighSurrogate(before.charCodeAt(start - 1))) start--
  let end = 0
  while (
    end < before.length - start &&
    end < next.length - start &&
    before[before.length - 1 - end] === next[next.length - 1 - end]
  )
    end++
  if (end > 0 && isLowSurrogate(before.charCodeAt(before.length - end))) end--
  const removed = before.length - start - end
  if (removed > 0) live.delete(start, removed)
  const inserted = next.slice(start, next.length - end)
  if (inserted) live.insert(start, inserted)
}

const isHighSurrogate = (unit: number) => unit >= 0xd800 && unit <= 0xdbff
const isLowSurrogate = (unit: number) => unit >= 0xdc00 && unit <= 0xdfff
