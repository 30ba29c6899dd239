/** The first rows of a table, or the first lines of a transcript, as the server has read them. */
import { useTranslation } from 'react-i18next'
import styles from '#client/ui/file-form.module.css'
import typography from '#client/ui/type.module.css'
import type { IntakeResult } from '#shared/protocol/intake-calls.ts'

export function Preview({ result }: { readonly result: IntakeResult }) {
  const { t } = useTranslation('intake')
  const isTable = result.kind === 'table'
  const title = isTable ? t('preview') : t('transcript.preview')
  const [head, ...rows] = isTable ? result.preview : [undefined, ...result.preview]
  return (
    <section className={styles.section}>
      <h3 className={typography.section}>{title}</h3>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard */}
      <section className={styles.scroll} tabIndex={0} aria-label={title}>
        <table className={isTable ? styles.preview : styles.lines}>
          {head && (
            <thead>
              <tr>
                <th scope="col">{head.row}</th>
                {head.cells.map((cell, index) => (
                  // biome-ignore lint/suspicious/noArrayIndexKey: columns of a file have no other name
                  <th key={index} scope="col">
                    {cell}
                  </th>
                ))}
              </tr>
            </thead>
          )}
          <tbody>
            {rows.map((row) =>
              row ? (
                <tr key={row.row}>
                  <th scope="row">{row.row}</th>
                  {row.cells.map((cell, index) => (
                    // biome-ignore lint/suspicious/noArrayIndexKey: columns of a file have no other name
                    <td key={index}>{cell}</td>
                  ))}
                </tr>
              ) : null,
            )}
          </tbody>
        </table>
      </section>
    </section>
  )
}
