/** Which need to put something into: a list of buttons in a sheet, the same by keys and by thumb. */
import { useTranslation } from 'react-i18next'
import { useRows } from '#client/session/hooks.ts'
import { Button } from '#client/ui/button.tsx'
import { Dialog } from '#client/ui/dialog.tsx'
import { type Need, needs } from '#shared/board/schema.ts'
import { byOrder } from '#shared/document/order.ts'
import styles from './wall.module.css'

export function ChooseNeed(props: {
  readonly title: string
  /** A need that is not offered. */
  readonly without?: string
  readonly onChoose: (need: Need) => void
  readonly onClose: () => void
}) {
  const { title, without, onChoose, onClose } = props
  const { t } = useTranslation('needs')
  const others = useRows(needs)
    .filter((need) => need.binned === null && need.id !== without && need.status !== 'proposed_by_customers')
    .sort(byOrder)
  return (
    <Dialog title={title} onClose={onClose}>
      {others.length === 0 && <p>{t('select.noNeed')}</p>}
      <ul className={styles.choices}>
        {others.map((need) => (
          <li key={need.id}>
            <Button
              wide
              size="large"
              onClick={() => {
                onClose()
                onChoose(need)
              }}
            >
              {need.short || need.statement || t('wall.untitled')}
            </Button>
          </li>
        ))}
      </ul>
    </Dialog>
  )
}
