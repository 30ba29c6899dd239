/** The eleven marks and "I don't know" as keys for a hand. */
import { useTranslation } from 'react-i18next'
import styles from './mark-pad.module.css'

const marks = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10] as const

export function MarkPad(props: {
  /** Whose mark is in hand. */
  readonly label: string
  /** Null: not known. */
  readonly value: number | null
  readonly onMark: (mark: number | null) => void
  readonly size: 'small' | 'touch'
}) {
  const { label, value, onMark, size } = props
  const { t } = useTranslation('common')
  return (
    <fieldset className={`${styles.pad} ${styles[size]}`} aria-label={label}>
      {marks.map((mark) => (
        <button
          key={mark}
          type="button"
          className={styles.key}
          aria-pressed={value === mark}
          onClick={() => onMark(mark)}
        >
          {mark}
        </button>
      ))}
      <button
        type="button"
        className={`${styles.key} ${styles.unknown}`}
        aria-label={t('dontKnow')}
        onClick={() => onMark(null)}
      >
        <span aria-hidden="true">?</span>
      </button>
    </fieldset>
  )
}
