/** Where this activity is: write in silence, group and name, shortlist. */
import Check from 'lucide-react/icons/check'
import ChevronRight from 'lucide-react/icons/chevron-right'
import { useTranslation } from 'react-i18next'
import { Icon } from '#client/ui/icon.tsx'
import typography from '#client/ui/type.module.css'
import styles from './needs-page.module.css'

const steps = ['write', 'group', 'shortlist'] as const
export type NeedStep = (typeof steps)[number]

export function NeedSteps({ at }: { readonly at: NeedStep }) {
  const { t } = useTranslation('needs')
  const current = steps.indexOf(at)
  return (
    <ol className={styles.steps} aria-label={t('steps.label')}>
      {steps.map((step, index) => (
        <li key={step} aria-current={step === at ? 'step' : undefined}>
          {index > 0 && <Icon of={ChevronRight} size="0.875rem" />}
          {index < current && <Icon of={Check} size="0.875rem" />}
          <span className={step === at ? styles.current : undefined}>
            {t(`steps.${step}`)}
            {index < current && <span className={typography.hidden}>, {t('steps.done')}</span>}
          </span>
        </li>
      ))}
    </ol>
  )
}
