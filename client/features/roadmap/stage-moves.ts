/** Moving a stage along the road: by keys, by its menu or by dragging its head. */
import type { StageLanding } from '#client/features/roadmap/board-elements.ts'
import type { BoardGround, BoardParts } from '#client/features/roadmap/board-ground.ts'
import { moveStage, UNPLACED } from '#shared/board/roadmap-edits.ts'

export function makeStageMoves({ session, view, state, t }: BoardParts, ground: BoardGround) {
  const { stageName, say, focusAt } = ground
  const stageIds = () => view.getState().whole.stageIds.filter((id) => id !== UNPLACED)

  /** `index` counts without the stage itself. */
  const moveStageTo = (stageId: string, index: number) => {
    const all = stageIds()
    const to = Math.max(0, Math.min(index, all.length - 1))
    if (!session.mayEditBoard || all.indexOf(stageId) === to || !all.includes(stageId)) return
    session.edit(moveStage, { id: stageId, index: to })
    focusAt({ stageId, row: 'head', index: 0 })
    say(t('stage.moved', { name: stageName(stageId), n: to + 1, count: all.length }))
  }

  return {
    moveStageTo,
    moveStageBy: (stageId: string, step: 1 | -1) => moveStageTo(stageId, stageIds().indexOf(stageId) + step),
    hoverStage: (stageId: string, landing: StageLanding | null) =>
      state.setState({ liftedStage: { stageId, landing } }),
    cancelStage: () => state.setState({ liftedStage: null }),
    dropStage: () => {
      const { liftedStage } = state.getState()
      state.setState({ liftedStage: null })
      if (liftedStage?.landing) moveStageTo(liftedStage.stageId, liftedStage.landing.index)
    },
  }
}
