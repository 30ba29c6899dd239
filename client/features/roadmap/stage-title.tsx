/** The name of the stage on a phone, with the way to rename, move or delete it. */
import Ellipsis from 'lucide-react/icons/ellipsis'
import { useTranslation } from 'react-i18next'
import { useBoard, useBoardState } from '#client/features/roadmap/board-context.tsx'
import { StageMenu } from '#client/features/roadmap/stage-menu.tsx'
import { StageNameField } from '#client/features/roadmap/stage-name-field.tsx'
import { useRow } from '#client/session/hooks.ts'
import { Button } from '#client/ui/button.tsx'
import { Icon } from '#client/ui/icon.tsx'
import { UNPLACED } from '#shared/board/roadmap-edits.ts'
import { stages } from '#shared/board/schema.ts'
import styles from './phone-board.module.css'

export function StageTitle({ stageId, n }: { readonly stageId: string; readonly n: number }) {
  const { t } = useTranslation('roadmap')
  const { state, mayEdit } = useBoard()
  const isRenaming = useBoardState(({ renaming }) => renaming === stageId)
  const isOpen = useBoardState(({ stageMenu }) => stageMenu === stageId)
  const name = useRow(stages, stageId)?.name || t('stage.unnamed')
  if (stageId === UNPLACED) {
    return (
      <>
        <h1 className={styles.title}>{t('stage.unplaced')}</h1>
        <p className={styles.hint}>{t('stage.unplacedHint')}</p>
      </>
    )
  }
  return (
    <div className={styles.titleRow}>
      {isRenaming ? <StageNameField stageId={stageId} /> : <h1 className={styles.title}>{name}</h1>}
      {mayEdit && (
        <div>
          <Button
            kind="quiet"
            square
            data-head={stageId}
            aria-haspopup="menu"
            aria-expanded={isOpen}
            aria-label={t('stage.menu', { n, name })}
            onClick={() => state.setState({ stageMenu: isOpen ? null : stageId })}
          >
            <Icon of={Ellipsis} size="1.25rem" />
          </Button>
          {isOpen && <StageMenu stageId={stageId} n={n} />}
        </div>
      )}
    </div>
  )
}
