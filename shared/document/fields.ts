/**
 * Fields of a record: how one value is read from a document anybody may have written to.
 * Reading never throws: what does not fit becomes the field's fallback.
 */
import * as Y from 'yjs'

/** Plain JSON, as a document or a workshop file can hold it. */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json }

export type JsonObject = { readonly [key: string]: Json }

/** A fresh id for one that was given one; any other text as it is. */
export type Rename = (id: string) => string

export interface Field<T> {
  /** The value if it fits, cut to the limits where that loses no meaning; else `fallback`. */
  read(value: unknown): T
  /** What is wrong with the value, as a sentence without subject ("is longer than 60 characters"); null if nothing. */
  fault(value: unknown): string | null
  /** What to store for a value: a shared text becomes a `Y.Text`, everything else stays plain. */
  store(value: T): unknown
  /** A plain value with the ids in it renamed; everything else in it, known or not, stays as it is. */
  rename(value: Json, rename: Rename): Json
  readonly fallback: T
  readonly isSharedText: boolean
  /** JSON Schema (2020-12) of a value without fault. */
  readonly schema: JsonObject
}

type ValueOf<F> = F extends Field<infer T> ? T : never

function plain<T>(
  fallback: T,
  schema: JsonObject,
  read: (value: unknown) => T,
  fault: (value: unknown) => string | null,
  rename: (value: Json, rename: Rename) => Json = (value) => value,
): Field<T> {
  return { read, fault, store: (value) => value, rename, fallback, isSharedText: false, schema }
}

/** A plain object: a shared type or bytes put where JSON belongs are not read as one. */
function isRecord(value: unknown): value is Record<string, unknown> {
  if (typeof value !== 'object' || value === null) return false
  const prototype: unknown = Object.getPrototypeOf(value)
  return prototype === Object.prototype || prototype === null
}

/** Cuts to at most `max` UTF-16 units without splitting a surrogate pair. */
export function cut(value: string, max: number): string {
  if (value.length <= max) return value
  const last = value.charCodeAt(max - 1)
  return value.slice(0, last >= 0xd800 && last <= 0xdbff ? max - 1 : max)
}

/** A line or paragraph that is replaced as a whole. `max` in UTF-16 units. */
export function text({ max }: { max: number }): Field<string> {
  return plain(
    '',
    { type: 'string', maxLength: max },
    (value) => (typeof value === 'string' ? cut(value, max) : ''),
    (value) => {
      if (typeof value !== 'string') return 'is not text'
      return value.length > max ? `is longer than ${max} characters` : null
    },
  )
}

/** The id of another record, or words where there is none. Renamed when a file is read into fresh documents. */
export function reference({ max } = { max: 64 }): Field<string> {
  return { ...text({ max }), rename: (value, rename) => (typeof value === 'string' ? rename(value) : value) }
}

/** Text that several people may type in at once, kept as a `Y.Text`; read as a string. */
export function sharedText({ max }: { max: number }): Field<string> {
  const line = text({ max })
  return {
    ...line,
    read: (value) => line.read(value instanceof Y.Text ? value.toString() : value),
    fault: (value) => line.fault(value instanceof Y.Text ? value.toString() : value),
    store: (value) => new Y.Text(value),
    isSharedText: true,
  }
}

export function choice<const T extends string>(options: readonly T[], fallback: NoInfer<T>): Field<T> {
  const known = new Set<unknown>(options)
  return plain<T>(
    fallback,
    { enum: [...options] },
    (value) => (known.has(value) ? (value as T) : fallback),
    (value) => (known.has(value) ? null : `is not one of ${options.join(', ')}`),
  )
}

export function flag(fallback = false): Field<boolean> {
  return plain(
    fallback,
    { type: 'boolean' },
    (value) => (typeof value === 'boolean' ? value : fallback),
    (value) => (typeof value === 'boolean' ? null : 'is not true or false'),
  )
}

/** A number within [min, max]; whole numbers only unless `fractions`. */
export function number(limits: {
  min: number
  max: number
  fractions?: boolean
  fallback?: number
}): Field<number> {
  const fallback = limits.fallback ?? limits.min
  const fault = (value: unknown) => {
    if (typeof value !== 'number' || !Number.isFinite(value)) return 'is not a number'
    if (!limits.fractions && !Number.isInteger(value)) return 'is not a whole number'
    return value < limits.min || value > limits.max ? `is not between ${limits.min} and ${limits.max}` : null
  }
  const schema = {
    type: limits.fractions ? 'number' : 'integer',
    minimum: limits.min,
    maximum: limits.max,
  }
  return plain(fallback, schema, (value) => (fault(value) === null ? (value as number) : fallback), fault)
}

/** The field's value, or null for "nobody has said". */
export function optional<T>(field: Field<T>): Field<T | null> {
  return plain<T | null>(
    null,
    { anyOf: [field.schema, { type: 'null' }] },
    (value) =>
      value === null || value === undefined || field.fault(value) !== null ? null : field.read(value),
    (value) => (value === null || value === undefined ? null : field.fault(value)),
    (value, rename) => (value === null ? null : field.rename(value, rename)),
  )
}

