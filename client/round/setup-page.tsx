/** Before the first round of a kind: what it will be about, and for the facilitator how to open it. */
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { RoundSteps } from '#client/round/round-steps.tsx'
import { useFacilitatorName } from '#client/session/facilitator-name.ts'
import { useSession } from '#client/session/hooks.ts'
import typography from '#client/ui/type.module.css'
import styles from './setup.module.css'

export function SetupPage(props: {
  readonly title: string
  readonly lead: ReactNode
  /** What comes before the ballot, and what is done with it. */
  readonly steps: { readonly before: string; readonly ballot: string }
  /** The form that opens the round. */
  readonly open: ReactNode
  /** What comes next for those with a ballot, and for those without. */
  readonly soon: string
  readonly readOnly: string
  readonly children: ReactNode
}) {
  const { title, lead, steps, open, soon, readOnly, children } = props
  const { t } = useTranslation('round')
  const { isFacilitator, mayEditBoard } = useSession()
  const facilitator = useFacilitatorName()
  return (
    <div className={styles.setup}>
      <header className={styles.head}>
        <div>
          <h1 className={typography.screen}>{title}</h1>
          <p className={typography.lead}>{lead}</p>
        </div>
        <RoundSteps at="before" {...steps} />
      </header>
      <div className={styles.main}>{children}</div>
      <aside className={styles.side}>
        {isFacilitator ? (
          open
        ) : (
          <section className={styles.soon}>
            <h2 className={typography.section}>{t('soon.title', { name: facilitator })}</h2>
            <p className={typography.meta}>{mayEditBoard ? soon : readOnly}</p>
          </section>
        )}
      </aside>
    </div>
  )
}
