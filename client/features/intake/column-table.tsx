/** The columns of the file with examples, and what each holds: told by its heading, remembered, or chosen here. */
import { useTranslation } from 'react-i18next'
import { type TargetGroup, useTargets } from '#client/features/intake/use-targets.ts'
import typography from '#client/ui/type.module.css'
import { targetKey } from '#shared/intake/targets.ts'
import type { IntakeResult, IntakeSettings } from '#shared/protocol/intake-calls.ts'
import styles from './intake.module.css'

type Column = IntakeResult['columns'][number]

export function ColumnTable(props: {
  readonly result: IntakeResult
  readonly settings: IntakeSettings
  readonly onChange: (settings: IntakeSettings) => void
}) {
  const { result, settings, onChange } = props
  const { t } = useTranslation('intake')
  const groups = useTargets()
  const choose = (column: Column, key: string) => {
    const found = groups.flatMap(({ choices }) => choices).find((one) => one.key === key)
    const others = (settings.columns ?? []).filter(({ header }) => header !== column.header)
    const target = found?.target ?? { to: 'skip' as const }
    onChange({ ...settings, columns: [...others, { header: column.header, ...target }] })
  }
  const unknown = result.columns.filter(({ by }) => by === 'nothing').length
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
          {result.columns.map((column) => (
            <tr key={column.header} className={column.by === 'nothing' ? styles.unknown : undefined}>
              <th scope="row" className={styles.name}>
                {column.header}
              </th>
              <td className={styles.samples}>{column.samples.join(' · ')}</td>
              <td>
                <TargetSelect column={column} groups={groups} onChoose={(key) => choose(column, key)} />
                {column.by === 'earlier' && <span className={styles.aside}>{t('columns.earlier')}</span>}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

function TargetSelect(props: {
  readonly column: Column
  readonly groups: readonly TargetGroup[]
  readonly onChoose: (key: string) => void
}) {
  const { column, groups, onChoose } = props
  const { t } = useTranslation('intake')
  return (
    <select
      className={styles.select}
      aria-label={t('columns.holdsOf', { header: column.header })}
      value={targetKey(column)}
      onChange={(event) => onChoose(event.target.value)}
    >
      <option value={targetKey({ to: 'skip' })}>{t('columns.skip')}</option>
      {groups.map(({ label, choices }) => (
        <optgroup key={label} label={label}>
          {choices.map((choice) => (
            <option key={choice.key} value={choice.key}>
              {choice.label}
            </option>
          ))}
        </optgroup>
      ))}
    </select>
  )
}
