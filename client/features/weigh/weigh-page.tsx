/** `/w/:id/weigh`: the needs, the ballot, the wait, the reveal. */
import { useTranslation } from 'react-i18next'
import { InformedView } from '#client/features/weigh/informed-view.tsx'
import { MovedView, useMovedPair } from '#client/features/weigh/moved-view.tsx'
import { OpenWeights } from '#client/features/weigh/open-weights.tsx'
import { OwnWeights } from '#client/features/weigh/own-ballot.tsx'
import { PaperWeights } from '#client/features/weigh/paper-weights.tsx'
import { Revealed } from '#client/features/weigh/revealed.tsx'
import { Setup } from '#client/features/weigh/setup.tsx'
import { LAST_BEAT } from '#client/features/weigh/weight-beats.ts'
import { RoundPage } from '#client/round/round-page.tsx'

/** `look`: come to see the first revealed round, or what moved where two are revealed. */
export function WeighPage({ look }: { readonly look?: 'first' | 'second' }) {
  const { t } = useTranslation('weigh')
  const common = useTranslation('round').t
  const second = useTranslation('secondLook').t
  const pair = useMovedPair()
  return (
    <RoundPage
      kind="weights"
      looksBack={look === 'first'}
      question={t('title')}
      meanwhile={t('waiting')}
      setup={<Setup />}
      ballot={(round) => <OwnWeights key={round.id} round={round} />}
      revealed={(round, isFresh) => <Revealed round={round} isFresh={isFresh} />}
      across={
        pair && {
          label: second('moved.tab'),
          screen: pair[1].informed ? (
            <InformedView key={pair[1].id} pair={pair} />
          ) : (
            <MovedView key={pair[1].id} pair={pair} />
          ),
          isFirst: look === 'second',
        }
      }
      paper={{
        printed: ({ subjects }) => ({
          title: t('title'),
          lead: t('printed.lead'),
          rows: [...subjects, { id: 'total', title: t('printed.total') }],
          columns: [{ id: 'points', title: t('printed.points') }],
          ticks: [t('printed.unknown')],
          scale: t('printed.sure'),
        }),
        sheet: (round, seat, onClose) => (
          <PaperWeights key={seat.id} round={round} seat={seat} onClose={onClose} />
        ),
      }}
      lastBeat={({ result }) => (result && result.n > 0 ? LAST_BEAT : 0)}
      again={t('open.again')}
      openAgain={(round, onCancel) => (
        <OpenWeights
          title={t('open.again')}
          lead={common('open.againLead', { number: round.number })}
          like={round}
          onCancel={onCancel}
        />
      )}
    />
  )
}
