/** A few sentences about a card, handed over at a pause; cut off nowhere without saying so. */
import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import { useDraft } from '#client/lib/use-draft.ts'
import styles from './card-parts.module.css'

/** As long as a note of a card may be. */
const LONGEST_NOTE = 2000

export function CardNote(props: {
  readonly label: string
  readonly value: string
  readonly onKeep: ((value: string) => void) | null
}) {
  const { label, value, onKeep } = props
  const { t } = useTranslation('card')
  const id = useId()
  const draft = useDraft(value, (words) => words.length <= LONGEST_NOTE && onKeep?.(words))
  const isLong = draft.value.length > LONGEST_NOTE
  return (
    <>
      <dt className={styles.wide}>{onKeep ? <label htmlFor={id}>{label}</label> : label}</dt>
      <dd className={styles.wide}>
        {onKeep ? (
          <textarea
            id={id}
            className={styles.note}
            rows={2}
            value={draft.value}
            aria-invalid={isLong || undefined}
            onFocus={draft.onFocus}
            onBlur={() => {
              if (!isLong) draft.onBlur()
            }}
            onChange={(event) => draft.onChange(event.target.value)}
          />
        ) : (
          <p dir="auto">{value}</p>
        )}
        {isLong && (
          <p className={styles.error} role="alert">
            {t('answer.linkLong', { most: LONGEST_NOTE })}
          </p>
        )}
      </dd>
    </>
  )
}
