/** The desk while a round is open or closed: close, discard, reveal; what is missing is asked about first. */
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useLetterKeys } from '#client/lib/letter-keys.ts'
import { Desk, DeskQuestion } from '#client/round/desk.tsx'
import { type MissingSeat, useMissingNames, useMissingSeats } from '#client/round/missing-names.ts'
import { useRoundCommands } from '#client/round/round-commands.ts'
import { type AnyRound, isEveryoneIn } from '#client/round/round-of.ts'
import { DeskTimer } from '#client/round/round-timer.tsx'
import { countInWords, listOfNames } from '#client/round/wording.ts'
import { Button } from '#client/ui/button.tsx'
import { Kbd } from '#client/ui/keys.tsx'
import styles from './desk.module.css'

type Asked = 'nothing' | 'reveal' | 'discard' | 'missing'

export function RoundDesk({ round, children }: { readonly round: AnyRound; readonly children?: ReactNode }) {
  const { t } = useTranslation('round')
  const { run, isBusy, problem } = useRoundCommands()
  const [asked, setAsked] = useState<Asked>('nothing')
  const names = useMissingNames(round)
  const missingCount = Math.max(0, round.expectedCount - round.sealedCount)
  const params = { roundId: round.id }
  const notNow = () => setAsked('nothing')
  const act = (name: 'closeRound' | 'revealRound' | 'discardRound') => {
    notNow()
    void run(name, { params, body: {} })
  }
  const mustAsk = round.sealedCount === 0 || (round.status === 'open' && missingCount > 0)
  const reveal = () => (mustAsk ? setAsked('reveal') : act('revealRound'))
  useLetterKeys({ r: reveal })

  const revealWords = () => {
    if (isBusy) return t('desk.busy')
    return isEveryoneIn(round) ? t('desk.revealAll', { count: round.expectedCount }) : t('desk.reveal')
  }
  const question = () => {
    if (asked === 'reveal' && round.sealedCount === 0) {
      return (
        <DeskQuestion title={t('reveal.nobodyTitle')} lead={t('reveal.nobody')} onEscape={notNow}>
          <Button onClick={notNow}>{t('reveal.waitMany')}</Button>
          <Button onClick={() => setAsked('discard')}>{t('desk.discard')}</Button>
        </DeskQuestion>
      )
    }
    if (asked === 'reveal' && mustAsk) {
      return (
        <RevealWithout
          names={names}
          count={missingCount}
          number={round.number}
          onWait={notNow}
          onReveal={() => act('revealRound')}
        />
      )
    }
    if (asked === 'discard') {
      return (
        <DeskQuestion
          title={t('discard.title', { number: round.number })}
          lead={t('discard.lead')}
          onEscape={notNow}
        >
          <Button onClick={notNow}>{t('discard.no')}</Button>
          <Button kind="danger" onClick={() => act('discardRound')}>
            {t('discard.yes')}
          </Button>
        </DeskQuestion>
      )
    }
    if (asked === 'missing' && missingCount > 0) return <MissingNames round={round} onClose={notNow} />
    return null
  }
  return (
    <Desk round={round} problem={problem} question={question()}>
      <DeskTimer />
      {missingCount > 0 && (
        <Button
          className={styles.button}
          aria-expanded={asked === 'missing'}
          onClick={() => setAsked(asked === 'missing' ? 'nothing' : 'missing')}
        >
          {t('desk.missing', { count: missingCount })}
        </Button>
      )}
      {children}
      <Button className={styles.button} notYet={isBusy} onClick={() => setAsked('discard')}>
        {t('desk.discard')}
      </Button>
      {round.status === 'open' && (
        <Button className={styles.button} notYet={isBusy} onClick={() => act('closeRound')}>
          {t('desk.close')}
        </Button>
      )}
      <Button kind="reveal" notYet={isBusy} aria-keyshortcuts="R" onClick={reveal}>
        {revealWords()}
        <span className={styles.key} aria-hidden="true">
          <Kbd>R</Kbd>
        </span>
      </Button>
    </Desk>
  )
}

/** "If you reveal now, Dan's ballot is left out of round 1." */
function RevealWithout(props: {
  readonly names: readonly string[] | null
  readonly count: number
  readonly number: number
  readonly onWait: () => void
  readonly onReveal: () => void
}) {
  const { names, count, number, onWait, onReveal } = props
  const { t, i18n } = useTranslation('round')
  const only = count === 1 ? names?.[0] : undefined
  const lead =
    names && names.length === count
      ? t('reveal.missing', { count, name: listOfNames(names, i18n.language), number })
      : t('reveal.missingUnknown', { count, number })
  return (
    <DeskQuestion
      title={t('reveal.missingTitle', { count, all: countInWords(t, count) })}
      lead={lead}
      onEscape={onWait}
    >
      <Button onClick={onWait}>{only ? t('reveal.wait', { name: only }) : t('reveal.waitMany')}</Button>
      <Button kind="primary" onClick={onReveal}>
        {only ? t('reveal.without', { name: only }) : t('reveal.withoutMany')}
      </Button>
    </DeskQuestion>
  )
}

/** Each seat whose ballot is open, and how far it is (FA-6a). */
function MissingNames(props: { readonly round: AnyRound; readonly onClose: () => void }) {
  const { round, onClose } = props
  const { t } = useTranslation('round')
  const common = useTranslation('common').t
  const seats = useMissingSeats(round)
  const stateOf = ({ state, isHere }: MissingSeat) =>
    isHere ? t(`desk.seat.${state}`) : `${t(`desk.seat.${state}`)}, ${t('desk.seat.offline')}`
  return (
    <DeskQuestion
      title={t('desk.missing', { count: Math.max(0, round.expectedCount - round.sealedCount) })}
      lead={t('desk.missingOnlyYou')}
      onEscape={onClose}
    >
      {seats === null ? (
        <p>{t('desk.missingUnknown')}</p>
      ) : (
        <ul className={styles.seats}>
          {seats.map((seat) => (
            <li key={seat.name}>
              <b>{seat.name}</b> {stateOf(seat)}
            </li>
          ))}
        </ul>
      )}
      <Button onClick={onClose}>{common('close')}</Button>
    </DeskQuestion>
  )
}
