/** What would happen, row by row: what is new, what changes and from what to what, what stays, what is wrong. */
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ListParts } from '#client/features/lists/list-parts.ts'
import { useFieldLabel } from '#client/features/lists/use-field-label.ts'
import { saveAs } from '#client/lib/save-as.ts'
import { Button } from '#client/ui/button.tsx'
import styles from '#client/ui/file-form.module.css'
import { RowProblems } from '#client/ui/row-problems.tsx'
import segments from '#client/ui/segments.module.css'
import typography from '#client/ui/type.module.css'
import { faultyRowsCsv } from '#shared/intake/faulty-rows.ts'
import { takenKey } from '#shared/lists/differences.ts'
import type { Difference, ListRow } from '#shared/lists/list-row.ts'
import own from './lists.module.css'

const MOST_SHOWN = 100
const shows = ['all', 'create', 'update', 'same', 'fault'] as const

export function ListPreview(parts: ListParts) {
  const { source, reading } = parts
  const { t } = useTranslation('lists')
  const [show, setShow] = useState<(typeof shows)[number]>('all')
  const { rows, problems, headerRow } = reading
  const count = (what: (typeof shows)[number]) =>
    what === 'all' ? rows.length : rows.filter(({ does }) => does === what).length
  const shown = rows.filter(({ does }) => show === 'all' || does === show)
  const more = shown.length - MOST_SHOWN
  const faults = problems.filter(({ level }) => level === 'fault')
  const save = () => {
    const text = faultyRowsCsv(source.sheet.rows, headerRow, problems, source.text?.delimiter ?? ',')
    saveAs(new Blob([text], { type: 'text/csv;charset=utf-8' }), 'faulty-rows.csv')
  }
  return (
    <section className={styles.section}>
      <h3 className={typography.section}>{t('preview.title')}</h3>
      <RowProblems title={t('preview.faults')} problems={faults} />
      {faults.some(({ row }) => row !== null) && (
        <div className={styles.acts}>
          <Button onClick={save}>{t('preview.errorFile')}</Button>
        </div>
      )}
      <RowProblems
        title={t('preview.notices')}
        problems={problems.filter(({ level }) => level === 'notice')}
      />
      <Conflicts {...parts} />
      <fieldset className={`${segments.segments} ${own.shows}`}>
        <legend className={typography.hidden}>{t('preview.show')}</legend>
        {shows
          .filter((one) => one === 'all' || count(one) > 0)
          .map((one) => (
            <button
              key={one}
              type="button"
              className={segments.segment}
              aria-pressed={one === show}
              onClick={() => setShow(one)}
            >
              {t(`preview.${one}`)} {count(one)}
            </button>
          ))}
      </fieldset>
      <table className={own.rows}>
        <caption className={typography.hidden}>{t('preview.title')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('preview.row')}</th>
            <th scope="col">{t('preview.what')}</th>
            <th scope="col">{t('preview.which')}</th>
          </tr>
        </thead>
        <tbody>
          {shown.slice(0, MOST_SHOWN).map((row) => (
            <Row key={row.row} row={row} {...parts} />
          ))}
        </tbody>
      </table>
      {more > 0 && <p className={styles.aside}>{t('preview.more', { count: more })}</p>}
    </section>
  )
}

function Row({ row, ...parts }: ListParts & { readonly row: ListRow }) {
  const { t } = useTranslation('lists')
  return (
    <tr className={own[row.does]}>
      <th scope="row">{row.row}</th>
      <td className={own.does}>{t(`preview.${row.does}`)}</td>
      <td>
        <span dir="auto">{row.title}</span>
        {row.does === 'create' && <Details {...row} />}
        {row.does !== 'create' && row.differences.length > 0 && (
          <ul className={own.differences}>
            {row.differences.map((one) => (
              <li key={one.field}>
                <Change row={row.row} difference={one} {...parts} />
              </li>
            ))}
          </ul>
        )}
      </td>
    </tr>
  )
}

/** What comes in with a new one. */
function Details({ differences }: ListRow) {
  const { t } = useTranslation('lists')
  const label = useFieldLabel()
  if (differences.length === 0) return null
  return (
    <p className={own.details}>
      {differences.map(({ field, to }) => t('preview.detail', { field: label(field), to })).join(' · ')}
    </p>
  )
}

function Change(props: ListParts & { readonly row: number; readonly difference: Difference }) {
  const { row, difference, settings, onChange } = props
  const { t } = useTranslation('lists')
  const label = useFieldLabel()
  const { field, from, to, isTaken } = difference
  const words = { field: label(field), from, to }
  if (from === '') return t('preview.fill', words)
  const key = takenKey(row, field)
  return (
    <>
      {isTaken ? t('preview.changed', words) : t('preview.change', words)}
      <label className={styles.check}>
        <input
          type="checkbox"
          checked={isTaken}
          onChange={() => {
            const taken = new Set(settings.taken)
            if (!taken.delete(key)) taken.add(key)
            onChange({ ...settings, taken })
          }}
        />
        {t('preview.takeTheirs', { to })}
      </label>
    </>
  )
}

/** Texts that are other than here: ours stay until somebody says otherwise. */
function Conflicts({ reading, settings, onChange }: ListParts) {
  const { t } = useTranslation('lists')
  const all = reading.rows.flatMap(({ row, differences }) =>
    differences.filter(({ from }) => from !== '').map(({ field }) => takenKey(row, field)),
  )
  if (all.length === 0) return null
  return (
    <div className={own.conflicts}>
      <p>{t('preview.differ', { count: all.length })}</p>
      {all.length > 1 && (
        <div className={styles.acts}>
          <Button size="small" onClick={() => onChange({ ...settings, taken: new Set(all) })}>
            {t('preview.takeAll')}
          </Button>
          <Button size="small" kind="quiet" onClick={() => onChange({ ...settings, taken: new Set() })}>
            {t('preview.keepAll')}
          </Button>
        </div>
      )}
    </div>
  )
}
