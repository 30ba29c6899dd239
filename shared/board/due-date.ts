/**
 * Days as people write them: "end of April", "in 3 weeks", "Friday", "30 Apr", "2026-04-30". All of the line must be
 * understood: a library for dates takes what it knows out of a sentence and drops the rest ("yesterday-ish" becomes
 * yesterday), and a date of a promise is never guessed. Pure; today is passed in. Days are ISO, `2026-04-30`.
 */

export type ReadDay =
  | { readonly day: string }
  /** `two-ways`: 5/6 may be May or June. `no-such-day`: 31 April. */
  | { readonly why: 'not-understood' | 'two-ways' | 'no-such-day' }

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'] as const
const fullMonths = [
  'january',
  'february',
  'march',
  'april',
  'may',
  'june',
  'july',
  'august',
  'september',
  'october',
  'november',
  'december',
]
const weekdays = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday']
const counts = ['zero', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten']

const notUnderstood: ReadDay = { why: 'not-understood' }
const FRIDAY = 5
const FARTHEST_YEARS = 20

/** The day that a line of text names; `today` is an ISO day. */
export function readDay(text: string, today: string): ReadDay {
  const words = text
    .trim()
    .toLowerCase()
    .replace(/[,’']/gu, ' ')
    .replace(/\s+/gu, ' ')
    .replace(/^(?:by|until|till|on|due|before) /u, '')
    .replace(/\bthe (?=\d|end|middle|start|beginning)/gu, '')
    .replace(/\.$/u, '')
    .trim()
  for (const form of forms) {
    const found = form(words, today)
    if (found) return found
  }
  return notUnderstood
}

type Form = (words: string, today: string) => ReadDay | null

const written: Form = (words) => {
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})$/u.exec(words)
  if (iso) return dayOf(Number(iso[1]), Number(iso[2]), Number(iso[3]))
  const dotted = /^(\d{1,2})\. ?(\d{1,2})\. ?(\d{4})$/u.exec(words)
  if (dotted) return dayOf(Number(dotted[3]), Number(dotted[2]), Number(dotted[1]))
  return null
}

const dotted: Form = (words, today) => {
  const found = /^(\d{1,2})\. ?(\d{1,2})$/u.exec(words)
  return found ? nextSuchDay(Number(found[2]), Number(found[1]), today) : null
}

const slashed: Form = (words, today) => {
  const found = /^(\d{1,2})[/-](\d{1,2})(?:[/-](\d{4}))?$/u.exec(words)
  if (!found) return null
  const [a, b] = [Number(found[1]), Number(found[2])]
  if (a !== b && a <= 12 && b <= 12) return { why: 'two-ways' }
  const [day, month] = a > 12 ? [a, b] : [b, a]
  return found[3] ? dayOf(Number(found[3]), month, day) : nextSuchDay(month, day, today)
}

/** A map: a line of text may name what every object has. */
const nearDays: ReadonlyMap<string, number> = new Map([
  ['today', 0],
  ['tomorrow', 1],
  ['day after tomorrow', 2],
  ['yesterday', -1],
])

const near: Form = (words, today) => {
  const shift = nearDays.get(words.replace(/^the /u, ''))
  return shift === undefined ? null : { day: addDays(today, shift) }
}

const after: Form = (words, today) => {
  const found =
    /^(?:in |within )?(an?|\d{1,3}|[a-z]+) (day|week|month|quarter|year)s?(?: from (?:now|today))?$/u.exec(
      words,
    )
  if (!found) return null
  const [, amount = '', unit = ''] = found
  const n = /^an?$/u.test(amount) ? 1 : /^\d/u.test(amount) ? Number(amount) : counts.indexOf(amount)
  if (n < 0) return null
  if (unit === 'day') return { day: addDays(today, n) }
  if (unit === 'week') return { day: addDays(today, 7 * n) }
  const each = unit === 'month' ? 1 : unit === 'quarter' ? 3 : 12
  return inReach({ day: addMonths(today, each * n) }, today)
}

const weekday: Form = (words, today) => {
  const found = /^(?:(this|next) )?([a-z]{3,9})$/u.exec(words)
  const wanted = found ? weekdayNamed(found[2] ?? '') : -1
  if (wanted < 0) return null
  const from = weekdayOf(today)
  if (found?.[1] === 'next') return { day: addDays(today, 8 - (from || 7) + ((wanted + 6) % 7)) }
  const ahead = (wanted - from + 7) % 7
  return { day: addDays(today, ahead === 0 && found?.[1] !== 'this' ? 7 : ahead) }
}

/** A week ends on its Friday, whoever works with it. */
const period: Form = (words, today) => {
  const found =
    /^(?:(end|middle|mid|start|beginning|early|late)(?: of)?[ -])?(this |next |the )?(week|month|quarter|year)$/u.exec(
      words,
    )
  if (!found) return null
  const [, part = 'end', which = '', unit = ''] = found
  const next = which.trim() === 'next' ? 1 : 0
  if (unit === 'week') {
    const monday = addDays(today, 1 - (weekdayOf(today) || 7) + 7 * next)
    return { day: addDays(monday, partOf(part, 0, 2, FRIDAY - 1)) }
  }
  const length = unit === 'month' ? 1 : unit === 'quarter' ? 3 : 12
  const [year, month] = partsOf(today)
  const first = Math.floor((month - 1) / length) * length + length * next
  return { day: withinMonths(year, first, length, part) }
}

const ofMonth: Form = (words, today) => {
  const found =
    /^(?:(end|middle|mid|start|beginning|early|late)(?: of)?[ -])([a-z]{3,9}|q[1-4])(?: ([1-9]\d{3}))?$/u.exec(
      words,
    )
  const bare = found ?? /^()([a-z]{3,9}|q[1-4])(?: ([1-9]\d{3}))?$/u.exec(words)
  if (!bare) return null
  const [, part = '', name = '', year] = bare
  const quarter = /^q([1-4])$/u.exec(name)
  const month = quarter ? (Number(quarter[1]) - 1) * 3 : monthNamed(name)
  if (month < 0) return null
  const length = quarter ? 3 : 1
  const at = (y: number) => withinMonths(y, month, length, part || 'end')
  if (year) return { day: at(Number(year)) }
  const [thisYear] = partsOf(today)
  return { day: at(thisYear) >= today ? at(thisYear) : at(thisYear + 1) }
}

const dayAndMonth: Form = (words, today) => {
  const dayFirst = /^(\d{1,2})(?:st|nd|rd|th|\.)?(?: of)? ([a-z]{3,9})\.?(?: (\d{4}))?$/u.exec(words)
  const monthFirst = /^([a-z]{3,9})\.? (\d{1,2})(?:st|nd|rd|th)?(?: (\d{4}))?$/u.exec(words)
  const [, a = '', b = '', year] = dayFirst ?? monthFirst ?? []
  const month = monthNamed(dayFirst ? b : a) + 1
  if (month === 0) return null
  const day = Number(dayFirst ? a : b)
  return year ? dayOf(Number(year), month, day) : nextSuchDay(month, day, today)
}

const forms: readonly Form[] = [written, dotted, slashed, near, after, weekday, period, ofMonth, dayAndMonth]

const partOf = (part: string, start: number, middle: number, end: number): number =>
  part === 'start' || part === 'beginning' || part === 'early'
    ? start
    : part === 'middle' || part === 'mid'
      ? middle
      : end

/** The first day, the 15th of the month in the middle, or the last day of a run of months; `first` counts from 0. */
function withinMonths(year: number, first: number, length: number, part: string): string {
  const middle = first + Math.floor((length - 1) / 2)
  return partOf(part, 0, 1, 2) === 0
    ? iso(Date.UTC(year, first, 1))
    : partOf(part, 0, 1, 2) === 1
      ? iso(Date.UTC(year, middle, 15))
      : iso(Date.UTC(year, first + length, 0))
}

const monthNamed = (name: string): number => {
  const full = fullMonths.indexOf(name)
  return full >= 0 ? full : name === 'sept' ? 8 : months.indexOf(name as (typeof months)[number])
}

const weekdayNamed = (name: string): number =>
  weekdays.findIndex((day) => day === name || (name.length >= 3 && name.length <= 5 && day.startsWith(name)))

function dayOf(year: number, month: number, day: number): ReadDay {
  const at = iso(Date.UTC(year, month - 1, day))
  const exact = `${String(year).padStart(4, '0')}-${two(month)}-${two(day)}`
  return at === exact ? { day: at } : { why: 'no-such-day' }
}

/** The next time that this day comes, today included; 29 February waits for its year. */
function nextSuchDay(month: number, day: number, today: string): ReadDay {
  const [year] = partsOf(today)
  for (let ahead = 0; ahead <= 8; ahead++) {
    const found = dayOf(year + ahead, month, day)
    if ('day' in found && found.day >= today) return found
  }
  return { why: 'no-such-day' }
}

const inReach = (found: { readonly day: string }, today: string): ReadDay =>
  partsOf(found.day)[0] - partsOf(today)[0] > FARTHEST_YEARS ? notUnderstood : found

const two = (n: number): string => String(n).padStart(2, '0')
const iso = (at: number): string => new Date(at).toISOString().slice(0, 10)
const partsOf = (day: string): readonly [number, number, number] => {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number)
  return [year, month, date]
}
const weekdayOf = (day: string): number => new Date(`${day}T00:00:00Z`).getUTCDay()

/** An ISO day that there is; a document may hold anything where a day belongs. */
export function isRealDay(day: string): boolean {
  const [, year, month, date] = /^(\d{4})-(\d{2})-(\d{2})$/u.exec(day) ?? []
  return year !== undefined && 'day' in dayOf(Number(year), Number(month), Number(date))
}

/** A day so many days later. */
export const addDays = (day: string, days: number): string =>
  iso(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000)

/** The same date so many months later, or the last of that month where it has fewer days. */
function addMonths(day: string, ahead: number): string {
  const [year, month, date] = partsOf(day)
  const last = new Date(Date.UTC(year, month + ahead, 0)).getUTCDate()
  return iso(Date.UTC(year, month - 1 + ahead, Math.min(date, last)))
}

/** The day it is at a moment, for a room in that time zone; UTC where the zone is not known. */
export function dayAt(at: number, timeZone: string): string {
  try {
    return new Intl.DateTimeFormat('sv-SE', { timeZone: timeZone || 'UTC' }).format(at)
  } catch {
    return iso(at)
  }
}
