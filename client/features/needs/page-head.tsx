/** The question of this screen, what to do now, and where it is. */
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { type NeedStep, NeedSteps } from '#client/features/needs/need-steps.tsx'
import typography from '#client/ui/type.module.css'
import styles from './needs-page.module.css'

export function PageHead(props: {
  readonly at: NeedStep
  readonly title?: string
  readonly lead: ReactNode
}) {
  const { at, title, lead } = props
  const { t } = useTranslation('needs')
  return (
    <header className={styles.head}>
      <div>
        <h1 className={typography.screen}>{title ?? t('title')}</h1>
        <p className={typography.lead}>{lead}</p>
      </div>
      <NeedSteps at={at} />
    </header>
  )
}
