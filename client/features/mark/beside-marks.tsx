/** Beside the heatmap: where the room agrees least, and what nobody can say. */
import { useTranslation } from 'react-i18next'
import { type CellResult, functionsApart, unknownByOption } from '#client/features/mark/figures.ts'
import { oneDecimal, titleOf } from '#client/features/mark/wording.ts'
import { InlineUnknown } from '#client/ui/inline-marks.tsx'
import typography from '#client/ui/type.module.css'
import type { Subject } from '#shared/rounds/kind.ts'
import type { MarksResult } from '#shared/rounds/marks-result.ts'
import { MIN_MARKS } from '#shared/statistics/competition.ts'
import styles from './revealed.module.css'

export function Disputed(props: {
  readonly result: MarksResult
  readonly disputed: readonly CellResult[]
  readonly needs: readonly Subject[]
  readonly columns: readonly Subject[]
}) {
  const { result, disputed, needs, columns } = props
  const { t, i18n } = useTranslation('mark')
  return (
    <section className={styles.block}>
      <h2 className={typography.section}>{t('disputed.title')}</h2>
      {disputed.length === 0 && (
        <p className={styles.said}>
          {t(result.cells.some(({ n }) => n >= MIN_MARKS) ? 'disputed.none' : 'disputed.tooFew')}
        </p>
      )}
      <ul className={styles.list}>
        {disputed.map((cell) => {
          const apart = functionsApart(cell)
          return (
            <li key={`${cell.needId}/${cell.optionId}`}>
              <b>
                {titleOf(columns, cell.optionId)}, {titleOf(needs, cell.needId)}
              </b>
              <span className={styles.figure}>
                {t('disputed.range', { min: cell.min ?? 0, max: cell.max ?? 0 })}
              </span>
              {apart && (
                <small>
                  {t('disputed.pair', {
                    low: apart[0].name,
                    lowMean: oneDecimal(apart[0].mean, i18n.language),
                    high: apart[1].name,
                    highMean: oneDecimal(apart[1].mean, i18n.language),
                  })}
                </small>
              )}
            </li>
          )
        })}
      </ul>
      {disputed.length > 0 && <p className={typography.meta}>{t('disputed.note')}</p>}
    </section>
  )
}

export function NobodyCanSay(props: { readonly result: MarksResult; readonly columns: readonly Subject[] }) {
  const { result, columns } = props
  const { t } = useTranslation('mark')
  const byOption = unknownByOption(result)
  const [most, second] = byOption
  return (
    <section className={styles.block}>
      <h2 className={typography.section}>{t('unknown.title')}</h2>
      <p className={styles.said}>
        {t('unknown.count', { count: result.unknownCells, all: result.cellsInAll })}{' '}
        {most &&
          most.count > (second?.count ?? 0) &&
          t('unknown.most', { option: titleOf(columns, most.optionId) })}
      </p>
      <ul className={styles.list}>
        {byOption.map(({ optionId, count }) => (
          <li key={optionId}>
            <span>
              <InlineUnknown /> {titleOf(columns, optionId)}
            </span>
            <span className={styles.figure}>{count}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}
