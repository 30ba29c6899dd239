/**
 * What a file of interviews is, by its bytes first and its name second, and what it holds. Readers of formats are
 * loaded when there is such a file: they take longer to load than most files to read.
 */
import type { TranscriptFormat } from '#server/intake/read-transcript.ts'
import { BadZip, zipParts } from '#server/intake/zip-parts.ts'
import { findDelimiter, readCsv } from '#shared/intake/csv.ts'
import { decode } from '#shared/intake/decode.ts'
import type { Delimiter, Encoding } from '#shared/intake/forms.ts'
import type { TranscriptLine } from '#shared/intake/transcript.ts'
import type { IntakeSettings } from '#shared/protocol/intake-calls.ts'

export interface TableFile {
  readonly kind: 'table'
  readonly rows: readonly (readonly string[])[]
  /** What is wrong with rows before they are read, by index. */
  readonly faults: readonly { readonly index: number; readonly message: string }[]
  readonly notices: readonly { readonly index: number; readonly message: string }[]
  readonly encoding: Encoding | null
  readonly delimiter: Delimiter | null
  readonly unsure: readonly ('encoding' | 'delimiter')[]
  readonly sheet: string | null
  readonly sheets: readonly string[]
}

export interface TranscriptFile {
  readonly kind: 'transcript'
  readonly lines: readonly TranscriptLine[]
  readonly encoding: Encoding | null
  readonly unsure: readonly 'encoding'[]
}

/** The file is none that can be read; the message says what to do about it. */
export class NotReadable extends Error {}

export async function readFile(
  bytes: Buffer,
  name: string,
  settings: IntakeSettings,
): Promise<TableFile | TranscriptFile> {
  if (bytes.length === 0) throw new NotReadable('This file is empty: choose another.')
  if (bytes.length >= 4 && bytes.readUInt32BE(0) === 0x504b0304) return readZip(bytes, settings)
  const refused = knownOtherwise(bytes)
  if (refused) throw new NotReadable(refused)
  const decoded = decode(bytes, settings.encoding)
  if (!decoded) throw new NotReadable('This is not a file of text, nor .xlsx or .docx: choose another.')
  const { text, encoding, hasMark } = decoded
  const unsure =
    encoding === 'windows-1252' && !hasMark && settings.encoding === undefined ? (['encoding'] as const) : []
  const format = formatOf(name, text, settings)
  if (format !== 'table') {
    const { readTranscript } = await import('#server/intake/read-transcript.ts')
    return { kind: 'transcript', lines: await readTranscript(text, format), encoding, unsure }
  }
  return tableOf(text, encoding, unsure, settings)
}

function tableOf(
  text: string,
  encoding: Encoding,
  unsure: readonly 'encoding'[],
  settings: IntakeSettings,
): TableFile {
  const found = settings.delimiter ?? findDelimiter(text)
  const { rows, faults } = readCsv(text, found ?? ',')
  return {
    kind: 'table',
    rows,
    faults,
    notices: [],
    encoding,
    delimiter: found ?? ',',
    unsure: found === null ? [...unsure, 'delimiter'] : unsure,
    sheet: null,
    sheets: [],
  }
}

async function readZip(bytes: Buffer, settings: IntakeSettings): Promise<TableFile | TranscriptFile> {
  try {
    const parts = zipParts(bytes)
    if (parts.has('word/document.xml')) {
      const { readDocx } = await import('#server/intake/read-transcript.ts')
      return { kind: 'transcript', lines: await readDocx(bytes), encoding: null, unsure: [] }
    }
    if (!parts.has('xl/workbook.xml'))
      throw new NotReadable('This is neither a sheet (.xlsx) nor a document (.docx): choose another.')
    const { readXlsx } = await import('#server/intake/read-xlsx.ts')
    const { rows, formulas, sheet, sheets } = await readXlsx(bytes, settings.sheet)
    const notices = [...formulas].map(([row, cells]) => ({
      index: row - 1,
      message: `holds a formula in ${cells.slice(0, 5).join(', ')}: its last result is taken, nothing is computed`,
    }))
    return {
      kind: 'table',
      rows,
      faults: [],
      notices,
      encoding: null,
      delimiter: null,
      unsure: [],
      sheet,
      sheets,
    }
  } catch (error) {
    if (error instanceof NotReadable) throw error
    if (error instanceof BadZip) throw new NotReadable(error.message)
    throw new NotReadable('This file is broken: save it anew and send it again.')
  }
}

function knownOtherwise(bytes: Buffer): string | null {
  if (bytes.subarray(0, 4).equals(Buffer.from([0xd0, 0xcf, 0x11, 0xe0])))
    return 'This is an old or a protected Office file: save it as .xlsx or .docx without a password.'
  if (bytes.subarray(0, 5).toString('latin1') === '%PDF-')
    return 'This is a PDF: copy its text into a .txt file.'
  return null
}

function formatOf(name: string, text: string, { as }: IntakeSettings): 'table' | TranscriptFormat {
  const ending = /\.([a-z0-9]+)$/i.exec(name)?.[1]?.toLowerCase() ?? ''
  if (as === 'table') return 'table'
  if (/^\ufeff?WEBVTT/.test(text) || ending === 'vtt') return 'vtt'
  if (ending === 'srt') return 'srt'
  return as === 'transcript' || ['txt', 'md', 'markdown'].includes(ending) ? 'text' : 'table'
}
