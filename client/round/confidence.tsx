/** How sure somebody is of the whole ballot: 1 a shot in the dark to 5 heard from customers (R028). */
import { type Ref, useId } from 'react'
import { useTranslation } from 'react-i18next'
import styles from './confidence.module.css'

const levels = [1, 2, 3, 4, 5] as const

export function Confidence(props: {
  readonly value: number | null
  readonly onChange: (level: number) => void
  /** The control to go to: the chosen level, else the first. */
  readonly entryRef: Ref<HTMLInputElement>
}) {
  const { value, onChange, entryRef } = props
  const { t } = useTranslation('round')
  const name = useId()
  return (
    <fieldset className={styles.confidence}>
      <legend className={styles.legend}>{t('ballot.confidence')}</legend>
      <div className={styles.levels}>
        {levels.map((level) => (
          <label key={level} className={styles.level}>
            <input
              ref={level === (value ?? 1) ? entryRef : undefined}
              type="radio"
              name={name}
              value={level}
              checked={value === level}
              aria-label={levelName(t('ballot.confidenceValue', { value: level }), wordsOf(level))}
              onChange={() => onChange(level)}
            />
            <span aria-hidden="true">{level}</span>
          </label>
        ))}
      </div>
      <p className={styles.ends} aria-hidden="true">
        <span>{t('ballot.confidence1')}</span>
        <span>{t('ballot.confidence5')}</span>
      </p>
    </fieldset>
  )

  function wordsOf(level: number): string {
    if (level === 1) return t('ballot.confidence1')
    return level === 5 ? t('ballot.confidence5') : ''
  }
}

const levelName = (figure: string, words: string): string => (words ? `${figure}, ${words}` : figure)
