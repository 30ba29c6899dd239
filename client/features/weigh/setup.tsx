/** Before the first round: the list of needs, and for the facilitator how to open it. */
import { Trans, useTranslation } from 'react-i18next'
import { NeedEditor } from '#client/features/weigh/need-editor.tsx'
import { OpenWeights } from '#client/features/weigh/open-weights.tsx'
import { RoundSteps } from '#client/round/round-steps.tsx'
import { useFacilitatorName } from '#client/session/facilitator-name.ts'
import { useSession } from '#client/session/hooks.ts'
import typography from '#client/ui/type.module.css'
import styles from './setup.module.css'

export function Setup() {
  const { t } = useTranslation('weigh')
  const common = useTranslation('round').t
  const session = useSession()
  const facilitator = useFacilitatorName()
  return (
    <div className={styles.setup}>
      <header className={styles.head}>
        <div>
          <h1 className={typography.screen}>{t('setup.title')}</h1>
          <p className={typography.lead}>
            <Trans t={t} i18nKey="setup.lead" />
          </p>
        </div>
        <RoundSteps at="before" before={t('steps.agree')} ballot={t('steps.weigh')} />
      </header>
      <NeedEditor />
      <aside className={styles.side}>
        {session.isFacilitator ? (
          <OpenWeights title={t('open.title')} lead={t('open.lead')} />
        ) : (
          <section className={styles.soon}>
            <h2 className={typography.section}>{common('soon.title', { name: facilitator })}</h2>
            <p className={typography.meta}>{session.mayEditBoard ? t('setup.soon') : t('setup.readOnly')}</p>
          </section>
        )}
      </aside>
    </div>
  )
}
