/** Which answers and quotes are listed. */
import Search from 'lucide-react/icons/search'
import { useMemo, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { type Filter, filterNames, noFilter } from '#client/features/coding/pieces.ts'
import { useCoding } from '#client/features/coding/use-coding.ts'
import { useLetterKeys } from '#client/lib/letter-keys.ts'
import { Button } from '#client/ui/button.tsx'
import { Icon } from '#client/ui/icon.tsx'
import segments from '#client/ui/segments.module.css'
import styles from './pieces.module.css'

export function PieceFilter(props: {
  readonly filter: Filter
  readonly onChange: (filter: Filter) => void
  readonly found: number
}) {
  const { filter, onChange, found } = props
  const { t } = useTranslation('coding')
  const { pieces, about, themes } = useCoding()
  const search = useRef<HTMLInputElement>(null)
  useLetterKeys(useMemo(() => ({ '/': () => search.current?.focus() }), []))
  const choices = {
    question: about.questions,
    need: about.needs,
    stage: about.stages,
    theme: themes.map(({ id, label }) => ({ id, title: label })),
  }
  const isFiltered = filter.search !== '' || filterNames.some((name) => filter[name] !== '')
  const counts = { open: pieces.filter(({ isCoded }) => !isCoded).length, all: pieces.length }
  return (
    <search className={styles.filter}>
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset would draw a frame */}
      <div role="group" className={segments.segments} aria-label={t('pieces.state')}>
        {(['open', 'all'] as const).map((state) => (
          <button
            key={state}
            type="button"
            className={segments.segment}
            aria-pressed={filter.isAll === (state === 'all')}
            onClick={() => onChange({ ...filter, isAll: state === 'all' })}
          >
            {t(`pieces.${state}`, { count: counts[state] })}
          </button>
        ))}
      </div>
      <label className={styles.search}>
        <Icon of={Search} />
        <input
          ref={search}
          type="search"
          aria-label={t('filter.search')}
          aria-keyshortcuts="/"
          placeholder={t('filter.hint')}
          value={filter.search}
          onChange={(event) => onChange({ ...filter, search: event.target.value })}
        />
      </label>
      <details className={styles.more} open={filterNames.some((name) => filter[name] !== '') || undefined}>
        <summary>{t('filter.more')}</summary>
        <div className={styles.choices}>
          {filterNames.map((name) => (
            <label key={name}>
              <span>{t(`filter.${name}`)}</span>
              <select
                value={filter[name]}
                onChange={(event) => onChange({ ...filter, [name]: event.target.value })}
              >
                <option value="">{t('filter.any')}</option>
                {choices[name].map(({ id, title }) => (
                  <option key={id} value={id}>
                    {title}
                  </option>
                ))}
              </select>
            </label>
          ))}
        </div>
      </details>
      <p className={styles.found}>
        <span role="status">{t('pieces.found', { count: found })}</span>
        {isFiltered && (
          <Button size="small" kind="quiet" onClick={() => onChange({ ...noFilter, isAll: filter.isAll })}>
            {t('filter.clear')}
          </Button>
        )}
      </p>
    </search>
  )
}
