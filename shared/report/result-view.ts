/** What the result page is told of a report: what it shows, and nothing that only files hold. */
import type { Report } from '#shared/report/report.ts'

type FilesOnly = 'file' | 'history' | 'scores' | 'interviews' | 'evidence' | 'parking'

export type ResultView = Omit<Report, FilesOnly>

export function resultView(report: Report): ResultView {
  const { file, history, scores, interviews, evidence, parking, ...shown } = report
  return shown
}
