/** The columns of the list, with examples, and what each holds. */
import { useTranslation } from 'react-i18next'
import type { ListParts } from '#client/features/lists/list-parts.ts'
import { useFieldLabel } from '#client/features/lists/use-field-label.ts'
import { ColumnTable } from '#client/ui/column-table.tsx'
import { ID, SKIP } from '#shared/lists/list-columns.ts'
import { listShapes } from '#shared/lists/list-fields.ts'

const SAMPLES = 3
const LONGEST_SAMPLE = 80

export function ListColumns({ kind, source, settings, reading, onChange }: ListParts) {
  const { t } = useTranslation('lists')
  const label = useFieldLabel()
  const rows = source.sheet.rows.slice(reading.headerRow)
  const columns = reading.columns.map(({ index, header, to, by }) => ({
    key: String(index),
    header,
    samples: samplesOf(rows, index),
    holds: to,
    isUnknown: by === 'nothing',
  }))
  const choices = [...listShapes[kind].fields.map(({ name }) => name), ID].map((name) => ({
    key: name,
    label: label(name),
  }))
  return (
    <ColumnTable
      columns={columns.filter(
        ({ header, samples, isUnknown }) => !isUnknown || samples.length > 0 || header.length > 2,
      )}
      groups={[{ label: t(`kinds.${kind}`), choices }]}
      skip={SKIP}
      onChoose={({ key }, to) =>
        onChange({ ...settings, columns: { ...settings.columns, [Number(key)]: to } })
      }
    />
  )
}

function samplesOf(rows: readonly (readonly string[])[], index: number): string[] {
  const found: string[] = []
  for (const row of rows) {
    const cell = row[index]?.trim() ?? ''
    if (cell !== '') found.push(cell.slice(0, LONGEST_SAMPLE))
    if (found.length === SAMPLES) break
  }
  return found
}
