/**
 * `/w/:id/second-look`: the same question again after the talk (method B3, B4). Before the second round the facilitator
 * opens it here; while it runs this is the ballot; after the reveal it is what moved.
 */
import { useState } from 'react'
import { Trans, useTranslation } from 'react-i18next'
import { OpenWeights } from '#client/features/weigh/open-weights.tsx'
import { WeighPage } from '#client/features/weigh/weigh-page.tsx'
import { useFacilitatorName } from '#client/session/facilitator-name.ts'
import { type RoundOf, useIsLoading, useRounds, useSession, useSingle } from '#client/session/hooks.ts'
import { Button } from '#client/ui/button.tsx'
import { LateSkeleton } from '#client/ui/late-skeleton.tsx'
import { EmptyState, UnansweredDrawing } from '#client/ui/states.tsx'
import typography from '#client/ui/type.module.css'
import { Hl } from '#client/ui/words.tsx'
import { envelope } from '#shared/record/schema.ts'
import styles from './second-look.module.css'

export function SecondLookPage() {
  const { t } = useTranslation('secondLook')
  const isLoading = useIsLoading()
  const { isFacilitator } = useSession()
  const isOpen = useSingle(envelope).openedAt !== null
  const rounds = useRounds('weights')
  const newest = rounds.at(-1)
  if (isLoading) return <LateSkeleton label={t('loading')} />
  if (!newest || (rounds.length === 1 && newest.status !== 'revealed')) {
    return (
      <EmptyState
        drawing={<UnansweredDrawing />}
        fact={t('notYet.fact')}
        advice={t('notYet.advice')}
        level="h1"
      />
    )
  }
  if (rounds.length === 1) return <Before round={newest} />
  const isAsked = rounds.some(({ informed }) => informed)
  return (
    <>
      <WeighPage look="second" />
      {isFacilitator && isOpen && !isAsked && newest.status === 'revealed' && <AskAgain round={newest} />}
    </>
  )
}

/** After the envelope, the facilitator asks the same question once more. */
function AskAgain({ round }: { readonly round: RoundOf<'weights'> }) {
  const { t } = useTranslation('secondLook')
  const [isOpening, setOpening] = useState(false)
  return (
    <section className={styles.again}>
      <h2 className={typography.section}>{t('titleInformed').replaceAll(/<\/?hl>/g, '')}</h2>
      <p className={typography.meta}>{t('leadInformed')}</p>
      {isOpening ? (
        <OpenWeights
          title={t('open', { number: round.number + 1 })}
          lead={t('openLead', { before: round.number })}
          like={round}
          onCancel={() => setOpening(false)}
        />
      ) : (
        <Button onClick={() => setOpening(true)}>{t('informed.again')}</Button>
      )}
    </section>
  )
}

function Before({ round }: { readonly round: RoundOf<'weights'> }) {
  const { t } = useTranslation('secondLook')
  const { isFacilitator } = useSession()
  const facilitator = useFacilitatorName()
  const isInformed = useSingle(envelope).openedAt !== null
  const number = round.number + 1
  return (
    <section className={styles.before}>
      <h1 className={typography.screen}>
        <Trans t={t} i18nKey={isInformed ? 'titleInformed' : 'title'} components={{ hl: <Hl /> }} />
      </h1>
      <p className={typography.lead}>{t(isInformed ? 'leadInformed' : 'lead')}</p>
      {isFacilitator ? (
        <OpenWeights
          title={t('open', { number })}
          lead={`${t('openLead', { before: round.number })} ${t('marksToo')}`}
          like={round}
        />
      ) : (
        <p className={styles.soon}>{t('soon', { name: facilitator, number })}</p>
      )}
    </section>
  )
}
