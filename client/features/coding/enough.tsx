/** Have we asked enough (method C10): new themes by call, in words first, with the figures behind them. */
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { NewThemes, NewThemesTable } from '#client/features/coding/new-themes.tsx'
import { useCoding } from '#client/features/coding/use-coding.ts'
import { Button } from '#client/ui/button.tsx'
import typography from '#client/ui/type.module.css'
import {
  customersWords,
  expectedWords,
  hearingWords,
  limitWords,
  newWords,
  ratioWords,
  shareRangeWords,
} from '#shared/reality/saturation-words.ts'
import { chanceOfHearing, saturation } from '#shared/statistics/saturation.ts'
import styles from './enough.module.css'

/** A firm that buys has all three. */
const wantedRoles = ['decision_maker', 'approver', 'user'] as const

export function Enough() {
  const { t, i18n } = useTranslation('coding')
  const roles = useTranslation('interviews').t
  const { customers, heard, themes } = useCoding()
  const [open, setOpen] = useState('')
  const figures = saturation(customers.map(({ id }) => heard.get(id) ?? []))
  const label = new Map(themes.map((theme) => [theme.id, theme.label]))
  const seen = new Set<string>()
  const calls = customers.map(({ id, pseudonym, customer }) => {
    const fresh = (heard.get(id) ?? []).filter((theme) => !seen.has(theme))
    for (const theme of fresh) seen.add(theme)
    return { id, pseudonym, role: customer.role, newThemes: fresh.map((theme) => label.get(theme) ?? '') }
  })
  const missing = wantedRoles.filter(
    (role) => !customers.some(({ customer }) => customer.buyingRole === role),
  )
  const number = new Intl.NumberFormat(i18n.language, { maximumFractionDigits: 2 })
  const hasThemes = calls.some(({ newThemes }) => newThemes.length > 0)
  return (
    <section className={styles.enough}>
      <h2 className={typography.section}>{t('enough.title')}</h2>
      <p className={styles.words}>{newWords(calls)}</p>
      {hasThemes && (
        <>
          <NewThemes counts={figures.newThemesPerCall} />
          <p className={typography.meta}>{t('enough.source', { count: figures.n })}</p>
          <ul className={styles.lines}>
            {[
              ratioWords(figures),
              ...expectedWords(figures),
              hearingWords(figures.n),
              limitWords(missing.map((role) => roles(`roles.${role}`))),
            ]
              .filter(Boolean)
              .map((line) => (
                <li key={line}>{line}</li>
              ))}
          </ul>
          <details className={styles.figures}>
            <summary>{t('enough.figures')}</summary>
            <NewThemesTable calls={calls} figures={figures} />
            <ul className={styles.lines}>
              {figures.expectedNext !== null && (
                <li>{t('enough.expected', { value: number.format(figures.expectedNext) })}</li>
              )}
              {figures.unheardAtLeast !== null && (
                <li>{t('enough.unheard', { value: number.format(figures.unheardAtLeast) })}</li>
              )}
              <li>{t('enough.chance', { value: number.format(chanceOfHearing(0.2, figures.n)) })}</li>
            </ul>
          </details>
          <h3 className={typography.section}>{t('enough.shares')}</h3>
          <ul className={styles.shares}>
            {themes.map((theme) => (
              <li key={theme.id}>
                <span>{theme.label}</span>
                <b>{customersWords(theme.customers.length, customers.length)}</b>
                <Button
                  size="small"
                  kind="quiet"
                  aria-expanded={open === theme.id}
                  aria-label={t('enough.rangeOf', { label: theme.label })}
                  onClick={() => setOpen(open === theme.id ? '' : theme.id)}
                >
                  {t('enough.range')}
                </Button>
                {open === theme.id && (
                  <small role="status">{shareRangeWords(theme.customers.length, customers.length)}</small>
                )}
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  )
}
