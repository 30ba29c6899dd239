/** `/w/:id/weigh`: the needs, the ballot, the wait, the reveal. */
import { useTranslation } from 'react-i18next'
import { OpenWeights } from '#client/features/weigh/open-weights.tsx'
import { OwnWeights } from '#client/features/weigh/own-ballot.tsx'
import { Revealed } from '#client/features/weigh/revealed.tsx'
import { Setup } from '#client/features/weigh/setup.tsx'
import { RoundPage } from '#client/round/round-page.tsx'

export function WeighPage() {
  const { t } = useTranslation('weigh')
  const common = useTranslation('round').t
  return (
    <RoundPage
      kind="weights"
      question={t('title')}
      meanwhile={t('waiting')}
      setup={<Setup />}
      ballot={(round) => <OwnWeights key={round.id} round={round} />}
      revealed={(round, isFresh) => <Revealed round={round} isFresh={isFresh} />}
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
