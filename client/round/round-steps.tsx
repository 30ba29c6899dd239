/** Where a round is: something before it, the ballot, reveal, talk. */
import Check from 'lucide-react/icons/check'
import ChevronRight from 'lucide-react/icons/chevron-right'
import { useTranslation } from 'react-i18next'
import { Icon } from '#client/ui/icon.tsx'
import typography from '#client/ui/type.module.css'
import styles from './round-steps.module.css'

const steps = ['before', 'ballot', 'reveal', 'talk'] as const

export function RoundSteps(props: {
  readonly at: (typeof steps)[number]
  /** What comes before the ballot, and what is done with it. */
  readonly before: string
  readonly ballot: string
}) {
  const { at, before, ballot } = props
  const { t } = useTranslation('round')
  const current = steps.indexOf(at)
  const words = { before, ballot, reveal: t('steps.reveal'), talk: t('steps.talk') } as const
  return (
    <ol className={styles.steps} aria-label={t('steps.label')}>
      {steps.map((step, index) => (
        <li key={step} aria-current={step === at ? 'step' : undefined}>
          {index > 0 && <Icon of={ChevronRight} size="0.875rem" />}
          {index < current && <Icon of={Check} size="0.875rem" />}
          <span className={step === at ? styles.current : undefined}>
            {words[step]}
            {index < current && <span className={typography.hidden}>, {t('steps.done')}</span>}
          </span>
        </li>
      ))}
    </ol>
  )
}
