/**
 * What the board shows, derived once per change of the cards or stages, for every component to pick its part from.
 * Parts that did not change are the same objects, so that a change of one card's words reaches that card alone.
 */
import { createStore, type StoreApi } from 'zustand/vanilla'
import {
  countUp,
  emptyFigures,
  type Figures,
  type Verdict,
  verdictOf,
} from '#client/features/roadmap/figures.ts'
import { emptyLayout, type Layout, layOut } from '#client/features/roadmap/layout.ts'
import type { Card, Stage } from '#shared/board/schema.ts'

export interface RoadmapView {
  readonly layout: Layout
  readonly figures: Figures
  readonly verdict: Verdict
}

type Rows<Row> = StoreApi<ReadonlyMap<string, Row>>

interface FollowedRoadmap {
  readonly view: StoreApi<RoadmapView>
  readonly start: () => () => void
  /** Shows the lane of desires though it is empty (R075). */
  readonly showDesire: () => void
}

/** The view of these records. It follows them from `start` until what that answers is called. */
export function followRoadmap(stages: Rows<Stage>, cards: Rows<Card>): FollowedRoadmap {
  let showsDesire = false
  const derive = (before: RoadmapView): RoadmapView => {
    const rows = [stages.getState().values(), cards.getState().values()] as const
    const layout = layOut(...rows, before.layout, showsDesire)
    const figures = countUp(layout, cards.getState(), before.figures)
    return { layout, figures, verdict: keep(before.verdict, verdictOf(layout, figures)) }
  }
  const view = createStore<RoadmapView>(() =>
    derive({ layout: emptyLayout, figures: emptyFigures, verdict: { kind: 'no-stages' } }),
  )
  const refresh = () => view.setState(derive(view.getState()), true)
  const start = () => {
    refresh()
    const stops = [stages.subscribe(refresh), cards.subscribe(refresh)]
    return () => {
      for (const stop of stops) stop()
    }
  }
  const showDesire = () => {
    showsDesire = true
    refresh()
  }
  return { view, start, showDesire }
}

const keep = (before: Verdict, next: Verdict): Verdict =>
  JSON.stringify(before) === JSON.stringify(next) ? before : next
