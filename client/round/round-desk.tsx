/** The desk while a round is open or closed: close, discard, reveal; what is missing is asked about first. */
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useLetterKeys } from '#client/lib/letter-keys.ts'
import { Desk, DeskQuestion } from '#client/round/desk.tsx'
import { useMissingNames } from '#client/round/missing-names.ts'
import { useRoundCommands } from '#client/round/round-commands.ts'
import type { AnyRound } from '#client/round/round-of.ts'
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
    if (asked === 'missing' && missingCount > 0) return <MissingNames names={names} onClose={notNow} />
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
        {isBusy ? t('desk.busy') : t('desk.reveal')}
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

function MissingNames(props: { readonly names: readonly string[] | null; readonly onClose: () => void }) {
  const { names, onClose } = props
  const { t, i18n } = useTranslation('round')
  const common = useTranslation('common').t
  return (
    <DeskQuestion
      title={names ? listOfNames(names, i18n.language) : t('desk.missingUnknown')}
      lead={t('desk.missingOnlyYou')}
      onEscape={onClose}
    >
      <Button onClick={onClose}>{common('close')}</Button>
    </DeskQuestion>
  )
}
