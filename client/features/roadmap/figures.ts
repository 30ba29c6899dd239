/**
 * What the roadmap says about itself: which questions and doubts are answered, stage by stage, and the sentence that
 * heads the screen. Pure; parts that did not change are the same objects as before.
 */

import { cardIdsIn, type Layout } from '#client/features/roadmap/layout.ts'
import { UNPLACED } from '#shared/board/roadmap-edits.ts'
import type { Card } from '#shared/board/schema.ts'
import {
  type AnswerGiven,
  asked,
  type Coverage,
  coverageOf,
  isNeglected,
  silence,
  sum,
  type Tally,
  tally,
} from '#shared/statistics/coverage.ts'

/** One stage: a block for every question, then every doubt, in the order of its cards. */
export interface StageFigures {
  readonly blocks: readonly Coverage[]
  readonly tally: Tally
  readonly neglected: boolean
}

export interface Figures {
  /** Coverage of every question and doubt on the board, by card. */
  readonly coverage: ReadonlyMap<string, Coverage>
  readonly stages: ReadonlyMap<string, StageFigures>
  readonly questions: Tally
  readonly doubts: Tally
}

const none: Tally = { answered: 0, weak: 0, open: 0 }
const noBlocks: StageFigures = { blocks: [], tally: none, neglected: false }

export const emptyFigures: Figures = { coverage: new Map(), stages: new Map(), questions: none, doubts: none }

const figuresIn = (stages: Figures['stages'], stageId: string): StageFigures =>
  stages.get(stageId) ?? noBlocks

export const figuresOf = (figures: Figures, stageId: string): StageFigures =>
  figuresIn(figures.stages, stageId)

/** Figures of a board; `layout` says which cards are on it. */
export function countUp(
  layout: Layout,
  cards: ReadonlyMap<string, Card>,
  previous: Figures = emptyFigures,
): Figures {
  const answers = answersByQuestion(cards)
  const coverage = new Map<string, Coverage>()
  const stages = new Map<string, StageFigures>()
  const questions: Tally[] = []
  const doubts: Tally[] = []
  const cover = (ids: readonly string[]): Coverage[] =>
    ids.map((id) => {
      const one = coverageOf(answers.get(id) ?? [])
      coverage.set(id, one)
      return one
    })
  for (const stageId of layout.stageIds) {
    const asking = cover(cardIdsIn(layout, stageId, 'question'))
    const doubting = cover(cardIdsIn(layout, stageId, 'skepticism'))
    questions.push(tally(asking))
    doubts.push(tally(doubting))
    const blocks = [...asking, ...doubting]
    stages.set(stageId, { blocks, tally: tally(blocks), neglected: false })
  }
  const neglected = neglectedAmong(stages)
  for (const [stageId, figures] of stages) {
    const before = previous.stages.get(stageId)
    const next = { ...figures, neglected: neglected.has(stageId) }
    const isSame = before?.neglected === next.neglected && sameList(before.blocks, next.blocks)
    stages.set(stageId, isSame ? before : next)
  }
  return {
    coverage,
    stages,
    questions: keepTally(previous.questions, sum(questions)),
    doubts: keepTally(previous.doubts, sum(doubts)),
  }
}

/** Stages to be marked as neglected. When all are, none is: the mark must say where to look. */
function neglectedAmong(stages: ReadonlyMap<string, StageFigures>): ReadonlySet<string> {
  const ids = [...stages].filter(([id, one]) => id !== UNPLACED && asked(one.tally) > 0).map(([id]) => id)
  const found = ids.filter((id) => isNeglected(figuresIn(stages, id).tally))
  return new Set(found.length < ids.length ? found : [])
}

function answersByQuestion(cards: ReadonlyMap<string, Card>): Map<string, AnswerGiven[]> {
  const found = new Map<string, AnswerGiven[]>()
  for (const card of cards.values()) {
    if (card.binned || card.place.lane !== 'answer') continue
    for (const id of card.settles) {
      const known = found.get(id)
      if (known) known.push(card)
      else found.set(id, [card])
    }
  }
  return found
}

const sameList = <T>(a: readonly T[], b: readonly T[]) =>
  a.length === b.length && a.every((one, i) => one === b[i])

const keepTally = (before: Tally, next: Tally): Tally =>
  before.answered === next.answered && before.weak === next.weak && before.open === next.open ? before : next

/** What the heading says; each is true of the board it heads. Stage numbers count from 1. */
export type Verdict =
  | { readonly kind: 'no-stages' }
  | { readonly kind: 'nothing-asked' }
  | { readonly kind: 'all-answered' }
  | { readonly kind: 'none-open' }
  | { readonly kind: 'quiet-late'; readonly from: number; readonly to: number; readonly open: number }
  | { readonly kind: 'quiet-early'; readonly to: number; readonly open: number }
  | { readonly kind: 'open'; readonly open: number; readonly stageId: string; readonly openThere: number }

export function verdictOf(layout: Layout, figures: Figures): Verdict {
  const stages = layout.stageIds.filter((id) => id !== UNPLACED)
  if (stages.length === 0) return { kind: 'no-stages' }
  const all = sum([figures.questions, figures.doubts])
  if (asked(all) === 0) return { kind: 'nothing-asked' }
  if (all.open === 0) return { kind: all.weak === 0 ? 'all-answered' : 'none-open' }
  const tallies = stages.map((id) => figuresOf(figures, id).tally)
  const { where, from } = silence(tallies)
  if (where === 'late') {
    return { kind: 'quiet-late', from: from + 1, to: stages.length, open: sum(tallies.slice(from)).open }
  }
  if (where === 'early') return { kind: 'quiet-early', to: from, open: sum(tallies.slice(0, from)).open }
  const open = layout.stageIds.map((stageId) => ({ stageId, open: figuresOf(figures, stageId).tally.open }))
  const most = open.reduce((a, b) => (b.open > a.open ? b : a))
  return { kind: 'open', open: all.open, stageId: most.stageId, openThere: most.open }
}
