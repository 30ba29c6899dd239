/**
 * Every field of every record, one a row: whatever anybody typed is in here, also fields that a report has no place
 * for and ones of a newer version. Values longer than a cell can hold go on in the next row.
 */
import { isObject, type Json, type JsonObject } from '#shared/document/fields.ts'
import { documentKinds } from '#shared/document/names.ts'
import type { WorkshopFile } from '#shared/exchange/file.ts'
import { plain } from '#shared/report/history-part.ts'
import type { Report } from '#shared/report/report.ts'
import type { Cell, Table } from '#shared/report/table.ts'

/** Excel holds 32,767 characters a cell. */
const LONGEST = 32_000

export function everythingTable({ file }: Report): Table {
  return {
    name: 'everything',
    title: 'Everything',
    columns: [
      { key: 'document', label: 'Document', width: 12 },
      { key: 'record_kind', label: 'Kind of record', width: 18 },
      { key: 'record_id', label: 'Id', width: 16 },
      { key: 'field', label: 'Field', width: 20 },
      { key: 'part', label: 'Part', width: 6 },
      { key: 'value', label: 'Value', width: 90 },
    ],
    rows: [...rowsOf(file)],
  }
}

function* rowsOf({ workshop }: WorkshopFile): Generator<Cell[]> {
  for (const document of documentKinds) {
    for (const [kind, rows] of Object.entries(workshop[document] ?? {})) {
      for (const row of listOf(rows)) {
        const { id, ...fields } = row
        for (const [field, value] of Object.entries(fields))
          for (const [index, part] of partsOf(value).entries())
            yield [document, kind, typeof id === 'string' ? id : '', field, index + 1, part]
      }
    }
  }
}

const listOf = (rows: JsonObject | readonly JsonObject[]): readonly JsonObject[] =>
  Array.isArray(rows) ? rows : isObject(rows as Json) ? [rows as JsonObject] : []

/** Nothing for what is empty. */
function partsOf(value: Json): Cell[] {
  if (typeof value === 'number' || typeof value === 'boolean') return [value]
  if (isObject(value) && Object.keys(value).length === 0) return []
  const text = Array.isArray(value) && value.length === 0 ? '' : plain(value)
  const parts: string[] = []
  for (let from = 0; from < text.length; ) {
    const end = cutAt(text, from + LONGEST)
    parts.push(text.slice(from, end))
    from = end
  }
  return parts
}

/** Never between the halves of a character. */
function cutAt(text: string, at: number): number {
  if (at >= text.length) return text.length
  const last = text.charCodeAt(at - 1)
  return last >= 0xd800 && last <= 0xdbff ? at - 1 : at
}
