/** Opening a plain vote: the reveal brings counts alone, so there is nothing to choose first. */
import { useTranslation } from 'react-i18next'
import { useRoundCommands } from '#client/round/round-commands.ts'
import { Button } from '#client/ui/button.tsx'
import typography from '#client/ui/type.module.css'
import type { RoundKindName } from '#shared/rounds/kinds.ts'
import styles from './plain-ballot.module.css'

export function OpenVote(props: {
  readonly kind: RoundKindName
  readonly subjects: readonly string[]
  readonly label: string
  /** What is missing before it can be opened; null when nothing is. */
  readonly notYet: string | null
  /** The one next step of the screen. */
  readonly isNext?: boolean
  readonly onCancel?: () => void
}) {
  const { kind, subjects, label, notYet, isNext = false, onCancel } = props
  const { t } = useTranslation('vote')
  const desk = useTranslation('round').t
  const { run, isBusy, problem } = useRoundCommands()
  const open = () =>
    void run('openRound', { body: { kind, subjects: [...subjects], anonymity: 'anonymous' } })
  return (
    <div className={styles.open}>
      <div className={styles.again}>
        <Button kind={isNext ? 'reveal' : 'default'} notYet={isBusy || (notYet ?? false)} onClick={open}>
          {isBusy ? desk('desk.busy') : label}
        </Button>
        {onCancel && (
          <Button kind="quiet" onClick={onCancel}>
            {t('cancel')}
          </Button>
        )}
      </div>
      <p className={typography.meta}>{notYet ?? t('openLead')}</p>
      {problem && (
        <p className={styles.problem} role="alert">
          {problem}
        </p>
      )}
    </div>
  )
}
