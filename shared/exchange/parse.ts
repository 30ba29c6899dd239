/**
 * Reads a workshop file that anybody may have written. It answers with the file or with everything that is wrong in it,
 * by JSON Pointer, and never throws. Keys this version does not know are no fault.
 */
import type { Field, Shape } from '#shared/document/fields.ts'
import { documentKinds } from '#shared/document/names.ts'
import {
  FORMAT,
  historyFields,
  isId,
  limits,
  partShapes,
  seniority,
  VERSION,
  type WorkshopFile,
} from '#shared/exchange/file.ts'
import { roundFaults } from '#shared/exchange/round-faults.ts'
import { shapeFaults } from '#shared/exchange/shape-faults.ts'
import { pointer } from '#shared/protocol/faults.ts'
import type { Fault } from '#shared/protocol/problems.ts'

export type ParsedFile =
  | { readonly ok: true; readonly file: WorkshopFile }
  | { readonly ok: false; readonly faults: readonly Fault[] }

export function parseWorkshopFile(json: unknown): ParsedFile {
  const refused = envelopeFault(json)
  if (refused) return { ok: false, faults: [refused] }
  const shape = shapeFaults(json)
  const faults = shape.length > 0 ? shape : [...fileFaults(json as Loose)]
  if (faults.length > 0) return { ok: false, faults: faults.slice(0, limits.faults) }
  return { ok: true, file: json as WorkshopFile }
}

type Loose = Readonly<Record<string, unknown>>

const isLoose = (value: unknown): value is Loose =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

function envelopeFault(json: unknown): Fault | null {
  if (!isLoose(json) || json.format !== FORMAT) {
    return { path: '', message: `This is not a Guessproof workshop: it does not say "format": "${FORMAT}".` }
  }
  const { version } = json
  if (typeof version !== 'number' || !Number.isInteger(version) || version < 1) {
    return { path: '/version', message: 'The version is not a whole number from 1 on.' }
  }
  if (version > VERSION) {
    return {
      path: '/version',
      message: `This file has version ${version}; this server reads up to version ${VERSION}. Update the server, or export from the older one again.`,
    }
  }
  return null
}

function* fileFaults(file: Loose): Generator<Fault> {
  const { workshop } = file
  if (!isLoose(workshop)) return yield { path: '/workshop', message: 'The workshop is missing.' }
  for (const kind of documentKinds) {
    const part = workshop[kind]
    if (part === undefined && kind === 'interviews') continue
    if (isLoose(part)) yield* partFaults(part, kind, `/workshop/${kind}`)
    else yield { path: `/workshop/${kind}`, message: 'This part is missing.' }
  }
  if (workshop.history !== undefined) {
    yield* listFaults(workshop.history, historyFields, '/workshop/history', limits.history)
  }
  if (isLoose(workshop.record)) yield* roundFaults(workshop.record)
}

function* partFaults(part: Loose, kind: (typeof documentKinds)[number], path: string): Generator<Fault> {
  const { singles, collections } = partShapes[kind]
  for (const [name, { fields }] of Object.entries(singles)) {
    if (part[name] !== undefined) yield* valuesFaults(part[name], fields, `${path}/${name}`)
  }
  for (const [name, { fields }] of Object.entries(collections)) {
    if (part[name] === undefined) continue
    const shape: Shape = name === 'seats' ? { ...fields, seniority } : fields
    yield* listFaults(part[name], shape, `${path}/${name}`, limits.rows, new Set())
  }
}

/** Faults of a list of records. With `ids`, each must have an id of its own. */
function* listFaults(
  rows: unknown,
  fields: Shape,
  path: string,
  most: number,
  ids?: Set<string>,
): Generator<Fault> {
  if (!Array.isArray(rows)) return yield { path, message: 'This is not a list.' }
  if (rows.length > most) return yield { path, message: `This has more than ${most} entries.` }
  for (const [index, row] of rows.entries()) {
    const at = `${path}/${index}`
    yield* valuesFaults(row, fields, at)
    if (ids && isLoose(row)) yield* idFaults(row.id, at, ids)
  }
}

function* idFaults(id: unknown, at: string, ids: Set<string>): Generator<Fault> {
  if (!isId(id)) return yield { path: `${at}/id`, message: 'An id is text of 1 to 64 characters.' }
  if (ids.has(id)) yield { path: `${at}/id`, message: 'Another entry of this list has the same id.' }
  ids.add(id)
}

function* valuesFaults(values: unknown, fields: Shape, path: string): Generator<Fault> {
  if (!isLoose(values)) return yield { path, message: 'This is not an object.' }
  for (const [key, field] of Object.entries(fields)) {
    const message = faultOf(field, values[key])
    if (message) yield { path: path + pointer([key]), message: `This ${message}.` }
  }
}

const faultOf = (field: Field<unknown>, value: unknown) => (value === undefined ? null : field.fault(value))
