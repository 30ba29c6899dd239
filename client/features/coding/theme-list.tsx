/** The themes, the most often heard first, each with how many customers raised it. */
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { AlikeOffer } from '#client/features/coding/alike-offer.tsx'
import { ThemeDialog } from '#client/features/coding/theme-dialog.tsx'
import { type ThemeRow, useCoding } from '#client/features/coding/use-coding.ts'
import { useThemeActs } from '#client/features/coding/use-theme-acts.ts'
import { Button } from '#client/ui/button.tsx'
import { TextField } from '#client/ui/text-field.tsx'
import typography from '#client/ui/type.module.css'
import { customersWords } from '#shared/reality/saturation-words.ts'
import styles from './side.module.css'

export function ThemeList(props: {
  readonly onShow: (themeId: string) => void
  readonly onWho: (theme: ThemeRow) => void
}) {
  const { onShow, onWho } = props
  const { t } = useTranslation('coding')
  const { themes, customers, mayTag } = useCoding()
  const acts = useThemeActs()
  const [label, setLabel] = useState('')
  const [changing, setChanging] = useState<string | null>(null)
  const changed = themes.find(({ id }) => id === changing)
  return (
    <section>
      <h2 className={typography.section}>{t('themes.title')}</h2>
      {themes.length === 0 && <p className={styles.none}>{t('themes.none')}</p>}
      {mayTag && (
        <AlikeOffer
          of="theme"
          rows={themes.map((one) => ({ id: one.id, text: one.label }))}
          onMerge={acts.merge}
        />
      )}
      <ul className={styles.themes}>
        {themes.map((theme) => (
          <li key={theme.id} className={styles.theme}>
            <button
              type="button"
              className={styles.show}
              title={t('themes.show', { label: theme.label })}
              onClick={() => onShow(theme.id)}
            >
              {theme.label}
            </button>
            <span className={styles.count}>
              {customersWords(theme.customers.length, customers.length)}
              {theme.lost.length > 0 && ` ${t('themes.lost', { count: theme.lost.length })}`}
            </span>
            <span className={styles.acts}>
              <Button
                size="small"
                kind="quiet"
                aria-label={t('themes.whoElseOf', { label: theme.label })}
                onClick={() => onWho(theme)}
              >
                {t('themes.whoElse')}
              </Button>
              {mayTag && (
                <Button
                  size="small"
                  kind="quiet"
                  aria-label={t('themes.changeOf', { label: theme.label })}
                  onClick={() => setChanging(theme.id)}
                >
                  {t('themes.change')}
                </Button>
              )}
            </span>
          </li>
        ))}
      </ul>
      {mayTag && (
        <form
          className={styles.add}
          onSubmit={(event) => {
            event.preventDefault()
            acts.add(label)
            setLabel('')
          }}
        >
          <TextField
            label={t('themes.add')}
            labelHidden
            placeholder={t('themes.add')}
            maxLength={140}
            value={label}
            onChange={setLabel}
          />
          <Button type="submit">{t('themes.add')}</Button>
        </form>
      )}
      {changed && <ThemeDialog theme={changed} onClose={() => setChanging(null)} />}
    </section>
  )
}
