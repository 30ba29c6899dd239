/** What happens in a workshop, in three lines: shown to whoever has none yet. */
import { useTranslation } from 'react-i18next'
import type { home } from '#client/texts/en/home.ts'
import { InlineGuess, InlineSecondLook, InlineTruth } from '#client/ui/inline-marks.tsx'
import styles from './home.module.css'

const steps: readonly (readonly [keyof typeof home.steps, typeof InlineGuess])[] = [
  ['guess', InlineGuess],
  ['ask', InlineTruth],
  ['map', InlineSecondLook],
]

export function HowItWorks() {
  const { t } = useTranslation('home')
  return (
    <section>
      <h2 className={styles.listTitle}>{t('how')}</h2>
      <ol className={styles.steps}>
        {steps.map(([step, Mark]) => (
          <li key={step}>
            <Mark size="1.125rem" />
            <p>
              <b>{t(`steps.${step}.title`)}</b>
              <br />
              {t(`steps.${step}.text`)}
            </p>
          </li>
        ))}
      </ol>
    </section>
  )
}
