/**
 * Dragging by mouse and touch, for the whole board at once: one draggable, whose card is whichever was pressed, so
 * that five hundred cards cost as much as one. Where it would land is asked of the page itself, never remembered.
 */
import {
  type CollisionDetection,
  DndContext,
  type DragEndEvent,
  type DragMoveEvent,
  DragOverlay,
  MouseSensor,
  TouchSensor,
  useDraggable,
  useSensor,
  useSensors,
} from '@dnd-kit/core'
import { type ReactNode, type SyntheticEvent, useMemo, useRef } from 'react'
import { useBoard, useBoardState } from '#client/features/roadmap/board-context.tsx'
import {
  cardElement,
  type Landing,
  landingAt,
  type StageLanding,
  stageLandingAt,
} from '#client/features/roadmap/board-elements.ts'
import { DraggedCard } from '#client/features/roadmap/dragged-card.tsx'
import { flyFrom } from '#client/features/roadmap/fly.ts'
import styles from './board.module.css'

const SURFACE = 'roadmap-card'
const silent = { announcements: { onDragStart: none, onDragOver: none, onDragEnd: none, onDragCancel: none } }

function none(): undefined {
  return undefined
}

// The same objects each time: others would tell every card that the means of dragging have changed.
const mouseOptions = { activationConstraint: { distance: 5 } }
const touchOptions = { activationConstraint: { delay: 250, tolerance: 8 } }

/** The card under a finger or the mouse, or the stage whose head is. */
interface Held {
  cardId: string
  stageId: string | null
}

export function DragSurface({ children }: { readonly children: ReactNode }) {
  const { state, control, content } = useBoard()
  const held = useRef<Held>({ cardId: '', stageId: null })
  const overlay = useRef<HTMLDivElement>(null)
  const sensors = useSensors(useSensor(MouseSensor, mouseOptions), useSensor(TouchSensor, touchOptions))
  const findLanding = useMemo<CollisionDetection>(
    () =>
      ({ pointerCoordinates }) => {
        const element = content()
        if (!element || !pointerCoordinates) return []
        const { cardId, stageId } = held.current
        const { x, y } = pointerCoordinates
        const landing =
          stageId === null ? landingAt(element, cardId, x, y) : stageLandingAt(element, stageId, x)
        return landing ? [{ id: SURFACE, data: { landing } }] : []
      },
    [content],
  )
  const hover = ({ collisions }: Pick<DragMoveEvent, 'collisions'>) => {
    const { cardId, stageId } = held.current
    const landing: unknown = collisions?.[0]?.data?.landing ?? null
    if (stageId === null) control.hover(cardId, landing as Landing | null)
    else control.hoverStage(stageId, landing as StageLanding | null)
  }
  return (
    <DndContext
      sensors={sensors}
      collisionDetection={findLanding}
      accessibility={silent}
      onDragStart={() => {
        navigator.vibrate?.(10)
        hover({ collisions: null })
      }}
      onDragMove={hover}
      onDragEnd={(end) => {
        const from = overlay.current?.getBoundingClientRect()
        const { cardId, stageId } = held.current
        if (stageId !== null) {
          control.dropStage()
          return
        }
        if (isLongPress(end)) {
          control.cancelLift()
          control.toggle(cardId)
          return
        }
        control.drop()
        if (from) requestAnimationFrame(() => flyFrom(cardElement(content(), cardId), from))
      }}
      onDragCancel={() => {
        control.cancelStage()
        if (state.getState().lifted?.by === 'pointer') control.cancelLift()
      }}
    >
      <Grip held={held}>{children}</Grip>
      <DragOverlay dropAnimation={null} className={styles.overlay ?? ''}>
        <DraggedCard ref={overlay} />
        <DraggedStage />
      </DragOverlay>
    </DndContext>
  )
}

/** A finger that rested on a card and went up where it came down: the card is chosen, not moved. */
const isLongPress = ({ activatorEvent, delta }: DragEndEvent): boolean =>
  activatorEvent.type === 'touchstart' &&
  Math.hypot(delta.x, delta.y) <= touchOptions.activationConstraint.tolerance

/** The name of the stage in the hand. */
function DraggedStage() {
  const { control } = useBoard()
  const stageId = useBoardState(({ liftedStage }) => liftedStage?.stageId ?? null)
  if (stageId === null) return null
  return (
    <div className={styles.draggedStage} aria-hidden="true">
      {control.stageName(stageId)}
    </div>
  )
}

/** Hands a press on a card to the sensors, as a press on the one draggable. */
function Grip({
  held,
  children,
}: {
  readonly held: { readonly current: Held }
  readonly children: ReactNode
}) {
  const { mayEdit } = useBoard()
  const { listeners, setNodeRef } = useDraggable({ id: SURFACE, disabled: !mayEdit })
  const press = (name: 'onMouseDown' | 'onTouchStart') => (event: SyntheticEvent<HTMLElement>) => {
    const target = event.target as HTMLElement
    const card = target.closest<HTMLElement>('[data-card]')
    const head = target.closest<HTMLElement>('[role="columnheader"] [data-head]')
    if (head ? head.dataset.head === '' : !card || target.closest('button, textarea, input')) return
    held.current.cardId = card?.dataset.card ?? ''
    held.current.stageId = head?.dataset.head ?? null
    setNodeRef(head?.closest<HTMLElement>('[role="columnheader"]') ?? card)
    listeners?.[name]?.(event)
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the keys' way is the board's own
    <div className={styles.surface} onMouseDown={press('onMouseDown')} onTouchStart={press('onTouchStart')}>
      {children}
    </div>
  )
}
