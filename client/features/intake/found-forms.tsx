/** What the server found out about the file, to be confirmed or changed: never silently wrong. */
import { useTranslation } from 'react-i18next'
import { Choice } from '#client/ui/choice.tsx'
import styles from '#client/ui/file-form.module.css'
import { TextField } from '#client/ui/text-field.tsx'
import typography from '#client/ui/type.module.css'
import { dateOrders, decimals, delimiters, encodings } from '#shared/intake/forms.ts'
import type { IntakeResult, IntakeSettings } from '#shared/protocol/intake-calls.ts'

const delimiterNames = { ',': 'comma', ';': 'semicolon', '\t': 'tab', '|': 'bar' } as const

interface FoundProps {
  readonly found: IntakeResult['found']
  readonly settings: IntakeSettings
  readonly isTable: boolean
  readonly onChange: (settings: IntakeSettings) => void
}

export function FoundForms({ found, settings, isTable, onChange }: FoundProps) {
  const { t } = useTranslation('intake')
  const noteOn = (what: IntakeResult['found']['unsure'][number]) =>
    found.unsure.includes(what) ? t('found.unsure') : undefined
  const set = (change: IntakeSettings) => onChange({ ...settings, ...change })
  return (
    <section className={styles.section}>
      <h3 className={typography.section}>{t('found.title')}</h3>
      <p className={typography.meta}>{t('found.lead')}</p>
      <div className={styles.choices}>
        {found.encoding !== null && (
          <Choice
            label={t('found.encoding')}
            value={found.encoding}
            note={noteOn('encoding')}
            onChange={(value) => set({ encoding: encodings.find((one) => one === value) })}
          >
            {encodings.map((one) => (
              <option key={one} value={one}>
                {t(`found.encodings.${one}`)}
              </option>
            ))}
          </Choice>
        )}
        {found.delimiter !== null && (
          <Choice
            label={t('found.delimiter')}
            value={found.delimiter}
            note={noteOn('delimiter')}
            onChange={(value) => set({ delimiter: delimiters.find((one) => one === value) })}
          >
            {delimiters.map((one) => (
              <option key={one} value={one}>
                {t(`found.delimiters.${delimiterNames[one]}`)}
              </option>
            ))}
          </Choice>
        )}
        {found.sheets.length > 1 && (
          <Choice
            label={t('found.sheet')}
            value={found.sheet ?? ''}
            onChange={(sheet) => onChange({ sheet })}
          >
            {found.sheets.map((name) => (
              <option key={name}>{name}</option>
            ))}
          </Choice>
        )}
        {isTable && (
          <>
            <Choice
              label={t('found.decimal')}
              value={found.decimal}
              note={noteOn('decimal')}
              onChange={(value) => set({ decimal: decimals.find((one) => one === value) })}
            >
              {decimals.map((one) => (
                <option key={one} value={one}>
                  {one === '.' ? t('found.pointed') : t('found.comma')}
                </option>
              ))}
            </Choice>
            <Choice
              label={t('found.dateOrder')}
              value={found.dateOrder}
              note={noteOn('dateOrder')}
              onChange={(value) => set({ dateOrder: dateOrders.find((one) => one === value) })}
            >
              {dateOrders.map((one) => (
                <option key={one} value={one}>
                  {t(`found.dateOrders.${one}`)}
                </option>
              ))}
            </Choice>
            <HeaderRow
              row={found.headerRow}
              onChange={(headerRow) => set({ headerRow, leaveOut: undefined })}
            />
          </>
        )}
      </div>
      {isTable && <LeftOut found={found} settings={settings} onChange={onChange} />}
    </section>
  )
}

function HeaderRow({ row, onChange }: { readonly row: number; readonly onChange: (row: number) => void }) {
  const { t } = useTranslation('intake')
  return (
    <TextField
      label={t('found.headerRow')}
      type="number"
      inputMode="numeric"
      min={1}
      max={1000}
      value={row}
      onChange={(value) => {
        const next = Number(value)
        if (Number.isInteger(next) && next >= 1) onChange(next)
      }}
    />
  )
}

/** Rows that look like totals; what is taken off the list comes in. */
function LeftOut({ found, settings, onChange }: Omit<FoundProps, 'isTable'>) {
  const { t } = useTranslation('intake')
  if (found.leftOut.length === 0) return null
  const rows = found.leftOut.map(({ row }) => row)
  return (
    <fieldset className={styles.fieldset}>
      <legend>{t('found.leftOut')}</legend>
      {found.leftOut.map(({ row, text }) => (
        <label key={row} className={styles.check}>
          <input
            type="checkbox"
            checked
            onChange={() => onChange({ ...settings, leaveOut: rows.filter((one) => one !== row) })}
          />
          {t('found.leaveOut', { row, text })}
        </label>
      ))}
    </fieldset>
  )
}
