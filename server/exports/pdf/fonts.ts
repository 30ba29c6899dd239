/**
 * Fonts of the PDF by character: Noto Sans for Latin, Greek, Cyrillic, Devanagari; others for Hebrew, Arabic, Chinese,
 * Japanese, Korean and emoji. They lie in small files by ranges of characters, so that only what is used is read.
 */
import { existsSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { create, type Font } from 'fontkit'
import { decompress } from 'wawoff2'

export interface Face {
  readonly file: string
  /** Drawn with a stroke, as the file holds the thinnest weight, or no bold. */
  readonly isThin: boolean
}

interface Family {
  readonly folder: string
  readonly ranges: readonly { readonly from: number; readonly to: number; readonly subset: string }[]
  readonly fileOf: (subset: string, isBold: boolean) => string
  readonly isThin: boolean
}

const require = createRequire(import.meta.url)

function family(unicode: string, fileOf: Family['fileOf'], isThin: boolean): Family {
  const known = JSON.parse(readFileSync(unicode, 'utf8')) as Record<string, string>
  return {
    folder: join(dirname(unicode), 'files'),
    ranges: Object.entries(known).flatMap(([subset, list]) =>
      list.split(',').map((range) => ({ ...bounds(range), subset: subset.replace(/[[\]]/g, '') })),
    ),
    fileOf,
    isThin,
  }
}

function bounds(range: string): { from: number; to: number } {
  const [from = '', to = from] = range.replace('U+', '').split('-')
  return { from: Number.parseInt(from, 16), to: Number.parseInt(to, 16) }
}

const weighted = (name: string) => (subset: string, isBold: boolean) =>
  `${name}-${subset}-${isBold ? 700 : 400}-normal.woff`
const variable = (name: string) => (subset: string) => `${name}-${subset}-wght-normal.woff2`

let families: readonly Family[] | null = null

/** In the order in which they are asked. */
const allFamilies = (): readonly Family[] => {
  families ??= [
    family(require.resolve('@fontsource/noto-sans/unicode.json'), weighted('noto-sans'), false),
    family(require.resolve('@fontsource/noto-sans-hebrew/unicode.json'), weighted('noto-sans-hebrew'), false),
    family(require.resolve('@fontsource/noto-sans-arabic/unicode.json'), weighted('noto-sans-arabic'), false),
    family(require.resolve('@fontsource-variable/noto-sans-sc/unicode.json'), variable('noto-sans-sc'), true),
    family(require.resolve('@fontsource-variable/noto-sans-kr/unicode.json'), variable('noto-sans-kr'), true),
    family(require.resolve('@fontsource-variable/noto-emoji/unicode.json'), variable('noto-emoji'), false),
  ]
  return families
}

/** The fonts one file needs, read before it is written. */
export interface FontBook {
  /** The face that has this character; null when none has. */
  faceOf(character: string, isBold: boolean): Face | null
  bytesOf(face: Face): Uint8Array
}

/** What our own words use: all of ASCII, and our signs. */
const OWN = `${Array.from({ length: 95 }, (_, index) => String.fromCharCode(32 + index)).join('')}é●◐○□–•·“”’…`

/** Fonts for every character of `text`. The library that writes the PDF cannot cut WOFF2 to what is used, so it is unpacked. */
export async function openFonts(text: string): Promise<FontBook> {
  const fonts = new Map<string, { readonly font: Font; readonly bytes: Uint8Array }>()
  const faces = new Map<string, Face>()
  for (const character of new Set(text + OWN))
    for (const isBold of [false, true]) {
      for (const face of candidates(character.codePointAt(0) ?? 0, isBold)) {
        const opened = fonts.get(face.file) ?? (await open(face.file))
        fonts.set(face.file, opened)
        // A range may promise what the file does not hold.
        if (!opened.font.hasGlyphForCodePoint(character.codePointAt(0) ?? 0)) continue
        faces.set(keyOf(character, isBold), face)
        break
      }
    }
  return {
    faceOf: (character, isBold) => faces.get(keyOf(character, isBold)) ?? null,
    bytesOf: ({ file }) => {
      const opened = fonts.get(file)
      if (!opened) throw new Error('This font was not opened.')
      return opened.bytes
    },
  }
}

const keyOf = (character: string, isBold: boolean): string => `${character}${isBold ? '/bold' : ''}`

async function open(file: string): Promise<{ font: Font; bytes: Uint8Array }> {
  const packed = readFileSync(file)
  const bytes = file.endsWith('.woff2') ? Buffer.from((await decompress(packed)).slice()) : packed
  return { font: create(bytes), bytes }
}

/** Faces that say they have it, best first. */
function* candidates(codePoint: number, isBold: boolean): Generator<Face> {
  for (const { folder, ranges, fileOf, isThin } of allFamilies()) {
    for (const { from, to, subset } of ranges) {
      if (codePoint < from || codePoint > to) continue
      const file = join(folder, fileOf(subset, isBold))
      if (existsSync(file)) yield { file, isThin }
    }
  }
}
