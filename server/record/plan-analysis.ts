/** The action plan in the analysis: what it closes, what it leaves out, and what nobody considered (method P6). */
import type * as Y from 'yjs'
import { actions, cards, findings, knowledgeGaps, needs, options, stages } from '#shared/board/schema.ts'
import { readRows } from '#shared/document/collection.ts'
import { interviews } from '#shared/interviews/schema.ts'
import { planFigures } from '#shared/reality/plan.ts'
import { repairsOf } from '#shared/reality/repairs.ts'
import { decisions } from '#shared/record/schema.ts'

export interface PlanAnalysed {
  readonly record: Y.Doc
  readonly board: Y.Doc
  /** Null while they are sealed for whoever asks: repairs are not known then. */
  readonly interviews: Y.Doc | null
}

export function analysePlan({ record, board, interviews: heard }: PlanAnalysed) {
  const listed = readRows(board, needs)
  const figures = planFigures({
    actions: readRows(board, actions),
    stages: readRows(board, stages),
    cards: readRows(board, cards),
    findings: readRows(board, findings),
    decisions: readRows(record, decisions),
    knowledgeGaps: readRows(board, knowledgeGaps),
    needs: listed,
    repairs: heard ? repairsOf(readRows(heard, interviews), listed, readRows(board, options)) : [],
  })
  const { live, gaps, closed, closing, opinions, unplannedRepairs, ...rest } = figures
  return {
    actions: live.length,
    gaps: gaps.length,
    gapsWithAction: closed,
    actionsThatCloseOne: closing,
    gapsWithoutAction: gaps
      .filter(({ actionIds }) => actionIds.length === 0)
      .map(({ cardId, coverage, voices }) => ({ cardId, coverage, voices })),
    restOnOpinion: opinions,
    unplannedRepairs: heard ? unplannedRepairs : { sealed: true },
    ...rest,
  }
}
