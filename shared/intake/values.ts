/** Single cells: numbers, dates, choices and yes or no, as people write them. What is not clear is refused, not guessed. */
import type { DateOrder, Decimal } from '#shared/intake/forms.ts'
import { comparable } from '#shared/intake/names.ts'

/** A value, or what is wrong with the cell, as a sentence without subject. */
export type Read<T> = { readonly value: T } | { readonly fault: string }

const short = (text: string) => (text.length > 30 ? `${text.slice(0, 30)}…` : text)
const said = (text: string, what: string): { fault: string } => ({ fault: `“${short(text)}” ${what}` })

export function readNumber(
  text: string,
  decimal: Decimal,
  { min, max, whole }: { min: number; max: number; whole: boolean },
): Read<number> {
  const match = /^([+-]?\d+)(?:([.,])(\d+))?(e[+-]?\d{1,3})?$/i.exec(text.trim())
  if (!match) return said(text, 'is not a number')
  const [, digits = '', sign, fraction = '0', exponent = ''] = match
  if (sign !== undefined && sign !== decimal)
    return said(
      text,
      `has a ${sign === ',' ? 'comma' : 'point'} where this file has a decimal ${decimal === ',' ? 'comma' : 'point'}`,
    )
  const value = Number(`${digits}.${fraction}${exponent}`)
  if (whole && !Number.isInteger(value)) return said(text, 'is not a whole number')
  if (!Number.isFinite(value) || value < min || value > max)
    return said(text, `is not between ${min} and ${max}`)
  return { value: value === 0 ? 0 : value }
}

/** What the cells of a file show of its form; not sure when they speak for both or for neither. */
export interface Shown<T> {
  readonly form: T
  readonly isSure: boolean
}

/** Which decimal sign the numbers of a file have; null when none has one. */
export function findDecimal(cells: Iterable<string>): Shown<Decimal> | null {
  let commas = 0
  let points = 0
  for (const cell of cells) {
    if (/^\s*[+-]?\d+,\d+\s*$/.test(cell)) commas++
    else if (/^\s*[+-]?\d+\.\d+\s*$/.test(cell)) points++
  }
  if (commas === 0 && points === 0) return null
  return { form: commas > points ? ',' : '.', isSure: commas === 0 || points === 0 }
}

const SLASHED = /^(\d{1,2})[/-](\d{1,2})[/-](\d{4})$/

/** Which of day and month comes first in `3/4/2026`; not sure when every date could be both. */
export function findDateOrder(cells: Iterable<string>): Shown<DateOrder> | null {
  let days = 0
  let months = 0
  let seen = 0
  for (const cell of cells) {
    const match = SLASHED.exec(cell.trim())
    if (!match) continue
    seen++
    if (Number(match[1]) > 12) days++
    if (Number(match[2]) > 12) months++
  }
  if (seen === 0) return null
  return { form: months > days ? 'mdy' : 'dmy', isSure: days > 0 !== months > 0 }
}

/** An ISO date. */
export function readDay(text: string, order: DateOrder): Read<string> {
  const cell = text.trim()
  const iso = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[T ].*)?$/.exec(cell)
  if (iso) return day(text, Number(iso[1]), Number(iso[2]), Number(iso[3]))
  const dotted = /^(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4})$/.exec(cell)
  if (dotted) return day(text, Number(dotted[3]), Number(dotted[2]), Number(dotted[1]))
  const slashed = SLASHED.exec(cell)
  if (!slashed) return said(text, 'is not a date; write it as 2026-03-31')
  const [first, second] = [Number(slashed[1]), Number(slashed[2])]
  return order === 'dmy'
    ? day(text, Number(slashed[3]), second, first)
    : day(text, Number(slashed[3]), first, second)
}

const DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]

function day(text: string, year: number, month: number, date: number): Read<string> {
  const isLeap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)
  const days = month === 2 && isLeap ? 29 : (DAYS[month - 1] ?? 0)
  if (year < 1900 || year > 2200 || date < 1 || date > days) return said(text, 'is not a day of any calendar')
  return { value: `${year}-${String(month).padStart(2, '0')}-${String(date).padStart(2, '0')}` }
}

/** Epoch ms of `2026-03-31T10:00:00.000Z`. */
export function readInstant(text: string): Read<number> {
  const cell = text.trim()
  const value = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,3})?)?Z$/.test(cell)
    ? Date.parse(cell)
    : Number.NaN
  return value >= 0 ? { value } : said(text, 'is not a time; write it as 2026-03-31T10:00:00Z')
}

const yes = new Set(['yes', 'y', 'true', '1', 'x', 'ja', 'oui', 'si', 'given'])
const no = new Set(['no', 'n', 'false', '0', 'nein', 'non', 'refused'])

export function readFlag(text: string): Read<boolean> {
  const word = comparable(text)
  if (yes.has(word)) return { value: true }
  return no.has(word) ? { value: false } : said(text, 'is neither yes nor no')
}

/** One of the words of a choice, or another word for one. */
export function readChoice<T extends string>(
  text: string,
  words: readonly T[],
  others: Readonly<Record<string, T>> = {},
): Read<T> {
  const word = comparable(text)
  const found =
    words.find((one) => comparable(one) === word) ?? (Object.hasOwn(others, word) ? others[word] : undefined)
  return found === undefined ? said(text, `is not one of ${words.join(', ')}`) : { value: found }
}
