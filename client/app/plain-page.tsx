/** A page with the logo and one thing to say. */
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { usePageTitle } from '#client/lib/page-title.ts'
import { Logo } from '#client/ui/logo.tsx'
import styles from './plain-page.module.css'

export function PlainPage({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  const { t } = useTranslation('shell')
  const common = useTranslation('common').t
  usePageTitle(`${title} · ${common('productName')}`)
  return (
    <div className={styles.page}>
      <header className={styles.head}>
        <Link to="/" className={styles.home} aria-label={t('homeLink')}>
          <Logo />
        </Link>
      </header>
      <main className={styles.main}>{children}</main>
    </div>
  )
}
