/** The facilitator goes through a reveal beat by beat: one highlighted button, `→` or Space; `←` goes back. */
import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { isLetterKey } from '#client/lib/letter-keys.ts'
import { Button } from '#client/ui/button.tsx'
import { Kbd } from '#client/ui/keys.tsx'
import styles from './desk.module.css'

export function BeatButtons(props: {
  /** What is revealed: a round, or the envelope. */
  readonly of: { readonly beat: number }
  readonly last: number
  readonly isBusy: boolean
  readonly onBeat: (beat: number) => void
}) {
  const { of, last, isBusy, onBeat } = props
  const { t } = useTranslation('round')
  const { beat } = of
  useBeatKeys({
    next: () => {
      if (beat < last) onBeat(beat + 1)
    },
    back: () => {
      if (beat > 0) onBeat(Math.min(beat, last) - 1)
    },
  })
  if (beat >= last) return null
  return (
    <>
      <Button className={styles.button} onClick={() => onBeat(last)}>
        {t('beats.all')}
      </Button>
      <Button
        kind="reveal"
        notYet={isBusy}
        aria-keyshortcuts="ArrowRight Space"
        onClick={() => onBeat(beat + 1)}
      >
        {t('beats.next')}
        <span className={styles.key} aria-hidden="true">
          <Kbd>→</Kbd>
        </span>
      </Button>
    </>
  )
}

/** Where a key has a meaning of its own, as Space on a button, it keeps it. */
const OWN_KEYS = 'button, a, input, select, [role="img"], [role="dialog"]'

function useBeatKeys(run: { readonly next: () => void; readonly back: () => void }): void {
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (!isLetterKey(event)) return
      if (event.target instanceof Element && event.target.closest(OWN_KEYS) && event.key === ' ') return
      if (event.key === 'ArrowRight' || event.key === ' ') run.next()
      else if (event.key === 'ArrowLeft') run.back()
      else return
      event.preventDefault()
    }
    window.addEventListener('keydown', press)
    return () => window.removeEventListener('keydown', press)
  })
}
