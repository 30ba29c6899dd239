/** What the parts of one board share: its state, its view, what can be done on it. Made once per session. */
import { createContext, type ReactNode, use, useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useStore } from 'zustand'
import type { StoreApi } from 'zustand/vanilla'
import { type BoardControl, makeBoardControl } from '#client/features/roadmap/board-control.ts'
import type { BoardParts } from '#client/features/roadmap/board-ground.ts'
import { type BoardState, type BoardStore, createBoardState } from '#client/features/roadmap/board-state.ts'
import { type FocusKeeper, makeFocusKeeper } from '#client/features/roadmap/focus-keeper.ts'
import {
  type FollowedRoadmap,
  followRoadmap,
  type RoadmapView,
} from '#client/features/roadmap/roadmap-store.ts'
import { useLiveSession } from '#client/session/session-context.ts'
import { cards, stages } from '#shared/board/schema.ts'

interface Board {
  readonly state: BoardStore
  readonly view: StoreApi<RoadmapView>
  readonly setFilter: FollowedRoadmap['setFilter']
  readonly control: BoardControl
  readonly keeper: FocusKeeper
  /** Ref of the element that holds the cells. */
  readonly setContent: (element: HTMLElement | null) => void
  readonly content: () => HTMLElement | null
  /** Where the caret was in a card's words, should its element be drawn anew meanwhile. */
  readonly carets: Map<string, { readonly start: number; readonly end: number }>
  /** Every card's element on the page, with the card's id. */
  readonly cardElements: Map<HTMLElement, string>
  readonly mayEdit: boolean
  /** Words for cards: of a thousand none looks for them by itself. */
  readonly t: BoardParts['t']
}

const BoardContext = createContext<Board | null>(null)

export function BoardProvider({ children }: { readonly children: ReactNode }) {
  const session = useLiveSession()
  const { t } = useTranslation(['roadmap', 'common', 'board'])
  const [followed] = useState(() => followRoadmap(session.rows(stages), session.rows(cards)))
  const element = useRef<HTMLElement | null>(null)
  const [board] = useState<Board>(() => {
    const state = createBoardState()
    const content = () => element.current
    const { view, showDesire, pin } = followed
    const parts = { session, view, showDesire, pin, state, t, content }
    const control = makeBoardControl(parts)
    return {
      state,
      view,
      setFilter: followed.setFilter,
      control,
      keeper: makeFocusKeeper(parts, control),
      setContent: (next) => {
        element.current = next
      },
      content,
      carets: new Map(),
      cardElements: new Map(),
      t,
      get mayEdit() {
        return session.mayEditBoard
      },
    }
  })
  useEffect(() => followed.start(), [followed])
  return <BoardContext value={board}>{children}</BoardContext>
}

export function useBoard(): Board {
  const board = use(BoardContext)
  if (!board) throw new Error('This part lies outside of a board.')
  return board
}

export const useBoardState = <T,>(select: (state: BoardState) => T): T => useStore(useBoard().state, select)

export const useView = <T,>(select: (view: RoadmapView) => T): T => useStore(useBoard().view, select)
