/** The columns of a file with examples, and what each holds: told by its heading, remembered, or chosen here. */
import { useTranslation } from 'react-i18next'
import styles from './file-form.module.css'
import typography from './type.module.css'

export interface ShownColumn {
  readonly key: string
  readonly header: string
  readonly samples: readonly string[]
  /** Key of what it holds. */
  readonly holds: string
  readonly isUnknown: boolean
  readonly aside?: string | undefined
}

export interface ColumnChoices {
  readonly label: string
  readonly choices: readonly { readonly key: string; readonly label: string }[]
}

export function ColumnTable(props: {
  readonly columns: readonly ShownColumn[]
  readonly groups: readonly ColumnChoices[]
  /** Key of what is left out. */
  readonly skip: string
  readonly onChoose: (column: ShownColumn, key: string) => void
}) {
  const { columns, groups, skip, onChoose } = props
  const { t } = useTranslation('intake')
  const unknown = columns.filter(({ isUnknown }) => isUnknown).length
  return (
    <section className={styles.section}>
      <h3 className={typography.section}>{t('columns.title')}</h3>
      <p className={typography.meta}>{t('columns.lead', { count: unknown })}</p>
      <table className={styles.columns}>
        <caption className={typography.hidden}>{t('columns.caption')}</caption>
        <thead>
          <tr className={styles.headings}>
            <th scope="col">{t('columns.heading')}</th>
            <th scope="col">{t('columns.examples')}</th>
            <th scope="col">{t('columns.holds')}</th>
          </tr>
        </thead>
        <tbody>
          {columns.map((column) => (
            <tr key={column.key} className={column.isUnknown ? styles.unknown : undefined}>
              <th scope="row" className={styles.name}>
                {column.header}
              </th>
              <td className={styles.samples}>{column.samples.join(' · ')}</td>
              <td>
                <select
                  className={styles.select}
                  aria-label={t('columns.holdsOf', { header: column.header })}
                  value={column.holds}
                  onChange={(event) => onChoose(column, event.target.value)}
                >
                  <option value={skip}>{t('columns.skip')}</option>
                  {groups.map((group) => (
                    <Choices key={group.label} group={group} />
                  ))}
                </select>
                {column.aside && <span className={styles.aside}>{column.aside}</span>}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

function Choices({ group: { label, choices } }: { readonly group: ColumnChoices }) {
  const options = choices.map((choice) => (
    <option key={choice.key} value={choice.key}>
      {choice.label}
    </option>
  ))
  return label === '' ? options : <optgroup label={label}>{options}</optgroup>
}
