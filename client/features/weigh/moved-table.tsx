/** Two columns of strips, before and after, with the numbers written out: the picture is its own table. */
import { useTranslation } from 'react-i18next'
import { type MovedRow, movedAxisEnd, type Standing } from '#client/features/weigh/moved.ts'
import typography from '#client/ui/type.module.css'
import styles from './moved.module.css'

export function MovedTable(props: {
  readonly rows: readonly MovedRow[]
  readonly before: number
  readonly after: number
}) {
  const { rows, before, after } = props
  const { t } = useTranslation('secondLook')
  const end = movedAxisEnd(rows)
  return (
    <table className={styles.table}>
      <caption className={typography.hidden}>{t('moved.caption', { before, after })}</caption>
      <thead>
        <tr>
          <th scope="col">{t('moved.need')}</th>
          <th scope="col">{t('moved.round', { number: before })}</th>
          <th scope="col">{t('moved.round', { number: after })}</th>
          <th scope="col">{t('moved.change')}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.needId}>
            <th scope="row">{row.title}</th>
            <td>
              <Strip standing={row.before} from={null} end={end} />
            </td>
            <td>
              <Strip standing={row.after} from={row.before} end={end} isSecond />
            </td>
            <td className={styles.change}>
              <Change row={row} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** The guesses of one need in one round; in the later one an arrow shows where the average came from. */
function Strip(props: {
  readonly standing: Standing | null
  readonly from: Standing | null
  readonly end: number
  readonly isSecond?: boolean
}) {
  const { standing, from, end, isSecond = false } = props
  const { t } = useTranslation('secondLook')
  if (!standing) return <span className={styles.notAsked}>{t('moved.notAsked')}</span>
  const { mean, shown, min, max, values } = standing
  const at = (points: number) => `${(points / end) * 100}%`
  const arrow = from && Math.abs(mean - from.mean) >= 1 ? from.mean : null
  return (
    <>
      <span className={styles.strip} aria-hidden="true">
        <i className={styles.range} style={{ left: at(min), width: at(max - min) }} />
        {[...new Set(values)].map((value) => (
          <i key={value} className={isSecond ? styles.double : styles.single} style={{ left: at(value) }} />
        ))}
        <i className={styles.mean} style={{ left: at(mean) }} />
        {arrow !== null && (
          <i
            className={mean > arrow ? styles.arrowUp : styles.arrowDown}
            style={{ left: at(Math.min(mean, arrow)), width: at(Math.abs(mean - arrow)) }}
          />
        )}
      </span>
      <span className={styles.numbers}>{t('moved.cell', { mean: shown, min, max })}</span>
    </>
  )
}

function Change({ row }: { readonly row: MovedRow }) {
  const { t } = useTranslation('secondLook')
  const { before, after, apartBy } = row
  if (!before || !after || apartBy === null) return null
  const words =
    apartBy === 0
      ? t('moved.same')
      : t(apartBy < 0 ? 'moved.closer' : 'moved.further', { count: Math.abs(apartBy) })
  return (
    <>
      <b>{words}</b>
      <span className={styles.numbers}>
        {t('moved.apart', { before: before.max - before.min, after: after.max - after.min })}
      </span>
    </>
  )
}
