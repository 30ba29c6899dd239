/**
 * What this person has in hand on the board: the tab stop, the card being written in, the field for a new card,
 * the lifted card, the open panel. Nothing of it is shared but what presence tells.
 */

import { createStore, type StoreApi } from 'zustand/vanilla'
import type { StageLanding } from '#client/features/roadmap/board-elements.ts'
import { cellKey, type FocusSpot, type Spot } from '#client/features/roadmap/layout.ts'
import type { Lane } from '#shared/board/schema.ts'

/** The landing mark, in the coordinates of the board's content. */
export interface Mark {
  readonly left: number
  readonly top: number
  readonly width: number
}

interface Lifted {
  readonly cardId: string
  readonly by: 'keys' | 'pointer'
  /** Where it would land; null over no cell. `index` counts without the card itself. */
  readonly to: Spot | null
  readonly mark: Mark | null
}

/** What of the panel is in use: its words are written in, or it was opened for one part of it. */
export type PanelPart = 'card' | 'text' | 'move' | 'evidence' | 'status'

/** More than goes onto the board by itself: what was pasted or typed, and the cell it is for. */
export interface TooMuch {
  readonly stageId: string
  readonly lane: Lane
  readonly text: string
}

/** A stage whose head is dragged, and where it would land. */
interface LiftedStage {
  readonly stageId: string
  readonly landing: StageLanding | null
}

export interface BoardState {
  /** The one place of the board that Tab reaches, and the card there, if any. */
  readonly focus: FocusSpot | null
  readonly focusCardId: string | null
  /** True while the focus is on the board, or would be had its element not gone. */
  readonly hasFocus: boolean
  /** The focus is to go to the tab stop as soon as that is on the page. */
  readonly isFocusOwed: boolean
  readonly editing: string | null
  readonly adding: Spot | null
  readonly lifted: Lifted | null
  readonly liftedStage: LiftedStage | null
  readonly panel: { readonly cardId: string; readonly part: PanelPart } | null
  readonly tooMuch: TooMuch | null
  /** Cards chosen to be moved, tagged or deleted together, the one chosen last at the end. */
  readonly selected: ReadonlySet<string>
  readonly stageMenu: string | null
  readonly renaming: string | null
  /** The list of the stages is open. */
  readonly stagesOpen: boolean
  /** The stage whose details are open. */
  readonly stagePanel: string | null
  /** The last stage after the sale, while it is asked whether it may go. */
  readonly leavingAfterSale: string | null
  /** The stage on show on a phone. */
  readonly shownStage: string | null
  /** What was said last, for those who listen instead of look; `nth` makes the same words news. */
  readonly said: { readonly text: string; readonly nth: number }
}

export type BoardStore = StoreApi<BoardState>

export const createBoardState = (): BoardStore =>
  createStore<BoardState>(() => ({
    focus: null,
    focusCardId: null,
    hasFocus: false,
    isFocusOwed: false,
    editing: null,
    adding: null,
    lifted: null,
    liftedStage: null,
    panel: null,
    tooMuch: null,
    selected: new Set(),
    stageMenu: null,
    stagesOpen: false,
    renaming: null,
    stagePanel: null,
    leavingAfterSale: null,
    shownStage: null,
    said: { text: '', nth: 0 },
  }))

/** What others see of it: a card, the cell a new one is written for, or the stage that is being named. */
export function handOf(state: BoardState): {
  readonly focus: string | null
  readonly editing: boolean
  readonly moving: boolean
} {
  const { lifted, editing, panel, adding, renaming, hasFocus, focusCardId } = state
  const inHand = lifted?.cardId ?? editing ?? panel?.cardId
  if (inHand !== undefined)
    return {
      focus: inHand,
      editing: lifted === null && (editing !== null || panel?.part === 'text'),
      moving: lifted !== null,
    }
  const written = adding ? cellKey(adding.stageId, adding.lane) : renaming
  return {
    focus: written ?? (hasFocus ? focusCardId : null),
    editing: written !== null,
    moving: false,
  }
}
