/** What can be done to a stage, from its head on a wide screen or from the phone's menu. */
import { useTranslation } from 'react-i18next'
import { useBoard } from '#client/features/roadmap/board-context.tsx'
import { cardIdsIn } from '#client/features/roadmap/layout.ts'
import { useLiveSession } from '#client/session/session-context.ts'
import { showToast } from '#client/ui/toast-store.ts'
import { addStage, binStage, UNPLACED } from '#shared/board/roadmap-edits.ts'
import { stages } from '#shared/board/schema.ts'

export function useStageActs(stageId: string) {
  const { t } = useTranslation(['roadmap', 'common'])
  const session = useLiveSession()
  const { state, view, control } = useBoard()
  const stageIds = () => view.getState().whole.stageIds.filter((id) => id !== UNPLACED)
  const at = stageIds().indexOf(stageId)
  const focusHead = (id: string) => control.focusAt({ stageId: id, row: 'head', index: 0 })
  const removeAnyway = () => {
    const { whole } = view.getState()
    const count = whole.lanes.reduce((sum, lane) => sum + cardIdsIn(whole, stageId, lane).length, 0)
    const name = control.stageName(stageId)
    session.edit(binStage, { id: stageId })
    const step = session.lastStep
    const next = stageIds()[Math.min(at, stageIds().length - 1)]
    if (next !== undefined) focusHead(next)
    showToast({
      kind: 'undo',
      text: t('stage.removed', { name, count }),
      action: { label: t('common:undo'), run: () => control.takeBack(step, null) },
    })
  }
  /** The last stage after the sale, of a road that had one, goes only when that was asked (R077). */
  const isLastAfterSale = () => {
    const known = session.rows(stages).getState()
    const after = stageIds().filter((id) => known.get(id)?.phase === 'after')
    return after.length === 1 && after[0] === stageId && stageIds().length > 1
  }
  return {
    canMoveLeft: at > 0,
    canMoveRight: at < stageIds().length - 1,
    details: () => state.setState({ stagePanel: stageId }),
    rename: () => state.setState({ renaming: stageId }),
    move: (step: 1 | -1) => control.moveStageBy(stageId, step),
    addAfter: () => {
      const id = session.edit(addStage, { name: t('stage.newName'), index: at + 1 })
      state.setState({ renaming: id, shownStage: state.getState().shownStage === null ? null : id })
      control.say(t('stage.added'))
    },
    remove: () => {
      if (isLastAfterSale()) state.setState({ leavingAfterSale: stageId })
      else removeAnyway()
    },
    removeAnyway,
  }
}
