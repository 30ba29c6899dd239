/** How long ago something was, in the reader's language: "12 minutes ago", "yesterday", then the day. */
const MINUTE_MS = 60_000
const HOUR_MS = 60 * MINUTE_MS
const DAY_MS = 24 * HOUR_MS

export function ago(at: number, now: number, locale: string): string {
  const relative = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' })
  const passed = Math.max(0, now - at)
  if (passed < HOUR_MS) return relative.format(-Math.floor(passed / MINUTE_MS), 'minute')
  if (passed < DAY_MS) return relative.format(-Math.floor(passed / HOUR_MS), 'hour')
  if (passed < 7 * DAY_MS) return relative.format(-Math.floor(passed / DAY_MS), 'day')
  return new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short', year: 'numeric' }).format(at)
}
