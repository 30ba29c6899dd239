/** What a file holds outside the records that this version knows: kept beside the documents, given back on export. */
import { isObject, type Json, type JsonObject, type Rename, renameByKeys } from '#shared/document/fields.ts'
import { documentKinds } from '#shared/document/names.ts'
import { historyFields, partShapes, type WorkshopFile } from '#shared/exchange/file.ts'

const fileKeys = [
  'format',
  'version',
  'exportedAt',
  'exportedBy',
  'appVersion',
  'server',
  'sealed',
  'workshop',
]

/** Unknown keys by where they were: `file`, `workshop`, a document's name, `history` (by position of the entry). */
export function extrasOf(file: WorkshopFile, rename: Rename): JsonObject {
  const { workshop } = file
  const parts = documentKinds.map((kind) => {
    const { singles, collections } = partShapes[kind]
    return [
      kind,
      without(workshop[kind] ?? {}, [...Object.keys(singles), ...Object.keys(collections)]),
    ] as const
  })
  const history = (workshop.history ?? []).map(
    (entry, index) => [String(index), without(entry, Object.keys(historyFields))] as const,
  )
  const found: (readonly [string, Json])[] = [
    ['file', without(file, fileKeys)],
    ['workshop', without(workshop, [...documentKinds, 'history'])],
    ...parts,
    ['history', Object.fromEntries(history.filter(notEmpty))],
  ]
  return Object.fromEntries(found.filter(notEmpty).map(([key, value]) => [key, renameByKeys(value, rename)]))
}

const without = (values: object, known: readonly string[]): JsonObject =>
  Object.fromEntries(Object.entries(values).filter(([key]) => !known.includes(key)))

const notEmpty = ([, value]: readonly [string, Json]): boolean =>
  isObject(value) && Object.keys(value).length > 0
