/** What a finding rests on or is about, to be ticked; folded away until wanted. */
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useMasked } from '#client/session/use-masked.ts'
import { TextField } from '#client/ui/text-field.tsx'
import styles from './forms.module.css'

/** More than anybody reads; a search finds the rest. */
const MOST_SHOWN = 60

export function CheckList(props: {
  readonly title: 'themes' | 'quotes' | 'questions' | 'doubts' | 'stages'
  readonly of: readonly { readonly id: string; readonly title: string }[]
  readonly chosen: readonly string[]
  readonly onToggle: (id: string, isOn: boolean) => void
  readonly isSearched?: boolean
}) {
  const { title, of, chosen, onToggle, isSearched = false } = props
  const { t } = useTranslation('coding')
  const masked = useMasked()
  const [search, setSearch] = useState('')
  const count = of.filter(({ id }) => chosen.includes(id)).length
  const words = search.toLocaleLowerCase().split(/\s+/u).filter(Boolean)
  const shown = of
    .filter(
      (one) => chosen.includes(one.id) || words.every((word) => one.title.toLocaleLowerCase().includes(word)),
    )
    .slice(0, MOST_SHOWN)
  return (
    <details className={styles.checks}>
      <summary>{t(`form.${title}`, { count })}</summary>
      {isSearched && (
        <TextField label={t('form.findQuote')} type="search" value={search} onChange={setSearch} />
      )}
      {of.length === 0 && <p>{t('form.nothing')}</p>}
      <ul>
        {shown.map((one) => (
          <li key={one.id}>
            <label>
              <input
                type="checkbox"
                checked={chosen.includes(one.id)}
                onChange={(event) => onToggle(one.id, event.target.checked)}
              />
              <span>{masked(one.title)}</span>
            </label>
          </li>
        ))}
      </ul>
    </details>
  )
}
