import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import { findings } from '#shared/board/schema.ts'
import { insertRow, readRow, readRows } from '#shared/document/collection.ts'
import { type EditContext, runEdit } from '#shared/document/edit.ts'
import {
  addTheme,
  mergeThemes,
  partTheme,
  removeTheme,
  renameTheme,
  type Tagged,
  tagNewTheme,
  tagTheme,
} from '#shared/interviews/coding-edits.ts'
import {
  addFinding,
  changeFinding,
  type FindingValues,
  mergeFindings,
  removeFinding,
} from '#shared/interviews/finding-edits.ts'
import { publish } from '#shared/interviews/publish.ts'
import { answers, draftFindings, interviews, quotes, themes } from '#shared/interviews/schema.ts'
import { findingInterviews, themesHeard } from '#shared/interviews/themes-heard.ts'
import { law } from '#test/support/law.ts'

const context = (name = 'm'): EditContext => {
  let ids = 0
  return { newId: () => `${name}${++ids}`, now: () => 5, seatId: 's1' }
}

/** Three calls, the third a double of the second, each with an answer and a quote; three themes. */
function someCalls(): Y.Doc {
  const doc = new Y.Doc()
  for (const n of [1, 2, 3]) {
    insertRow(doc, interviews, `i${n}`, { order: `a${n}`, mergedInto: n === 3 ? 'i2' : null })
    insertRow(doc, answers, `a${n}`, { interviewId: `i${n}`, text: 'Said something' })
    insertRow(doc, quotes, `q${n}`, { interviewId: `i${n}`, answerId: `a${n}`, text: 'Something' })
    insertRow(doc, themes, `t${n}`, { label: `Theme ${n}`, order: `a${n}` })
  }
  return doc
}
const coded = (doc: Y.Doc) => ({
  interviews: readRows(doc, interviews),
  answers: readRows(doc, answers),
  quotes: readRows(doc, quotes),
  themes: readRows(doc, themes),
})
const heard = (doc: Y.Doc) => Object.fromEntries(themesHeard(coded(doc)))
const values = (changes: Partial<FindingValues> = {}): FindingValues => ({
  text: 'Audits start the search',
  kind: null,
  themeIds: [],
  interviewIds: [],
  quoteIds: [],
  cardIds: [],
  stageIds: [],
  ...changes,
})

