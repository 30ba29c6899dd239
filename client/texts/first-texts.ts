/** What is said before anybody is in a workshop, and by the pages of customers. The rest comes with the workshop. */
import i18next from 'i18next'
import { initReactI18next } from 'react-i18next'
import { ask } from './en/ask.ts'
import { common } from './en/common.ts'
import { draft } from './en/draft.ts'
import { home } from './en/home.ts'
import { join } from './en/join.ts'
import { problems } from './en/problems.ts'
import { shell } from './en/shell.ts'

export const firstTexts = { ask, common, draft, home, join, problems, shell } as const

/** Starts the texts once, before the first render; English is bundled, further languages are data. */
export function startFirstTexts(): void {
  if (i18next.isInitialized) return
  void i18next.use(initReactI18next).init({
    lng: 'en',
    fallbackLng: 'en',
    defaultNS: 'common',
    resources: { en: firstTexts },
    initAsync: false,
    interpolation: { escapeValue: false },
    react: { useSuspense: false },
  })
}
