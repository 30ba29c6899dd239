/** Every figure behind the heatmap, with two decimals (method C2, C4): for whoever asks how it was reckoned. */
import { useTranslation } from 'react-i18next'
import { cellOf } from '#client/features/mark/figures.ts'
import { ExactFigures } from '#client/ui/exact-figures.tsx'
import styles from '#client/ui/figures-table.module.css'
import type { Subject } from '#shared/rounds/kind.ts'
import type { MarksResult } from '#shared/rounds/marks-result.ts'
import { type NeedWeight, weightedScores } from '#shared/statistics/competition.ts'

interface ExactMarksProps {
  readonly result: MarksResult
  readonly needs: readonly Subject[]
  readonly columns: readonly Subject[]
  /** Of the weights round of the same number; empty when there is none. */
  readonly weights: readonly NeedWeight[]
}

export function ExactMarks({ result, needs, columns, weights }: ExactMarksProps) {
  const { t, i18n } = useTranslation('mark')
  const number = new Intl.NumberFormat(i18n.language, { minimumFractionDigits: 2, maximumFractionDigits: 2 })
  const shown = (value: number | null | undefined) =>
    typeof value === 'number' ? number.format(value) : t('exact.none')
  const scores = weightedScores(result.cells, weights)
  const alpha = {
    name: t('exact.alpha'),
    value: result.krippendorffAlpha,
    note: t('exact.alphaNote'),
    fractions: 3,
  }
  const totals = columns.flatMap(({ id, title }) => {
    const score = scores.find(({ optionId }) => optionId === id)
    if (!score || score.why === 'no-weights') return []
    const cover = t('exact.cover', { share: Math.round(100 * score.cover) })
    return [{ name: t('exact.total', { option: title }), value: score.score, note: cover }]
  })
  return (
    <ExactFigures title={t('exact.title')} facts={[alpha, ...totals]}>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: on a phone it scrolls, and keys must reach it */}
      <section className={styles.scroll} tabIndex={0} aria-label={t('exact.caption')}>
        <table className={styles.table}>
          <caption>{t('exact.caption')}</caption>
          <thead>
            <tr>
              {(['need', 'option', 'mean'] as const).map((head) => (
                <th key={head} scope="col">
                  {t(`table.${head}`)}
                </th>
              ))}
              <th scope="col">{t('exact.sd')}</th>
              <th scope="col">{t('table.n')}</th>
            </tr>
          </thead>
          <tbody>
            {needs.flatMap((need) =>
              columns.map((option) => {
                const cell = cellOf(result, need.id, option.id)
                return (
                  <tr key={`${need.id}/${option.id}`}>
                    <th scope="row">{need.title}</th>
                    <td className={styles.text}>{option.title}</td>
                    <td>{shown(cell?.mean)}</td>
                    <td>{shown(cell?.sd)}</td>
                    <td>{cell?.n ?? 0}</td>
                  </tr>
                )
              }),
            )}
          </tbody>
        </table>
      </section>
    </ExactFigures>
  )
}
