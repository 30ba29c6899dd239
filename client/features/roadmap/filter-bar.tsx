/** Search and filter of the board; what is chosen here stands in the address. */
import { memo } from 'react'
import { useTranslation } from 'react-i18next'
import { useView } from '#client/features/roadmap/board-context.tsx'
import { choicesOn, type FilterName, isFiltering } from '#client/features/roadmap/board-filter.ts'
import type { BoardFiltering } from '#client/features/roadmap/use-board-filter.ts'
import { useDerived, useRows } from '#client/session/hooks.ts'
import { Button } from '#client/ui/button.tsx'
import { Choice, SearchField } from '#client/ui/filter.tsx'
import { liveStages } from '#shared/board/roadmap-edits.ts'
import { cards, phases, stages } from '#shared/board/schema.ts'
import styles from './filter-bar.module.css'

const saids = ['customers', 'guess'] as const
const statuses = ['open', 'weak', 'answered'] as const
const sources = ['product', 'buying_process', 'service_after_sale'] as const

export function FilterBar({ filtering }: { readonly filtering: BoardFiltering }) {
  const { filter, search, set } = filtering
  const { t } = useTranslation('board')
  return (
    <search className={styles.bar} aria-label={t('filter.label')}>
      <SearchField
        label={t('filter.search')}
        placeholder={t('filter.searchHint')}
        value={search.value}
        onChange={search.type}
        onLeave={search.leave}
      />
      <Choices filter={filter} set={set} />
    </search>
  )
}

/** Apart, so that a letter typed beside them does not look through all cards for what there is to choose. */
const Choices = memo(function Choices({ filter, set }: Pick<BoardFiltering, 'filter' | 'set'>) {
  const { t } = useTranslation('board')
  const { t: common } = useTranslation('common')
  const order = liveStages(useRows(stages))
  const { functions, roles } = useDerived(cards, (all) => choicesOn(order, all))
  const plain = (names: readonly string[]) => names.map((name) => ({ id: name, title: name }))
  const choice = (name: FilterName, options: readonly { readonly id: string; readonly title: string }[]) => (
    <Choice
      key={name}
      name={t(`filter.${name}`)}
      any={t('filter.any')}
      value={filter[name]}
      options={withChosen(options, filter[name])}
      onChange={(value) => set(name, value)}
    />
  )
  const statusWords = { open: 'unanswered', weak: 'partly', answered: 'answered' } as const
  return (
    <>
      {choice('function', plain(functions))}
      {choice(
        'phase',
        phases.map((id) => ({ id, title: t(`phases.${id}`) })),
      )}
      {choice('role', plain(roles))}
      {choice(
        'said',
        saids.map((id) => ({ id, title: t(`filter.saids.${id}`) })),
      )}
      {choice(
        'status',
        statuses.map((id) => ({ id, title: common(`coverage.${statusWords[id]}`) })),
      )}
      {choice(
        'source',
        sources.map((id) => ({ id, title: t(`sources.${id}`) })),
      )}
    </>
  )
})

/** What an address asks for is listed, though nothing on the board has it any more. */
const withChosen = (options: readonly { readonly id: string; readonly title: string }[], chosen: string) =>
  chosen === '' || options.some(({ id }) => id === chosen)
    ? options
    : [...options, { id: chosen, title: chosen }]

/** How much is on show, and the way back to everything. */
export function FilterFound({ filtering }: { readonly filtering: BoardFiltering }) {
  const { filter, clear } = filtering
  const { t } = useTranslation('board')
  const count = useView(({ cardIds }) => cardIds?.size ?? null)
  const total = useView(({ whole }) => [...whole.cells.values()].reduce((sum, ids) => sum + ids.length, 0))
  if (count === null || !isFiltering(filter)) return null
  return (
    <p className={styles.found}>
      <span role="status">{t('filter.found', { count, total })}</span>
      <Button size="small" kind="quiet" onClick={clear}>
        {t('filter.clear')}
      </Button>
    </p>
  )
}
