/** Starting a roadmap from a template, and changing to another one later. */
import type * as Y from 'yjs'
import { addCards, addStage, liveStages } from '#shared/board/roadmap-edits.ts'
import { type Card, cards, phases, roadmap, type Stage, stages } from '#shared/board/schema.ts'
import { type RoadmapTemplate, roadmapTemplates } from '#shared/board/stage-templates.ts'
import { readRows, updateRow, updateSingle } from '#shared/document/collection.ts'
import type { Edit, EditContext } from '#shared/document/edit.ts'

type StageTemplate = RoadmapTemplate['stages'][number]

/**
 * Adds the template's stages with their questions, doubts and tools after those that are there, and takes over its buying
 * category; one step of undo. Answers the ids of the stages. Nothing in it was said by a customer: no card has a source.
 * Nor did the team write it: laid before customers were heard, it still is no foresight of the team (method C9).
 */
export const applyTemplate: Edit<RoadmapTemplate, string[]> = (doc, { category, stages: list }, context) => {
  updateSingle(doc, roadmap, { category })
  return list.map((stage) => layStage(doc, stage, undefined, context))
}

function layStage(doc: Y.Doc, stage: StageTemplate, index: number | undefined, context: EditContext): string {
  const { name, phase, questions, skepticism, tools } = stage
  const at = index === undefined ? {} : { index }
  const stageId = addStage(doc, { name, values: { phase }, ...at }, context)
  addCards(doc, { stageId, lane: 'question', texts: questions }, context)
  addCards(doc, { stageId, lane: 'skepticism', texts: skepticism }, context)
  addCards(doc, { stageId, lane: 'tool', texts: tools }, context)
  return stageId
}

/**
 * Changes the buying category: stages that somebody worked on stay as they are; those still as a template laid them give
 * way to the new template's, each before the first kept stage of a later phase. A new stage named as a kept one is left
 * out. One step of undo.
 */
export const changeTemplate: Edit<RoadmapTemplate> = (doc, { category, stages: list }, context) => {
  updateSingle(doc, roadmap, { category })
  const all = readRows(doc, cards)
  const live = liveStages(readRows(doc, stages))
  const kept = live.filter((stage) => isWorkedOn(stage, all))
  const binned = { at: context.now(), seatId: context.seatId }
  for (const stage of live) {
    if (kept.includes(stage)) continue
    updateRow(doc, stages, stage.id, { binned })
    for (const card of cardsOf(stage, all)) updateRow(doc, cards, card.id, { binned })
  }
  const names = new Set(kept.map(({ name }) => keyOf(name)))
  for (const stage of list) {
    if (names.has(keyOf(stage.name))) continue
    const now = liveStages(readRows(doc, stages))
    const later = now.findIndex(({ phase }) => phases.indexOf(phase) > phases.indexOf(stage.phase))
    layStage(doc, stage, later < 0 ? undefined : later, context)
  }
}

const keyOf = (name: string): string => name.trim().toLowerCase()

const cardsOf = (stage: Stage, all: readonly Card[]): Card[] =>
  all.filter(({ binned, place }) => !binned && place.stageId === stage.id)

/** False for a stage that is just as one of the templates lays it, or was cleared of some of what that laid. */
export function isWorkedOn(stage: Stage, all: readonly Card[]): boolean {
  const isFilledIn =
    stage.ownerFunction !== '' ||
    stage.buyerRoles.length > 0 ||
    stage.endsWhen !== '' ||
    stage.typicalWeeks !== null ||
    stage.nextStepOffered !== null ||
    stage.whoToAskNamed !== null ||
    stage.continuesPromise !== 'unknown' ||
    stage.dropOutSeen !== null ||
    stage.loopsBackTo.length > 0
  const own = cardsOf(stage, all)
  const isAsLaid = roadmapTemplates.some(({ stages: list }) =>
    list.some(
      (one) =>
        one.name === stage.name && one.phase === stage.phase && own.every((card) => isLaid(card, one, all)),
    ),
  )
  return isFilledIn || !isAsLaid
}

/** Still as the template laid it, and nothing on the board settles it or rests on it. */
function isLaid(card: Card, template: StageTemplate, all: readonly Card[]): boolean {
  const laid = { question: template.questions, skepticism: template.skepticism, tool: template.tools }
  const { lane } = card.place
  if (!(lane in laid) || !laid[lane as keyof typeof laid].includes(card.text)) return false
  const isSaid = card.raisedBy.length > 0 || card.quoteIds.length > 0
  const isDetailed =
    card.settles.length > 0 || card.link !== '' || card.ownerFunction !== '' || card.ownerSeatId !== null
  return !isSaid && !isDetailed && !all.some(({ binned, settles }) => !binned && settles.includes(card.id))
}
