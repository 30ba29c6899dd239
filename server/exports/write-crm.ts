/**
 * Actions as tasks that HubSpot and Salesforce import: one object a file, one head row, ISO dates. Neither knows our
 * seats, so who owns a task is said in words and assigned while importing: HubSpot wants an e-mail address, Salesforce
 * an id, and we keep neither. HubSpot takes notes only along with a record they belong to, and we keep none of
 * customers, so what was said stands in the notes of the task. Salesforce's wizard takes no tasks; its Data Loader takes `Task.csv`.
 */
import { actionLines } from '#server/exports/write-calendar.ts'
import { zippedTexts } from '#server/exports/zip.ts'
import { cut } from '#shared/document/fields.ts'
import { writeCsv } from '#shared/intake/csv.ts'
import { guard } from '#shared/intake/guard.ts'
import { oneLine } from '#shared/report/clean.ts'
import type { Report } from '#shared/report/report.ts'
import type { ReportAction } from '#shared/report/report-map.ts'

const form = { delimiter: ',', withMark: false } as const
/** Salesforce takes 255 characters of a subject. */
const SUBJECT = 255

const hubspotStatus: Readonly<Record<ReportAction['status'], string>> = {
  open: 'NOT_STARTED',
  in_progress: 'IN_PROGRESS',
  done: 'COMPLETED',
  dropped: 'DEFERRED',
}

const salesforceStatus: Readonly<Record<ReportAction['status'], string>> = {
  open: 'Not Started',
  in_progress: 'In Progress',
  done: 'Completed',
  dropped: 'Deferred',
}

const hubspotPriority: Readonly<Record<string, string>> = { large: 'HIGH', medium: 'MEDIUM', small: 'LOW' }
const salesforcePriority: Readonly<Record<string, string>> = { large: 'High', medium: 'Normal', small: 'Low' }

export function hubspotTasks(report: Report): string {
  const rows = report.actions.map((action) => [
    oneLine(action.title),
    notesOf(action, report),
    action.due,
    hubspotStatus[action.status],
    hubspotPriority[action.impact] ?? 'NONE',
    'TODO',
    '',
    ownerOf(action),
  ])
  const head = [
    'Task title',
    'Notes',
    'Due date',
    'Task status',
    'Priority',
    'Task type',
    'Assigned to',
    'Owner name',
  ]
  return writeCsv([head, ...rows.map((row) => row.map(guard))], form)
}

export function salesforceTasks(report: Report): string {
  const rows = report.actions.map((action) => [
    cut(oneLine(action.title), SUBJECT),
    action.due,
    salesforceStatus[action.status],
    salesforcePriority[action.impact] ?? 'Normal',
    '',
    '',
    notesOf(action, report),
    ownerOf(action),
  ])
  const head = [
    'Subject',
    'ActivityDate',
    'Status',
    'Priority',
    'OwnerId',
    'WhatId',
    'Description',
    'Owner name',
  ]
  return writeCsv([head, ...rows.map((row) => row.map(guard))], form)
}

const ownerOf = ({ owner, functionName }: ReportAction): string => (owner === '' ? functionName : owner)

const notesOf = (action: ReportAction, { title, meta }: Report): string =>
  [
    ...actionLines(action),
    ...action.quotes.map(({ text, by }) => `“${text}” (${by})`),
    `From the workshop “${oneLine(title)}”, ${meta.state}, ${meta.exportedAt}, ${meta.appVersion}, ${meta.exportedBy}`,
  ].join('\n')

const howToHubspot = `Import tasks.csv in HubSpot: Contacts > Import > One file > One object > Tasks.
Map "Assigned to" after you have filled in the e-mail addresses of your users; "Owner name" says who that is.
Map "Owner name" to nothing, or to a property of your own. Dates are ISO 8601.
`

const howToSalesforce = `Task.csv is for the Salesforce Data Loader: Insert > Task. The Data Import Wizard takes no tasks.
Fill in OwnerId with ids of your users ("Owner name" says who that is) and, if you like, WhatId with an account or
opportunity. Leave "Owner name" unmapped. Dates are ISO 8601, text is UTF-8.
`

const zipped = (report: Report, files: Readonly<Record<string, string>>): Uint8Array =>
  zippedTexts(Object.entries(files), report.meta.exportedAt)

export const writeHubspot = (report: Report): Uint8Array =>
  zipped(report, { 'tasks.csv': hubspotTasks(report), 'how-to-import.txt': howToHubspot })

export const writeSalesforce = (report: Report): Uint8Array =>
  zipped(report, { 'Task.csv': salesforceTasks(report), 'how-to-import.txt': howToSalesforce })
