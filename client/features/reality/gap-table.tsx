/** The gap as a table: every figure of method C6 with its two decimals, how many were asked, and the verdict in words. */
import { useTranslation } from 'react-i18next'
import { cellOf, columns, hasSingles, missingOf } from '#client/features/reality/figures.ts'
import type { GapModel, GapRow } from '#client/features/reality/gap-model.ts'
import { sampleOf } from '#client/features/reality/reality-words.ts'
import styles from '#client/ui/figures-table.module.css'
import { InlineUnknown } from '#client/ui/inline-marks.tsx'

export function GapTable({ model, rows }: { readonly model: GapModel; readonly rows: readonly GapRow[] }) {
  const { t, i18n } = useTranslation('reality')
  const caption = t('table.caption', { number: model.comparison.number, sample: sampleOf(model) })
  const withSingles = hasSingles(model)
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: on a phone it scrolls, and keys must reach it
    <section className={styles.scroll} tabIndex={0} aria-label={caption}>
      <table className={styles.table}>
        <caption>{caption}</caption>
        <thead>
          <tr>
            <th scope="col">{t('table.need')}</th>
            {columns.map((column) => (
              <th key={column} scope="col">
                {t(`table.${column}`)}
              </th>
            ))}
            {withSingles && <th scope="col">{t('table.values')}</th>}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.needId}>
              <th scope="row">{row.title}</th>
              {columns.map((column) => {
                const text = cellOf(row, column, i18n.language)
                return text === null ? (
                  <td key={column} className={styles.unknown}>
                    <InlineUnknown /> {t(`table.${missingOf(row, column)}`)}
                  </td>
                ) : (
                  <td key={column}>{text}</td>
                )
              })}
              {withSingles && <td>{row.values.join(', ')}</td>}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
