/** Roadmap: how customers buy, stage by stage, what they ask on the way and where nobody answers them. */
import { lazy, memo, useEffect, useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { BoardProvider, useBoard, useBoardState, useView } from '#client/features/roadmap/board-context.tsx'
import { BoardGrid } from '#client/features/roadmap/board-grid.tsx'
import { handOf } from '#client/features/roadmap/board-state.ts'
import { CardPanel } from '#client/features/roadmap/card-panel.tsx'
import { DragSurface } from '#client/features/roadmap/drag-surface.tsx'
import { LastAfterSale } from '#client/features/roadmap/last-after-sale.tsx'
import { PhoneBoard } from '#client/features/roadmap/phone-board.tsx'
import { RoadmapHead } from '#client/features/roadmap/roadmap-head.tsx'
import { SelectionBar } from '#client/features/roadmap/selection-bar.tsx'
import { StagePanel } from '#client/features/roadmap/stage-panel.tsx'
import { StagesDialog } from '#client/features/roadmap/stages-dialog.tsx'
import { useBoardFilter, useFilterOfAddress } from '#client/features/roadmap/use-board-filter.ts'
import { useCardOfAddress } from '#client/features/roadmap/use-card-of-address.ts'
import { useUndoWords } from '#client/features/roadmap/use-undo-words.ts'
import { useLetterKeys } from '#client/lib/letter-keys.ts'
import { useIsPhone } from '#client/lib/media.ts'
import { useIsLoading, useSession } from '#client/session/hooks.ts'
import { LateSkeleton } from '#client/ui/late-skeleton.tsx'
import typography from '#client/ui/type.module.css'
import styles from './roadmap-page.module.css'

/** The templates come along only where they are needed. */
const EmptyRoadmap = lazy(async () => ({
  default: (await import('#client/features/roadmap/empty-roadmap.tsx')).EmptyRoadmap,
}))

/** Drawn again only for what it asks for itself: around it every letter typed is drawn as saving and saved. */
export const RoadmapPage = memo(function RoadmapPage() {
  const { t } = useTranslation('common')
  if (useIsLoading()) return <LateSkeleton label={t('loading')} />
  return (
    <BoardProvider>
      <Roadmap />
    </BoardProvider>
  )
})

function Roadmap() {
  const { t } = useTranslation('roadmap')
  const { control, mayEdit } = useBoard()
  const isPhone = useIsPhone()
  const isEmpty = useView(({ whole }) => whole.stageIds.length === 0)
  const filtering = useBoardFilter()
  useFilterOfAddress(filtering.filter)
  useCardOfAddress()
  useUndoWords()
  usePresenceOfHand()
  const { toggleGaps } = filtering
  useLetterKeys(useMemo(() => ({ n: () => control.startAdding(), u: toggleGaps }), [control, toggleGaps]))
  if (isEmpty) return <EmptyRoadmap />
  return (
    <div className={isPhone ? undefined : styles.page}>
      {!isPhone && <RoadmapHead filtering={filtering} />}
      <DragSurface>{isPhone ? <PhoneBoard filtering={filtering} /> : <BoardGrid />}</DragSurface>
      <CardPanel />
      <StagesDialog />
      <StagePanel />
      <SelectionBar />
      <LastAfterSale />
      {mayEdit && (
        <p id="roadmap-keys" className={typography.hidden}>
          {t('card.keys')}
        </p>
      )}
      <Said />
    </div>
  )
}

/** Tells others which card this person has in hand. */
function usePresenceOfHand(): void {
  const session = useSession()
  const { state } = useBoard()
  useEffect(() => {
    const stop = state.subscribe((now) => session.setPresence(handOf(now)))
    return () => {
      stop()
      session.setPresence({ focus: null, editing: false, moving: false })
    }
  }, [session, state])
}

/** For those who listen: moves, losses, undo. Politely, and the same words again are news too. */
function Said() {
  const { text, nth } = useBoardState(({ said }) => said)
  return (
    <p className={typography.hidden} role="status">
      {text && <span key={nth}>{text}</span>}
    </p>
  )
}
