/**
 * What the board shows, derived once per change of the cards, stages or filter, for every component to pick its part
 * from. Parts that did not change are the same objects, so that a change of one card's words reaches that card alone.
 */
import { createStore, type StoreApi } from 'zustand/vanilla'
import { type BoardFilter, narrow, noFilter } from '#client/features/roadmap/board-filter.ts'
import {
  countUp,
  emptyFigures,
  type Figures,
  type Verdict,
  verdictOf,
} from '#client/features/roadmap/figures.ts'
import { emptyLayout, type Layout, layOut, sameIn } from '#client/features/roadmap/layout.ts'
import type { Card, Stage } from '#shared/board/schema.ts'

export interface RoadmapView {
  /** The board without a filter. */
  readonly whole: Layout
  /** What is on show of it: the focus, the arrows and every slot count in this. */
  readonly layout: Layout
  /** Cards on show; null: all. */
  readonly cardIds: ReadonlySet<string> | null
  /** Of the whole board. */
  readonly figures: Figures
  readonly verdict: Verdict
}

type Rows<Row> = StoreApi<ReadonlyMap<string, Row>>

interface Laid {
  readonly stages: ReadonlyMap<string, Stage>
  readonly cards: ReadonlyMap<string, Card>
  readonly showsDesire: boolean
}

export interface FollowedRoadmap {
  readonly view: StoreApi<RoadmapView>
  readonly start: () => () => void
  /** Shows the lane of desires though it is empty (R075). */
  readonly showDesire: () => void
  readonly setFilter: (filter: BoardFilter) => void
  /** Keeps cards on show, whatever the filter says, until it changes. */
  readonly pin: (ids: readonly string[]) => void
}

const whatPlaces = ['place', 'binned'] as const
const whatAnswers = ['settles', 'status', 'trueToday'] as const
const parts = ['whole', 'layout', 'cardIds', 'figures', 'verdict'] as const

/** The view of these records. It follows them from `start` until what that answers is called. */
export function followRoadmap(stages: Rows<Stage>, cards: Rows<Card>): FollowedRoadmap {
  let showsDesire = false
  let filter = noFilter
  let pinned: ReadonlySet<string> = new Set()
  /** What the layout was made of. */
  let laid: Laid | null = null
  const derive = (before: RoadmapView): RoadmapView => {
    const rows = { stages: stages.getState(), cards: cards.getState() }
    // A letter typed in one of a thousand cards, or in the filter, moves none of them and answers nothing.
    const isAsLaid =
      laid?.stages === rows.stages &&
      laid.showsDesire === showsDesire &&
      sameIn(laid.cards, rows.cards, whatPlaces)
    const whole = isAsLaid
      ? before.whole
      : layOut(rows.stages.values(), rows.cards.values(), before.whole, showsDesire)
    const isAsCounted = isAsLaid && laid !== null && sameIn(laid.cards, rows.cards, whatAnswers)
    const figures = isAsCounted ? before.figures : countUp(whole, rows.cards, before.figures)
    laid = { ...rows, showsDesire }
    return {
      whole,
      figures,
      verdict: isAsCounted ? before.verdict : keep(before.verdict, verdictOf(whole, figures)),
      ...narrow({ ...rows, whole, coverage: figures.coverage }, filter, pinned, before),
    }
  }
  const view = createStore<RoadmapView>(() =>
    derive({
      whole: emptyLayout,
      layout: emptyLayout,
      cardIds: null,
      figures: emptyFigures,
      verdict: { kind: 'no-stages' },
    }),
  )
  /** Nobody is asked who would see what they saw. */
  const refresh = () => {
    const before = view.getState()
    const next = derive(before)
    if (parts.some((part) => next[part] !== before[part])) view.setState(next, true)
  }
  return {
    view,
    start: () => {
      refresh()
      const stops = [stages.subscribe(refresh), cards.subscribe(refresh)]
      return () => {
        for (const stop of stops) stop()
      }
    },
    showDesire: () => {
      showsDesire = true
      refresh()
    },
    setFilter: (next) => {
      filter = next
      pinned = new Set()
      refresh()
    },
    pin: (ids) => {
      if (filter === noFilter || ids.every((id) => pinned.has(id))) return
      pinned = new Set([...pinned, ...ids])
      refresh()
    },
  }
}

const keep = (before: Verdict, next: Verdict): Verdict =>
  JSON.stringify(before) === JSON.stringify(next) ? before : next
