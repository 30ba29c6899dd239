/** What a facilitator does with the timer: type it, pause it, add and take minutes, take it away. */
import { type FormEvent, useEffect, useId, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useProblemText } from '#client/lib/problem-text.ts'
import { timerAct } from '#client/lib/timer-words.ts'
import { useSession } from '#client/session/hooks.ts'
import type { TimerNow } from '#client/session/use-timer.ts'
import { Button } from '#client/ui/button.tsx'
import { TextField } from '#client/ui/text-field.tsx'
import { showToast } from '#client/ui/toast-store.ts'
import typography from '#client/ui/type.module.css'
import type { BodyOf } from '#shared/protocol/calls.ts'
import styles from './timer-chip.module.css'

const MINUTE_MS = 60_000

export function TimerControls({
  timer,
  onClose,
}: {
  readonly timer: TimerNow
  readonly onClose: () => void
}) {
  const { t } = useTranslation('room')
  const session = useSession()
  const problemText = useProblemText()
  const [typed, setTyped] = useState('')
  const [isWrong, setWrong] = useState(false)
  const field = useId()
  const box = useRef<HTMLFormElement>(null)
  useEffect(() => box.current?.querySelector('input')?.focus(), [])

  const act = async (body: BodyOf<'setTimer'>) => {
    const called = await session.command('setTimer', { body })
    if (!called.ok) showToast({ kind: 'problem', text: problemText(called.problem) })
  }
  const enter = (event: FormEvent) => {
    event.preventDefault()
    const wanted = timerAct(typed)
    setWrong(wanted === null)
    if (wanted === null) return
    void act(wanted)
    onClose()
  }
  const { status } = timer
  return (
    <form
      ref={box}
      className={styles.controls}
      aria-label={t('timer.label')}
      onSubmit={enter}
      onKeyDown={(event) => {
        if (event.key === 'Escape') onClose()
      }}
    >
      <div className={styles.line}>
        <TextField
          id={field}
          label={t('timer.field')}
          value={typed}
          inputMode="text"
          autoComplete="off"
          placeholder="5:00"
          hint={t('timer.hint')}
          error={isWrong ? t('timer.wrong') : undefined}
          onChange={(value) => {
            setTyped(value)
            setWrong(false)
          }}
        />
        <Button kind="primary" type="submit">
          {t('timer.start')}
        </Button>
      </div>
      {status !== 'none' && (
        <div className={styles.buttons}>
          <Button size="small" onClick={() => void act({ action: 'add', ms: -MINUTE_MS })}>
            {t('timer.minus')}
          </Button>
          <Button size="small" onClick={() => void act({ action: 'add', ms: MINUTE_MS })}>
            {t('timer.plus')}
          </Button>
          {status === 'running' && (
            <Button size="small" onClick={() => void act({ action: 'pause' })}>
              {t('timer.pause')}
            </Button>
          )}
          {status === 'paused' && (
            <Button size="small" onClick={() => void act({ action: 'resume' })}>
              {t('timer.resume')}
            </Button>
          )}
          <Button size="small" kind="quiet" onClick={() => void act({ action: 'stop' })}>
            {t('timer.stop')}
          </Button>
        </div>
      )}
      <p className={typography.meta}>{t('timer.everyone')}</p>
    </form>
  )
}
