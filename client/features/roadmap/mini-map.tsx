/** The whole road in a row: how much of each stage is answered, and which one is on show. */
import type { CSSProperties } from 'react'
import { useTranslation } from 'react-i18next'
import { useBoard, useView } from '#client/features/roadmap/board-context.tsx'
import { figuresOf } from '#client/features/roadmap/figures.ts'
import { asked } from '#shared/statistics/coverage.ts'
import styles from './phone-board.module.css'

export function MiniMap(props: {
  readonly stageIds: readonly string[]
  readonly at: number
  readonly onShow: (index: number) => void
}) {
  const { stageIds, at, onShow } = props
  return (
    <ol className={styles.map} style={{ '--stages': stageIds.length } as CSSProperties}>
      {stageIds.map((stageId, i) => (
        <li key={stageId}>
          <MapBlock stageId={stageId} index={i} isShown={i === at} onShow={onShow} />
        </li>
      ))}
    </ol>
  )
}

function MapBlock(props: {
  readonly stageId: string
  readonly index: number
  readonly isShown: boolean
  readonly onShow: (index: number) => void
}) {
  const { stageId, index, isShown, onShow } = props
  const { t } = useTranslation('roadmap')
  const { control } = useBoard()
  const { tally } = useView(({ figures }) => figuresOf(figures, stageId))
  const all = asked(tally)
  const share = all === 0 ? 0 : (tally.answered + tally.weak / 2) / all
  const look = all === 0 ? styles.nothing : tally.open > 0 ? styles.gaps : styles.full
  const name = control.stageName(stageId)
  return (
    <button
      type="button"
      className={styles.block}
      aria-current={isShown ? 'step' : undefined}
      aria-label={`${t('stage.heading', { n: index + 1, name })}. ${t('stage.unanswered', { count: tally.open })}`}
      onClick={() => onShow(index)}
    >
      <i className={look} style={{ '--share': `${Math.round(share * 100)}%` } as CSSProperties} />
    </button>
  )
}
