/** The columns of a file of interviews, and what each holds of them. */
import { useTranslation } from 'react-i18next'
import { useTargets } from '#client/features/intake/use-targets.ts'
import { ColumnTable } from '#client/ui/column-table.tsx'
import { targetKey } from '#shared/intake/targets.ts'
import type { IntakeResult, IntakeSettings } from '#shared/protocol/intake-calls.ts'

export function InterviewColumns(props: {
  readonly result: IntakeResult
  readonly settings: IntakeSettings
  readonly onChange: (settings: IntakeSettings) => void
}) {
  const { result, settings, onChange } = props
  const { t } = useTranslation('intake')
  const groups = useTargets()
  const choose = (header: string, key: string) => {
    const found = groups.flatMap(({ choices }) => choices).find((one) => one.key === key)
    const others = (settings.columns ?? []).filter((one) => one.header !== header)
    const target = found?.target ?? { to: 'skip' as const }
    onChange({ ...settings, columns: [...others, { header, ...target }] })
  }
  return (
    <ColumnTable
      columns={result.columns.map((column) => ({
        key: column.header,
        header: column.header,
        samples: column.samples,
        holds: targetKey(column),
        isUnknown: column.by === 'nothing',
        aside: column.by === 'earlier' ? t('columns.earlier') : undefined,
      }))}
      groups={groups}
      skip={targetKey({ to: 'skip' })}
      onChoose={({ header }, key) => choose(header, key)}
    />
  )
}
