/**
 * `/w/:id/needs`: from silent notes over the wall to a shortlist, for every role. What is open decides what is shown: the
 * silent round, the cutting vote, else the wall.
 */
import { useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { BeforeWriting } from '#client/features/needs/before-writing.tsx'
import { CoveredWall } from '#client/features/needs/covered-wall.tsx'
import { CutBallot } from '#client/features/needs/cut-ballot.tsx'
import { WALL } from '#client/features/needs/wall-beats.ts'
import { WallPage } from '#client/features/needs/wall-page.tsx'
import { WriteNotes } from '#client/features/needs/write-notes.tsx'
import { WritingRoom } from '#client/features/needs/writing-room.tsx'
import { OwnBallot } from '#client/round/own-ballot.tsx'
import { hasBallot } from '#client/round/round-of.ts'
import { useKeptFocus } from '#client/round/use-kept-focus.ts'
import { Waiting } from '#client/round/waiting.tsx'
import { useDerived, useIsLoading, useMySeat, useRounds } from '#client/session/hooks.ts'
import { LateSkeleton } from '#client/ui/late-skeleton.tsx'
import { needNotes, needs } from '#shared/board/schema.ts'
import styles from './needs-page.module.css'

export function NeedsPage({ onAgreed }: { readonly onAgreed: () => void }) {
  const { t } = useTranslation('needs')
  const page = useRef<HTMLDivElement>(null)
  useKeptFocus(page)
  return (
    <div className={styles.page} ref={page}>
      {useIsLoading() ? <LateSkeleton label={t('loading')} /> : <Needs onAgreed={onAgreed} />}
    </div>
  )
}

function Needs({ onAgreed }: { readonly onAgreed: () => void }) {
  const { t } = useTranslation('needs')
  const seat = useMySeat()
  const notesRound = useRounds('notes').at(-1)
  const cutRound = useRounds('cut').at(-1)
  const isEmpty = useHasNothing()
  const seenWriting = useRef('')
  if (notesRound && notesRound.status !== 'revealed') seenWriting.current = notesRound.id
  if (notesRound && notesRound.status !== 'revealed') {
    return seat && hasBallot(seat, notesRound) ? (
      <WriteNotes key={notesRound.id} round={notesRound} />
    ) : (
      <WritingRoom round={notesRound} />
    )
  }
  if (cutRound && cutRound.status !== 'revealed') {
    return seat && hasBallot(seat, cutRound) ? (
      <OwnBallot key={cutRound.id} round={cutRound}>
        {(own, frame) => <CutBallot round={cutRound} own={own} frame={frame} />}
      </OwnBallot>
    ) : (
      <Waiting round={cutRound} question={t('cut.question')} meanwhile={t('cut.meanwhile')} />
    )
  }
  if (!notesRound && isEmpty) return <BeforeWriting />
  if (notesRound?.beat === WALL.covered) return <CoveredWall round={notesRound} />
  const isFresh = notesRound !== undefined && notesRound.id === seenWriting.current
  return <WallPage round={notesRound} isFresh={isFresh} onAgreed={onAgreed} />
}

function useHasNothing(): boolean {
  const hasNotes = useDerived(needNotes, (notes) => notes.length > 0)
  const hasNeeds = useDerived(needs, (all) => all.some(({ binned }) => binned === null))
  return !hasNotes && !hasNeeds
}
