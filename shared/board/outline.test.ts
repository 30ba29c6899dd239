import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { outlineOf } from '#shared/board/outline.ts'
import { addCard, addStage, binCard, binStage } from '#shared/board/roadmap-edits.ts'
import { cards, type Lane, stages } from '#shared/board/schema.ts'
import { type ChangesOf, readRows } from '#shared/document/collection.ts'
import { idsFrom } from '#test/support/random.ts'

function board() {
  const doc = new Y.Doc()
  const context = { newId: idsFrom(1), now: () => 1, seatId: 'me' }
  return {
    doc,
    context,
    stage: (name: string) => addStage(doc, { name }, context),
    card: (stageId: string, lane: Lane, text: string, values: ChangesOf<typeof cards> = {}) =>
      addCard(doc, { stageId, lane, text, values }, context),
    outline: () => outlineOf(readRows(doc, stages), readRows(doc, cards)),
  }
}

const texts = (outline: ReturnType<typeof outlineOf>, at: number, lane: Lane) =>
  outline[at]?.lanes.find((one) => one.lane === lane)?.cards.map(({ card }) => card.text)

test('[AX-1a] answers stand under what they settle, wherever they lie; one that settles nothing in its lane', () => {
  const { stage, card, outline } = board()
  const [one, two] = [stage('One'), stage('Two')]
  const asked = card(one, 'question', 'Fits it?')
  const doubt = card(two, 'skepticism', 'It never does')
  const live = { status: 'live_convincing', settles: [asked, doubt] } as const
  card(two, 'answer', 'A trial', live)
  card(two, 'answer', 'A film')
  const found = outline()
  const question = found[0]?.lanes.find(({ lane }) => lane === 'question')?.cards[0]
  expect(question).toMatchObject({ coverage: 'answered', answers: [{ text: 'A trial' }] })
  expect(found[1]?.lanes.find(({ lane }) => lane === 'skepticism')?.cards[0]?.answers).toHaveLength(1)
  expect(texts(found, 1, 'answer')).toEqual(['A film'])
  expect(found[1]?.lanes.find(({ lane }) => lane === 'answer')?.under).toBe(1)
  expect(found.map(({ tally }) => tally)).toEqual([
    { answered: 1, weak: 0, open: 0 },
    { answered: 1, weak: 0, open: 0 },
  ])
})

test('[P4] every live card stands somewhere: of a stage that is gone among the unplaced, of a question that is gone in its lane', () => {
  const { doc, context, stage, card, outline } = board()
  const [one, two] = [stage('One'), stage('Two')]
  const asked = card(one, 'question', 'Fits it?')
  card(one, 'answer', 'A trial', { settles: [asked] })
  card(two, 'tool', 'Sheet')
  binCard(doc, { id: asked }, context)
  binStage(doc, { id: two }, context)
  const found = outline()
  expect(found.map(({ id, number }) => [id, number])).toEqual([
    [one, 1],
    ['', 0],
  ])
  expect(texts(found, 0, 'question')).toEqual([])
  expect(texts(found, 0, 'answer')).toEqual(['A trial'])
  expect(texts(found, 1, 'tool')).toEqual(['Sheet'])
})
