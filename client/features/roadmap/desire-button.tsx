/** The way to the lane of desires while it is empty and therefore not shown (R075). */
import Plus from 'lucide-react/icons/plus'
import { useTranslation } from 'react-i18next'
import { useBoard, useView } from '#client/features/roadmap/board-context.tsx'
import { Button } from '#client/ui/button.tsx'
import { Icon } from '#client/ui/icon.tsx'
import { UNPLACED } from '#shared/board/roadmap-edits.ts'

export function DesireButton({ stageId }: { readonly stageId: string | undefined }) {
  const { t } = useTranslation('roadmap')
  const { control, mayEdit } = useBoard()
  const isShown = useView(({ layout }) => layout.lanes.includes('desire'))
  if (isShown || !mayEdit || stageId === undefined || stageId === UNPLACED) return null
  return (
    <Button
      kind="quiet"
      size="small"
      onClick={() => control.startAdding({ stageId, lane: 'desire', index: 0 })}
    >
      <Icon of={Plus} size="1rem" />
      {t('lanes.desire.add')}
    </Button>
  )
}
