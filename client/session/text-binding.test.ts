import fc from 'fast-check'
import { afterEach, expect, test, vi } from 'vitest'
import * as Y from 'yjs'
import { bindText, type TextElement } from '#client/session/text-binding.ts'

afterEach(() => {
  document.body.innerHTML = ''
})

const quiet = { undo: () => false, redo: () => false, endStep: () => {} }

function bound(content = '', tag: 'textarea' | 'input' = 'textarea') {
  const text = new Y.Doc().getText('t')
  text.insert(0, content)
  const element = document.body.appendChild(document.createElement(tag)) as TextElement
  const unbind = bindText(element, text, { mayWrite: true, undo: quiet })
  element.focus()
  return { text, element, unbind, remote: (write: () => void) => text.doc?.transact(write, 'remote') }
}

/** What a keyboard does: replaces the selection, puts the caret behind, tells. */
function type(element: TextElement, insert: string, from?: number, to?: number, isComposing = false) {
  const start = from ?? element.selectionStart ?? 0
  const end = to ?? from ?? element.selectionEnd ?? 0
  element.value = element.value.slice(0, start) + insert + element.value.slice(end)
  element.setSelectionRange(start + insert.length, start + insert.length)
  element.dispatchEvent(new InputEvent('input', { isComposing }))
}

const compose = (element: TextElement, phase: 'start' | 'end') =>
  element.dispatchEvent(new CompositionEvent(`composition${phase}`))

test('[U3] typing goes into the text at once; a remote change before the caret carries it along', () => {
  const { text, element, remote } = bound('How safe?')
  type(element, 'very ', 4)
  expect(text.toString()).toBe('How very safe?')
  expect(element.selectionStart).toBe(9)

  remote(() => text.insert(0, '>> '))
  expect(element.value).toBe('>> How very safe?')
  expect([element.selectionStart, element.selectionEnd]).toEqual([12, 12])
})

test('[U3] a remote change does not take the focus nor move a selection elsewhere', () => {
  const { text, element, remote } = bound('one two three')
  element.setSelectionRange(4, 7, 'backward')
  remote(() => {
    text.delete(0, 1)
    text.insert(12, '!')
  })
  expect(element.value.slice(element.selectionStart ?? 0, element.selectionEnd ?? 0)).toBe('two')
  expect(element.selectionDirection).toBe('backward')

  const other = document.body.appendChild(document.createElement('input'))
  other.focus()
  remote(() => text.insert(0, 'and '))
  expect(document.activeElement).toBe(other)
})

test('while composing, the field is left alone; afterwards both texts are there, the caret behind one’s own', () => {
  const { text, element, remote } = bound('ab')
  compose(element, 'start')
  type(element, 'に', 1, 1, true)
  remote(() => text.insert(1, 'REMOTE '))
  expect(element.value).toBe('aにb')
  type(element, '日本', 1, 2, true)
  compose(element, 'end')
  expect(text.toString()).toBe('aREMOTE 日本b')
  expect(element.value).toBe('aREMOTE 日本b')
  expect(element.selectionStart).toBe('aREMOTE 日本'.length)
})

test('what others typed inside a part that a composition replaced is kept', () => {
  const { text, element, remote } = bound('abcdef')
  compose(element, 'start')
  type(element, 'X', 1, 5, true)
  remote(() => text.insert(3, 'new'))
  compose(element, 'end')
  expect(text.toString()).toBe('aXnewf')
  expect(element.value).toBe('aXnewf')
})

test('undo keys go to the shared undo, not to the field’s own', () => {
  const undo = { undo: vi.fn(() => true), redo: vi.fn(() => true), endStep: vi.fn() }
  const text = new Y.Doc().getText('t')
  const element = document.body.appendChild(document.createElement('textarea'))
  bindText(element, text, { mayWrite: true, undo })
  const press = (key: string, init: KeyboardEventInit) => {
    const event = new KeyboardEvent('keydown', { key, cancelable: true, bubbles: true, ...init })
    element.dispatchEvent(event)
    return event.defaultPrevented
  }
  expect(press('z', { ctrlKey: true })).toBe(true)
  expect(press('Z', { metaKey: true, shiftKey: true })).toBe(true)
  expect(press('y', { ctrlKey: true })).toBe(true)
  expect(press('z', {})).toBe(false)
  element.dispatchEvent(new InputEvent('beforeinput', { inputType: 'historyUndo', cancelable: true }))
  expect(undo.undo).toHaveBeenCalledTimes(2)
  expect(undo.redo).toHaveBeenCalledTimes(2)
})

test('[S2] whoever may not write sees the text, and typing into it comes to nothing', () => {
  const text = new Y.Doc().getText('t')
  text.insert(0, 'Read me')
  const element = document.body.appendChild(document.createElement('textarea'))
  bindText(element, text, { mayWrite: false, undo: quiet })
  type(element, 'X', 0)
  expect(text.toString()).toBe('Read me')
  expect(element.value).toBe('Read me')
})

