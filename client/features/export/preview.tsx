/** What the file would hold now: its first page in the file's own words, how much of what, and what is left out. */
import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import { hasFirstPage, holdsTasks } from '#client/features/export/formats.ts'
import type { ReportShown } from '#client/session/followed-report.ts'
import { useSession } from '#client/session/hooks.ts'
import type from '#client/ui/type.module.css'
import type { ExportFormat } from '#shared/protocol/export-formats.ts'
import type { SummaryLine } from '#shared/report/summary.ts'
import styles from './export.module.css'

const parts = ['needs', 'interviews', 'quotes', 'findings', 'stages', 'decisions', 'actions', 'gaps'] as const
const ofTasks: readonly string[] = ['actions']
const ofCalendar: readonly string[] = ['actions', 'decisions', 'gaps']

export function Preview({ format, shown }: { readonly format: ExportFormat; readonly shown: ReportShown }) {
  const { t } = useTranslation('exporting')
  const { name } = useSession().view.seat
  const { report, summary } = shown
  const id = useId()
  const held = parts.filter(
    (one) => !holdsTasks(format) || (format === 'ics' ? ofCalendar : ofTasks).includes(one),
  )
  const isEmpty = held.every((one) => report[one].length === 0)
  return (
    <section className={styles.preview} aria-labelledby={id}>
      <h2 id={id} className={type.section}>
        {t(hasFirstPage(format) ? 'preview.title' : 'preview.inside')}
      </h2>
      <p className={type.meta}>{t(hasFirstPage(format) ? 'preview.live' : 'preview.noPage')}</p>
      {hasFirstPage(format) && (
        <div className={styles.firstPage}>
          <h3 className={type.display}>{report.title}</h3>
          <dl>
            {summary
              .filter(({ value }) => !report.sealed.includes(value))
              .map((line) => (
                <PageLine key={line.label} {...line} />
              ))}
          </dl>
        </div>
      )}
      {report.sealed.length > 0 && (
        <div className={styles.sealed}>
          <h3>{t(report.isOpen ? 'preview.leftOut' : 'preview.notOpened')}</h3>
          <ul>
            {report.sealed.map((one) => (
              <li key={one}>{one}</li>
            ))}
          </ul>
        </div>
      )}
      {isEmpty && (
        <p className={styles.nothing}>
          <b>{t('preview.nothing')}</b> {t('preview.nothingAdvice')}
        </p>
      )}
      {hasFirstPage(format) && <h3 className={type.section}>{t('preview.inside')}</h3>}
      <ul className={styles.counts}>
        {held.map((one) => (
          <li key={one}>{t(`count.${one}`, { count: report[one].length })}</li>
        ))}
      </ul>
      <p className={type.meta}>{t('preview.about', { name })}</p>
    </section>
  )
}

function PageLine({ label, value, whose, n = 0 }: SummaryLine) {
  const { t } = useTranslation('exporting')
  return (
    <div data-whose={whose}>
      <dt>{label}</dt>
      <dd>
        {value}
        {whose && <small>{t(`preview.${whose}`, { count: n })}</small>}
      </dd>
    </div>
  )
}
