/** A day of a decision in the reader's language; with the time where it is known. What is no date is shown as it is. */
export function dayWords(iso: string, locale: string, timeZone?: string): string {
  const at = Date.parse(iso)
  if (Number.isNaN(at)) return iso
  const isDayOnly = /^\d{4}-\d{2}-\d{2}$/u.test(iso)
  return new Intl.DateTimeFormat(locale, {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    ...(isDayOnly
      ? { timeZone: 'UTC' }
      : { hour: '2-digit', minute: '2-digit', ...(timeZone && { timeZone }) }),
  }).format(at)
}
