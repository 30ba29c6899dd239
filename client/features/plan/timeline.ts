/** Where the bars of the plan lie: six months, more only when what is planned reaches further, never above a year. */
import type { Action } from '#shared/board/action-edits.ts'

const LEAST = 6
const MOST = 12

export interface Timeline {
  /** First days of its months, ISO. */
  readonly months: readonly string[]
  /** The day after its last. */
  readonly end: string
}

export interface Bar {
  /** Shares of the width, 0 to 1. */
  readonly from: number
  readonly to: number
  /** It lies outside: only its end is drawn. */
  readonly outside: 'before' | 'after' | null
}

const isDay = (day: string): boolean => /^\d{4}-\d{2}-\d{2}$/u.test(day)
const monthOf = (day: string): number => Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1
const firstOf = (month: number): string =>
  new Date(Date.UTC(Math.floor(month / 12), month % 12, 1)).toISOString().slice(0, 10)

/** The day a bar begins: when it was promised, else today. */
export const startOf = ({ promisedOn, due }: Action, today: string): string => {
  const start = isDay(promisedOn) ? promisedOn : today
  return start <= due ? start : due
}

export function timelineOf(live: readonly Action[], today: string): Timeline {
  const planned = live.filter(({ due }) => isDay(due))
  const now = monthOf(today)
  const first = Math.min(now, ...planned.map((action) => monthOf(startOf(action, today))))
  const last = Math.max(now, ...planned.map(({ due }) => monthOf(due)))
  const count = Math.min(MOST, Math.max(LEAST, last - first + 1))
  // Today is always to be seen; of what does not fit, the past goes first.
  const from = last - first + 1 <= MOST ? first : Math.min(Math.max(first, last - MOST + 1), now)
  return { months: Array.from({ length: count }, (_, n) => firstOf(from + n)), end: firstOf(from + count) }
}

/** Where a day lies in it, as a share of the width; below 0 or above 1 outside. */
export function shareOf(day: string, { months, end }: Timeline): number {
  const start = Date.parse(months[0] ?? end)
  return (Date.parse(day) - start) / (Date.parse(end) - start)
}

/** Null without a due date. */
export function barOf(action: Action, timeline: Timeline, today: string): Bar | null {
  if (!isDay(action.due)) return null
  const from = shareOf(startOf(action, today), timeline)
  const to = shareOf(action.due, timeline)
  const inside = (share: number) => Math.min(1, Math.max(0, share))
  return { from: inside(from), to: inside(to), outside: to < 0 ? 'before' : from > 1 ? 'after' : null }
}
