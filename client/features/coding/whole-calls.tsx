/** Themes of whole calls, for what stands in no single answer: each customer with theirs. */
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ThemeMenu } from '#client/features/coding/theme-menu.tsx'
import { useCoding } from '#client/features/coding/use-coding.ts'
import { Button } from '#client/ui/button.tsx'
import typography from '#client/ui/type.module.css'
import styles from './side.module.css'

export function WholeCalls() {
  const { t } = useTranslation('coding')
  const { asked, heard, mayTag, themes } = useCoding()
  const [open, setOpen] = useState('')
  if (!mayTag || asked.length === 0) return null
  return (
    <details className={styles.calls}>
      <summary>{t('themes.wholeTitle')}</summary>
      <ul>
        {asked.map(({ id, pseudonym, customer, themeIds }) => {
          const own = themes.filter((theme) => heard.get(id)?.includes(theme.id))
          const whole = themes.filter((theme) =>
            [theme.id, ...theme.merged.map((one) => one.id)].some((one) => themeIds.includes(one)),
          )
          return (
            <li key={id} className={styles.call}>
              <b>{pseudonym}</b> <span className={typography.meta}>{customer.role}</span>
              <p className={styles.callThemes}>{own.map(({ label }) => label).join(' · ')}</p>
              <Button
                size="small"
                aria-label={t('themes.wholeOf', { name: pseudonym })}
                aria-expanded={open === id}
                onClick={() => setOpen(open === id ? '' : id)}
              >
                {t('themes.whole')}
              </Button>
              {open === id && (
                <ThemeMenu
                  on={{ kind: 'interview', id }}
                  onIds={whole.map((theme) => theme.id)}
                  onClose={() => setOpen('')}
                />
              )}
            </li>
          )
        })}
      </ul>
    </details>
  )
}
