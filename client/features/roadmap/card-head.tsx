/** Which card of which stage the panel shows, and the steps to its neighbours in reading order: lane by lane, stage by stage. */
import ChevronDown from 'lucide-react/icons/chevron-down'
import ChevronUp from 'lucide-react/icons/chevron-up'
import X from 'lucide-react/icons/x'
import { useTranslation } from 'react-i18next'
import { useBoard, useView } from '#client/features/roadmap/board-context.tsx'
import { cardIdsIn, findCard, type Layout } from '#client/features/roadmap/layout.ts'
import { Button } from '#client/ui/button.tsx'
import { Icon } from '#client/ui/icon.tsx'
import { UNPLACED } from '#shared/board/roadmap-edits.ts'
import type { Card } from '#shared/board/schema.ts'
import styles from './card-panel.module.css'

interface Neighbours {
  readonly previous: string | null
  readonly next: string | null
}

/** Of the cards on show. */
const inOrder = (layout: Layout): readonly string[] =>
  layout.stageIds.flatMap((stageId) => layout.lanes.flatMap((lane) => cardIdsIn(layout, stageId, lane)))

export function useNeighbours({ id }: Card): Neighbours {
  const layout = useView((view) => view.layout)
  const ids = inOrder(layout)
  const at = ids.indexOf(id)
  return { previous: (at > 0 && ids[at - 1]) || null, next: ids[at + 1] ?? null }
}

export function CardHead(
  props: Neighbours & { readonly card: Card; readonly onGo: (id: string | null) => void },
) {
  const { card, previous, next, onGo } = props
  const { t } = useTranslation('card')
  const { t: common } = useTranslation('common')
  const { t: roadmap } = useTranslation('roadmap')
  const { control } = useBoard()
  const stageIds = useView(({ layout }) => layout.stageIds)
  const stageId = useView(({ layout }) => findCard(layout, card.id)?.stageId ?? UNPLACED)
  return (
    <header className={styles.top}>
      <p>
        {stageId === UNPLACED
          ? t('unplaced')
          : t('where', { n: stageIds.indexOf(stageId) + 1, stage: control.stageName(stageId) })}
        <span>{roadmap(`lanes.${card.place.lane}.name`)}</span>
      </p>
      <Button
        kind="quiet"
        square
        aria-label={t('previous')}
        aria-keyshortcuts="K"
        notYet={previous === null}
        onClick={() => onGo(previous)}
      >
        <Icon of={ChevronUp} />
      </Button>
      <Button
        kind="quiet"
        square
        aria-label={t('next')}
        aria-keyshortcuts="J"
        notYet={next === null}
        onClick={() => onGo(next)}
      >
        <Icon of={ChevronDown} />
      </Button>
      <Button kind="quiet" square aria-label={common('close')} onClick={control.closePanel}>
        <Icon of={X} />
      </Button>
    </header>
  )
}
