/** Who said something, as it stands beside their words: name, role, day, and that they did not buy. */
import { useTranslation } from 'react-i18next'
import type { Interview } from '#shared/interviews/schema.ts'

export function useWhoWords(): (who: Interview) => string {
  const { t, i18n } = useTranslation('coding')
  return ({ pseudonym, customer, date }) =>
    [
      pseudonym,
      customer.role || t('pieces.noRole'),
      dayWords(date, i18n.language),
      customer.wonOrLost === 'lost' ? t('pieces.lost') : '',
    ]
      .filter((part) => part !== '')
      .join(' · ')
}

function dayWords(day: string, language: string): string {
  const at = Date.parse(`${day}T00:00:00Z`)
  if (day === '' || Number.isNaN(at)) return ''
  return new Intl.DateTimeFormat(language, {
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    timeZone: 'UTC',
  }).format(at)
}
