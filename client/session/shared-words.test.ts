import { expect, test } from 'vitest'
import { Awareness, applyAwarenessUpdate, encodeAwarenessUpdate } from 'y-protocols/awareness'
import * as Y from 'yjs'
import { tellCaret } from '#client/session/caret-telling.ts'
import { presenceCarets } from '#client/session/carets.ts'
import { followWords } from '#client/session/shared-words.ts'
import { cards } from '#shared/board/schema.ts'
import { insertRow, sharedTextOf } from '#shared/document/collection.ts'

/** Ana and Ben on one card; what either does reaches the other at once. */
function two() {
  const [ana, ben] = ['ana', 'ben'].map((seatId) => {
    const doc = new Y.Doc()
    const awareness = new Awareness(doc)
    awareness.setLocalState({ seatId })
    const carets = presenceCarets(awareness, (caret) => awareness.setLocalState({ seatId, caret }))
    return { doc, awareness, carets, words: followWords(doc, carets, { of: cards, id: 'q1', field: 'text' }) }
  }) as [Person, Person]
  for (const [from, to] of [
    [ana, ben],
    [ben, ana],
  ] as const) {
    from.doc.on('update', (update, origin) => origin !== 'line' && Y.applyUpdate(to.doc, update, 'line'))
    from.awareness.on('update', (_: unknown, origin: unknown) => {
      if (origin === 'line') return
      applyAwarenessUpdate(to.awareness, encodeAwarenessUpdate(from.awareness, [from.doc.clientID]), 'line')
    })
  }
  insertRow(ana.doc, cards, 'q1', { text: 'What does it cost?' })
  const text = sharedTextOf(ana.doc, cards, 'q1', 'text')
  const bens = sharedTextOf(ben.doc, cards, 'q1', 'text')
  if (!text || !bens) throw new Error('The card has no text.')
  const field = document.createElement('textarea')
  document.body.append(field)
  field.value = text.toString()
  return { ana, ben, text, bens, field }
}
interface Person {
  readonly doc: Y.Doc
  readonly awareness: Awareness
  readonly carets: ReturnType<typeof presenceCarets>
  readonly words: ReturnType<typeof followWords>
}

test('[U3] the caret of one is seen by the other where it is, and stays with its words while both write', () => {
  const { ana, ben, text, bens, field } = two()
  const stop = tellCaret(field, text, ana.carets)
  field.focus()
  field.setSelectionRange(4, 4)
  field.dispatchEvent(new Event('select'))
  expect(ben.words.get()).toMatchObject({ text: 'What does it cost?', carets: [{ seatId: 'ana', head: 4 }] })
  bens.insert(0, 'So: ')
  expect(ben.words.get().carets).toMatchObject([{ head: 8 }])
  expect(ana.words.get().carets).toEqual([])
  stop()
  expect(ben.words.get().carets).toEqual([])
  field.remove()
})

test('[U3] a caret is nowhere once the field is left', () => {
  const { ana, ben, text, field } = two()
  const stop = tellCaret(field, text, ana.carets)
  field.focus()
  expect(ben.words.get().carets).toHaveLength(1)
  field.blur()
  expect(ben.words.get().carets).toEqual([])
  stop()
  field.remove()
})

test.each([[{ anchor: 1, head: 'x' }], ['caret'], [{ anchor: {}, head: {} }], [null]])(
  'what is no caret is none: %j',
  (caret) => {
    const { ana, ben } = two()
    ana.awareness.setLocalState({ seatId: 'ana', caret })
    expect(ben.words.get().carets).toEqual([])
  },
)

test('a snapshot stays the same until something of it is different', () => {
  const { ben, text } = two()
  const before = ben.words.get()
  expect(ben.words.get()).toBe(before)
  text.insert(0, 'a'.repeat(400))
  expect(ben.words.get().text).toHaveLength(418)
})
