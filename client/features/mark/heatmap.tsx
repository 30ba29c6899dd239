/**
 * Averages in pencil: the darker the higher, with a black edge on the most disputed cells and weighted totals as hollow
 * bars. Pointing, tapping or the arrows choose a cell, whose marks stand under the grid. Never ink: no customer marked
 * this.
 */
import { type KeyboardEvent, type ReactNode, useId, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { CellMarks } from '#client/features/mark/cell-marks.tsx'
import { type CellResult, cellOf, type Total } from '#client/features/mark/figures.ts'
import { BEATS } from '#client/features/mark/mark-beats.ts'
import { useKinds } from '#client/features/mark/use-options.ts'
import { oneDecimal } from '#client/features/mark/wording.ts'
import typography from '#client/ui/type.module.css'
import type { Subject } from '#shared/rounds/kind.ts'
import type { MarksResult } from '#shared/rounds/marks-result.ts'
import type { WeightsResult } from '#shared/rounds/weights-result.ts'
import styles from './heatmap.module.css'

export interface HeatmapProps {
  readonly result: MarksResult
  readonly weights: WeightsResult | null
  readonly needs: readonly Subject[]
  readonly columns: readonly Subject[]
  readonly totals: readonly Total[]
  readonly disputed: readonly CellResult[]
  readonly number: number
  /** What the picture shows, in one sentence. */
  readonly sentence: string
  /** How far the reveal is: the grid, then averages, then totals, then what is disputed. */
  readonly beat: number
  /** That beat has just come. */
  readonly isArriving: boolean
  readonly cell: (needId: string, optionId: string, isDisputed: boolean) => ReactNode
}

interface Place {
  readonly row: number
  readonly column: number
}

const steps: Readonly<Record<string, readonly [down: number, across: number]>> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
}

export function Heatmap(props: HeatmapProps) {
  const { result, weights, needs, columns, disputed, sentence, beat, isArriving } = props
  const { t } = useTranslation('mark')
  const kindOf = useKinds()
  const sentenceId = useId()
  const [place, setPlace] = useState<Place | null>(null)
  const table = useRef<HTMLTableElement>(null)
  const showsMarks = beat >= BEATS.marks
  const at = place ?? { row: 0, column: 0 }
  const [need, option] = [needs[at.row], columns[at.column]]
  const walk = (event: KeyboardEvent) => {
    const by = steps[event.key]
    if (!by || event.ctrlKey || event.metaKey || event.altKey) return
    event.preventDefault()
    event.stopPropagation()
    const row = Math.min(Math.max(at.row + by[0], 0), needs.length - 1)
    const column = Math.min(Math.max(at.column + by[1], 0), columns.length - 1)
    table.current?.querySelector<HTMLElement>(`[data-cell="${row}/${column}"]`)?.focus()
  }
  return (
    <>
      <section
        className={`${styles.scroll} ${isArriving ? styles.arriving : ''}`}
        data-beat={beat}
        aria-labelledby={sentenceId}
        // Without marks there is no cell to focus: on a phone the keys must reach what scrolls.
        {...(showsMarks ? {} : { tabIndex: 0 })}
      >
        <p id={sentenceId} className={typography.hidden}>
          {sentence}
        </p>
        <table ref={table} className={styles.heatmap}>
          <thead>
            <tr>
              <th scope="col" className={styles.corner}>
                {t('revealed.corner')}
              </th>
              {columns.map(({ id, title }) => (
                <th key={id} scope="col" className={styles.company}>
                  {title}
                  {kindOf(id) !== 'competitor' && <small>{t(kindOf(id))}</small>}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {needs.map(({ id, title }, row) => {
              const points = weights?.perNeed.find(({ needId }) => needId === id)?.shown ?? null
              return (
                <tr key={id}>
                  <th scope="row" className={styles.need}>
                    {title}
                    <small>
                      {points === null ? t('revealed.noWeight') : t('revealed.weight', { points })}
                    </small>
                  </th>
                  {columns.map((one, column) => {
                    const cell = cellOf(result, id, one.id)
                    const isDisputed = cell !== undefined && beat >= BEATS.talk && disputed.includes(cell)
                    if (!showsMarks) {
                      return (
                        <td key={one.id}>
                          <div className={styles.cell} />
                        </td>
                      )
                    }
                    return (
                      <td
                        key={one.id}
                        className={styles.pick}
                        data-cell={`${row}/${column}`}
                        tabIndex={at.row === row && at.column === column ? 0 : -1}
                        onFocus={() => setPlace({ row, column })}
                        onPointerEnter={() => setPlace({ row, column })}
                        onKeyDown={walk}
                      >
                        {props.cell(id, one.id, isDisputed)}
                      </td>
                    )
                  })}
                </tr>
              )
            })}
          </tbody>
          {beat >= BEATS.totals && <Totals {...props} />}
        </table>
      </section>
      {showsMarks && (
        <CellMarks
          picked={
            place && need && option
              ? {
                  title: t('revealed.picked', { option: option.title, need: need.title }),
                  cell: cellOf(result, need.id, option.id),
                }
              : null
          }
        />
      )}
    </>
  )
}

function Totals({ columns, totals, weights, number }: HeatmapProps) {
  const { t, i18n } = useTranslation('mark')
  return (
    <tfoot>
      <tr>
        <th scope="row" className={styles.need}>
          {t('revealed.total')}
          <small>{weights ? t('revealed.totalHint') : t('revealed.totalHintNone', { number })}</small>
        </th>
        {columns.map(({ id }) => {
          const total = totals.find(({ optionId }) => optionId === id)
          const score = total?.score ?? null
          return (
            <td key={id} className={styles.total}>
              {score !== null && (
                <>
                  <b>{oneDecimal(score, i18n.language)}</b>
                  <span className={styles.bar} aria-hidden="true">
                    <i style={{ width: `${10 * score}%` }} />
                  </span>
                </>
              )}
              {total?.why === 'too-few-marks' && <span className={styles.few}>{t('revealed.tooFew')}</span>}
              {total && weights && total.marked < total.all && (
                <small>{t('revealed.cover', { marked: total.marked, all: total.all })}</small>
              )}
            </td>
          )
        })}
      </tr>
    </tfoot>
  )
}
