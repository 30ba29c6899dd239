/** `/w/:id/findings`: what customers said is read in silence, then put in order of priority by secret dots (R063). */
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { DotsBallot } from '#client/features/findings/dots-ballot.tsx'
import { DotsRevealed } from '#client/features/findings/dots-revealed.tsx'
import { FindingList } from '#client/features/findings/finding-list.tsx'
import { ReadQuotes } from '#client/features/findings/read-quotes.tsx'
import { useFindings } from '#client/features/findings/use-findings.ts'
import { VoteInSecret, VoteOnPaper } from '#client/round/ballot-form.tsx'
import { OpenVote } from '#client/round/open-vote.tsx'
import { RoundPage } from '#client/round/round-page.tsx'
import { useIsLoading, useRounds, useSingle } from '#client/session/hooks.ts'
import { LateSkeleton } from '#client/ui/late-skeleton.tsx'
import segments from '#client/ui/segments.module.css'
import { EmptyState, UnansweredDrawing } from '#client/ui/states.tsx'
import { envelope } from '#shared/record/schema.ts'
import styles from './findings.module.css'

type View = 'read' | 'dots'

export function FindingsPage() {
  const { t } = useTranslation('findings')
  const isLoading = useIsLoading()
  const isOpen = useSingle(envelope).openedAt !== null
  const rounds = useRounds('dots')
  const [chosen, setChosen] = useState<View | null>(null)
  if (isLoading) return <LateSkeleton label={t('loading')} />
  if (!isOpen && rounds.length === 0) {
    return (
      <EmptyState
        level="h1"
        drawing={<UnansweredDrawing />}
        fact={t('sealed.fact')}
        advice={t('sealed.advice')}
      />
    )
  }
  const isLive = rounds.some(({ status }) => status === 'open' || status === 'closed')
  const view: View = isLive ? 'dots' : (chosen ?? (rounds.length === 0 ? 'read' : 'dots'))
  return (
    <div className={styles.page}>
      {!isLive && (
        <nav className={`${segments.segments} ${styles.views}`} aria-label={t('views')}>
          {(['read', 'dots'] as const).map((one) => (
            <button
              key={one}
              type="button"
              className={segments.segment}
              aria-current={view === one ? 'true' : undefined}
              onClick={() => setChosen(one)}
            >
              {t(one === 'read' ? 'viewRead' : 'viewDots')}
            </button>
          ))}
        </nav>
      )}
      {view === 'read' ? <ReadQuotes onDone={() => setChosen('dots')} /> : <Dots />}
    </div>
  )
}

function Dots() {
  const { t } = useTranslation('findings')
  const vote = useTranslation('vote').t
  const { findings } = useFindings()
  const ids = findings.map(({ id }) => id)
  const notYet = ids.length < 2 ? t('open.tooFew') : null
  return (
    <RoundPage
      kind="dots"
      question={t('dots.question')}
      meanwhile={t('dots.meanwhile')}
      setup={<FindingList />}
      ballot={(round) => (
        <VoteInSecret key={round.id} round={round}>
          {(form) => <DotsBallot {...form} />}
        </VoteInSecret>
      )}
      revealed={(round) => <DotsRevealed round={round} />}
      paper={{
        printed: ({ subjects }) => ({
          title: t('dots.question'),
          lead: `${t('dots.printed')} ${vote('paperLead')}`,
          rows: subjects,
          columns: [{ id: 'dots', title: t('dots.printedColumn') }],
          ticks: [],
          scale: '',
        }),
        sheet: (round, seat, onClose) => (
          <VoteOnPaper key={seat.id} round={round} seat={seat} onClose={onClose}>
            {(form) => <DotsBallot {...form} />}
          </VoteOnPaper>
        ),
      }}
      again={t('open.again')}
      openAgain={(_, onCancel) => (
        <OpenVote kind="dots" subjects={ids} label={t('open.again')} notYet={notYet} onCancel={onCancel} />
      )}
    />
  )
}
