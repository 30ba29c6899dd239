import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import { boardCollections, boardSingles } from '#shared/board/schema.ts'
import {
  insertRaw,
  insertRow,
  readRow,
  readRows,
  readSingle,
  replaceText,
  sharedTextOf,
  updateRow,
  updateSingle,
} from '#shared/document/collection.ts'
import { cut, type Json, json, type Shape } from '#shared/document/fields.ts'
import { interviewCollections } from '#shared/interviews/schema.ts'
import { recordCollections, recordSingles } from '#shared/record/schema.ts'
import { law } from '#test/support/law.ts'

const collections = { ...boardCollections, ...recordCollections, ...interviewCollections }
const singles = { ...boardSingles, ...recordSingles }

/** What a peer can put where a value belongs: any JSON, bytes, big integers, nothing, and shared types. */
const junk: fc.Arbitrary<() => unknown> = fc.oneof(
  fc.jsonValue({ maxDepth: 3 }).map((value) => () => value),
  fc.constantFrom<() => unknown>(
    () => undefined,
    () => new Uint8Array([1, 2, 3]),
    () => 12n,
    () => ({ at: 3n, stageId: new Uint8Array([1]) }),
    () => Number.NaN,
    () => -0,
    () => new Y.Text('text'),
    () => new Y.Array(),
    () =>
      new Y.Map([
        ['stageId', 'x'],
        ['order', 'a0'],
      ]),
    () => new Y.XmlElement('b'),
    () => new Y.XmlText('b'),
  ),
)

const keysOf = (fields: Shape) => fc.constantFrom(...Object.keys(fields), 'later', '__proto__', 'constructor')

function fits(fields: Shape, values: Readonly<Record<string, unknown>>): void {
  for (const [key, field] of Object.entries(fields))
    expect([key, field.fault(values[key])]).toEqual([key, null])
}

describe('reading what anybody may have written', () => {
  for (const [name, of] of Object.entries(collections)) {
    law(
      `[P3] ${name}: reading junk never throws, never writes, and gives only values that fit`,
      [fc.array(fc.tuple(keysOf(of.fields), junk), { maxLength: 6 }), junk],
      (values, row) => {
        const doc = new Y.Doc()
        const map = new Y.Map<unknown>()
        for (const [key, make] of values) map.set(key, make())
        doc.getMap(name).set('junk', map)
        doc.getMap(name).set('no row', row())
        const received = new Y.Doc()
        Y.applyUpdate(received, Y.encodeStateAsUpdate(doc))
        const before = Y.encodeStateAsUpdate(received)
        for (const one of readRows(received, of)) fits(of.fields, one)
        expect(readRow(received, of, 'not there')).toBeNull()
        expect(Y.encodeStateAsUpdate(received)).toEqual(before)
      },
      { numRuns: 60 },
    )
  }

  for (const [name, of] of Object.entries(singles)) {
    law(
      `[P3] ${name}: reading junk never throws and gives only values that fit`,
      [fc.array(fc.tuple(keysOf(of.fields), junk), { maxLength: 6 })],
      (values) => {
        const doc = new Y.Doc()
        for (const [key, make] of values) doc.getMap(name).set(key, make())
        fits(of.fields, readSingle(doc, of))
      },
      { numRuns: 60 },
    )
  }

  law('[P3] writing over junk does not throw and then reads as written', [junk, junk], (text, place) => {
    const doc = new Y.Doc()
    const { cards } = boardCollections
    const map = new Y.Map<unknown>()
    map.set('text', text())
    map.set('place', place())
    doc.getMap('cards').set('c', map)
    const written = {
      text: 'What does it cost?',
      place: { stageId: 's', lane: 'tool', order: 'a0' },
    } as const
    expect(updateRow(doc, cards, 'c', written)).toBe(true)
    expect(readRow(doc, cards, 'c')).toMatchObject(written)
  })

  test('[P3] parts for other modules are JSON or null, never a shared type or bytes', () => {
    const doc = new Y.Doc()
    const map = doc.getMap('m')
    map.set('text', new Y.Text('x'))
    map.set('bytes', new Uint8Array([1]))
    map.set('big', 1n)
    expect(['text', 'bytes', 'big', 'none'].map((key) => json().read(map.get(key)))).toEqual([
      null,
      null,
      null,
      null,
    ])
    expect(json().read({ a: [1] })).toEqual({ a: [1] })
  })
})

/** Values of the kinds that fields hold. */
const anything = fc
  .oneof(
    fc.jsonValue({ maxDepth: 2 }),
    fc.string({ unit: 'grapheme' }),
    fc.constantFrom('us', 'team', 'open', 'given', 'answer', '', '2026-11-21', 'x'.repeat(300)),
    fc.nat({ max: 200 }),
    fc.boolean(),
    fc.array(fc.string(), { maxLength: 5 }),
    fc.dictionary(fc.string(), fc.oneof(fc.nat({ max: 10 }), fc.boolean(), fc.string())),
  )
  .filter((value) => !JSON.stringify(value).includes('__proto__'))
  .map((value) => JSON.parse(JSON.stringify(value)) as Json)

