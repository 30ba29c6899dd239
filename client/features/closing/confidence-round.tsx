/** How sure everyone is, once more, in secret: ballot, wait, paper ballots. What came out is on the page of the closing. */
import { useTranslation } from 'react-i18next'
import { type BallotForm, VoteInSecret, VoteOnPaper } from '#client/round/ballot-form.tsx'
import { Confidence } from '#client/round/confidence.tsx'
import { PlainBallot } from '#client/round/plain-ballot.tsx'
import { RoundPage } from '#client/round/round-page.tsx'
import { SureCounts } from './sure-counts.tsx'

export function ConfidenceRound() {
  const { t } = useTranslation('closing')
  const vote = useTranslation('vote').t
  return (
    <RoundPage
      kind="confidence"
      question={t('sure.question')}
      meanwhile={t('sure.meanwhile')}
      setup={null}
      ballot={(round) => (
        <VoteInSecret key={round.id} round={round}>
          {(form) => <ConfidenceBallot {...form} />}
        </VoteInSecret>
      )}
      // An earlier round, looked at while the next one runs; the page itself shows what came out last.
      revealed={({ result }) => result && <SureCounts {...result} />}
      paper={{
        printed: () => ({
          title: t('sure.question'),
          lead: vote('paperLead'),
          rows: [{ id: 'sure', title: `${t('sure.ends.low')}, ${t('sure.ends.high')}` }],
          columns: [{ id: 'answer', title: t('sure.column') }],
          ticks: [],
          scale: '',
        }),
        sheet: (round, seat, onClose) => (
          <VoteOnPaper key={seat.id} round={round} seat={seat} onClose={onClose}>
            {(form) => <ConfidenceBallot {...form} />}
          </VoteOnPaper>
        ),
      }}
      again=""
      openAgain={() => null}
    />
  )
}

function ConfidenceBallot({ ballot, onChange, onSeal, frame }: BallotForm<'confidence'>) {
  const { t } = useTranslation('closing')
  const chosen = ballot?.confidence ?? null
  return (
    <PlainBallot
      title={t('sure.question')}
      lead={t('sure.ballotLead')}
      frame={frame}
      state={chosen === null ? t('sure.choose') : t('sure.chosen', { level: chosen })}
      maySeal={chosen !== null}
      onSeal={() => onSeal()}
    >
      <Confidence value={chosen} onChange={(confidence) => onChange({ confidence })} entryRef={null} />
    </PlainBallot>
  )
}
