/**
 * Where a customer's words stand in a note. Relative positions stay with the words when the note is edited around
 * them; when every one of the words was deleted, they stand nowhere, and the quote keeps the text it had.
 */
import { fromBase64, toBase64 } from 'lib0/buffer'
import * as Y from 'yjs'
import type { Quote } from '#shared/interviews/schema.ts'

/** From `from` up to, not including, `to`. */
export interface Place {
  readonly from: number
  readonly to: number
}

/** Marks that begin a line of the customer's own words. */
export const QUOTE_MARKS = '"“”„«»‟\'‘’‚‹›「」『』'
const lineOfWords = /^\s*["“”„«»'‘’‚‹›「『]\s*\S/u

export const isQuoteLine = (line: string): boolean => lineOfWords.test(line)

/** The words without the marks around them. */
export function bareWords(line: string): string {
  const marks = new RegExp(`^[\\s${QUOTE_MARKS}]+|[\\s${QUOTE_MARKS}]+$`, 'gu')
  return line.replace(marks, '')
}

/** The anchor of a range: it grows with what is typed inside, not with what is typed at its edges. */
export function anchorOf(text: Y.Text, { from, to }: Place): Quote['anchor'] {
  return { from: relative(text, from, 0), to: relative(text, to, -1) }
}

const relative = (text: Y.Text, index: number, assoc: number): string =>
  toBase64(Y.encodeRelativePosition(Y.createRelativePositionFromTypeIndex(text, index, assoc)))

/** Where a quote's words stand now; null when they are gone, or were never marked in this text. */
export function placeOf(text: Y.Text, quote: Pick<Quote, 'anchor' | 'text' | 'start'>): Place | null {
  const { anchor } = quote
  if (anchor.from === '' || anchor.to === '') return placeOfWords(text.toString(), quote)
  const from = absolute(text, anchor.from)
  const to = absolute(text, anchor.to)
  if (from === null || to === null || from >= to) return null
  return { from, to }
}

/** True when the words were marked in the note and are no longer there. */
export const isGone = (quote: Pick<Quote, 'anchor'>, place: Place | null): boolean =>
  place === null && quote.anchor.from !== ''

function absolute(text: Y.Text, position: string): number | null {
  if (text.doc === null) return null
  try {
    const decoded = Y.decodeRelativePosition(fromBase64(position))
    const found = Y.createAbsolutePositionFromRelativePosition(decoded, text.doc)
    return found?.type === text ? found.index : null
  } catch {
    // Anybody may have written there; what is no position is none.
    return null
  }
}

/** Words that came without an anchor, from a file: where they were marked, else where they stand once. */
function placeOfWords(note: string, { text: words, start }: Pick<Quote, 'text' | 'start'>): Place | null {
  if (words === '') return null
  if (start !== null && note.startsWith(words, start)) return { from: start, to: start + words.length }
  const at = note.indexOf(words)
  return at >= 0 && note.indexOf(words, at + 1) < 0 ? { from: at, to: at + words.length } : null
}

/** The id that every device gives the quote of the line which begins at `from`, so that it is made once. */
export function idOfLineQuote(text: Y.Text, from: number): string | null {
  const { item } = Y.createRelativePositionFromTypeIndex(text, from, 0)
  return item === null ? null : `q-${item.client.toString(36)}-${item.clock.toString(36)}`
}

export interface Line extends Place {
  readonly text: string
}

export function linesOf(note: string): Line[] {
  let from = 0
  return note.split('\n').map((line) => {
    const at = { text: line, from, to: from + line.length }
    from = at.to + 1
    return at
  })
}
