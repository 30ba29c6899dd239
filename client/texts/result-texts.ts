/** Starts the texts of the result page, which comes without a workshop. */
import i18next from 'i18next'
import { exporting } from './en/exporting.ts'
import { result } from './en/result.ts'
import { startFirstTexts } from './first-texts.ts'

export function startResultTexts(): void {
  startFirstTexts()
  for (const [name, texts] of Object.entries({ exporting, result }))
    if (!i18next.hasResourceBundle('en', name)) i18next.addResourceBundle('en', name, texts)
}
