/** How the list lies in its sheet, as it was found; to be changed where it is not right. */
import { useTranslation } from 'react-i18next'
import type { ListParts } from '#client/features/lists/list-parts.ts'
import { Choice } from '#client/ui/choice.tsx'
import styles from '#client/ui/file-form.module.css'
import typography from '#client/ui/type.module.css'
import { lanes } from '#shared/board/schema.ts'
import { type Delimiter, dateOrders, delimiters, type Encoding, encodings } from '#shared/intake/forms.ts'

const delimiterNames = { ',': 'comma', ';': 'semicolon', '\t': 'tab', '|': 'bar' } as const
/** Headings further down are not looked for by hand either. */
const HEADER_ROWS = 10

interface Forms {
  readonly encoding?: Encoding
  readonly delimiter?: Delimiter
  readonly sheet?: string
}

export function ListForm(props: ListParts & { readonly onForms: (forms: Forms) => void }) {
  const { kind, source, settings, reading, onChange, onForms } = props
  const { t } = useTranslation('lists')
  const { t: intake } = useTranslation('intake')
  const { t: roadmap } = useTranslation('roadmap')
  const { text, sheets, sheet } = source
  const rows = Math.min(HEADER_ROWS, sheet.rows.length)
  const hasLanes = reading.columns.some(({ to }) => to === 'lane')
  return (
    <section className={styles.section}>
      <h3 className={typography.section}>{t('form.title')}</h3>
      <div className={styles.choices}>
        {sheets && sheets.all.length > 1 && (
          <Choice label={intake('found.sheet')} value={sheets.at} onChange={(at) => onForms({ sheet: at })}>
            {sheets.all.map((name) => (
              <option key={name}>{name}</option>
            ))}
          </Choice>
        )}
        {text && (
          <>
            <Choice
              label={intake('found.delimiter')}
              value={text.delimiter}
              onChange={(value) => {
                const delimiter = delimiters.find((one) => one === value)
                if (delimiter) onForms({ encoding: text.encoding, delimiter })
              }}
            >
              {delimiters.map((one) => (
                <option key={one} value={one}>
                  {intake(`found.delimiters.${delimiterNames[one]}`)}
                </option>
              ))}
            </Choice>
            <Choice
              label={intake('found.encoding')}
              value={text.encoding}
              note={text.encoding === 'windows-1252' ? intake('found.unsure') : undefined}
              onChange={(value) => {
                const encoding = encodings.find((one) => one === value)
                if (encoding) onForms({ delimiter: text.delimiter, encoding })
              }}
            >
              {encodings.map((one) => (
                <option key={one} value={one}>
                  {intake(`found.encodings.${one}`)}
                </option>
              ))}
            </Choice>
          </>
        )}
        <Choice
          label={t('form.header')}
          value={String(reading.headerRow)}
          onChange={(value) => onChange({ ...withoutColumns(settings), headerRow: Number(value) })}
        >
          <option value="0">{t('form.noHeader')}</option>
          {Array.from({ length: Math.max(rows, reading.headerRow) }, (_, index) => index + 1).map((row) => (
            <option key={row} value={row}>
              {t('form.headerRow', { row })}
            </option>
          ))}
        </Choice>
        {kind === 'cards' && !hasLanes && (
          <Choice
            label={t('form.lane')}
            value={settings.lane ?? 'question'}
            onChange={(value) => {
              const lane = lanes.find((one) => one === value)
              if (lane) onChange({ ...settings, lane })
            }}
          >
            {lanes.map((lane) => (
              <option key={lane} value={lane}>
                {roadmap(`lanes.${lane}.name`)}
              </option>
            ))}
          </Choice>
        )}
        {reading.dateOrder && (
          <Choice
            label={intake('found.dateOrder')}
            value={reading.dateOrder.form ?? ''}
            note={reading.dateOrder.form === null ? intake('found.unsure') : undefined}
            onChange={(value) => {
              const dateOrder = dateOrders.find((one) => one === value)
              if (dateOrder) onChange({ ...settings, dateOrder })
            }}
          >
            {reading.dateOrder.form === null && <option value="">?</option>}
            {dateOrders.map((one) => (
              <option key={one} value={one}>
                {intake(`found.dateOrders.${one}`)}
              </option>
            ))}
          </Choice>
        )}
      </div>
      <LeftOut {...props} />
    </section>
  )
}

function withoutColumns({ columns: _columns, ...settings }: ListParts['settings']) {
  return settings
}

/** Rows that look like totals; what is taken off the list comes in. */
function LeftOut({ reading, settings, onChange }: ListParts) {
  const { t } = useTranslation('lists')
  const { t: intake } = useTranslation('intake')
  if (reading.leftOut.length === 0) return null
  return (
    <fieldset className={styles.fieldset}>
      <legend>{t('form.leftOut')}</legend>
      {reading.leftOut.map(({ row, text }) => (
        <label key={row} className={styles.check}>
          <input
            type="checkbox"
            checked
            onChange={() => onChange({ ...settings, noTotals: [...(settings.noTotals ?? []), row] })}
          />
          {intake('found.leaveOut', { row, text })}
        </label>
      ))}
    </fieldset>
  )
}