describe('[R053] themes', () => {
  test('of one label there is one, however it is written; without a label there is none', () => {
    const doc = someCalls()
    expect(runEdit(doc, addTheme, { label: ' theme 1 ' }, context())).toBe('t1')
    expect(runEdit(doc, addTheme, { label: ' ' }, context())).toBeNull()
    expect(runEdit(doc, addTheme, { label: 'Audits' }, context())).toBe('m1')
    expect(readRow(doc, themes, 'm1')).toMatchObject({ label: 'Audits', mergedInto: null })
    expect(runEdit(doc, renameTheme, { id: 'm1', label: '' }, context())).toBe(false)
    expect(runEdit(doc, renameTheme, { id: 'm1', label: ' Audit ' }, context())).toBe(true)
    expect(readRow(doc, themes, 'm1')?.label).toBe('Audit')
  })

  test('a tag on an answer or a quote counts for its call, and for the one the call counts for', () => {
    const doc = someCalls()
    runEdit(doc, tagTheme, { on: { kind: 'quote', id: 'q3' }, themeId: 't1', isOn: true }, context())
    runEdit(doc, tagTheme, { on: { kind: 'answer', id: 'a2' }, themeId: 't1', isOn: true }, context())
    runEdit(doc, tagNewTheme, { on: { kind: 'interview', id: 'i1' }, label: 'New' }, context())
    expect(heard(doc)).toEqual({ i1: ['m1'], i2: ['t1'] })
  })

  test('merged themes are one, also for what is tagged later; parted, each has its own tags again', () => {
    const doc = someCalls()
    const tag = (id: string, themeId: string, isOn = true) =>
      runEdit(doc, tagTheme, { on: { kind: 'quote', id }, themeId, isOn }, context())
    tag('q1', 't1')
    tag('q2', 't2')
    expect(runEdit(doc, mergeThemes, { id: 't2', into: 't1' }, context())).toBe(true)
    expect(runEdit(doc, mergeThemes, { id: 't1', into: 't2' }, context())).toBe(false)
    expect(heard(doc)).toEqual({ i1: ['t1'], i2: ['t1'] })
    expect(runEdit(doc, addTheme, { label: 'Theme 2' }, context())).toBe('t1')
    expect(runEdit(doc, partTheme, { id: 't2' }, context())).toBe(true)
    expect(heard(doc)).toEqual({ i1: ['t1'], i2: ['t2'] })
    expect(runEdit(doc, partTheme, { id: 't2' }, context())).toBe(false)
    runEdit(doc, mergeThemes, { id: 't2', into: 't1' }, context())
    tag('q2', 't1', false)
    expect(heard(doc)).toEqual({ i1: ['t1'], i2: [] })
  })

  test('removing a theme takes its tags and what was merged into it', () => {
    const doc = someCalls()
    runEdit(doc, tagTheme, { on: { kind: 'quote', id: 'q1' }, themeId: 't1', isOn: true }, context())
    runEdit(doc, mergeThemes, { id: 't1', into: 't2' }, context())
    runEdit(doc, removeTheme, { id: 't2' }, context())
    expect(readRows(doc, themes).map(({ id }) => id)).toEqual(['t3'])
    expect(readRow(doc, quotes, 'q1')?.themeIds).toEqual([])
    expect(runEdit(doc, removeTheme, { id: 't2' }, context())).toBe(false)
  })

  const someTag = fc.record({
    kind: fc.constantFrom('interview', 'answer', 'quote'),
    n: fc.integer({ min: 1, max: 4 }),
  })
  const someTheme = fc.integer({ min: 1, max: 4 }).map((n) => `t${n}`)
  const step = fc.oneof(
    fc.record({ is: fc.constant('tag'), on: someTag, theme: someTheme, isOn: fc.boolean() }),
    fc.record({ is: fc.constant('merge'), theme: someTheme, into: someTheme }),
    fc.record({ is: fc.constant('part'), theme: someTheme }),
    fc.record({ is: fc.constant('remove'), theme: someTheme }),
  )
  type Step = typeof step extends fc.Arbitrary<infer T> ? T : never
  const run = (doc: Y.Doc, steps: readonly Step[]) => {
    for (const one of steps) {
      if (one.is === 'tag' && 'on' in one) {
        const on = { kind: one.on.kind, id: `${one.on.kind[0]}${one.on.n}` } as Tagged
        runEdit(doc, tagTheme, { on, themeId: one.theme, isOn: one.isOn }, context())
      } else if (one.is === 'merge' && 'into' in one)
        runEdit(doc, mergeThemes, { id: one.theme, into: one.into }, context())
      else if (one.is === 'part') runEdit(doc, partTheme, { id: one.theme }, context())
      else if (one.is === 'remove') runEdit(doc, removeTheme, { id: one.theme }, context())
    }
  }
  const holds = (doc: Y.Doc) => {
    const live = new Set(readRows(doc, themes).map(({ id }) => id))
    for (const [id, own] of themesHeard(coded(doc))) {
      expect(readRow(doc, interviews, id)?.mergedInto).toBeNull()
      expect(new Set(own).size).toBe(own.length)
      for (const theme of own) expect(live.has(theme)).toBe(true)
    }
  }

  law<[Step[], Step[]]>(
    '[P2] whatever two researchers do apart, both hear the same: live themes alone, each once a call',
    [fc.array(step, { maxLength: 10 }), fc.array(step, { maxLength: 10 })],
    (one, other) => {
      const [mine, theirs] = [someCalls(), new Y.Doc()]
      Y.applyUpdate(theirs, Y.encodeStateAsUpdate(mine))
      run(mine, one)
      run(theirs, other)
      Y.applyUpdate(mine, Y.encodeStateAsUpdate(theirs))
      Y.applyUpdate(theirs, Y.encodeStateAsUpdate(mine))
      expect(heard(mine)).toEqual(heard(theirs))
      holds(mine)
    },
  )
})

