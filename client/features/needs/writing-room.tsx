/**
 * The silent round for those who do not write: the question in large letters and, for the facilitator alone, how many
 * have begun and how many are done. Never what anybody wrote, nor who.
 */
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { NeedSteps } from '#client/features/needs/need-steps.tsx'
import { useWritingCounts } from '#client/features/needs/use-writing-counts.ts'
import { UNDO_MS, WALL } from '#client/features/needs/wall-beats.ts'
import { useProblemText } from '#client/lib/problem-text.ts'
import { DeskQuestion } from '#client/round/desk.tsx'
import { Envelopes } from '#client/round/envelopes.tsx'
import { useRoundCommands } from '#client/round/round-commands.ts'
import { progressOf } from '#client/round/round-of.ts'
import { type RoundOf, useSession } from '#client/session/hooks.ts'
import { Button } from '#client/ui/button.tsx'
import { showToast } from '#client/ui/toast-store.ts'
import typography from '#client/ui/type.module.css'
import styles from './write.module.css'

type Round = RoundOf<'notes'>

export function WritingRoom({ round }: { readonly round: Round }) {
  const { t } = useTranslation('needs')
  const { isFacilitator } = useSession()
  const progress = progressOf(round)
  return (
    <section className={styles.room}>
      <NeedSteps at="write" />
      <h1 className={styles.question}>{t('title')}</h1>
      <p className={styles.roomLead}>{t('room.lead')}</p>
      <Envelopes {...progress} size="row" />
      <p role="status">{progress.expected === 0 ? t('room.noneThere') : t('room.done', { ...progress })}</p>
      {isFacilitator && <WritingDesk round={round} />}
    </section>
  )
}

const SIX_MINUTES_MS = 360_000

function WritingDesk({ round }: { readonly round: Round }) {
  const { t } = useTranslation('needs')
  const busy = useTranslation('round').t('desk.busy')
  const session = useSession()
  const problemText = useProblemText()
  const counts = useWritingCounts(round)
  const { run, isBusy, problem } = useRoundCommands()
  const [asked, setAsked] = useState<'open' | 'discard' | null>(null)
  const params = { roundId: round.id }
  const notNow = () => setAsked(null)
  const act = (name: 'revealRound' | 'discardRound') => {
    notNow()
    return run(name, { params, body: {} })
  }
  const openWall = async () => {
    if (!(await act('revealRound'))) return
    showToast({
      kind: 'undo',
      text: t('room.opened'),
      ms: UNDO_MS,
      action: {
        label: t('room.cover'),
        run: () => void session.command('setBeat', { params, body: { beat: WALL.covered } }),
      },
    })
  }
  const startTimer = async () => {
    const started = await session.command('setTimer', { body: { action: 'start', ms: SIX_MINUTES_MS } })
    if (!started.ok) showToast({ kind: 'problem', text: problemText(started.problem) })
  }
  return (
    <>
      <p className={typography.meta}>
        {counts ? t('room.counts', { ...counts }) : t('room.countsUnknown')} · {t('room.noText')}
      </p>
      <p className={typography.meta}>{t('room.advice')}</p>
      {asked === 'open' && (
        <DeskQuestion title={t('room.ask')} lead={t('room.askLead')} onEscape={notNow}>
          <Button onClick={notNow}>{t('room.no')}</Button>
          <Button kind="primary" onClick={() => void openWall()}>
            {t('room.yes')}
          </Button>
        </DeskQuestion>
      )}
      {asked === 'discard' && (
        <DeskQuestion title={t('room.discardAsk')} lead={t('room.discardLead')} onEscape={notNow}>
          <Button onClick={notNow}>{t('room.discardNo')}</Button>
          <Button kind="danger" onClick={() => void act('discardRound')}>
            {t('room.discardYes')}
          </Button>
        </DeskQuestion>
      )}
      <div className={styles.buttons}>
        <Button notYet={isBusy} onClick={() => setAsked('discard')}>
          {t('room.discard')}
        </Button>
        <Button onClick={() => void startTimer()}>{t('room.timer')}</Button>
        <Button kind="reveal" size="large" notYet={isBusy} onClick={() => setAsked('open')}>
          {isBusy ? busy : t('room.open')}
        </Button>
      </div>
      {problem && (
        <p className={styles.problem} role="alert">
          {problem}
        </p>
      )}
    </>
  )
}
