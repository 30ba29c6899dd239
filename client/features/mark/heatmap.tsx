/**
 * Means in pencil: the darker the higher, with the range on a line from 0 to 10, a hatched tag where many do not know
 * and a black edge on the most disputed cells. Weighted totals are hollow bars. Never ink: no customer marked this.
 */
import { type CSSProperties, useId } from 'react'
import { useTranslation } from 'react-i18next'
import { type CellResult, cellOf, MANY_UNKNOWN, type Total } from '#client/features/mark/figures.ts'
import { useKinds } from '#client/features/mark/use-options.ts'
import { cellSpoken, oneDecimal } from '#client/features/mark/wording.ts'
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
}

export function Heatmap(props: HeatmapProps) {
  const { result, weights, needs, columns, disputed, sentence } = props
  const { t } = useTranslation('mark')
  const kindOf = useKinds()
  const sentenceId = useId()
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: on a phone it scrolls, and keys must reach it
    <section className={styles.scroll} tabIndex={0} aria-labelledby={sentenceId}>
      <p id={sentenceId} className={typography.hidden}>
        {sentence}
      </p>
      <table className={styles.heatmap}>
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
          {needs.map(({ id, title }) => {
            const points = weights?.perNeed.find(({ needId }) => needId === id)?.shown ?? null
            return (
              <tr key={id}>
                <th scope="row" className={styles.need}>
                  {title}
                  <small>{points === null ? t('revealed.noWeight') : t('revealed.weight', { points })}</small>
                </th>
                {columns.map((option) => {
                  const cell = cellOf(result, id, option.id)
                  return (
                    <td key={option.id}>
                      <HeatCell cell={cell} isDisputed={cell !== undefined && disputed.includes(cell)} />
                    </td>
                  )
                })}
              </tr>
            )
          })}
        </tbody>
        <Totals {...props} />
      </table>
    </section>
  )
}

/** Pencil on a cell with the mean 0 and 10, in percent. */
const LIGHTEST = 2
const DARKEST = 42

function HeatCell({
  cell,
  isDisputed,
}: {
  readonly cell: CellResult | undefined
  readonly isDisputed: boolean
}) {
  const { t, i18n } = useTranslation('mark')
  const mean = cell?.mean ?? null
  const spoken = cellSpoken(t, cell, i18n.language)
  const marks = [...(cell?.values ?? [])].map(({ value }) => value).sort((a, b) => a - b)
  const classes = [styles.cell, mean === null && styles.nobody, isDisputed && styles.disputed]
  const shade = mean === null ? 0 : LIGHTEST + ((DARKEST - LIGHTEST) * mean) / 10
  return (
    <div
      className={classes.filter(Boolean).join(' ')}
      style={{ '--p': `${shade}%` } as CSSProperties}
      title={marks.length > 0 ? t('revealed.marksGiven', { marks: marks.join(' ') }) : undefined}
    >
      <span className={typography.hidden}>
        {spoken}
        {isDisputed && `, ${t('revealed.disputedCell')}`}
      </span>
      <b aria-hidden="true">{mean === null ? '?' : oneDecimal(mean, i18n.language)}</b>
      {cell && cell.unknown >= MANY_UNKNOWN && (
        <span className={styles.tag} aria-hidden="true">
          <i>{t('revealed.unknownTag', { count: cell.unknown })}</i>
        </span>
      )}
      {cell && mean !== null && (
        <span className={styles.range} aria-hidden="true">
          <i
            style={{
              left: `calc(${10 * (cell.min ?? 0)}% - 0.25rem)`,
              right: `calc(${100 - 10 * (cell.max ?? 0)}% - 0.25rem)`,
            }}
          />
        </span>
      )}
    </div>
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
