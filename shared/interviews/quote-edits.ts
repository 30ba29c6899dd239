/**
 * Customers' words in a note, and what they are about. A line that begins with a quote mark is a quote by itself;
 * any words can be marked. Marked words may overlap; a quote somebody has tagged is never removed by typing.
 */
import type * as Y from 'yjs'
import {
  insertRow,
  readRow,
  readRows,
  removeRow,
  sharedTextOf,
  updateRow,
} from '#shared/document/collection.ts'
import type { Edit } from '#shared/document/edit.ts'
import { cut } from '#shared/document/fields.ts'
import { keyAtEnd } from '#shared/document/keyed.ts'
import {
  anchorOf,
  bareWords,
  idOfLineQuote,
  isQuoteLine,
  linesOf,
  type Place,
  placeOf,
} from '#shared/interviews/quote-place.ts'
import { answers, type Quote, quotes } from '#shared/interviews/schema.ts'

const LONGEST_QUOTE = 2000
const LONGEST_TAG = 60

/** What words may be about: records of the board or proposals by id, and free words. */
export type TagKind = 'need' | 'stage' | 'card' | 'option' | 'word'

export interface Tag {
  readonly kind: TagKind
  /** An id, or the word itself. */
  readonly ref: string
}

const listOf = {
  need: 'needIds',
  stage: 'stageIds',
  card: 'cardIds',
  option: 'optionIds',
  word: 'tags',
} as const

export const tagsOf = (quote: Quote): Tag[] =>
  (Object.keys(listOf) as TagKind[]).flatMap((kind) => quote[listOf[kind]].map((ref) => ({ kind, ref })))

export const isTagged = (quote: Quote): boolean =>
  tagsOf(quote).length > 0 || quote.themeIds.length > 0 || quote.private

/**
 * Brings the quotes of an answer in line with what was typed: lines of their words are quotes with the text of the
 * line; one whose line is no such line any more stays as marked words when it is tagged, else it goes.
 */
export const settleQuotes: Edit<{ answerId: string }> = (doc, { answerId }) => {
  const text = sharedTextOf(doc, answers, answerId, 'text')
  const answer = readRow(doc, answers, answerId)
  if (!text || !answer) return
  const own = quotesIn(doc, answerId)
  const taken = new Set<string>()
  for (const line of linesOf(text.toString())) {
    if (!isQuoteLine(line.text)) continue
    const from = line.from + line.text.search(/\S/u)
    const to = line.from + line.text.trimEnd().length
    const id = idOfLineQuote(text, from)
    const known = quoteOfLine(own, text, { from, to }, id, taken)
    if (known) taken.add(known.id)
    const words = cut(bareWords(line.text), LONGEST_QUOTE)
    if (known) rewrite(doc, known, text, { from, to }, words)
    else if (id !== null && words !== '') {
      taken.add(id)
      insertRow(doc, quotes, id, {
        interviewId: answer.interviewId,
        answerId,
        text: words,
        start: from,
        anchor: anchorOf(text, { from, to }),
        order: keyAtEnd(doc, quotes, id),
      })
    }
  }
  for (const quote of own) {
    if (quote.id.startsWith('q-') && !taken.has(quote.id) && !isTagged(quote))
      removeRow(doc, quotes, quote.id)
  }
}

/** The quote of a line: the one made for it, else one that begins where it begins. */
function quoteOfLine(
  own: readonly Quote[],
  text: Y.Text,
  { from, to }: Place,
  id: string | null,
  taken: ReadonlySet<string>,
): Quote | undefined {
  const free = own.filter((quote) => quote.id.startsWith('q-') && !taken.has(quote.id))
  const begins = (quote: Quote) => {
    const place = placeOf(text, quote)
    return place !== null && place.from === from && place.to <= to
  }
  return free.find((quote) => quote.id === id) ?? free.find(begins)
}

function rewrite(doc: Y.Doc, quote: Quote, text: Y.Text, place: Place, words: string): void {
  const before = placeOf(text, quote)
  const isWhere = before?.from === place.from && before.to === place.to
  if (isWhere && quote.text === words) return
  updateRow(doc, quotes, quote.id, {
    text: words,
    start: place.from,
    ...(!isWhere && { anchor: anchorOf(text, place) }),
  })
}

const quotesIn = (doc: Y.Doc, answerId: string): Quote[] =>
  readRows(doc, quotes).filter((quote) => quote.answerId === answerId)

/** Marks words of an answer; the same words are marked once. Answers the id, or null without words there. */
export const markWords: Edit<{ answerId: string; from: number; to: number }, string | null> = (
  doc,
  { answerId, from, to },
  { newId },
) => {
  const text = sharedTextOf(doc, answers, answerId, 'text')
  const answer = readRow(doc, answers, answerId)
  const place = text && trimmed(text.toString(), { from, to })
  if (!text || !answer || !place) return null
  const known = quotesIn(doc, answerId).find((quote) => {
    const at = placeOf(text, quote)
    return at?.from === place.from && at.to === place.to
  })
  if (known) return known.id
  const id = newId()
  insertRow(doc, quotes, id, {
    interviewId: answer.interviewId,
    answerId,
    text: cut(bareWords(text.toString().slice(place.from, place.to)), LONGEST_QUOTE),
    start: place.from,
    anchor: anchorOf(text, place),
    order: keyAtEnd(doc, quotes, id),
  })
  return id
}

function trimmed(note: string, { from, to }: Place): Place | null {
  const words = note.slice(Math.max(0, from), Math.max(0, to))
  const start = words.search(/\S/u)
  return start < 0
    ? null
    : { from: Math.max(0, from) + start, to: Math.max(0, from) + words.trimEnd().length }
}

/** Says what words are about, or no longer. False if the quote is gone. */
export const tagQuote: Edit<{ id: string; tag: Tag; isOn: boolean }, boolean> = (doc, { id, tag, isOn }) => {
  const quote = readRow(doc, quotes, id)
  if (!quote) return false
  const key = listOf[tag.kind]
  const ref = tag.kind === 'word' ? cut(tag.ref.trim(), LONGEST_TAG) : tag.ref
  if (ref === '') return false
  const others = quote[key].filter((one) => one !== ref)
  return updateRow(doc, quotes, id, { [key]: isOn ? [...others, ref] : others })
}

/** Takes the mark off words; they stay in the note. False if there is none. */
export const unmarkWords: Edit<{ id: string }, boolean> = (doc, { id }) => removeRow(doc, quotes, id)
