/** Days to keep, as a calendar: when actions and answers are due, and when decisions are looked at again. */
import { createEvents, type EventAttributes } from 'ics'
import { oneLine } from '#shared/report/clean.ts'
import { choice, words } from '#shared/report/file-words.ts'
import type { Report } from '#shared/report/report.ts'
import type { ReportAction } from '#shared/report/report-map.ts'
import { considered } from '#shared/report/tables.ts'

interface Day {
  readonly id: string
  readonly day: string
  readonly title: string
  readonly lines: readonly string[]
  readonly category: string
}

export function writeReportCalendar(report: Report): string {
  const { meta, title } = report
  const stamp = Date.parse(meta.exportedAt)
  const events = daysOf(report).flatMap((one): EventAttributes[] => {
    const start = dateOf(one.day)
    if (!start) return []
    return [
      {
        uid: `${one.id}@${meta.workshopId}.guessproof`,
        start,
        duration: { days: 1 },
        title: oneLine(one.title),
        description: [...one.lines, '', madeLine(report)].join('\n'),
        categories: [one.category],
        transp: 'TRANSPARENT',
        created: stamp,
        lastModified: stamp,
      },
    ]
  })
  const { value, error } = createEvents(events, { productId: 'guessproof', calName: oneLine(title) })
  if (error || value === null) throw error ?? new Error('The calendar could not be written.')
  return value
}

const madeLine = ({ title, meta }: Report): string =>
  `${words.app}: ${oneLine(title)}, ${meta.state}, ${meta.exportedAt}, version ${meta.appVersion}${meta.exportedBy === '' ? '' : `, by ${meta.exportedBy}`}`

function daysOf({ actions, decisions, gaps }: Report): Day[] {
  return [
    ...actions
      .filter(({ status }) => status === 'open' || status === 'in_progress')
      .map((action) => ({
        id: action.id,
        day: action.due,
        title: `Due: ${action.title}`,
        lines: actionLines(action),
        category: choice(action.kind),
      })),
    ...gaps
      .filter(({ due }) => due !== '')
      .map(({ id, due, text, owner }) => ({
        id,
        day: due,
        title: `Find out: ${text}`,
        lines: [`Owner: ${owner === '' ? words.noOwner : owner}`],
        category: 'Unknown',
      })),
    ...decisions
      .filter(({ isSuperseded }) => !isSuperseded)
      .map(({ id, reviewWhen, text, note, kind }) => ({
        id,
        day: /\d{4}-\d{2}-\d{2}/.exec(reviewWhen)?.[0] ?? '',
        title: `Look again: ${text}`,
        lines: [kind, ...(note === '' ? [] : [note]), reviewWhen],
        category: 'Decision',
      })),
  ]
}

export const actionLines = (action: ReportAction): string[] => [
  `Owner: ${action.owner === '' ? words.noOwner : action.owner}`,
  ...(action.functionName === '' ? [] : [`Function: ${action.functionName}`]),
  ...(action.measure === ''
    ? []
    : [`Measure: ${action.measure}, from ${action.baseline} to ${action.target}`]),
  `Revenue: ${considered(action.revenue)}. Margin: ${considered(action.margin)}. Cash: ${considered(action.cash)}.`,
  action.evidence.length === 0 ? `It ${words.opinion}.` : `Rests on: ${action.evidence.join('; ')}`,
]

/** Year, month and day that exist; null for anything else. */
function dateOf(day: string): [number, number, number] | null {
  const [, year, month, date] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(day) ?? []
  if (!year || !month || !date) return null
  const at = new Date(`${day}T00:00:00Z`)
  return Number.isNaN(at.getTime()) || at.toISOString().slice(0, 10) !== day
    ? null
    : [Number(year), Number(month), Number(date)]
}
