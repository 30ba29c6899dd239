/**
 * "What do you know that they did not say?": asked on a ballot that lies beyond what customers gave. What is written
 * stays on this device until the round is revealed; then it can become a question for the next calls. Nobody can tell
 * from it before what is in a ballot (S1).
 */
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { keep, kept, unkeep } from '#client/lib/kept.ts'
import { TextField } from '#client/ui/text-field.tsx'
import typography from '#client/ui/type.module.css'
import styles from './informed.module.css'

export const knownKey = (roundId: string, seatId: string): string => `guessproof.known.${roundId}.${seatId}`

export function KnownField(props: {
  readonly roundId: string
  readonly seatId: string
  /** Needs whose points lie beyond the customers' band. */
  readonly titles: readonly string[]
}) {
  const { roundId, seatId, titles } = props
  const { t, i18n } = useTranslation('secondLook')
  const key = knownKey(roundId, seatId)
  const [text, setText] = useState(() => kept(key) ?? '')
  return (
    <div className={styles.known}>
      <TextField
        label={t('informed.known')}
        value={text}
        maxLength={300}
        onChange={(next) => {
          setText(next)
          if (next.trim() === '') unkeep(key)
          else keep(key, next)
        }}
      />
      <p className={typography.meta}>
        {t('informed.knownAbout', {
          titles: new Intl.ListFormat(i18n.language, { type: 'conjunction' }).format(titles),
        })}{' '}
        {t('informed.knownStays')}
      </p>
    </div>
  )
}
