/** What the file would hold now: its first page in the file's own words, how much of what, and what is left out. */
import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import { ChartsPreview } from '#client/features/export/charts-preview.tsx'
import { hasFirstPage, hasSlides, holdsTasks } from '#client/features/export/formats.ts'
import { SlidesPreview } from '#client/features/export/slides-preview.tsx'
import type { LogoPicture } from '#client/lib/logo-picture.ts'
import { useSession } from '#client/session/hooks.ts'
import { fitsPrinted } from '#client/ui/sheet-pages-fit.ts'
import { StageSheet } from '#client/ui/stage-sheet.tsx'
import type from '#client/ui/type.module.css'
import { chartsOf } from '#shared/charts/charts-of.ts'
import type { ExportFormat } from '#shared/protocol/export-formats.ts'
import type { Report } from '#shared/report/report.ts'
import { fitted } from '#shared/report/sheet-fit.ts'
import { stageSheets } from '#shared/report/stage-sheet.ts'
import { type SummaryLine, summaryLines } from '#shared/report/summary.ts'
import type { Slides } from '#shared/slides/slides-of.ts'
import styles from './export.module.css'

const parts = ['needs', 'interviews', 'quotes', 'findings', 'stages', 'decisions', 'actions', 'gaps'] as const
const ofTasks: readonly string[] = ['actions']
const ofCalendar: readonly string[] = ['actions', 'decisions', 'gaps']
const ofSheets: readonly string[] = ['stages']

export function Preview(props: {
  readonly format: ExportFormat
  /** With the parts that go in. */
  readonly report: Report
  readonly slides: Slides
  /** Those that stand somewhere in it. */
  readonly quotes: number
  readonly logo: LogoPicture | null
}) {
  const { format, report } = props
  const { t } = useTranslation('exporting')
  const { name } = useSession().view.seat
  const id = useId()
  const [sheet] = format === 'sheets' ? stageSheets(report) : []
  const hasPage = hasFirstPage(format) || sheet !== undefined
  const held = parts.filter((one) =>
    format === 'sheets'
      ? ofSheets.includes(one)
      : !holdsTasks(format) || (format === 'ics' ? ofCalendar : ofTasks).includes(one),
  )
  const charts = format === 'charts' ? chartsOf(report, props.slides.look) : []
  const told = hasPage ? 'preview.live' : charts.length > 0 ? 'preview.charts' : 'preview.noPage'
  const isEmpty = held.every((one) => report[one].length === 0)
  return (
    <section className={styles.preview} aria-labelledby={id}>
      <h2 id={id} className={hasSlides(format) ? type.hidden : type.section}>
        {t(hasSlides(format) ? 'slide.title' : hasPage ? 'preview.title' : 'preview.inside')}
      </h2>
      {!hasSlides(format) && <p className={type.meta}>{t(told)}</p>}
      {hasSlides(format) && <SlidesPreview slides={props.slides} logo={props.logo} />}
      <ChartsPreview charts={charts} />
      {sheet && (
        <div className={styles.sheetPage}>
          <StageSheet sheet={fitted(sheet, fitsPrinted)} isPaper />
        </div>
      )}
      {hasFirstPage(format) && (
        <div className={styles.firstPage}>
          <h3 className={type.display}>{report.title}</h3>
          <dl>
            {summaryLines(report)
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
      {(hasPage || hasSlides(format)) && <h3 className={type.section}>{t('preview.inside')}</h3>}
      <ul className={styles.counts}>
        {held.map((one) => (
          <li key={one}>
            {t(`count.${one}`, { count: one === 'quotes' ? props.quotes : report[one].length })}
          </li>
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
