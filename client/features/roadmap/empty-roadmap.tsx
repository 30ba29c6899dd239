/** No stage yet: begin with the stages buyers of a kind usually go through, or with one empty stage. */
import { useTranslation } from 'react-i18next'
import { useBoard } from '#client/features/roadmap/board-context.tsx'
import { useSession } from '#client/session/hooks.ts'
import { Button } from '#client/ui/button.tsx'
import { EmptyState, RoadDrawing } from '#client/ui/states.tsx'
import { addStage } from '#shared/board/roadmap-edits.ts'

export function EmptyRoadmap() {
  const { t } = useTranslation('roadmap')
  const session = useSession()
  const { state, mayEdit } = useBoard()
  if (!mayEdit) {
    return (
      <EmptyState
        level="h1"
        drawing={<RoadDrawing />}
        fact={t('empty.fact')}
        advice={t('empty.adviceReader')}
      />
    )
  }
  return (
    <EmptyState level="h1" drawing={<RoadDrawing />} fact={t('empty.fact')} advice={t('empty.advice')}>
      <Button
        onClick={() => {
          const id = session.edit(addStage, { name: t('stage.newName') })
          state.setState({ renaming: id })
        }}
      >
        {t('empty.blank')}
      </Button>
    </EmptyState>
  )
}
