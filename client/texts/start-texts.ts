/** Starts all texts; a workshop does so when it is loaded, before anything of it is rendered. */
import i18next from 'i18next'
import { english } from './catalogue.ts'
import { startFirstTexts } from './first-texts.ts'

export function startTexts(): void {
  startFirstTexts()
  for (const [name, texts] of Object.entries(english))
    if (!i18next.hasResourceBundle('en', name)) i18next.addResourceBundle('en', name, texts)
}
