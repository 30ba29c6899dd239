/** One sentence for a refused call: our own words where there are some, else the server's. */
import { useTranslation } from 'react-i18next'

export interface Refusal {
  readonly code: string
  readonly title: string
  readonly retryAfterS: number | null
}

export function useProblemText(): (refusal: Refusal) => string {
  const { t, i18n } = useTranslation('problems')
  return ({ code, title, retryAfterS }) => {
    if (code === 'too-many-tries') {
      return retryAfterS === null
        ? t('too-many-tries-bare')
        : t('too-many-tries', { count: Math.ceil(retryAfterS) })
    }
    if (i18n.exists(code, { ns: 'problems' })) return i18n.t(code as 'internal', { ns: 'problems' })
    return title === '' ? t('internal') : title
  }
}
