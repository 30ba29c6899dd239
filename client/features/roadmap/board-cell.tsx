/** One cell: its cards in order, the field for a new one, and hatching where something is asked and nobody knows. */
import { memo } from 'react'
import { useTranslation } from 'react-i18next'
import { AddField } from '#client/features/roadmap/add-field.tsx'
import { useBoard, useBoardState, useView } from '#client/features/roadmap/board-context.tsx'
import { figuresOf } from '#client/features/roadmap/figures.ts'
import { cardIdsIn, cellKey } from '#client/features/roadmap/layout.ts'
import { PresenceHint } from '#client/features/roadmap/presence-hint.tsx'
import { RoadCard } from '#client/features/roadmap/road-card.tsx'
import { UNPLACED } from '#shared/board/roadmap-edits.ts'
import type { Lane } from '#shared/board/schema.ts'
import { asked } from '#shared/statistics/coverage.ts'
import styles from './board.module.css'

interface CellProps {
  readonly stageId: string
  readonly lane: Lane
  /** In the grid of a wide screen; on a phone a cell is a list under its own heading. */
  readonly inGrid: boolean
}

export const BoardCell = memo(function BoardCell({ stageId, lane, inGrid }: CellProps) {
  const { t } = useTranslation('roadmap')
  const { control } = useBoard()
  const ids = useView(({ whole }) => cardIdsIn(whole, stageId, lane))
  const isEmpty = useView(({ layout }) => cardIdsIn(layout, stageId, lane).length === 0)
  const isHidden = useView(({ layout }) => !layout.stageIds.includes(stageId))
  const isNeglected = useView(({ figures }) => figuresOf(figures, stageId).neglected)
  const unknown = useUnknown(stageId, lane, ids.length === 0)
  const addingAt = useBoardState(({ adding }) =>
    adding?.stageId === stageId && adding.lane === lane ? adding.index : null,
  )
  const isTabStop = useBoardState(({ focus }) => isEmpty && focus?.stageId === stageId && focus.row === lane)
  const items = ids.map((id) => <RoadCard key={id} id={id} />)
  if (addingAt !== null) items.splice(addingAt, 0, <AddField key="add" stageId={stageId} lane={lane} />)
  const words = unknown ? t(`unknown.${unknown}`) : null
  const label = [t('card.cell', { lane: t(`lanes.${lane}.name`), stage: control.stageName(stageId) }), words]
  const semantics = {
    role: inGrid ? 'gridcell' : 'group',
    ...(isEmpty && { tabIndex: isTabStop ? 0 : -1, 'aria-label': label.filter(Boolean).join('. ') }),
  }
  return (
    <div
      className={`${styles.cell} ${isNeglected ? styles.neglected : ''}`}
      data-cell={cellKey(stageId, lane)}
      hidden={isHidden}
      {...semantics}
    >
      {items}
      <PresenceHint of={cellKey(stageId, lane)} />
      {words && addingAt === null && (
        <div className={styles.unknown} aria-hidden="true">
          <b>{words}</b>
        </div>
      )}
    </div>
  )
})

/** Looked at, and nobody knows: an answer or tool where something is open, a doubt where something is asked (R075). */
function useUnknown(stageId: string, lane: Lane, isEmpty: boolean): 'answer' | 'tool' | 'skepticism' | null {
  return useView(({ figures }) => {
    if (!isEmpty || stageId === UNPLACED) return null
    const { tally } = figuresOf(figures, stageId)
    if ((lane === 'answer' || lane === 'tool') && tally.open > 0) return lane
    if (lane === 'skepticism' && asked(tally) > 0) return lane
    return null
  })
}
