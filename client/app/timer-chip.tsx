/** The timer in the head of every screen: counts for everyone, changed by the facilitator, who opens it with `T`. */
import Timer from 'lucide-react/icons/timer'
import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useLetterKeys } from '#client/lib/letter-keys.ts'
import { clockText } from '#client/lib/timer-words.ts'
import { useSession } from '#client/session/hooks.ts'
import { type TimerNow, useTimer } from '#client/session/use-timer.ts'
import { Button } from '#client/ui/button.tsx'
import { Icon } from '#client/ui/icon.tsx'
import typography from '#client/ui/type.module.css'
import styles from './timer-chip.module.css'
import { TimerControls } from './timer-controls.tsx'

export function TimerChip() {
  const timer = useTimer()
  return (
    <>
      {useSession().isFacilitator ? <TimerButton timer={timer} /> : <TimerReading timer={timer} />}
      <TimerVoice timer={timer} />
    </>
  )
}

function TimerReading({ timer }: { readonly timer: TimerNow }) {
  const words = useTimerWords(timer)
  if (timer.status === 'none') return null
  return (
    <p className={`${styles.timer} ${styles[timer.status]}`} role="timer" aria-label={words.spoken}>
      <Icon of={Timer} size="1.25rem" />
      {words.shown}
    </p>
  )
}

function TimerButton({ timer }: { readonly timer: TimerNow }) {
  const { t } = useTranslation('room')
  const words = useTimerWords(timer)
  const [isOpen, setOpen] = useState(false)
  const place = useRef<HTMLDivElement>(null)
  const button = useRef<HTMLButtonElement>(null)
  useEffect(() => {
    if (!isOpen) return
    const leave = ({ target }: Event) => {
      if (target instanceof Node && !place.current?.contains(target)) setOpen(false)
    }
    document.addEventListener('pointerdown', leave)
    document.addEventListener('focusin', leave)
    return () => {
      document.removeEventListener('pointerdown', leave)
      document.removeEventListener('focusin', leave)
    }
  }, [isOpen])
  const close = useCallback(() => {
    setOpen(false)
    button.current?.focus()
  }, [])
  useLetterKeys(useMemo(() => ({ t: () => setOpen(true) }), []))
  return (
    <div className={styles.place} ref={place}>
      <Button
        ref={button}
        kind="quiet"
        className={`${styles.timer} ${styles[timer.status]}`}
        aria-keyshortcuts="T"
        aria-expanded={isOpen}
        aria-label={timer.status === 'none' ? t('timer.set') : t('timer.change', { state: words.spoken })}
        onClick={() => setOpen(!isOpen)}
      >
        <Icon of={Timer} size="1.25rem" />
        {timer.status !== 'none' && words.shown}
      </Button>
      {isOpen && <TimerControls timer={timer} onClose={close} />}
    </div>
  )
}

function useTimerWords({ status, seconds }: TimerNow): { readonly shown: string; readonly spoken: string } {
  const { t } = useTranslation('room')
  const time = clockText(seconds)
  if (status === 'over') return { shown: t('timer.over'), spoken: t('timer.over') }
  return { shown: time, spoken: t(status === 'paused' ? 'timer.paused' : 'timer.left', { time }) }
}

const MINUTE_S = 60

/** [AX-3a] Says one minute and the end, once each and politely; nothing to whoever comes later. */
function TimerVoice({ timer }: { readonly timer: TimerNow }) {
  const { t } = useTranslation('room')
  const { status, seconds } = timer
  const [before, setBefore] = useState(timer)
  const [said, setSaid] = useState('')
  if (status !== before.status || seconds !== before.seconds) {
    setBefore(timer)
    if (before.status === 'running') {
      if (status === 'over') setSaid(t('timer.timeUp'))
      else if (status !== 'running') setSaid('')
      else if (seconds <= MINUTE_S && before.seconds > MINUTE_S) setSaid(t('timer.minuteLeft'))
    } else if (status === 'running') setSaid('')
  }
  return (
    <p className={typography.hidden} role="status">
      {said}
    </p>
  )
}
