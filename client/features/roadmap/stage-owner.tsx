/** Who of us owns a stage and where buyers go back to from it, beside its coverage; without an owner it stands out (R079). */
import Undo2 from 'lucide-react/icons/undo-2'
import { useTranslation } from 'react-i18next'
import { useBoard, useView } from '#client/features/roadmap/board-context.tsx'
import { useRow } from '#client/session/hooks.ts'
import { FunctionGlyph } from '#client/ui/function-glyph.tsx'
import { Icon } from '#client/ui/icon.tsx'
import typography from '#client/ui/type.module.css'
import { stages } from '#shared/board/schema.ts'
import styles from './board.module.css'

export function StageOwner({ stageId }: { readonly stageId: string }) {
  const { t } = useTranslation('board')
  const owner = useRow(stages, stageId)?.ownerFunction ?? ''
  return (
    <>
      <StageLoops stageId={stageId} />
      {owner === '' ? (
        <span className={styles.noOwner} title={t('stage.noOwner')}>
          <span aria-hidden="true">?</span>
          <span className={typography.hidden}>{t('stage.noOwner')}</span>
        </span>
      ) : (
        <span className={styles.owner} title={t('stage.ownedBy', { owner })}>
          <FunctionGlyph name={owner} size="0.875rem" />
          <span className={typography.hidden}>{t('stage.ownedBy', { owner })}</span>
        </span>
      )}
    </>
  )
}

/** The numbers of the stages buyers go back to; none is drawn for stages that are gone. */
function StageLoops({ stageId }: { readonly stageId: string }) {
  const { t } = useTranslation('board')
  const { control } = useBoard()
  const ids = useRow(stages, stageId)?.loopsBackTo ?? []
  const order = useView(({ whole }) => whole.stageIds)
  const shown = order.flatMap((id, i) => (ids.includes(id) ? [{ id, n: i + 1 }] : []))
  if (shown.length === 0) return null
  const words = t('stage.loopsBack', {
    stages: shown.map(({ id, n }) => `${n} ${control.stageName(id)}`).join(', '),
  })
  return (
    <span className={styles.loops} title={words}>
      <Icon of={Undo2} size="0.875rem" />
      <span aria-hidden="true">{shown.map(({ n }) => n).join(', ')}</span>
      <span className={typography.hidden}>{words}</span>
    </span>
  )
}
