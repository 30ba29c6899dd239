/** Starting a roadmap from a template. */
import { addCards, addStage } from '#shared/board/roadmap-edits.ts'
import { roadmap } from '#shared/board/schema.ts'
import type { RoadmapTemplate } from '#shared/board/stage-templates.ts'
import { updateSingle } from '#shared/document/collection.ts'
import type { Edit } from '#shared/document/edit.ts'

/**
 * Adds the template's stages with their questions, doubts and tools after those that are there, and takes over its buying
 * category; one step of undo. Answers the ids of the stages. Nothing in it was said by a customer: no card has a source.
 */
export const applyTemplate: Edit<RoadmapTemplate, string[]> = (doc, { category, stages }, context) => {
  updateSingle(doc, roadmap, { category })
  return stages.map(({ name, phase, questions, skepticism, tools }) => {
    const stageId = addStage(doc, { name, values: { phase } }, context)
    addCards(doc, { stageId, lane: 'question', texts: questions }, context)
    addCards(doc, { stageId, lane: 'skepticism', texts: skepticism }, context)
    addCards(doc, { stageId, lane: 'tool', texts: tools }, context)
    return stageId
  })
}
