/** The roadmap on a phone: one stage at a time, questions first, the whole road as a small map on top. */
import ChevronLeft from 'lucide-react/icons/chevron-left'
import ChevronRight from 'lucide-react/icons/chevron-right'
import Plus from 'lucide-react/icons/plus'
import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { BoardCell } from '#client/features/roadmap/board-cell.tsx'
import { useBoard, useBoardState, useView } from '#client/features/roadmap/board-context.tsx'
import { DesireButton } from '#client/features/roadmap/desire-button.tsx'
import { DropMark } from '#client/features/roadmap/drop-mark.tsx'
import { figuresOf } from '#client/features/roadmap/figures.ts'
import { cardIdsIn, questionsFirst } from '#client/features/roadmap/layout.ts'
import { MiniMap } from '#client/features/roadmap/mini-map.tsx'
import { PhoneFilter } from '#client/features/roadmap/phone-filter.tsx'
import { useTallyWords } from '#client/features/roadmap/stage-coverage.tsx'
import { StageTitle } from '#client/features/roadmap/stage-title.tsx'
import type { BoardFiltering } from '#client/features/roadmap/use-board-filter.ts'
import { useBoardFocus } from '#client/features/roadmap/use-board-focus.ts'
import { useShownCards } from '#client/features/roadmap/use-shown-cards.ts'
import { useSwipe } from '#client/lib/use-swipe.ts'
import { useSession } from '#client/session/hooks.ts'
import { Button } from '#client/ui/button.tsx'
import { Icon } from '#client/ui/icon.tsx'
import { RoadmapViews } from '#client/ui/roadmap-views.tsx'
import { UNPLACED } from '#shared/board/roadmap-edits.ts'
import type { Lane } from '#shared/board/schema.ts'
import styles from './phone-board.module.css'

/** Index of the stage on show; the first while none was chosen or the chosen one is gone. */
function useShown(): { readonly stageIds: readonly string[]; readonly at: number } {
  const stageIds = useView(({ layout }) => layout.stageIds)
  const shown = useBoardState(({ shownStage }) => shownStage)
  return { stageIds, at: Math.max(0, stageIds.indexOf(shown ?? '')) }
}

export function PhoneBoard({ filtering }: { readonly filtering: BoardFiltering }) {
  const { t } = useTranslation('roadmap')
  const { state, control, setContent, mayEdit } = useBoard()
  const { stageIds, at } = useShown()
  const { workshopId } = useSession()
  const lanes = useView(({ layout }) => layout.lanes)
  const handlers = useBoardFocus()
  const show = (index: number) => {
    const stageId = stageIds[index]
    if (stageId === undefined) return
    state.setState({ shownStage: stageId })
    control.say(t('stage.heading', { n: index + 1, name: control.stageName(stageId) }))
  }
  const swipe = useSwipe((step) => {
    if (state.getState().lifted === null) show(at + step)
  })
  const stageId = stageIds[at]
  useEffect(() => state.setState({ shownStage: stageId ?? null }), [state, stageId])
  useEffect(() => () => state.setState({ shownStage: null }), [state])
  const n = useView(({ whole }) => whole.stageIds.indexOf(stageId ?? '') + 1)
  const count = useView(({ whole }) => whole.stageIds.length)
  useShownCards()
  if (stageId === undefined) return <PhoneFilter filtering={filtering} />
  return (
    <div ref={setContent} className={styles.phone} {...swipe} {...handlers}>
      <header className={styles.head}>
        <RoadmapViews workshopId={workshopId} at="board" />
        <nav className={styles.stages} aria-label={t('phone.map')}>
          <Turn icon={ChevronLeft} index={at - 1} none={t('phone.noPrevious')} onTurn={show} />
          <span>{t('phone.position', { n, count })}</span>
          <Turn icon={ChevronRight} index={at + 1} none={t('phone.noNext')} onTurn={show} />
        </nav>
        <StageTitle stageId={stageId} n={n} />
        <MiniMap stageIds={stageIds} at={at} onShow={show} />
        <div className={styles.under}>
          {stageId !== UNPLACED && <OpenHere stageId={stageId} />}
          <PhoneFilter filtering={filtering} />
        </div>
      </header>
      {questionsFirst(lanes).map((lane) => (
        <LaneSection key={lane} stageId={stageId} lane={lane} />
      ))}
      <DesireButton stageId={stageId} />
      <DropMark />
      {mayEdit && stageId !== UNPLACED && <AddBar stageId={stageId} />}
    </div>
  )
}

function OpenHere({ stageId }: { readonly stageId: string }) {
  const words = useTallyWords(useView(({ figures }) => figuresOf(figures, stageId).tally))
  return <p className={styles.hint}>{words}</p>
}

function Turn(props: {
  readonly icon: typeof Plus
  readonly index: number
  readonly none: string
  readonly onTurn: (index: number) => void
}) {
  const { icon, index, none, onTurn } = props
  const { t } = useTranslation('roadmap')
  const { control } = useBoard()
  const stageId = useView(({ layout }) => layout.stageIds[index])
  const name =
    stageId === undefined ? none : t('stage.heading', { n: index + 1, name: control.stageName(stageId) })
  return (
    <Button
      kind="quiet"
      square
      aria-label={name}
      className={stageId === undefined ? styles.end : undefined}
      onClick={() => onTurn(index)}
      {...(stageId === undefined && { 'aria-disabled': true })}
    >
      <Icon of={icon} size="1.5rem" />
    </Button>
  )
}

function LaneSection({ stageId, lane }: { readonly stageId: string; readonly lane: Lane }) {
  const { t } = useTranslation('roadmap')
  const { control, mayEdit } = useBoard()
  const count = useView(({ whole }) => cardIdsIn(whole, stageId, lane).length)
  return (
    <section className={styles.lane}>
      <div className={styles.laneHead}>
        <h2>
          {t(`lanes.${lane}.name`)}
          <small>{t(`lanes.${lane}.kind`)}</small>
        </h2>
        {mayEdit && stageId !== UNPLACED && (
          <Button
            kind="quiet"
            square
            aria-label={t(`lanes.${lane}.add`)}
            onClick={() => control.startAdding({ stageId, lane, index: count })}
          >
            <Icon of={Plus} />
          </Button>
        )}
      </div>
      <BoardCell stageId={stageId} lane={lane} inGrid={false} />
    </section>
  )
}

/** What the stage needs next: an answer where something is open and nothing settles it, else a question. */
function AddBar({ stageId }: { readonly stageId: string }) {
  const { t } = useTranslation('roadmap')
  const { control } = useBoard()
  const isAdding = useBoardState(({ adding }) => adding !== null)
  const lane = useView(
    ({ layout, figures }): Lane =>
      figuresOf(figures, stageId).tally.open > 0 && cardIdsIn(layout, stageId, 'answer').length === 0
        ? 'answer'
        : 'question',
  )
  const count = useView(({ whole }) => cardIdsIn(whole, stageId, lane).length)
  if (isAdding) return null
  return (
    <div className={styles.foot}>
      <Button
        kind="primary"
        size="huge"
        wide
        onClick={() => control.startAdding({ stageId, lane, index: count })}
      >
        <Icon of={Plus} size="1.25rem" />
        {t(`lanes.${lane}.add`)}
      </Button>
    </div>
  )
}
