/** The board of a wide screen: stages as columns, lanes as rows, one tab stop, arrows from card to card (KB-1a). */

import { type CSSProperties, memo, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { BoardCell } from '#client/features/roadmap/board-cell.tsx'
import { useBoard, useView } from '#client/features/roadmap/board-context.tsx'
import { CursorLayer } from '#client/features/roadmap/cursor-layer.tsx'
import { DesireButton } from '#client/features/roadmap/desire-button.tsx'
import { DropMark } from '#client/features/roadmap/drop-mark.tsx'
import { StageHead } from '#client/features/roadmap/stage-head.tsx'
import { useBoardFocus } from '#client/features/roadmap/use-board-focus.ts'
import { useShownCards } from '#client/features/roadmap/use-shown-cards.ts'
import { WideMap } from '#client/features/roadmap/wide-map.tsx'
import type { Lane } from '#shared/board/schema.ts'
import styles from './board.module.css'

export const BoardGrid = memo(function BoardGrid() {
  const { t } = useTranslation('roadmap')
  const { setContent } = useBoard()
  const scroller = useRef<HTMLDivElement>(null)
  const stageIds = useView(({ whole }) => whole.stageIds)
  const lanes = useView(({ whole }) => whole.lanes)
  const columns = useView(({ layout }) => layout.stageIds.length)
  const isNarrowed = useView(({ cardIds }) => cardIds !== null)
  useShownCards()
  const handlers = useBoardFocus()
  return (
    <>
      <WideMap scroller={scroller} />
      <div ref={scroller} className={styles.scroll}>
        {/* biome-ignore lint/a11y/useSemanticElements: a table cannot be a grid of cards */}
        <div
          ref={setContent}
          className={styles.board}
          style={{ '--stages': columns } as CSSProperties}
          role="grid"
          aria-label={t('board')}
          {...handlers}
        >
          {/* biome-ignore lint/a11y/useSemanticElements: rows of that grid */}
          <div className={`${styles.row} ${styles.heads}`} role="row" tabIndex={-1}>
            {/* biome-ignore lint/a11y/useSemanticElements: a cell of that grid */}
            <div className={styles.corner} role="gridcell" tabIndex={-1}>
              {!isNarrowed && <DesireButton stageId={stageIds[0]} />}
            </div>
            {stageIds.map((stageId, i) => (
              <StageHead key={stageId} stageId={stageId} n={i + 1} />
            ))}
          </div>
          {lanes.map((lane) => (
            <LaneRow key={lane} lane={lane} stageIds={stageIds} />
          ))}
          <DropMark />
          <CursorLayer />
        </div>
      </div>
    </>
  )
})

function LaneRow({ lane, stageIds }: { readonly lane: Lane; readonly stageIds: readonly string[] }) {
  const { t } = useTranslation('roadmap')
  const isHidden = useView(({ layout }) => !layout.lanes.includes(lane))
  return (
    // biome-ignore lint/a11y/useSemanticElements: rows of that grid
    <div className={styles.row} role="row" tabIndex={-1} hidden={isHidden}>
      {/* biome-ignore lint/a11y/useSemanticElements: head of that row */}
      <div className={styles.lane} role="rowheader" tabIndex={-1}>
        {t(`lanes.${lane}.name`)}
        <small>{t(`lanes.${lane}.kind`)}</small>
      </div>
      {stageIds.map((stageId) => (
        <BoardCell key={stageId} stageId={stageId} lane={lane} inGrid />
      ))}
    </div>
  )
}
