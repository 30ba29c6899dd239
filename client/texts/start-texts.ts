/** Starts the texts once, before the first render; English is bundled, further languages are data. */
import i18next from 'i18next'
import { initReactI18next } from 'react-i18next'
import { english } from './catalogue.ts'

export function startTexts(): void {
  if (i18next.isInitialized) return
  void i18next.use(initReactI18next).init({
    lng: 'en',
    fallbackLng: 'en',
    defaultNS: 'common',
    resources: { en: english },
    initAsync: false,
    interpolation: { escapeValue: false },
    react: { useSuspense: false },
  })
}
