/** After the call: what is not written down. Asks for nothing, and lets one go. */
import { useTranslation } from 'react-i18next'
import { useRow } from '#client/session/hooks.ts'
import { Button } from '#client/ui/button.tsx'
import { Dialog } from '#client/ui/dialog.tsx'
import { placedPoints } from '#shared/interviews/number-edits.ts'
import { interviews } from '#shared/interviews/schema.ts'
import styles from './details.module.css'
import type { AskedQuestion } from './use-questions.ts'

/** React keeps the attribute to itself; an opening dialog looks for it. */
const beginHere = (button: HTMLButtonElement | null) => button?.setAttribute('autofocus', '')

export function EndOfCall(props: {
  readonly interviewId: string
  readonly questions: readonly AskedQuestion[]
  readonly onLeave: () => void
  readonly onClose: () => void
}) {
  const { interviewId, questions, onLeave, onClose } = props
  const { t } = useTranslation('call')
  const interview = useRow(interviews, interviewId)
  if (!interview) return null
  const { weights, marks, customer, mode, unaidedTopNeedId } = interview
  const open = questions.filter(({ status }) => status !== 'answered').length
  const placed = placedPoints(weights.points)
  const missing = [
    open > 0 && t('end.questions', { count: open }),
    weights.status === 'not_asked' && t('end.points'),
    weights.status === 'given' && placed !== 100 && t('end.pointsSum', { placed }),
    marks.length === 0 && t('end.marks'),
    unaidedTopNeedId === null && t('end.unaided'),
    customer.role === '' && t('end.role'),
    mode === null && t('end.mode'),
  ].filter((one) => one !== false)
  return (
    <Dialog title={t('end.title')} onClose={onClose}>
      <p className={styles.lead}>{t(missing.length === 0 ? 'end.nothing' : 'end.missing')}</p>
      <ul className={styles.missing}>
        {missing.map((one) => (
          <li key={one}>
            <i className={styles.hatched} aria-hidden="true" />
            {one}
          </li>
        ))}
      </ul>
      <div className={styles.actions}>
        <Button kind="primary" ref={beginHere} onClick={onLeave}>
          {t('end.leave')}
        </Button>
        <Button onClick={onClose}>{t('end.stay')}</Button>
      </div>
    </Dialog>
  )
}
