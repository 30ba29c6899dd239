/** The grid itself: needs down, columns across, one stop for Tab, every cell spoken with its column and need. */
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { type Mark, markOf } from '#client/features/mark/ballot-value.ts'
import type { Place } from '#client/features/mark/paste-marks.ts'
import type { MarksGrid as Grid } from '#client/features/mark/use-marks-grid.ts'
import { useKinds } from '#client/features/mark/use-options.ts'
import { useWeights } from '#client/features/mark/use-weights.ts'
import type { Subject } from '#shared/rounds/kind.ts'
import type { MarksBallot } from '#shared/rounds/marks.ts'
import styles from './grid-ballot.module.css'

export function MarksGrid(props: {
  readonly grid: Grid
  readonly number: number
  readonly needs: readonly Subject[]
  readonly columns: readonly Subject[]
  readonly usId: string | null
  readonly ballot: MarksBallot
  readonly onPaste: (text: string) => void
}) {
  const { grid, number, needs, columns, usId, ballot, onPaste } = props
  const { t } = useTranslation('mark')
  const kindOf = useKinds()
  const weights = useWeights(number)
  const table = useRef<HTMLTableElement>(null)
  const { row, column } = grid.place
  useEffect(() => {
    const holder = table.current
    if (!holder?.contains(document.activeElement)) return
    holder.querySelector<HTMLElement>(`[data-cell="${row}/${column}"]`)?.focus()
  }, [row, column])
  return (
    <table
      ref={table}
      className={styles.grid}
      // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a table that is worked like a spreadsheet is a grid
      role="grid"
      aria-label={t('ballot.grid')}
      aria-multiselectable="true"
      onKeyDown={grid.onKeyDown}
      onPaste={(event) => {
        event.preventDefault()
        onPaste(event.clipboardData.getData('text/plain'))
      }}
      onCopy={(event) => {
        event.preventDefault()
        event.clipboardData.setData('text/plain', grid.copy())
      }}
    >
      <thead>
        <tr>
          <th scope="col" className={styles.corner}>
            <span>{t('ballot.corner')}</span>
          </th>
          {columns.map(({ id, title }) => (
            <th key={id} scope="col" className={styles.company}>
              {title}
              <small>{t(kindOf(id))}</small>
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {needs.map((need, rowAt) => {
          const points = weights?.perNeed.find(({ needId }) => needId === need.id)?.shown
          return (
            <tr key={need.id}>
              <th scope="row" className={styles.need}>
                {need.title}
                {typeof points === 'number' && <small>{t('ballot.weighed', { points })}</small>}
              </th>
              {columns.map((option, columnAt) => {
                const mark = markOf(ballot, { optionId: option.id, needId: need.id })
                const at = { row: rowAt, column: columnAt }
                const isHere = row === rowAt && column === columnAt
                return (
                  <td
                    key={option.id}
                    // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a cell of a grid
                    role="gridcell"
                    data-cell={`${rowAt}/${columnAt}`}
                    tabIndex={isHere ? 0 : -1}
                    className={cellClass(mark, option.id === usId, isWithin(at, grid))}
                    aria-selected={isHere || isWithin(at, grid)}
                    aria-label={t('ballot.cell', {
                      option: option.title,
                      need: need.title,
                      mark: mark ?? t('ballot.unknown'),
                    })}
                    onFocus={() => {
                      if (!isHere) grid.goTo(at)
                    }}
                  >
                    <b>{mark ?? '?'}</b>
                    {isHere && grid.isWaiting && <i className={styles.caret} />}
                  </td>
                )
              })}
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}

const cellClass = (mark: Mark, isUs: boolean, isSelected: boolean): string =>
  [styles.cell, mark === null && styles.unknown, isUs && styles.us, isSelected && styles.selected]
    .filter(Boolean)
    .join(' ')

/** True in a rectangle of more than one cell. */
function isWithin({ row, column }: Place, { place, anchor }: Grid): boolean {
  if (place.row === anchor.row && place.column === anchor.column) return false
  const between = (at: number, one: number, other: number) =>
    at >= Math.min(one, other) && at <= Math.max(one, other)
  return between(row, place.row, anchor.row) && between(column, place.column, anchor.column)
}
