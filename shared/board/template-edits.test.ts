import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { addCard, addStage, cardsIn, changeStage, liveStages } from '#shared/board/roadmap-edits.ts'
import { buyingCategories, cards, phases, roadmap, stages } from '#shared/board/schema.ts'
import { roadmapTemplates } from '#shared/board/stage-templates.ts'
import { applyTemplate, changeTemplate } from '#shared/board/template-edits.ts'
import { readRows, readSingle } from '#shared/document/collection.ts'
import { runEdit } from '#shared/document/edit.ts'
import { EDIT } from '#shared/document/origins.ts'
import { idsFrom } from '#test/support/random.ts'

const context = () => ({ newId: idsFrom(1), now: () => 1, seatId: 'p' })

test('there is one template for each buying category, with 4 to 10 stages that fit the fields (method E2)', () => {
  expect(roadmapTemplates.map(({ category }) => category)).toEqual([...buyingCategories])
  expect(roadmapTemplates.map((template) => template.stages.length)).toEqual([4, 6, 8, 10])
  for (const { stages: list } of roadmapTemplates) {
    const order = list.map(({ phase }) => phases.indexOf(phase))
    expect(order).toEqual([...order].sort())
    expect(order).not.toContain(-1)
    for (const stage of list) {
      expect(stages.fields.name.fault(stage.name)).toBeNull()
      for (const text of [...stage.questions, ...stage.skepticism, ...stage.tools]) {
        expect(cards.fields.text.fault(text)).toBeNull()
      }
    }
  }
})

test.each(roadmapTemplates)(
  'the template $category lies on the board whole and in order, after what was there',
  (template) => {
    const doc = new Y.Doc()
    runEdit(doc, addStage, { name: 'Ours' }, context())
    const ids = runEdit(doc, applyTemplate, template, { ...context(), newId: idsFrom(2) })
    const live = liveStages(readRows(doc, stages))
    expect(live.map(({ name }) => name)).toEqual(['Ours', ...template.stages.map(({ name }) => name)])
    expect(live.slice(1).map(({ id }) => id)).toEqual(ids)
    const all = readRows(doc, cards)
    for (const [index, stage] of template.stages.entries()) {
      const texts = (lane: 'question' | 'skepticism' | 'tool') =>
        cardsIn(all, ids[index] ?? '', lane).map(({ text }) => text)
      expect([texts('question'), texts('skepticism'), texts('tool')]).toEqual([
        stage.questions,
        stage.skepticism,
        stage.tools,
      ])
    }
    expect(all.every(({ raisedBy }) => raisedBy.length === 0)).toBe(true)
    expect(readSingle(doc, roadmap).category).toBe(template.category)
  },
)

test("[C9] words of a template are nobody's foresight: the team did not write them", () => {
  const doc = new Y.Doc()
  runEdit(doc, applyTemplate, templateNamed('medium'), context())
  runEdit(doc, changeTemplate, templateNamed('heavy'), { ...context(), newId: idsFrom(2) })
  const all = readRows(doc, cards)
  expect(all.length).toBeGreaterThan(0)
  expect(all.filter(({ foreseenByTeam }) => foreseenByTeam)).toEqual([])
})

test('a template is one step of undo', () => {
  const doc = new Y.Doc()
  const roots = [doc.getMap('stages'), doc.getMap('cards'), doc.getMap('roadmap')]
  const undo = new Y.UndoManager(roots, { trackedOrigins: new Set([EDIT]) })
  const [light] = roadmapTemplates
  if (light) runEdit(doc, applyTemplate, light, context())
  undo.undo()
  expect(readRows(doc, cards)).toEqual([])
  expect(readRows(doc, stages)).toEqual([])
  expect(readSingle(doc, roadmap).category).toBeNull()
})

const templateNamed = (category: string) => {
  const found = roadmapTemplates.find((one) => one.category === category)
  if (!found) throw new Error(`no template ${category}`)
  return found
}

test('changing the category keeps the stages somebody worked on, in place, and loses none of their cards', () => {
  const doc = new Y.Doc()
  const ctx = context()
  const ids = runEdit(doc, applyTemplate, templateNamed('medium'), ctx)
  const [first = '', second = ''] = ids
  const mine = runEdit(doc, addCard, { stageId: first, lane: 'concern', text: 'Ours' }, ctx)
  runEdit(doc, changeStage, { id: second, changes: { ownerFunction: 'Sales' } }, ctx)
  runEdit(doc, changeTemplate, templateNamed('heavy'), ctx)
  const live = liveStages(readRows(doc, stages))
  expect(live.filter(({ id }) => ids.includes(id)).map(({ id }) => id)).toEqual([first, second])
  expect(live).toHaveLength(2 + templateNamed('heavy').stages.length)
  const order = live.map(({ phase }) => phases.indexOf(phase))
  expect(order).toEqual([...order].sort())
  const shown = new Set(live.map(({ id }) => id))
  const onBoard = readRows(doc, cards).filter(({ binned }) => !binned)
  expect(onBoard.every(({ place }) => shown.has(place.stageId))).toBe(true)
  expect(onBoard.some(({ id }) => id === mine)).toBe(true)
  expect(readSingle(doc, roadmap).category).toBe('heavy')
})

test('changing to another category and back lays the first template again', () => {
  const doc = new Y.Doc()
  const ctx = context()
  const intense = templateNamed('intense')
  runEdit(doc, applyTemplate, intense, ctx)
  runEdit(doc, changeTemplate, templateNamed('light'), ctx)
  runEdit(doc, changeTemplate, intense, ctx)
  expect(liveStages(readRows(doc, stages)).map(({ name }) => name)).toEqual(
    intense.stages.map(({ name }) => name),
  )
})