describe('findings', () => {
  test('[D9] a text of 10 to 200 letters, or nothing is written', () => {
    const doc = someCalls()
    const add = (text: string) =>
      runEdit(doc, addFinding, { isOpen: false, values: values({ text }) }, context())
    expect(add('Too short')).toBeNull()
    expect(add('x'.repeat(201))).toBeNull()
    expect(add('  Too long?  ')).toBeNull()
    const id = add(' Audits start it ') ?? ''
    expect(readRow(doc, draftFindings, id)?.text).toBe('Audits start it')
    const change = (text: string) =>
      runEdit(doc, changeFinding, { isOpen: false, id, changes: { text, kind: 'wish' } }, context())
    expect(change('no')).toBe(false)
    expect(readRow(doc, draftFindings, id)?.kind).toBeNull()
    expect(change('Audits start the search')).toBe(true)
    expect(readRow(doc, draftFindings, id)).toMatchObject({ text: 'Audits start the search', kind: 'wish' })
  })

  test('[S1] sealed they are among the interviews alone; open, on the board alone, under the ids they had', () => {
    const [sealed, board] = [someCalls(), new Y.Doc()]
    const id = runEdit(sealed, addFinding, { isOpen: false, values: values() }, context()) ?? ''
    expect(readRow(sealed, findings, id)).toBeNull()
    publish(sealed, board, 9)
    expect(readRow(sealed, draftFindings, id)).toBeNull()
    expect(runEdit(board, changeFinding, { isOpen: true, id, changes: { kind: 'praise' } }, context())).toBe(
      true,
    )
    expect(readRow(board, findings, id)).toMatchObject({ text: 'Audits start the search', kind: 'praise' })
    expect(runEdit(board, removeFinding, { isOpen: true, id }, context())).toBe(true)
    expect(readRows(board, findings)).toEqual([])
  })

  test('two are made one with the words of one and what both rest on', () => {
    const doc = someCalls()
    const one = values({ themeIds: ['t1'], quoteIds: ['q1'], stageIds: ['s1'] })
    const other = values({ text: 'Searches start with audits', kind: 'problem', themeIds: ['t1', 't2'] })
    const ids = context()
    const [a, b] = [one, other].map((each) => runEdit(doc, addFinding, { isOpen: false, values: each }, ids))
    const args = { isOpen: false, id: b ?? '', into: a ?? '', interviewIds: ['i1'] }
    expect(runEdit(doc, mergeFindings, args, context())).toBe(true)
    expect(runEdit(doc, mergeFindings, args, context())).toBe(false)
    expect(readRows(doc, draftFindings)).toMatchObject([
      {
        id: a,
        kind: 'problem',
        themeIds: ['t1', 't2'],
        quoteIds: ['q1'],
        stageIds: ['s1'],
        interviewIds: ['i1'],
      },
    ])
  })

  test('its interviews are those of its themes and quotes, doubles once; they follow the tags while it is a draft', () => {
    const doc = someCalls()
    const id =
      runEdit(
        doc,
        addFinding,
        { isOpen: false, values: values({ themeIds: ['t1'], quoteIds: ['q3'], interviewIds: ['i2'] }) },
        context(),
      ) ?? ''
    runEdit(doc, tagTheme, { on: { kind: 'quote', id: 'q1' }, themeId: 't2', isOn: true }, context())
    expect(readRow(doc, draftFindings, id)?.interviewIds).toEqual(['i2'])
    runEdit(doc, mergeThemes, { id: 't2', into: 't1' }, context())
    expect(readRow(doc, draftFindings, id)?.interviewIds).toEqual(['i1', 'i2'])
    runEdit(doc, removeTheme, { id: 't1' }, context())
    expect(readRow(doc, draftFindings, id)).toMatchObject({ interviewIds: ['i2'], themeIds: [] })
    expect(findingInterviews(values({ interviewIds: ['i3', 'gone'] }), coded(doc))).toEqual(['i2'])
  })
})
