/** Whole ballots with their names: one row each, or one a column of a grid. Only of rounds that were opened with names. */
import { useTranslation } from 'react-i18next'
import styles from './figures-table.module.css'
import { InlineUnknown } from './inline-marks.tsx'

interface NamedRow {
  readonly key: string
  readonly who: string
  /** What stands between the name and the figures. */
  readonly of?: string
  /** In the order of the heads; null: did not know. */
  readonly figures: readonly (number | null)[]
}

export function NamedBallots(props: {
  readonly heads: readonly { readonly id: string; readonly title: string }[]
  /** Head of `of`, where rows have it. */
  readonly of?: string
  readonly rows: readonly NamedRow[]
}) {
  const { heads, of, rows } = props
  const { t } = useTranslation('chart')
  return (
    <table className={styles.table}>
      <caption>{t('named')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('who')}</th>
          {of !== undefined && <th scope="col">{of}</th>}
          {heads.map(({ id, title }) => (
            <th key={id} scope="col">
              {title}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.key}>
            <th scope="row">{row.who}</th>
            {row.of !== undefined && <td className={styles.text}>{row.of}</td>}
            {heads.map(({ id }, index) => {
              const figure = row.figures[index] ?? null
              return figure === null ? (
                <td key={id} className={styles.unknown}>
                  <InlineUnknown /> {t('didNotKnow')}
                </td>
              ) : (
                <td key={id}>{figure}</td>
              )
            })}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
