/** The room's timer where a round is waited for: large on the wall, and on the desk with what is changed most. */
import { useTranslation } from 'react-i18next'
import { clockText } from '#client/lib/timer-words.ts'
import { useSession } from '#client/session/hooks.ts'
import { useTimer } from '#client/session/use-timer.ts'
import { Button } from '#client/ui/button.tsx'
import desk from './desk.module.css'
import styles from './waiting.module.css'

const MINUTE_MS = 60_000

/** The head of the page says it aloud; here it is to be seen. */
export function LargeTimer() {
  const { t } = useTranslation('room')
  const { status, seconds } = useTimer()
  if (status === 'none') return null
  return (
    <p className={styles.count} aria-hidden="true">
      <span className={styles.figure}>{status === 'over' ? t('timer.over') : clockText(seconds)}</span>
      {status !== 'over' && (
        <span className={styles.word}>{t(status === 'paused' ? 'timer.stands' : 'timer.remains')}</span>
      )}
    </p>
  )
}

/** A minute more, a pause; the rest is in the head. Nothing while no timer runs. */
export function DeskTimer() {
  const { t } = useTranslation('room')
  const session = useSession()
  const { status, seconds } = useTimer()
  if (status === 'none') return null
  const isPaused = status === 'paused'
  const pause = () => void session.command('setTimer', { body: { action: isPaused ? 'resume' : 'pause' } })
  return (
    <>
      <b aria-hidden="true">{clockText(seconds)}</b>
      <Button
        className={desk.button}
        onClick={() => void session.command('setTimer', { body: { action: 'add', ms: MINUTE_MS } })}
      >
        {t('timer.plus')}
      </Button>
      {status !== 'over' && (
        <Button className={desk.button} onClick={pause}>
          {t(isPaused ? 'timer.resume' : 'timer.pause')}
        </Button>
      )}
      <span className={desk.line} />
    </>
  )
}
