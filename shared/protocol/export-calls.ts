/** Taking a workshop away as files: one call, a format each. What may be chosen is part of the address. */
import * as z from 'zod/mini'
import { call, workshop } from '#shared/protocol/call.ts'
import { type ExportFormat, exportFormats } from '#shared/protocol/export-formats.ts'
import { exportParts, partsWord, usualParts } from '#shared/protocol/export-parts.ts'

/** Of a logo, unpacked. */
export const MAX_LOGO_BYTES = 512 * 1024

const base64 = z.regex(/^[A-Za-z0-9+/]+={0,2}$/, { error: 'A logo is base64, without an address before it.' })

const part = `(?:${exportParts.join('|')})`
const parts = z.string().check(
  z.regex(new RegExp(`^(?:${part}(?:,${part})*)?$`), {
    error: `Parts are names divided by commas, of ${exportParts.join(', ')}.`,
  }),
)

const colour = z.string().check(z.regex(/^[0-9a-f]{6}$/i, { error: 'A colour is six hexadecimal digits.' }))

/** Everything has a default: without any choice nobody can be recognised. */
export const exportSettings = z.object({
  /** `names`: people of the room by name; else by function. */
  people: z._default(z.enum(['functions', 'names']), 'functions'),
  /** `0`: addresses and numbers in texts stay; what the vault knows is masked for all but researchers. */
  masked: z._default(z.enum(['1', '0']), '1'),
  /** `1`, for researchers: also quotes marked private. */
  private: z._default(z.enum(['0', '1']), '0'),
  state: z._default(z.enum(['draft', 'final']), 'draft'),
  paper: z._default(z.enum(['a4', 'letter']), 'a4'),
  look: z._default(z.enum(['light', 'dark']), 'light'),
  /** Of slides, PDF and text; none is an answer too. */
  parts: z._default(parts, partsWord(usualParts)),
  /** CSV for Excel: byte order mark, apostrophe before what it would compute. */
  excel: z._default(z.enum(['0', '1']), '0'),
  /** Two colours of the firm, for slides; the marks of guess and truth keep their own. */
  main: z.optional(colour),
  accent: z.optional(colour),
})
export type ExportSettings = z.output<typeof exportSettings>

/** A line of a stream: how far it is, then the file in base64, or what went wrong. */
export type ExportLine =
  | { readonly type: 'progress'; readonly step: ExportFormat; readonly done: number; readonly of: number }
  | { readonly type: 'file'; readonly name: string; readonly media: string; readonly base64: string }
  | { readonly type: 'problem'; readonly problem: { readonly code: string; readonly title: string } }

const gives = [
  ...new Set(Object.values(exportFormats).map(({ media }) => media.replace(/;.*/, ''))),
  'application/x-ndjson',
]

export const exportCalls = {
  exportFile: call({
    method: 'GET',
    path: `${workshop}/exports/:format`,
    who: 'seat',
    does: `The workshop as a file: ${Object.keys(exportFormats).join(', ')}. What is sealed is left out and said so. people=names|functions, masked=1|0 (viewers: always 1), private=1 (researchers), state=draft|final, paper=a4|letter, look=light|dark, excel=1 (CSV with a byte order mark, formulas guarded), parts (names with commas: ${exportParts.join(', ')}; of slides, PDF and text, all but quotes without a choice; the other formats hold everything), main and accent (colours of slides). Accept application/x-ndjson streams progress and, as its last line, the file in base64. Ending the request ends the work.`,
    reply: z.string(),
    gives,
    status: 200,
  }),
  exportFileWithLogo: call({
    method: 'POST',
    path: `${workshop}/exports/:format`,
    who: 'seat',
    does: `As the call without a body, with a logo for slides and the first page of a PDF: PNG or JPEG in base64, at most ${MAX_LOGO_BYTES} bytes unpacked. It is not kept.`,
    body: z.object({ logo: z.string().check(base64, z.maxLength(Math.ceil(MAX_LOGO_BYTES / 3) * 4 + 4)) }),
    reply: z.string(),
    gives,
    status: 200,
  }),
} as const
