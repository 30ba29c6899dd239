/** What can be done to a stage, from its head on a wide screen or from the phone's menu. */
import { useTranslation } from 'react-i18next'
import { useBoard } from '#client/features/roadmap/board-context.tsx'
import { cardIdsIn } from '#client/features/roadmap/layout.ts'
import { useSession } from '#client/session/hooks.ts'
import { showToast } from '#client/ui/toast-store.ts'
import { addStage, binStage, moveStage, UNPLACED } from '#shared/board/roadmap-edits.ts'

export function useStageActs(stageId: string) {
  const { t } = useTranslation(['roadmap', 'common'])
  const session = useSession()
  const { state, view, control } = useBoard()
  const stageIds = () => view.getState().layout.stageIds.filter((id) => id !== UNPLACED)
  const at = stageIds().indexOf(stageId)
  const focusHead = (id: string) => control.focusAt({ stageId: id, row: 'head', index: 0 })
  return {
    canMoveLeft: at > 0,
    canMoveRight: at < stageIds().length - 1,
    rename: () => state.setState({ renaming: stageId }),
    move: (step: 1 | -1) => {
      session.edit(moveStage, { id: stageId, index: at + step })
      focusHead(stageId)
      const n = stageIds().indexOf(stageId) + 1
      control.say(t('stage.moved', { name: control.stageName(stageId), n, count: stageIds().length }))
    },
    addAfter: () => {
      const id = session.edit(addStage, { name: t('stage.newName'), index: at + 1 })
      state.setState({ renaming: id, shownStage: state.getState().shownStage === null ? null : id })
      control.say(t('stage.added'))
    },
    remove: () => {
      const { layout } = view.getState()
      const count = layout.lanes.reduce((sum, lane) => sum + cardIdsIn(layout, stageId, lane).length, 0)
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
    },
  }
}