test('line breaks a field cannot show stay in the text when something is typed beside them', () => {
  const area = bound('one\r\ntwo\rthree')
  type(area.element, '!', area.element.value.length)
  expect(area.text.toString()).toBe('one\r\ntwo\rthree!')
  expect(area.element.selectionStart).toBe(area.element.value.length)
  type(area.element, 'X', 4)
  expect(area.text.toString()).toBe('one\r\nXtwo\rthree!')

  const line = bound('one\ntwo', 'input')
  type(line.element, '-', 3)
  expect(line.text.toString().replaceAll('-', '')).toBe('one\ntwo')
  expect(line.element.value).toBe('one-two')
})

test('taking the field away while composing keeps what was composed', () => {
  const { text, element, unbind } = bound('a')
  compose(element, 'start')
  type(element, '日', 1, 1, true)
  unbind()
  expect(text.toString()).toBe('a日')
  type(element, 'x')
  expect(text.toString()).toBe('a日')
})

type Step =
  | {
      readonly do: 'type'
      readonly who: number
      readonly at: number
      readonly over: number
      readonly insert: string
    }
  | { readonly do: 'start' | 'end' | 'send'; readonly who: number }

const who = fc.nat(1)
const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constant<'type'>('type'),
      who,
      at: fc.nat(12),
      over: fc.oneof(fc.constant(0), fc.nat(8)),
      insert: fc.string({ unit: fc.constantFrom('a', 'b', '😀', 'é'), maxLength: 3 }),
    }),
  },
  fc.record({ do: fc.constantFrom<'start' | 'end' | 'send'>('start', 'end', 'send'), who }),
)

/** Two people with a field each; what one writes reaches the other when sent. */
function twoFields() {
  const people = [0, 1].map(() => {
    const one = bound()
    const outbox: Uint8Array[] = []
    one.text.doc?.on('update', (update: Uint8Array, origin: unknown) => {
      if (origin !== 'remote') outbox.push(update)
    })
    return { ...one, outbox, isComposing: false }
  })
  const person = (i: number) => people[i]!
  const send = (from: number) => {
    for (const update of person(from).outbox.splice(0))
      Y.applyUpdate(person(1 - from).text.doc!, update, 'remote')
  }
  type(person(0).element, 'abcdefgh', 0)
  send(0)
  return { person, send }
}

/** Start and end of what is typed, moved off the middle of a pair: a keyboard never puts the caret there. */
const offPair = (value: string, at: number) =>
  (value.charCodeAt(at) & 0xfc00) === 0xdc00 && (value.charCodeAt(at - 1) & 0xfc00) === 0xd800 ? at - 1 : at

test('[P2] two people who type and compose at once end with the same text, without a letter lost', () => {
  fc.assert(
    fc.property(fc.array(step, { minLength: 10, maxLength: 40, size: 'max' }), (steps) => {
      document.body.innerHTML = ''
      const { person, send } = twoFields()
      let count = 0
      const alive = new Set<string>()
      for (const one of steps) {
        const { element } = person(one.who)
        const { isComposing } = person(one.who)
        if (one.do === 'type') {
          const from = offPair(element.value, Math.min(one.at, element.value.length))
          const to = offPair(element.value, Math.min(from + one.over, element.value.length))
          // Each letter typed is one of a kind, so that its loss would show; the ones typed over may go.
          const marked = one.insert && `${one.insert}${String.fromCodePoint(0x4e00 + count++)}`
          for (const letter of element.value.slice(from, to)) alive.delete(letter)
          for (const letter of marked) if (letter >= '\u4e00' && letter <= '\u9fff') alive.add(letter)
          element.focus()
          type(element, marked, from, Math.max(from, to), isComposing)
        } else if (one.do === 'send') send(one.who)
        else if (isComposing === (one.do === 'end')) {
          compose(element, one.do)
          person(one.who).isComposing = !isComposing
        }
      }
      for (const i of [0, 1]) if (person(i).isComposing) compose(person(i).element, 'end')
      send(0)
      send(1)
      const text = person(0).text.toString()
      expect(person(1).text.toString()).toBe(text)
      expect(person(0).element.value).toBe(text)
      expect(person(1).element.value).toBe(text)
      expect(text).not.toMatch(/\p{Surrogate}/u)
      for (const letter of alive) expect(text).toContain(letter)
    }),
    { numRuns: 200 },
  )
})

test('[U3] the caret stays behind the same letter while others type and one composes', () => {
  fc.assert(
    fc.property(fc.nat(8), fc.nat(8), fc.nat(3), fc.boolean(), (caret, at, remove, isComposing) => {
      document.body.innerHTML = ''
      const { text, element, remote } = bound('abcdefgh')
      element.setSelectionRange(caret, caret)
      if (isComposing) {
        compose(element, 'start')
        type(element, '日', caret, caret, true)
      }
      const gone = text.toString().slice(at, at + remove)
      remote(() => {
        text.delete(at, Math.min(remove, 8 - at))
        text.insert(at, 'XY')
      })
      if (isComposing) compose(element, 'end')
      const before = element.value.slice(0, element.selectionStart ?? 0)
      const expected = isComposing ? '日' : 'abcdefgh'[caret - 1]
      if (expected !== undefined && !gone.includes(expected))
        expect(before.replaceAll(/[XY]+$/gu, '')).toMatch(new RegExp(`${expected}$`, 'u'))
    }),
  )
})
