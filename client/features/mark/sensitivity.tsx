/**
 * What the order would be with other weights (AN-5a): a dragged weight takes its points from the others in proportion,
 * the order follows at once, and nothing is kept.
 */
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type Total, totalsOf } from '#client/features/mark/figures.ts'
import { oneDecimal, titleOf } from '#client/features/mark/wording.ts'
import { Button } from '#client/ui/button.tsx'
import typography from '#client/ui/type.module.css'
import type { Subject } from '#shared/rounds/kind.ts'
import type { MarksResult } from '#shared/rounds/marks-result.ts'
import { type CellMean, leadOver, type NeedWeight, withWeight } from '#shared/statistics/competition.ts'
import { largestRemainder } from '#shared/statistics/rounding.ts'
import styles from './sensitivity.module.css'

export function Sensitivity(props: {
  readonly result: MarksResult
  readonly weights: readonly NeedWeight[]
  readonly needs: readonly Subject[]
  readonly columns: readonly Subject[]
}) {
  const { result, weights, needs, columns } = props
  const { t, i18n } = useTranslation('mark')
  const [tried, setTried] = useState<readonly NeedWeight[] | null>(null)
  const now = tried ?? weights
  const all = Math.round(now.reduce((total, { mean }) => total + (mean ?? 0), 0))
  const shown = largestRemainder(
    now.map(({ mean }) => mean ?? 0),
    all,
  )
  const ranked = totalsOf(
    result,
    now,
    columns.map(({ id }) => id),
  )
    .filter(({ score }) => score !== null)
    .sort((a, b) => (b.score ?? 0) - (a.score ?? 0))
  return (
    <section className={styles.sensitivity} aria-labelledby="sensitivity">
      <h2 id="sensitivity" className={typography.section}>
        {t('sensitivity.title')}
      </h2>
      <p className={typography.meta}>{t('sensitivity.lead')}</p>
      <div className={styles.both}>
        <ul className={styles.sliders}>
          {needs.map(({ id, title }) => {
            const points = shown[now.findIndex(({ needId }) => needId === id)] ?? 0
            return (
              <li key={id}>
                <span>{title}</span>
                <input
                  type="range"
                  min={0}
                  max={all}
                  value={points}
                  aria-label={t('sensitivity.slider', { need: title })}
                  aria-valuetext={t('sensitivity.points', { count: points })}
                  onChange={({ target }) => {
                    const to = target.valueAsNumber
                    setTried((before) => withWeight(before ?? weights, id, to))
                  }}
                />
                <b>{points}</b>
              </li>
            )
          })}
        </ul>
        <div>
          <ol className={styles.order} aria-label={t('sensitivity.order')}>
            {ranked.map(({ optionId, score, rank }) => (
              <li key={optionId}>
                <span>{rank}</span>
                <span>{titleOf(columns, optionId)}</span>
                <b>{oneDecimal(score ?? 0, i18n.language)}</b>
              </li>
            ))}
          </ol>
          <p className={typography.meta} role="status">
            <Swap cells={result.cells} weights={now} needs={needs} columns={columns} ranked={ranked} />
          </p>
          <Button notYet={tried === null} onClick={() => setTried(null)}>
            {t('sensitivity.reset')}
          </Button>
        </div>
      </div>
    </section>
  )
}

/** The smallest shift of points that puts the second level with the first. */
function Swap(props: {
  readonly cells: readonly CellMean[]
  readonly weights: readonly NeedWeight[]
  readonly needs: readonly Subject[]
  readonly columns: readonly Subject[]
  readonly ranked: readonly Total[]
}): string | null {
  const { cells, weights, needs, columns, ranked } = props
  const { t } = useTranslation('mark')
  const [first, second] = ranked
  if (!first || !second) return null
  const words = { first: titleOf(columns, first.optionId), second: titleOf(columns, second.optionId) }
  if (first.rank === second.rank) return t('sensitivity.tied', words)
  const { flip } = leadOver(cells, weights, first.optionId, second.optionId)
  if (!flip) return null
  if (flip.points === null || !flip.fromNeedId || !flip.toNeedId) {
    return t('ourLead.overturnNever', { option: words.second })
  }
  const shift = { ...words, from: titleOf(needs, flip.fromNeedId), to: titleOf(needs, flip.toNeedId) }
  if (!flip.possible) return t('sensitivity.noSwap', shift)
  return t('sensitivity.swap', { ...shift, points: Math.ceil(flip.points) })
}
