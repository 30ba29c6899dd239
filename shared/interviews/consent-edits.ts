/** Edits of what a customer allows (method C12): four consents, each with its day, and until when a recording may stay. */
import { readRow, updateRow } from '#shared/document/collection.ts'
import type { Edit } from '#shared/document/edit.ts'
import { type Interview, interviews } from '#shared/interviews/schema.ts'

export const consentNames = ['notes', 'recording', 'quotesInside', 'quotesOutside'] as const
export type ConsentName = (typeof consentNames)[number]

/** The scope under which a consent is withdrawn. */
const scopeOf: Readonly<Record<ConsentName, string>> = {
  notes: 'notes',
  recording: 'recording',
  quotesInside: 'quotes_inside',
  quotesOutside: 'quotes_outside',
}

const RECORDING_MONTHS = 6
const IDENTITY_MONTHS = 12

/** So many months after an ISO day; in a shorter month its last day. */
export function monthsAfter(day: string, months: number): string {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number)
  const last = new Date(Date.UTC(year, month + months, 0)).getUTCDate()
  return new Date(Date.UTC(year, month - 1 + months, Math.min(date, last))).toISOString().slice(0, 10)
}

export const usualIdentityEnd = (day: string): string => monthsAfter(day, IDENTITY_MONTHS)

/**
 * Says whether the customer allows something; null: not asked. Allowing gives it its day, a recording its end, and
 * undoes a withdrawal of it: what was removed stays removed. False if the interview is gone.
 */
export const setConsent: Edit<
  { id: string; name: ConsentName; isGiven: boolean | null; day: string },
  boolean
> = (doc, { id, name, isGiven, day }) => {
  const row = readRow(doc, interviews, id)
  if (!row) return false
  const { [name]: _before, ...others } = row.consent.datesGiven
  const consent: Interview['consent'] = {
    ...row.consent,
    [name]: isGiven,
    datesGiven: isGiven === true ? { ...others, [name]: day } : others,
    ...(isGiven === true && {
      withdrawnScope: row.consent.withdrawnScope.filter((one) => one !== scopeOf[name]),
    }),
    ...(name === 'recording' && {
      deleteRecordingAfter: isGiven === true ? monthsAfter(day, RECORDING_MONTHS) : '',
    }),
  }
  return updateRow(doc, interviews, id, { consent })
}

/** Until when a recording that lies elsewhere may stay. */
export const setRecordingEnd: Edit<{ id: string; day: string }, boolean> = (doc, { id, day }) => {
  const row = readRow(doc, interviews, id)
  return (
    row !== null && updateRow(doc, interviews, id, { consent: { ...row.consent, deleteRecordingAfter: day } })
  )
}
