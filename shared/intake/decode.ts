/**
 * Bytes to text. What the bytes say is believed (a byte order mark, zero bytes, valid UTF-8); what is left can only be
 * one of the old code pages, of which Windows-1252 is taken. What cannot be read becomes U+FFFD and is told by row.
 */
import type { Encoding } from '#shared/intake/forms.ts'

export interface Decoded {
  readonly text: string
  readonly encoding: Encoding
  readonly hasMark: boolean
}

/** In every runtime, but in no library of the language. */
declare const TextDecoder: new (
  label: string,
  options?: { ignoreBOM?: boolean; fatal?: boolean },
) => {
  decode(bytes: Uint8Array): string
}

const read = (bytes: Uint8Array, encoding: Encoding) =>
  new TextDecoder(encoding, { ignoreBOM: true }).decode(bytes)

/** The text; null when these bytes are no text at all. */
export function decode(bytes: Uint8Array, wanted?: Encoding): Decoded | null {
  const marked = byMark(bytes)
  const encoding = wanted ?? marked?.encoding ?? byZeros(bytes)
  if (encoding === 'none') return null
  if (encoding !== null) {
    const mark = marked?.encoding === encoding ? marked.length : 0
    return { text: read(bytes.subarray(mark), encoding), encoding, hasMark: mark > 0 }
  }
  const text = read(bytes, 'utf-8')
  return isMostlyUtf8(text) || isUtf8(bytes)
    ? { text, encoding: 'utf-8', hasMark: false }
    : { text: read(bytes, 'windows-1252'), encoding: 'windows-1252', hasMark: false }
}

function byMark(bytes: Uint8Array): { encoding: Encoding; length: number } | null {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return { encoding: 'utf-8', length: 3 }
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return { encoding: 'utf-16le', length: 2 }
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return { encoding: 'utf-16be', length: 2 }
  return null
}

const LOOKED_AT = 4096

/** Text of western languages in UTF-16 has a zero in nearly every other byte; no other text has zeros. */
function byZeros(bytes: Uint8Array): Encoding | 'none' | null {
  const length = Math.min(bytes.length, LOOKED_AT)
  const zeros = [0, 0]
  for (let at = 0; at < length; at++) if (bytes[at] === 0) zeros[at % 2] = (zeros[at % 2] ?? 0) + 1
  const [even = 0, odd = 0] = zeros
  if (even === 0 && odd === 0) return null
  const many = length / 4
  if (odd > many && even < odd / 10) return 'utf-16le'
  if (even > many && odd < even / 10) return 'utf-16be'
  return even + odd > length / 100 ? 'none' : null
}

/** Valid to the last byte; a place-holder that was written into the file before it came here is a character as others. */
function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { ignoreBOM: true, fatal: true }).decode(bytes)
    return true
  } catch {
    return false
  }
}

/** A few bad bytes in UTF-8 are bad bytes; more bad ones than good ones are another encoding. */
function isMostlyUtf8(text: string): boolean {
  let bad = 0
  let good = 0
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at)
    if (unit === 0xfffd) bad++
    else if (unit > 0x7f) good++
  }
  return bad <= good
}

/** What cannot be read: a place-holder for bad bytes, a control character, half a character. */
const UNREADABLE =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\ufffd-\uffff]|\p{Cs}/u
const ALL_UNREADABLE = new RegExp(UNREADABLE, 'gu')

export const isUnreadable = (text: string): boolean => UNREADABLE.test(text)

/** The text with a question mark for each character that could not be read back. */
export const readable = (text: string): string => text.replace(ALL_UNREADABLE, '?')
