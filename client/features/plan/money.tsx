/** What each action does to revenue, margin and cash, apart, as the controller reads it aloud (R095). */
import { useTranslation } from 'react-i18next'
import { EffectOf } from '#client/features/plan/panel-fields.tsx'
import { usePlan } from '#client/features/plan/plan-context.tsx'
import typography from '#client/ui/type.module.css'
import styles from './sections.module.css'

const effects = ['revenue', 'margin', 'cash'] as const

export function Money() {
  const { t } = useTranslation('plan')
  const { figures } = usePlan()
  const { revenueNote: revenue, marginNote: margin, cashNote: cash } = figures.notConsidered
  if (figures.live.length === 0) return null
  return (
    <section className={styles.section} aria-labelledby="plan-money">
      <h2 id="plan-money" className={styles.title}>
        {t('money.title')}
      </h2>
      <p className={typography.meta}>
        {t('money.lead')}{' '}
        {revenue + margin + cash === 0
          ? t('money.all')
          : t('money.missing', { revenue, margin, cash, count: figures.live.length })}
      </p>
      <table className={styles.money}>
        <thead>
          <tr>
            <th scope="col">{t('columns.action')}</th>
            {effects.map((one) => (
              <th key={one} scope="col">
                {t(`panel.${one}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {figures.live.map((action) => (
            <tr key={action.id}>
              <th scope="row">{action.title}</th>
              {effects.map((one) => (
                <td key={one}>
                  <span className={styles.effectName} aria-hidden="true">
                    {t(`panel.${one}`)}
                  </span>
                  <EffectOf
                    action={action}
                    name={`${one}Note`}
                    isInTable
                    label={t('money.of', { effect: t(`panel.${one}`), title: action.title })}
                  />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
