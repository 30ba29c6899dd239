/** Which answers and quotes are listed. */
import { useTranslation } from 'react-i18next'
import { type Filter, filterNames, noFilter } from '#client/features/coding/pieces.ts'
import { useCoding } from '#client/features/coding/use-coding.ts'
import { Button } from '#client/ui/button.tsx'
import { Choice, FoldedChoices, SearchField } from '#client/ui/filter.tsx'
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
      <SearchField
        label={t('filter.search')}
        placeholder={t('filter.hint')}
        value={filter.search}
        onChange={(search) => onChange({ ...filter, search })}
      />
      <FoldedChoices title={t('filter.more')} isChosen={filterNames.some((name) => filter[name] !== '')}>
        {filterNames.map((name) => (
          <Choice
            key={name}
            name={t(`filter.${name}`)}
            any={t('filter.any')}
            value={filter[name]}
            options={choices[name]}
            onChange={(value) => onChange({ ...filter, [name]: value })}
          />
        ))}
      </FoldedChoices>
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
