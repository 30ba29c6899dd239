/**
 * The page of a kind of sealed round, for every role: what comes before the first round, the ballot, the wait, the
 * reveal. The newest round decides what is shown; revealed rounds stay to be looked at.
 */
import { type ReactNode, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { PaperDesk } from '#client/round/paper-desk.tsx'
import type { PrintedBallot } from '#client/round/print-sheet.tsx'
import { RevealedDesk } from '#client/round/revealed-desk.tsx'
import { hasBallot } from '#client/round/round-of.ts'
import { RoundTabs } from '#client/round/round-tabs.tsx'
import { useKeptFocus } from '#client/round/use-kept-focus.ts'
import { Waiting } from '#client/round/waiting.tsx'
import {
  type RoundOf,
  useIsLoading,
  useMySeat,
  useRounds,
  useSeats,
  useSession,
} from '#client/session/hooks.ts'
import { LateSkeleton } from '#client/ui/late-skeleton.tsx'
import type { Seat } from '#shared/record/schema.ts'
import type { RoundKindName } from '#shared/rounds/kinds.ts'
import styles from './round-page.module.css'

/** What a kind of round brings to its page. */
export interface RoundScreens<K extends RoundKindName> {
  readonly kind: K
  /** The question in large letters while the room waits, and what everyone else does meanwhile. */
  readonly question: string
  readonly meanwhile: string
  /** Before the first round. */
  readonly setup: ReactNode
  readonly ballot: (round: RoundOf<K>) => ReactNode
  /** `isFresh`: revealed while this person was looking. */
  readonly revealed: (round: RoundOf<K>, isFresh: boolean) => ReactNode
  /** Paper ballots for people without a device; left out where there is no ballot on paper. */
  readonly paper?: {
    readonly printed: (round: RoundOf<K>) => PrintedBallot
    readonly sheet: (round: RoundOf<K>, seat: Seat, onClose: () => void) => ReactNode
  }
  /** The last beat of the reveal, from 0; left out where all is shown at once. */
  readonly lastBeat?: (round: RoundOf<K>) => number
  /** "Weigh again", and the form that opens the next round. */
  readonly again: string
  readonly openAgain: (round: RoundOf<K>, onCancel: () => void) => ReactNode
  /** Come to look back: the first revealed round stands first, not the newest. */
  readonly looksBack?: boolean
  /** What lies across rounds, as a tab after them; shown at first where one came for that and no reveal is under way. */
  readonly across?: { readonly label: string; readonly screen: ReactNode; readonly isFirst: boolean } | null
}

/** No round has this id. */
const ACROSS = 'across'

export function RoundPage<K extends RoundKindName>(screens: RoundScreens<K>) {
  const { t } = useTranslation('round')
  const isLoading = useIsLoading()
  const rounds = useRounds(screens.kind)
  const newest = rounds.at(-1)
  const [chosenId, setChosenId] = useState<string | null>(null)
  const isFresh = useFreshReveals(rounds)
  const page = useRef<HTMLDivElement>(null)
  useKeptFocus(page)
  const across = screens.across ?? null
  const opensAcross = across?.isFirst === true && newest?.status === 'revealed' && !isFresh(newest.id)
  const isAcross = across !== null && (chosenId === ACROSS || (chosenId === null && opensAcross))
  const first = screens.looksBack ? rounds.find(({ status }) => status === 'revealed') : undefined
  const begin = first ?? newest
  const shown = rounds.find(({ id }) => id === chosenId) ?? begin
  return (
    <div className={styles.page} ref={page}>
      {newest && rounds.length > 1 && (
        <RoundTabs
          rounds={rounds}
          shownId={isAcross ? ACROSS : (shown?.id ?? newest.id)}
          onShow={(id) => setChosenId(id === newest.id && begin === newest && !opensAcross ? null : id)}
          also={across && { id: ACROSS, label: across.label }}
        />
      )}
      {isLoading && <LateSkeleton label={t('loading')} />}
      {!isLoading && !shown && screens.setup}
      {!isLoading && isAcross && across.screen}
      {!isLoading && shown && !isAcross && (
        <RoundScreen
          screens={screens}
          round={shown}
          isNewest={shown === newest}
          isFresh={isFresh(shown.id)}
        />
      )}
    </div>
  )
}

function RoundScreen<K extends RoundKindName>(props: {
  readonly screens: RoundScreens<K>
  readonly round: RoundOf<K>
  readonly isNewest: boolean
  readonly isFresh: boolean
}) {
  const { screens, round, isNewest, isFresh } = props
  const { isFacilitator } = useSession()
  const seat = useMySeat()
  const seats = useSeats()
  const [paperFor, setPaperFor] = useState<string | null>(null)
  if (round.status === 'revealed') {
    return (
      <>
        {screens.revealed(round, isFresh)}
        {isFacilitator && isNewest && (
          <RevealedDesk round={round} lastBeat={screens.lastBeat?.(round) ?? 0} again={screens.again}>
            {(onCancel) => screens.openAgain(round, onCancel)}
          </RevealedDesk>
        )}
      </>
    )
  }
  if (seat && hasBallot(seat, round)) return screens.ballot(round)
  const { paper } = screens
  const mayEnter = isFacilitator && round.status === 'open' && paper !== undefined
  const entered = mayEnter && paperFor ? seats.find(({ id }) => id === paperFor) : undefined
  if (mayEnter && entered) return paper.sheet(round, entered, () => setPaperFor(null))
  return (
    <Waiting
      round={round}
      question={screens.question}
      meanwhile={screens.meanwhile}
      desk={mayEnter && <PaperDesk round={round} printed={paper.printed(round)} onEnter={setPaperFor} />}
    />
  )
}

/** Rounds that were seen open here and are revealed since. */
function useFreshReveals(
  rounds: readonly { readonly id: string; readonly status: string }[],
): (id: string) => boolean {
  const seenOpen = useRef(new Set<string>())
  for (const { id, status } of rounds) {
    if (status === 'open' || status === 'closed') seenOpen.current.add(id)
  }
  return (id) => seenOpen.current.has(id)
}