/** At most `max` items; items that do not fit are left out on reading. */
export function list<T>(item: Field<T>, { max }: { max: number }): Field<readonly T[]> {
  return plain<readonly T[]>(
    [],
    { type: 'array', maxItems: max, items: item.schema },
    (value) =>
      Array.isArray(value)
        ? value
            .filter((one) => item.fault(one) === null)
            .slice(0, max)
            .map((one) => item.read(one))
        : [],
    (value) => {
      if (!Array.isArray(value)) return 'is not a list'
      if (value.length > max) return `has more than ${max} entries`
      for (const [index, one] of value.entries()) {
        const fault = item.fault(one)
        if (fault) return `entry ${index + 1} ${fault}`
      }
      return null
    },
    (value, rename) => (isList(value) ? value.map((one) => item.rename(one, rename)) : value),
  )
}

export type Shape = Readonly<Record<string, Field<unknown>>>
export type ValuesOf<S extends Shape> = { readonly [K in keyof S]: ValueOf<S[K]> }

/** Several values that change together, stored as one value. */
export function object<const S extends Shape>(shape: S): Field<ValuesOf<S>> {
  const entries = Object.entries(shape)
  const readAll = (value: unknown) => {
    const source = isRecord(value) ? value : {}
    return Object.fromEntries(entries.map(([key, field]) => [key, field.read(source[key])])) as ValuesOf<S>
  }
  const properties = Object.fromEntries(entries.map(([key, field]) => [key, field.schema]))
  return plain(
    readAll(null),
    { type: 'object', properties },
    readAll,
    (value) => {
      if (!isRecord(value)) return 'is not an object'
      for (const [key, field] of entries) {
        const fault = value[key] === undefined ? null : field.fault(value[key])
        if (fault) return `has a ${key} that ${fault}`
      }
      return null
    },
    (value, rename) => (isObject(value) ? renameFields(shape, value, rename) : value),
  )
}

/** The values of a record with their ids renamed, each by its field; keys without a field as `json` would. */
export function renameFields(shape: Shape, values: JsonObject, rename: Rename): JsonObject {
  return Object.fromEntries(
    Object.entries(values).map(([key, value]) => {
      const field = Object.hasOwn(shape, key) ? shape[key] : undefined
      return [key, field ? field.rename(value, rename) : renameUnder(key, value, rename)]
    }),
  )
}

/** Values by id, for example points by need. Entries that do not fit are left out on reading. */
export function byId<T>(field: Field<T>, { max }: { max: number }): Field<Readonly<Record<string, T>>> {
  return plain<Readonly<Record<string, T>>>(
    {},
    { type: 'object', maxProperties: max, additionalProperties: field.schema },
    (value) =>
      isRecord(value)
        ? Object.fromEntries(
            Object.entries(value)
              .filter(([, one]) => field.fault(one) === null)
              .slice(0, max)
              .map(([id, one]) => [id, field.read(one)]),
          )
        : {},
    (value) => {
      if (!isRecord(value)) return 'is not an object'
      const entries = Object.entries(value)
      if (entries.length > max) return `has more than ${max} entries`
      for (const [id, one] of entries) {
        const fault = field.fault(one)
        if (fault) return `has an entry ${id} that ${fault}`
      }
      return null
    },
    (value, rename) =>
      isObject(value)
        ? Object.fromEntries(
            Object.entries(value).map(([id, one]) => [rename(id), field.rename(one, rename)]),
          )
        : value,
  )
}

/**
 * Any JSON, kept as it is: for parts another module parses. Ids in it stand as keys of objects or under keys that end in
 * `Id` or `Ids`, or are `id` or `unsure`.
 */
export function json(): Field<Json> {
  return plain<Json>(
    null,
    {},
    (value) => (isJson(value) ? value : null),
    () => null,
    renameByKeys,
  )
}

const isJson = (value: unknown): value is Json =>
  typeof value === 'string' ||
  typeof value === 'number' ||
  typeof value === 'boolean' ||
  Array.isArray(value) ||
  isRecord(value)

const namesIds = (key: string) => /^(?:id|unsure)$|Ids?$/.test(key)

/** JSON with ids renamed where keys say that there are ids, see `json`. */
export function renameByKeys(value: Json, rename: Rename): Json {
  if (isList(value)) return value.map((one) => renameByKeys(one, rename))
  if (!isObject(value)) return value
  return Object.fromEntries(
    Object.entries(value).map(([key, one]) => [rename(key), renameUnder(key, one, rename)]),
  )
}

const renameUnder = (key: string, value: Json, rename: Rename): Json =>
  namesIds(key) ? renameIds(value, rename) : renameByKeys(value, rename)

function renameIds(value: Json, rename: Rename): Json {
  if (typeof value === 'string') return rename(value)
  return isList(value) ? value.map((one) => renameIds(one, rename)) : renameByKeys(value, rename)
}

const isList = (value: Json): value is readonly Json[] => Array.isArray(value)
export const isObject = (value: Json): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
