/**
 * Opening the envelope, the facilitator's act before everyone. It says what follows from it, names what is not finished,
 * and wants a reason where the guess is not; nothing is done before the second press.
 */
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type Refusal, useProblemText } from '#client/lib/problem-text.ts'
import { useRounds, useSaved, useSession, useSingle } from '#client/session/hooks.ts'
import { Button } from '#client/ui/button.tsx'
import { Dialog } from '#client/ui/dialog.tsx'
import { TextField } from '#client/ui/text-field.tsx'
import { showToast } from '#client/ui/toast-store.ts'
import { envelope } from '#shared/record/schema.ts'
import styles from './envelope.module.css'

/** From this many customers on, figures say something (method C12). */
const ENOUGH = 5
const SHORTEST_REASON = 3

export function OpenEnvelope({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation('interviews')
  const problemText = useProblemText()
  const session = useSession()
  const { interviewCount: count } = useSingle(envelope)
  const isOffline = useSaved().status === 'offline'
  const unfinished = useUnfinished()
  const [isRefused, setRefused] = useState(false)
  const [reason, setReason] = useState('')
  const [isBusy, setBusy] = useState(false)
  const [problem, setProblem] = useState<Refusal | null>(null)
  const needsReason = isRefused || unfinished.length > 0
  const hasReason = reason.trim().length >= SHORTEST_REASON

  const open = async () => {
    setBusy(true)
    setProblem(null)
    const body = needsReason ? { override: reason.trim() } : {}
    const result = await session.command('openEnvelope', { body })
    setBusy(false)
    if (result.ok) {
      showToast({ kind: 'good', text: t('opening.done') })
      onClose()
    } else if (result.problem.code === 'guess-not-finished' && !needsReason) setRefused(true)
    else setProblem(result.problem)
  }
  const confirm = needsReason ? 'confirmReason' : count < ENOUGH ? 'confirmAnyway' : 'confirm'
  return (
    <Dialog title={t('opening.title')} onClose={onClose}>
      <form
        className={styles.opening}
        onSubmit={(event) => {
          event.preventDefault()
          if (!isBusy && !isOffline && (!needsReason || hasReason)) void open()
        }}
      >
        {count > 0 && <p>{t('opening.what', { count })}</p>}
        <p>{t('opening.guesses')}</p>
        {count < ENOUGH && (
          <p className={styles.few}>{count === 0 ? t('opening.empty') : t('opening.few', { count })}</p>
        )}
        {unfinished.length > 0 && (
          <div className={styles.unfinished}>
            <p>{t('opening.unfinished')}</p>
            <ul>
              {unfinished.map((line) => (
                <li key={line}>{line}</li>
              ))}
            </ul>
          </div>
        )}
        {isRefused && (
          <p role="alert">{problemText({ code: 'guess-not-finished', title: '', retryAfterS: null })}</p>
        )}
        {needsReason && (
          <TextField
            label={t('opening.reason')}
            hint={t('opening.reasonHint')}
            maxLength={500}
            value={reason}
            onChange={setReason}
          />
        )}
        <p className={styles.together}>{t('opening.together')}</p>
        {isOffline && <p role="status">{t('opening.offline')}</p>}
        {problem && (
          <p className={styles.problem} role="alert">
            {problemText(problem)}
          </p>
        )}
        <div className={styles.buttons}>
          <Button type="submit" kind="primary" notYet={isBusy || isOffline || (needsReason && !hasReason)}>
            {t(`opening.${confirm}`)}
          </Button>
          <Button onClick={onClose}>{t('opening.cancel')}</Button>
        </div>
      </form>
    </Dialog>
  )
}

/** What of our guess is not finished, in words: the needs must be weighed, and no round may wait to be revealed. */
function useUnfinished(): readonly string[] {
  const { t } = useTranslation('interviews')
  const all = useRounds()
  return (['weights', 'marks'] as const).flatMap((kind) => {
    const name = t(`opening.kinds.${kind}`)
    const last = all.findLast((round) => round.kind === kind)
    if (!last) return kind === 'weights' ? [t('opening.round.none', { kind: name })] : []
    if (last.status === 'open') {
      const { number, sealedCount: sealed, expectedCount: of } = last
      return [t('opening.round.open', { kind: name, number, sealed, of })]
    }
    return last.status === 'closed' ? [t('opening.round.closed', { kind: name, number: last.number })] : []
  })
}
