import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import { insertRow, readRow, readRows, sharedTextOf } from '#shared/document/collection.ts'
import { type EditContext, runEdit } from '#shared/document/edit.ts'
import { markWords, settleQuotes, tagQuote, tagsOf, unmarkWords } from '#shared/interviews/quote-edits.ts'
import { isGone, linesOf, placeOf } from '#shared/interviews/quote-place.ts'
import { answers, type Quote, quotes } from '#shared/interviews/schema.ts'
import { law } from '#test/support/law.ts'

const context = (name = 'm'): EditContext => {
  let ids = 0
  return { newId: () => `${name}${++ids}`, now: () => 5, seatId: 's1' }
}

function noteOf(words: string) {
  const doc = new Y.Doc()
  insertRow(doc, answers, 'a', { interviewId: 'i', questionId: 'q', text: words })
  return { doc, text: sharedTextOf(doc, answers, 'a', 'text') as Y.Text }
}
const all = (doc: Y.Doc): Quote[] => readRows(doc, quotes)
const settle = (doc: Y.Doc) => runEdit(doc, settleQuotes, { answerId: 'a' }, context())
const wordsAt = (text: Y.Text, quote: Quote): string | null => {
  const place = placeOf(text, quote)
  return place && text.toString().slice(place.from, place.to)
}
function mark(doc: Y.Doc, text: Y.Text, words: string): Quote {
  const from = text.toString().indexOf(words)
  const id = runEdit(doc, markWords, { answerId: 'a', from, to: from + words.length }, context(words))
  return readRow(doc, quotes, id ?? '') as Quote
}

describe('lines of their words', () => {
  test.each(['"', '“', '„', '«', "'", '»', '›', '’', '「', '『'])(
    'a line that begins with %s is a quote, without its marks',
    (sign) => {
      const { doc } = noteOf(`Two failures.\n${sign}It died on the Saturday”\nNothing else.`)
      settle(doc)
      expect(all(doc)).toMatchObject([
        { interviewId: 'i', answerId: 'a', text: 'It died on the Saturday', start: 14 },
      ])
    },
  )

  test('a word with an apostrophe inside, an empty mark and a mark at the end make none', () => {
    const { doc } = noteOf('don’t know\n“\nsaid "never"')
    settle(doc)
    expect(all(doc)).toEqual([])
  })

  test('a quote follows its line while that is typed on, and is made once', () => {
    const { doc, text } = noteOf('“You need')
    settle(doc)
    text.insert(text.length, ' a degree”')
    settle(doc)
    settle(doc)
    expect(all(doc).map((quote) => quote.text)).toEqual(['You need a degree'])
    expect(all(doc).map((quote) => wordsAt(text, quote))).toEqual(['“You need a degree”'])
  })

  test('[P2] two devices that settle the same line apart make one quote of it', () => {
    const { doc } = noteOf('“Who rings me at night?”')
    const other = new Y.Doc()
    Y.applyUpdate(other, Y.encodeStateAsUpdate(doc))
    settle(doc)
    settle(other)
    Y.applyUpdate(doc, Y.encodeStateAsUpdate(other))
    expect(all(doc)).toHaveLength(1)
  })

  test('without its mark a line is no quote any more; one that was tagged stays with its words', () => {
    const { doc, text } = noteOf('“Alarm”\n“Audit”')
    settle(doc)
    const audit = all(doc).find((quote) => quote.text === 'Audit') as Quote
    runEdit(doc, tagQuote, { id: audit.id, tag: { kind: 'need', ref: 'n2' }, isOn: true }, context())
    for (const { from } of linesOf(text.toString()).reverse()) text.delete(from, 1)
    settle(doc)
    expect(all(doc).map((quote) => quote.text)).toEqual(['Audit'])
    expect(wordsAt(text, all(doc)[0] as Quote)).toBe('Audit”')
  })
})