describe('what is read was written', () => {
  for (const [name, of] of Object.entries(collections)) {
    law(
      `${name}: values that fit are read as they were written, over the wire`,
      [anything],
      (value) => {
        const values: Record<string, Json> = {}
        for (const [key, field] of Object.entries(of.fields)) {
          if (field.fault(value) === null) values[key] = value as Json
        }
        const doc = new Y.Doc()
        insertRaw(doc, of, 'r', values)
        const received = new Y.Doc()
        Y.applyUpdate(received, Y.encodeStateAsUpdate(doc))
        const row = readRow(received, of, 'r')
        expect(row).not.toBeNull()
        const read = Object.entries(row ?? {}).filter(([key]) => Object.hasOwn(values, key))
        expect(Object.fromEntries(read)).toEqual(
          Object.fromEntries(
            Object.entries(values).map(([key, value]) => [key, (of.fields as Shape)[key]?.read(value)]),
          ),
        )
      },
      { numRuns: 30 },
    )
  }

  test('a write that changes nothing makes no update', () => {
    const doc = new Y.Doc()
    const { cards } = boardCollections
    insertRow(doc, cards, 'c', {
      text: 'A',
      place: { stageId: 's', lane: 'tool', order: 'a0' },
      settles: ['x'],
    })
    let updates = 0
    doc.on('update', () => updates++)
    updateRow(doc, cards, 'c', {
      text: 'A',
      place: { stageId: 's', lane: 'tool', order: 'a0' },
      settles: ['x'],
    })
    updateSingle(doc, boardSingles.scene, {})
    expect(updates).toBe(0)
  })

  test('a record can be typed in from the start, also when nobody said what is in it', () => {
    const doc = new Y.Doc()
    insertRow(doc, boardCollections.cards, 'c', {})
    insertRaw(doc, boardCollections.cards, 'd', { text: 'D' })
    expect(sharedTextOf(doc, boardCollections.cards, 'c', 'text')?.toString()).toBe('')
    expect(sharedTextOf(doc, boardCollections.cards, 'd', 'text')?.toString()).toBe('D')
    expect(sharedTextOf(doc, boardCollections.cards, 'none', 'text')).toBeNull()
  })
})

/** Half characters, whole ones, joined ones and plain ones, so that edits meet in the middle of pairs. */
const texts = fc
  .array(fc.constantFrom('a', 'b', '😀', '😁', '🤀', 'é', '👩‍👧'), { maxLength: 8 })
  .map((parts) => parts.join(''))
const wellFormed = (value: string) => !/\p{Surrogate}/u.test(value)

describe('replacing a live text', () => {
  law('the new text is what is there, whatever was there before', [texts, texts], (before, next) => {
    const live = new Y.Doc().getText('t')
    live.insert(0, before)
    replaceText(live, next)
    expect(live.toString()).toBe(next)
  })

  law('no cut and no insert stands in the middle of a character', [texts, texts], (before, next) => {
    const live = new Y.Doc().getText('t')
    live.insert(0, before)
    let at = 0
    let left = before
    live.observe((event) => {
      for (const step of event.delta) {
        if (step.retain) at += step.retain
        if (typeof step.insert === 'string') expect(wellFormed(step.insert)).toBe(true)
        if (step.delete) left = left.slice(0, at) + left.slice(at + step.delete)
      }
    })
    replaceText(live, next)
    expect(wellFormed(left)).toBe(true)
  })

  law('[P2] what another types outside the change survives', [texts, texts, texts], (head, middle, next) => {
    const [one, two] = [new Y.Doc(), new Y.Doc()]
    one.getText('t').insert(0, `${head}|${middle}|`)
    Y.applyUpdate(two, Y.encodeStateAsUpdate(one))
    two.getText('t').insert(two.getText('t').length, 'END')
    replaceText(one.getText('t'), `${head}|${next}|`)
    Y.applyUpdate(one, Y.encodeStateAsUpdate(two))
    Y.applyUpdate(two, Y.encodeStateAsUpdate(one))
    expect(one.getText('t').toString()).toBe(`${head}|${next}|END`)
    expect(two.getText('t').toString()).toBe(`${head}|${next}|END`)
  })

  law('a text is cut to whole characters', [texts, fc.nat({ max: 20 })], (value, max) => {
    const short = cut(value, max)
    expect(short.length).toBeLessThanOrEqual(max)
    expect(value.startsWith(short)).toBe(true)
    expect(wellFormed(short)).toBe(true)
  })
})
