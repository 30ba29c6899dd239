/** Putting the needs in order before any points: by drag, by buttons for a thumb, by arrows on a need. */
import {
  closestCenter,
  DndContext,
  type DragEndEvent,
  PointerSensor,
  TouchSensor,
  useDraggable,
  useDroppable,
  useSensor,
  useSensors,
} from '@dnd-kit/core'
import ArrowDown from 'lucide-react/icons/arrow-down'
import ArrowUp from 'lucide-react/icons/arrow-up'
import GripVertical from 'lucide-react/icons/grip-vertical'
import { type KeyboardEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { moved } from '#client/features/weigh/ordered.ts'
import { Button } from '#client/ui/button.tsx'
import { Icon } from '#client/ui/icon.tsx'
import typography from '#client/ui/type.module.css'
import type { Subject } from '#shared/rounds/kind.ts'
import styles from './rank-needs.module.css'

const DRAGS_FROM_PX = 5
const HOLD = { delay: 250, tolerance: 5 } as const

export function RankNeeds(props: {
  readonly needs: readonly Subject[]
  readonly onOrder: (ids: readonly string[]) => void
  readonly onDone: () => void
}) {
  const { needs, onOrder, onDone } = props
  const { t } = useTranslation('weigh')
  const [said, setSaid] = useState('')
  const sensors = useSensors(
    useSensor(PointerSensor, { activationConstraint: { distance: DRAGS_FROM_PX } }),
    useSensor(TouchSensor, { activationConstraint: HOLD }),
  )
  const ids = needs.map(({ id }) => id)
  const move = (id: string, to: number) => {
    const from = ids.indexOf(id)
    if (to < 0 || to >= ids.length || to === from) return
    onOrder(moved(ids, from, to))
    setSaid(t('setup.moved', { need: needs[from]?.title ?? '', number: to + 1, count: ids.length }))
  }
  const drop = ({ active, over }: DragEndEvent) => {
    if (over) move(String(active.id), ids.indexOf(String(over.id)))
  }
  return (
    <div className={styles.rank}>
      <p className={typography.meta}>{t('rank.lead')}</p>
      <DndContext sensors={sensors} collisionDetection={closestCenter} onDragEnd={drop}>
        <ol className={styles.list} aria-label={t('rank.list')}>
          {needs.map((need, index) => (
            <RankedNeed
              key={need.id}
              need={need}
              index={index}
              count={needs.length}
              onMove={(to) => move(need.id, to)}
            />
          ))}
        </ol>
      </DndContext>
      <p className={typography.hidden} role="status">
        {said}
      </p>
      <Button kind="primary" size="large" onClick={onDone}>
        {t('rank.done')}
      </Button>
    </div>
  )
}

function RankedNeed(props: {
  readonly need: Subject
  readonly index: number
  readonly count: number
  readonly onMove: (to: number) => void
}) {
  const { need, index, count, onMove } = props
  const { t } = useTranslation('weigh')
  const { setNodeRef: dragRef, listeners, transform, isDragging } = useDraggable({ id: need.id })
  const { setNodeRef: dropRef, isOver } = useDroppable({ id: need.id })
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'ArrowUp' && event.key !== 'ArrowDown') return
    event.preventDefault()
    onMove(index + (event.key === 'ArrowUp' ? -1 : 1))
  }
  const classes = [styles.need, isDragging && styles.dragged, isOver && !isDragging && styles.target]
  return (
    <li
      ref={(element) => {
        dragRef(element)
        dropRef(element)
      }}
      className={classes.filter(Boolean).join(' ')}
      style={transform ? { transform: `translate(${transform.x}px, ${transform.y}px)` } : undefined}
      onKeyDown={onKeyDown}
    >
      <span className={styles.grip} aria-hidden="true" {...listeners}>
        <Icon of={GripVertical} size="1.25rem" />
      </span>
      <i className={styles.number}>{index + 1}</i>
      <span className={styles.title}>{need.title}</span>
      <Button
        kind="quiet"
        square
        aria-label={t('setup.up', { need: need.title })}
        notYet={index === 0}
        onClick={() => onMove(index - 1)}
      >
        <Icon of={ArrowUp} />
      </Button>
      <Button
        kind="quiet"
        square
        aria-label={t('setup.down', { need: need.title })}
        notYet={index === count - 1}
        onClick={() => onMove(index + 1)}
      >
        <Icon of={ArrowDown} />
      </Button>
    </li>
  )
}
