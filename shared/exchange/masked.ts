/**
 * A workshop file with what tells who customers are masked: what the vault knows, and in full also every other address
 * and number. Ids, choices, dates and links to our own tools stay, so the file can still be opened; what holds nothing
 * to mask comes out as it went in.
 */
import type { Collection, Singleton } from '#shared/document/collection.ts'
import { isObject, type Json, type JsonObject, renameFields, type Shape } from '#shared/document/fields.ts'
import { documentKinds } from '#shared/document/names.ts'
import {
  type FilePart,
  type FileRow,
  type HistoryEntry,
  partShapes,
  rowsOf,
  singleOf,
  type WorkshopFile,
} from '#shared/exchange/file.ts'
import { type KnownIdentities, maskKnown, maskText } from '#shared/interviews/mask.ts'

type Mask = (text: string) => string

interface Masking {
  readonly known: KnownIdentities
  /** Also addresses and numbers that the vault does not know. */
  readonly isFull: boolean
}

/** Our own people, by the names they gave themselves. */
const ownPeople = new Set(['seats', 'functions'])
/** Never words. */
const notWords = new Set(['order', 'anchor', 'identityRef', 'date', 'at', 'link'])
/** Before ids, while they are told from words. No text holds it: it is no character. */
const MARK = '\uffff'

export function masked(file: WorkshopFile, { known, isFull }: Masking): WorkshopFile {
  const mask = maskOnce({ known, isFull })
  const parts = documentKinds.flatMap((kind) => {
    const part = file.workshop[kind]
    return part ? [[kind, maskedPart(part, kind, mask)] as const] : []
  })
  return {
    ...file,
    workshop: {
      ...file.workshop,
      ...Object.fromEntries(parts),
      history: file.workshop.history.map((entry) => maskedEntry(entry, mask)),
    },
  }
}

/** The journal repeats what the documents say: each text is masked once. */
function maskOnce({ known, isFull }: Masking): Mask {
  const done = new Map<string, string>()
  return (text) => {
    let masked = done.get(text)
    if (masked === undefined) {
      masked = isFull ? maskText(text, known) : maskKnown(text, known)
      done.set(text, masked)
    }
    return masked
  }
}

function maskedPart(part: FilePart, kind: keyof typeof partShapes, mask: Mask): FilePart {
  const { singles, collections } = partShapes[kind]
  const unknown = Object.entries(part).filter(
    ([name]) => !Object.hasOwn(singles, name) && !Object.hasOwn(collections, name),
  )
  const out: Record<string, JsonObject | readonly FileRow[]> = {
    ...part,
    ...(maskedValues({}, Object.fromEntries(unknown) as JsonObject, mask) as FilePart),
  }
  for (const [name, single] of Object.entries(singles))
    if (Object.hasOwn(part, name)) out[name] = maskedValues(single.fields, singleOf(part, name), mask)
  for (const [name, of] of Object.entries(collections))
    if (Object.hasOwn(part, name) && !ownPeople.has(name))
      out[name] = rowsOf(part, name).map(
        (row) => ({ ...maskedValues(of.fields, row, mask), id: row.id }) as FileRow,
      )
  return out
}

/** Entries of the journal with what tells who customers are masked, as in a file. */
export function maskedHistory(
  entries: readonly HistoryEntry[],
  { known, isFull }: Masking,
): readonly HistoryEntry[] {
  const mask = maskOnce({ known, isFull })
  return entries.map((entry) => maskedEntry(entry, mask))
}

function maskedEntry(entry: HistoryEntry, mask: Mask): HistoryEntry {
  const { singles, collections } = partShapes[entry.document]
  const all: Readonly<Record<string, Collection | Singleton>> = { ...collections, ...singles }
  const fields = Object.hasOwn(all, entry.collection) ? all[entry.collection]?.fields : undefined
  if (!fields || ownPeople.has(entry.collection)) return entry
  const value = (json: Json): Json => {
    if (entry.field === '') return isObject(json) ? maskedValues(fields, json, mask) : json
    return maskedValues(fields, { [entry.field]: json }, mask)[entry.field] ?? null
  }
  return { ...entry, from: value(entry.from), to: value(entry.to) }
}

/** Values with words masked: first every id is marked, so that what is left are words, choices and figures. */
function maskedValues(fields: Shape, values: JsonObject, mask: Mask): JsonObject {
  const marked = renameFields(fields, values, (id) => MARK + id)
  const out: Record<string, Json> = {}
  for (const [key, value] of Object.entries(marked))
    out[unmarked(key)] = maskedValue(value, schemaAt(fields, unmarked(key)), mask, unmarked(key))
  return out
}

const unmarked = (text: string): string => (text.startsWith(MARK) ? text.slice(MARK.length) : text)

const schemaAt = (fields: Shape, key: string): JsonObject =>
  (Object.hasOwn(fields, key) ? fields[key]?.schema : undefined) ?? {}

function maskedValue(value: Json, schema: JsonObject, mask: Mask, key: string): Json {
  const within = inner(schema)
  if (typeof value === 'string') {
    if (value.startsWith(MARK)) return unmarked(value)
    if (within.enum !== undefined || notWords.has(key)) return value
    const masked = mask(value)
    return typeof within.maxLength === 'number' ? masked.slice(0, within.maxLength) : masked
  }
  if (isList(value)) return value.map((one) => maskedValue(one, asSchema(within.items), mask, key))
  if (!isObject(value)) return value
  const properties = asSchema(within.properties)
  return Object.fromEntries(
    Object.entries(value).map(([name, one]) => [
      unmarked(name),
      maskedValue(
        one,
        asSchema(properties[unmarked(name)] ?? within.additionalProperties),
        mask,
        unmarked(name),
      ),
    ]),
  )
}

/** The schema of a value that is there, of one that may be null. */
function inner(schema: JsonObject): JsonObject {
  const { anyOf } = schema
  return anyOf !== undefined && isList(anyOf) ? asSchema(anyOf[0]) : schema
}

const asSchema = (value: Json | undefined): JsonObject =>
  value !== undefined && isObject(value) ? value : {}
const isList = (value: Json): value is readonly Json[] => Array.isArray(value)
