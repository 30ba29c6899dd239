/** One theme: its name, merging it into another, parting what was merged, removing it. */
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type ThemeRow, useCoding } from '#client/features/coding/use-coding.ts'
import { useThemeActs } from '#client/features/coding/use-theme-acts.ts'
import { Button } from '#client/ui/button.tsx'
import { Dialog } from '#client/ui/dialog.tsx'
import { TextField } from '#client/ui/text-field.tsx'
import styles from './forms.module.css'

export function ThemeDialog({ theme, onClose }: { readonly theme: ThemeRow; readonly onClose: () => void }) {
  const { t } = useTranslation('coding')
  const { themes } = useCoding()
  const acts = useThemeActs()
  const [label, setLabel] = useState(theme.label)
  const [into, setInto] = useState('')
  return (
    <Dialog title={t('themes.changeTitle')} onClose={onClose}>
      <form
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault()
          acts.rename(theme.id, label)
          onClose()
        }}
      >
        <TextField label={t('themes.name')} maxLength={140} value={label} onChange={setLabel} />
        <Button type="submit" kind="primary">
          {t('themes.save')}
        </Button>
      </form>
      {themes.length > 1 && (
        <form
          className={styles.form}
          onSubmit={(event) => {
            event.preventDefault()
            if (into !== '') acts.merge(theme.id, into)
            onClose()
          }}
        >
          <label className={styles.choice}>
            <span>{t('themes.mergeInto')}</span>
            <select value={into} onChange={(event) => setInto(event.target.value)}>
              <option value="">{t('themes.choose')}</option>
              {themes
                .filter(({ id }) => id !== theme.id)
                .map((one) => (
                  <option key={one.id} value={one.id}>
                    {one.label}
                  </option>
                ))}
            </select>
          </label>
          <Button type="submit" notYet={into === '' && t('themes.choose')}>
            {t('themes.merge')}
          </Button>
        </form>
      )}
      {theme.merged.length > 0 && (
        <section>
          <h3 className={styles.title}>{t('themes.members')}</h3>
          <ul>
            {theme.merged.map((one) => (
              <li key={one.id} className={styles.member}>
                <span>{one.label}</span>
                <Button
                  size="small"
                  aria-label={t('themes.partOf', { label: one.label })}
                  onClick={() => acts.part(one.id)}
                >
                  {t('themes.part')}
                </Button>
              </li>
            ))}
          </ul>
        </section>
      )}
      <Button
        kind="danger"
        onClick={() => {
          acts.remove(theme.id)
          onClose()
        }}
      >
        {t('themes.remove')}
      </Button>
    </Dialog>
  )
}
