/** Search and filter of the list. They stand in the address, so that coming back from an interview keeps them. */
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { useSearchParams } from 'react-router'
import { type Filter, type FilterName, filterNames } from '#client/features/interviews/list-rows.ts'
import { type TypedAhead, useTypedAhead } from '#client/lib/use-typed-ahead.ts'
import { Button } from '#client/ui/button.tsx'
import { Choice, FoldedChoices, SearchField } from '#client/ui/filter.tsx'
import styles from './filter.module.css'

export function useFilter() {
  const [params, setParams] = useSearchParams()
  const search = useTypedAhead(params.get('search') ?? '', (words) => change('search', words))
  const filter = useMemo(
    () =>
      ({
        search: search.value,
        ...Object.fromEntries(filterNames.map((name) => [name, params.get(name) ?? ''])),
      }) as Filter,
    [params, search.value],
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
  return { filter, search, change, clear: () => setParams({}, { replace: true }) }
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
  readonly search: TypedAhead
  readonly onChange: (name: FilterName, value: string) => void
  readonly onClear: () => void
  readonly found: number
  readonly total: number
}) {
  const { filter, search, onChange, onClear, found, total } = props
  const { t } = useTranslation('interviews')
  const wordFor = useChoiceWords()
  const isFiltered = filter.search !== '' || filterNames.some((name) => filter[name] !== '')
  return (
    <search className={styles.bar}>
      <SearchField
        label={t('filter.search')}
        placeholder={t('filter.searchHint')}
        value={search.value}
        onChange={search.type}
        onLeave={search.leave}
      />
      <FoldedChoices title={t('filter.more')} isChosen={filterNames.some((name) => filter[name] !== '')}>
        {filterNames.map((name) => (
          <Choice
            key={name}
            name={t(`filter.${name}`)}
            any={t('filter.any')}
            value={filter[name]}
            options={choices[name].map((value) => ({ id: value, title: wordFor(name, value) }))}
            onChange={(value) => onChange(name, value)}
          />
        ))}
      </FoldedChoices>
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
