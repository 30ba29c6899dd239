/** What the actions serve: a sum for each aim, and the aim that none serves marked (R096). */
import { useTranslation } from 'react-i18next'
import { usePlan } from '#client/features/plan/plan-context.tsx'
import typography from '#client/ui/type.module.css'
import { aims } from '#shared/reality/plan.ts'
import styles from './sections.module.css'

export function Aims() {
  const { t } = useTranslation('plan')
  const { figures } = usePlan()
  return (
    <section className={styles.section} aria-labelledby="plan-aims">
      <h2 id="plan-aims" className={styles.title}>
        {t('aims.title')}
      </h2>
      <p className={typography.meta}>
        {t('aims.lead')}
        {figures.withoutAim > 0 && ` ${t('aims.withoutAim', { count: figures.withoutAim })}`}
      </p>
      <ul className={styles.aims}>
        {aims.map((aim) => {
          const count = figures.perAim[aim]
          return (
            <li key={aim} data-none={count === 0 ? '' : undefined}>
              <b>{count}</b> {t(`aims.${aim}`)}
              {count === 0 && <small>{t('aims.nothing')}</small>}
            </li>
          )
        })}
      </ul>
    </section>
  )
}
