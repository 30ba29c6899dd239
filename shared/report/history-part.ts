/** The journal as rows of text: what was changed from what to what, when, and by whom where names are in. */
import type { Json } from '#shared/document/fields.ts'
import type { Report } from '#shared/report/report.ts'
import type { ReportSource } from '#shared/report/source.ts'

export function historyRows({ history, seats }: ReportSource): Report['history'] {
  const names = new Map(seats.map(({ id, name }) => [id, name]))
  return history.map(({ at, collection, recordId, field, from, to, seatId, reason }) => ({
    at: new Date(at).toISOString(),
    what: collection,
    recordId,
    field,
    from: plain(from),
    to: plain(to),
    by: names.get(seatId ?? '') ?? '',
    reason,
  }))
}

/** A value as text: words as they are, everything else as JSON; empty for nothing. */
export const plain = (value: Json): string =>
  value === null ? '' : typeof value === 'string' ? value : JSON.stringify(value)
