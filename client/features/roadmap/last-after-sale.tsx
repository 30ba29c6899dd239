/** Deleting the last stage after the sale asks once: the map runs beyond the purchase (R077). */
import { useTranslation } from 'react-i18next'
import { useBoard, useBoardState } from '#client/features/roadmap/board-context.tsx'
import { useStageActs } from '#client/features/roadmap/use-stage-acts.ts'
import { Button } from '#client/ui/button.tsx'
import { Dialog } from '#client/ui/dialog.tsx'
import styles from './stage-panel.module.css'

export function LastAfterSale() {
  const stageId = useBoardState(({ leavingAfterSale }) => leavingAfterSale)
  return stageId === null ? null : <Question stageId={stageId} />
}

function Question({ stageId }: { readonly stageId: string }) {
  const { t } = useTranslation('board')
  const { state, control } = useBoard()
  const { removeAnyway } = useStageActs(stageId)
  const close = () => {
    state.setState({ leavingAfterSale: null })
    queueMicrotask(() => control.focusAt({ stageId, row: 'head', index: 0 }))
  }
  return (
    <Dialog title={t('afterSale.title')} onClose={close}>
      <p>{t('afterSale.words', { name: control.stageName(stageId) })}</p>
      <div className={styles.foot}>
        <Button
          kind="danger"
          onClick={() => {
            state.setState({ leavingAfterSale: null })
            removeAnyway()
          }}
        >
          {t('afterSale.remove')}
        </Button>
        <Button kind="primary" data-first-focus onClick={close}>
          {t('afterSale.keep')}
        </Button>
      </div>
    </Dialog>
  )
}
