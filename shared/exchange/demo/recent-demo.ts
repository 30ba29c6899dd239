/**
 * The demo as if its workshop had closed a week ago: every day and time is moved by the same number of whole weeks, so
 * that weekdays and the time between two days stay. Nothing else of it changes.
 */
import { isObject, type Json } from '#shared/document/fields.ts'
import { demoWorkshop } from '#shared/exchange/demo/demo-workshop.ts'

const DAY_MS = 86_400_000
const WEEK_MS = 7 * DAY_MS
/** When the last action was promised. */
const CLOSED_AT = Date.parse('2026-04-16T09:45:00Z')

/** As read: `parseWorkshopFile` makes a workshop of it. */
export function recentDemo(now: number): unknown {
  const weeks = Math.max(0, Math.floor((now - WEEK_MS - CLOSED_AT) / WEEK_MS))
  return weeks === 0 ? demoWorkshop : moved(demoWorkshop as Json, weeks * WEEK_MS, '')
}

function moved(value: Json, by: number, key: string): Json {
  if (typeof value === 'string') return movedDay(value, by)
  if (typeof value === 'number') return isTime(key) ? value + by : value
  if (isList(value)) return value.map((one) => moved(one, by, key))
  if (!isObject(value)) return value
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, moved(one, by, name)]))
}

const isList = (value: Json): value is readonly Json[] => Array.isArray(value)
const isTime = (key: string) => key === 'at' || key.endsWith('At')

/** An ISO day, also before a time of day; all other text as it is. */
function movedDay(text: string, by: number): string {
  const [, day, rest = ''] = /^(\d{4}-\d{2}-\d{2})(T.*)?$/u.exec(text) ?? []
  if (day === undefined) return text
  return new Date(Date.parse(`${day}T00:00:00Z`) + by).toISOString().slice(0, 10) + rest
}
