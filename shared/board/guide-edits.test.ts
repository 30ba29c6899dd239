/** The interview guide on real documents: versions, wordings, and what people who did not buy are asked. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import {
  addQuestion,
  changeGuide,
  changeQuestion,
  guideVersion,
  moveQuestion,
  removeQuestion,
  restoreQuestion,
  startGuide,
} from '#shared/board/guide-edits.ts'
import { guideTemplate } from '#shared/board/guide-template.ts'
import { askedOf, liveQuestions, questionsAt, wordingAt } from '#shared/board/guide-wording.ts'
import { guide, guideChanges, guideQuestions } from '#shared/board/schema.ts'
import { readRow, readRows, readSingle } from '#shared/document/collection.ts'
import { type Edit, runEdit } from '#shared/document/edit.ts'
import { law } from '#test/support/law.ts'

let ids = 0
const run = <A, R>(doc: Y.Doc, edit: Edit<A, R>, args: A): R =>
  runEdit(doc, edit, args, { newId: () => `c${++ids}`, now: () => 5, seatId: 'me' })
const started = (): Y.Doc => {
  const doc = new Y.Doc()
  run(doc, startGuide, null)
  return doc
}
const live = (doc: Y.Doc) => liveQuestions(readRows(doc, guideQuestions))
const ask = (doc: Y.Doc, id: string, version: number): string => {
  const question = readRow(doc, guideQuestions, id)
  return question ? wordingAt(question, version, readRows(doc, guideChanges)) : ''
}
const TRIGGER = 'guide-trigger'

test('[R044] a question changed after two interviews: the old ones still show the old wording', () => {
  const doc = started()
  const first = guideVersion(doc)
  const usual = ask(doc, TRIGGER, first)
  run(doc, changeQuestion, { id: TRIGGER, text: 'What set you off?' })
  const second = guideVersion(doc)
  run(doc, changeQuestion, { id: TRIGGER, text: 'What happened that day?' })
  expect(ask(doc, TRIGGER, first)).toBe(usual)
  expect(ask(doc, TRIGGER, second)).toBe('What set you off?')
  expect(ask(doc, TRIGGER, guideVersion(doc))).toBe('What happened that day?')
  expect(readRows(doc, guideChanges)).toHaveLength(2)
})

law(
  '[R044] whatever is changed in whatever order, every version keeps the questions and words it had',
  [
    fc.array(
      fc.record({
        act: fc.constantFrom('text', 'probes', 'add', 'remove', 'restore', 'move'),
        at: fc.nat(20),
        words: fc.string({ minLength: 1, maxLength: 12 }),
      }),
      { maxLength: 25 },
    ),
  ],
  (acts) => {
    const doc = started()
    const seen = new Map<number, Map<string, string>>()
    const remember = () => seen.set(guideVersion(doc), new Map(live(doc).map(({ id, text }) => [id, text])))
    remember()
    for (const { act, at, words } of acts) {
      const all = readRows(doc, guideQuestions).sort((a, b) => (a.id < b.id ? -1 : 1))
      const id = all[at % all.length]?.id ?? ''
      if (act === 'text') run(doc, changeQuestion, { id, text: words })
      if (act === 'probes') run(doc, changeQuestion, { id, probes: [words] })
      if (act === 'add') run(doc, addQuestion, { text: words })
      if (act === 'remove') run(doc, removeQuestion, { id })
      if (act === 'restore') run(doc, restoreQuestion, { id })
      if (act === 'move') run(doc, moveQuestion, { id, before: all[(at + 3) % all.length]?.id ?? null })
      remember()
    }
    const changes = readRows(doc, guideChanges)
    for (const [version, questions] of seen) {
      const then = questionsAt(readRows(doc, guideQuestions), changes, version)
      expect(new Map(then.map((one) => [one.id, wordingAt(one, version, changes)]))).toEqual(questions)
    }
  },
)

test('[P2] two people who start the guide at one moment start one guide', () => {
  const [one, other] = [started(), started()]
  Y.applyUpdate(one, Y.encodeStateAsUpdate(other))
  Y.applyUpdate(other, Y.encodeStateAsUpdate(one))
  expect(live(one).map(({ text }) => text)).toEqual(guideTemplate.questions.map(({ text }) => text))
  expect(live(one)).toEqual(live(other))
  expect(run(one, startGuide, null)).toBe(false)
})

test('[P2] versions never go back: changes made apart are all kept, the next comes after every one', () => {
  const one = started()
  const other = new Y.Doc()
  Y.applyUpdate(other, Y.encodeStateAsUpdate(one))
  for (const text of ['A?', 'B?', 'C?']) run(one, changeQuestion, { id: TRIGGER, text })
  run(other, changeQuestion, { id: 'guide-search', text: 'Where?' })
  Y.applyUpdate(one, Y.encodeStateAsUpdate(other))
  expect(guideVersion(one)).toBe(4)
  run(one, changeQuestion, { id: TRIGGER, text: 'D?' })
  expect(guideVersion(one)).toBe(5)
  expect(ask(one, TRIGGER, 1)).toBe(guideTemplate.questions[1]?.text)
  expect(ask(one, TRIGGER, 4)).toBe('C?')
})

test('a question is moved, taken out and put back; nothing that is the same makes a version', () => {
  const doc = started()
  expect(run(doc, moveQuestion, { id: 'guide-describe_us', before: TRIGGER })).toBe(true)
  expect(
    live(doc)
      .map(({ id }) => id)
      .slice(0, 3),
  ).toEqual(['guide-about_them', 'guide-describe_us', TRIGGER])
  expect(run(doc, removeQuestion, { id: TRIGGER })).toBe(true)
  expect(run(doc, removeQuestion, { id: TRIGGER })).toBe(false)
  expect(live(doc)).toHaveLength(13)
  expect(run(doc, restoreQuestion, { id: TRIGGER })).toBe(true)
  const version = guideVersion(doc)
  const same = readRow(doc, guideQuestions, TRIGGER)
  run(doc, changeQuestion, { id: TRIGGER, text: same?.text ?? '', probes: same?.probes ?? [] })
  expect(run(doc, moveQuestion, { id: TRIGGER, before: TRIGGER })).toBe(false)
  expect(run(doc, changeQuestion, { id: 'none', text: 'x' })).toBe(false)
  expect(guideVersion(doc)).toBe(version)
  run(doc, changeGuide, { minutes: 45 })
  expect(readSingle(doc, guide).minutes).toBe(45)
})

test('[method E1] people who did not buy: the decider and the wish in other words, marks and promise not asked', () => {
  const doc = started()
  const questions = live(doc)
  const lost = askedOf(questions, 'lost')
  expect(lost).toHaveLength(12)
  expect(lost.find(({ theme }) => theme === 'decider')?.text).toBe(
    'What was the one thing that decided against us?',
  )
  expect(lost.find(({ theme }) => theme === 'improve')?.text).toBe('What would have had to be different?')
  expect(lost.some(({ theme }) => theme === 'marks' || theme === 'promise_kept')).toBe(false)
  expect(askedOf(questions, 'left')).toBe(questions)
})