describe('marked words', () => {
  test('[EV-2a] they may overlap, the same words are marked once, and each may be about several things', () => {
    const { doc, text } = noteOf('The engineer knows every door')
    const first = mark(doc, text, 'The engineer knows')
    const second = mark(doc, text, 'knows every door')
    expect(mark(doc, text, 'The engineer knows').id).toBe(first.id)
    const tags = [
      { kind: 'need', ref: 'n5' },
      { kind: 'stage', ref: 'st8' },
      { kind: 'card', ref: 'c1' },
      { kind: 'option', ref: 'o1' },
      { kind: 'word', ref: 'night' },
    ] as const
    for (const tag of tags) runEdit(doc, tagQuote, { id: first.id, tag, isOn: true }, context())
    runEdit(doc, tagQuote, { id: first.id, tag: tags[0], isOn: true }, context())
    expect(tagsOf(readRow(doc, quotes, first.id) as Quote)).toEqual(tags)
    runEdit(doc, tagQuote, { id: first.id, tag: tags[1], isOn: false }, context())
    expect(readRow(doc, quotes, first.id)?.stageIds).toEqual([])
    expect(wordsAt(text, second)).toBe('knows every door')
    runEdit(doc, unmarkWords, { id: second.id }, context())
    expect(all(doc).map(({ id }) => id)).toEqual([first.id])
  })

  test('spaces at the ends are left out, and spaces alone are no words', () => {
    const { doc, text } = noteOf('one  two')
    expect(runEdit(doc, markWords, { answerId: 'a', from: 3, to: 5 }, context())).toBeNull()
    const id = runEdit(doc, markWords, { answerId: 'a', from: 0, to: 5 }, context()) ?? ''
    expect(wordsAt(text, readRow(doc, quotes, id) as Quote)).toBe('one')
  })

  test('[EV-2b] words that were all deleted are flagged and keep what they were', () => {
    const { doc, text } = noteOf('before WORDS after')
    const quote = mark(doc, text, 'WORDS')
    text.delete(7, 5)
    const kept = readRow(doc, quotes, quote.id) as Quote
    expect(placeOf(text, kept)).toBeNull()
    expect(isGone(kept, placeOf(text, kept))).toBe(true)
    settle(doc)
    expect(readRow(doc, quotes, quote.id)?.text).toBe('WORDS')
  })

  law(
    '[EV-2b] whatever is typed and deleted around them, they stay with their words',
    [
      fc.string({ minLength: 1, maxLength: 12 }),
      fc.array(
        fc.record({
          at: fc.nat(),
          insert: fc.string({ maxLength: 6 }),
          remove: fc.nat({ max: 8 }),
          before: fc.boolean(),
        }),
        { maxLength: 30 },
      ),
    ],
    (lead, changes) => {
      const { doc, text } = noteOf(`${lead} |MARKED| and so on`)
      const quote = mark(doc, text, '|MARKED|')
      for (const { at, insert, remove, before } of changes) {
        const place = placeOf(text, quote)
        if (!place) throw new Error('The words are gone.')
        // Anywhere but inside; also right at the edges.
        const [low, high] = before ? [0, place.from] : [place.to, text.length]
        const index = low + (at % (high - low + 1))
        text.delete(index, Math.min(remove, high - index))
        text.insert(index, insert)
      }
      expect(wordsAt(text, quote)).toBe('|MARKED|')
    },
  )

  law(
    '[P2] two who type at once and mark words agree on where they stand',
    [
      fc.array(
        fc.record({
          who: fc.nat({ max: 1 }),
          at: fc.nat(),
          insert: fc.string({ minLength: 1, maxLength: 4 }),
        }),
        { maxLength: 20 },
      ),
    ],
    (typed) => {
      const { doc, text } = noteOf('alpha beta gamma')
      const twin = new Y.Doc()
      Y.applyUpdate(twin, Y.encodeStateAsUpdate(doc))
      const twinText = sharedTextOf(twin, answers, 'a', 'text') as Y.Text
      const quote = mark(doc, text, 'beta')
      for (const { who, at, insert } of typed) {
        const own = who === 0 ? text : twinText
        own.insert(at % (own.length + 1), insert)
      }
      Y.applyUpdate(twin, Y.encodeStateAsUpdate(doc))
      Y.applyUpdate(doc, Y.encodeStateAsUpdate(twin))
      expect(placeOf(twinText, quote)).toEqual(placeOf(text, quote))
      const found = wordsAt(text, quote) ?? ''
      expect([...'beta'].every((letter) => found.includes(letter))).toBe(true)
    },
  )
})

describe('quotes from a file', () => {
  test('stand where they were marked, else where their words stand once, else nowhere, and are not flagged', () => {
    const { doc, text } = noteOf('no, no, and yes')
    const place = (words: string, start: number | null) =>
      placeOf(text, { text: words, start, anchor: { from: '', to: '' } })
    expect(place('no', 4)).toEqual({ from: 4, to: 6 })
    expect(place('yes', null)).toEqual({ from: 12, to: 15 })
    expect(place('no', null)).toBeNull()
    expect(isGone({ anchor: { from: '', to: '' } }, null)).toBe(false)
    expect(placeOf(text, { text: 'no', start: 0, anchor: { from: 'junk', to: '%%' } })).toBeNull()
    expect(all(doc)).toEqual([])
  })
})
