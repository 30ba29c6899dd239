/**
 * `/w/:id/weigh`: the needs, the ballot, the wait, the reveal, for every role. The newest round decides what is
 * shown; revealed rounds stay to be looked at.
 */
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { OwnBallot } from '#client/features/weigh/own-ballot.tsx'
import { Revealed } from '#client/features/weigh/revealed.tsx'
import { RevealedDesk } from '#client/features/weigh/revealed-desk.tsx'
import { hasBallot, type WeightsRound } from '#client/features/weigh/round-of.ts'
import { RoundTabs } from '#client/features/weigh/round-tabs.tsx'
import { Setup } from '#client/features/weigh/setup.tsx'
import { useKeptFocus } from '#client/features/weigh/use-kept-focus.ts'
import { Waiting } from '#client/features/weigh/waiting.tsx'
import { useIsLoading, useMySeat, useRounds, useSession } from '#client/session/hooks.ts'
import { LateSkeleton } from '#client/ui/late-skeleton.tsx'
import styles from './weigh-page.module.css'

export function WeighPage() {
  const { t } = useTranslation('weigh')
  const isLoading = useIsLoading()
  const rounds = useRounds('weights')
  const newest = rounds.at(-1)
  const [chosenId, setChosenId] = useState<string | null>(null)
  const isFresh = useFreshReveals(rounds)
  const page = useRef<HTMLDivElement>(null)
  useKeptFocus(page)
  const shown = rounds.find(({ id }) => id === chosenId) ?? newest
  return (
    <div className={styles.page} ref={page}>
      {newest && rounds.length > 1 && (
        <RoundTabs
          rounds={rounds}
          shownId={shown?.id ?? newest.id}
          onShow={(id) => setChosenId(id === newest.id ? null : id)}
        />
      )}
      {isLoading && <LateSkeleton label={t('loading')} />}
      {!isLoading && !shown && <Setup />}
      {!isLoading && shown && <Round round={shown} isNewest={shown === newest} isFresh={isFresh(shown.id)} />}
    </div>
  )
}

function Round(props: {
  readonly round: WeightsRound
  readonly isNewest: boolean
  readonly isFresh: boolean
}) {
  const { round, isNewest, isFresh } = props
  const { isFacilitator } = useSession()
  const seat = useMySeat()
  if (round.status === 'revealed') {
    return (
      <>
        <Revealed round={round} isFresh={isFresh} />
        {isFacilitator && isNewest && <RevealedDesk round={round} />}
      </>
    )
  }
  return seat && hasBallot(seat, round) ? (
    <OwnBallot key={round.id} round={round} />
  ) : (
    <Waiting round={round} />
  )
}

/** Rounds that were seen open here and are revealed since. */
function useFreshReveals(rounds: readonly WeightsRound[]): (id: string) => boolean {
  const seenOpen = useRef(new Set<string>())
  for (const { id, status } of rounds) {
    if (status === 'open' || status === 'closed') seenOpen.current.add(id)
  }
  return (id) => seenOpen.current.has(id)
}
