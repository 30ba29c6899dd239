/** Search and filter of the list. They stand in the address, so that coming back from an interview keeps them. */
import Search from 'lucide-react/icons/search'
import { useMemo, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { useSearchParams } from 'react-router'
import { type Filter, type FilterName, filterNames } from '#client/features/interviews/list-rows.ts'
import { useLetterKeys } from '#client/lib/letter-keys.ts'
import { Button } from '#client/ui/button.tsx'
import { Icon } from '#client/ui/icon.tsx'
import styles from './filter.module.css'

export function useFilter() {
  const [params, setParams] = useSearchParams()
  const filter = useMemo(
    () =>
      ({
        search: params.get('search') ?? '',
        ...Object.fromEntries(filterNames.map((name) => [name, params.get(name) ?? ''])),
      }) as Filter,
    [params],
  )
  const change = (name: FilterName | 'search', value: string) =>
    setParams(
      (before) => {
        const next = new URLSearchParams(before)
        if (value === '') next.delete(name)
        else next.set(name, value)
        return next
      },
      { replace: true },
    )
  return { filter, change, clear: () => setParams({}, { replace: true }) }
}

const choices = {
  role: ['decision_maker', 'approver', 'influencer', 'user', 'other', 'none'],
  mode: ['phone', 'video', 'face_to_face', 'written', 'none'],
  outcome: ['won', 'lost', 'left'],
  source: ['interview', 'self_completed'],
  state: ['complete', 'partial', 'calling'],
} as const

export function FilterBar(props: {
  readonly filter: Filter
  readonly onChange: (name: FilterName | 'search', value: string) => void
  readonly onClear: () => void
  readonly found: number
  readonly total: number
}) {
  const { filter, onChange, onClear, found, total } = props
  const { t } = useTranslation('interviews')
  const search = useRef<HTMLInputElement>(null)
  useLetterKeys(useMemo(() => ({ '/': () => search.current?.focus() }), []))
  const wordFor = useChoiceWords()
  const isFiltered = filter.search !== '' || filterNames.some((name) => filter[name] !== '')
  return (
    <search className={styles.bar}>
      <label className={styles.search}>
        <Icon of={Search} />
        <input
          ref={search}
          type="search"
          aria-label={t('filter.search')}
          aria-keyshortcuts="/"
          placeholder={t('filter.searchHint')}
          value={filter.search}
          onChange={(event) => onChange('search', event.target.value)}
        />
      </label>
      <details className={styles.more} open={filterNames.some((name) => filter[name] !== '') || undefined}>
        <summary>{t('filter.more')}</summary>
        <div className={styles.choices}>
          {filterNames.map((name) => (
            <label key={name} className={styles.choice}>
              <span>{t(`filter.${name}`)}</span>
              <select value={filter[name]} onChange={(event) => onChange(name, event.target.value)}>
                <option value="">{t('filter.any')}</option>
                {choices[name].map((value) => (
                  <option key={value} value={value}>
                    {wordFor(name, value)}
                  </option>
                ))}
              </select>
            </label>
          ))}
        </div>
      </details>
      {isFiltered && (
        <p className={styles.found}>
          <span role="status">{t('filter.found', { count: found, total })}</span>
          <Button size="small" kind="quiet" onClick={onClear}>
            {t('filter.clear')}
          </Button>
        </p>
      )}
    </search>
  )
}

function useChoiceWords() {
  const { t } = useTranslation('interviews')
  return (name: FilterName, value: (typeof choices)[FilterName][number]): string => {
    switch (name) {
      case 'role':
        return t(`roles.${value as (typeof choices)['role'][number]}`)
      case 'mode':
        return t(`modes.${value as (typeof choices)['mode'][number]}`)
      case 'outcome':
        return t(`outcomes.${value as (typeof choices)['outcome'][number]}`)
      case 'source':
        return t(`filter.sources.${value as (typeof choices)['source'][number]}`)
      case 'state':
        return t(`filter.states.${value as (typeof choices)['state'][number]}`)
    }
  }
}
