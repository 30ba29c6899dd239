/** When something was, as it stands in a list: the time today, else the day with it. */
export function agoOrDay(at: number, now: number, locale: string): string {
  const isToday = new Date(at).toDateString() === new Date(now).toDateString()
  return new Intl.DateTimeFormat(locale, {
    hour: '2-digit',
    minute: '2-digit',
    ...(!isToday && { day: 'numeric', month: 'short', year: 'numeric' }),
  }).format(at)
}
