/** Where one is in something that has an order: done steps ticked, the current one highlighted. */
import Check from 'lucide-react/icons/check'
import ChevronRight from 'lucide-react/icons/chevron-right'
import { useTranslation } from 'react-i18next'
import { Icon } from './icon.tsx'
import styles from './steps.module.css'
import typography from './type.module.css'

export function Steps(props: {
  readonly label: string
  /** Words of each step, in order. */
  readonly steps: readonly string[]
  /** Place of the current one. */
  readonly at: number
}) {
  const { label, steps, at } = props
  const { t } = useTranslation('common')
  return (
    <ol className={styles.steps} aria-label={label}>
      {steps.map((words, index) => (
        <li key={words} aria-current={index === at ? 'step' : undefined}>
          {index > 0 && <Icon of={ChevronRight} size="0.875rem" />}
          {index < at && <Icon of={Check} size="0.875rem" />}
          <span className={index === at ? styles.current : undefined}>
            {words}
            {index < at && <span className={typography.hidden}>, {t('stepDone')}</span>}
          </span>
        </li>
      ))}
    </ol>
  )
}
