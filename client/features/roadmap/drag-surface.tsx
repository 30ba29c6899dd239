/**
 * Dragging by mouse and touch, for the whole board at once: one draggable, whose card is whichever was pressed, so
 * that five hundred cards cost as much as one. Where it would land is asked of the page itself, never remembered.
 */
import {
  type CollisionDetection,
  DndContext,
  type DragMoveEvent,
  DragOverlay,
  MouseSensor,
  TouchSensor,
  useDraggable,
  useSensor,
  useSensors,
} from '@dnd-kit/core'
import { type ReactNode, type SyntheticEvent, useMemo, useRef } from 'react'
import { useBoard } from '#client/features/roadmap/board-context.tsx'
import { cardElement, type Landing, landingAt } from '#client/features/roadmap/board-elements.ts'
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

/** The card under a finger or the mouse. */
interface Held {
  cardId: string
}

export function DragSurface({ children }: { readonly children: ReactNode }) {
  const { state, control, content } = useBoard()
  const held = useRef<Held>({ cardId: '' })
  const overlay = useRef<HTMLDivElement>(null)
  const sensors = useSensors(useSensor(MouseSensor, mouseOptions), useSensor(TouchSensor, touchOptions))
  const findLanding = useMemo<CollisionDetection>(
    () =>
      ({ pointerCoordinates }) => {
        const element = content()
        if (!element || !pointerCoordinates) return []
        const landing = landingAt(element, held.current.cardId, pointerCoordinates.x, pointerCoordinates.y)
        return landing ? [{ id: SURFACE, data: { landing } }] : []
      },
    [content],
  )
  const hover = ({ collisions }: Pick<DragMoveEvent, 'collisions'>) =>
    control.hover(held.current.cardId, (collisions?.[0]?.data?.landing as Landing | undefined) ?? null)
  return (
    <DndContext
      sensors={sensors}
      collisionDetection={findLanding}
      accessibility={silent}
      onDragStart={() => {
        navigator.vibrate?.(10)
        control.hover(held.current.cardId, null)
      }}
      onDragMove={hover}
      onDragEnd={() => {
        const from = overlay.current?.getBoundingClientRect()
        const { cardId } = held.current
        control.drop()
        if (from) requestAnimationFrame(() => flyFrom(cardElement(content(), cardId), from))
      }}
      onDragCancel={() => {
        if (state.getState().lifted?.by === 'pointer') control.cancelLift()
      }}
    >
      <Grip held={held}>{children}</Grip>
      <DragOverlay dropAnimation={null} className={styles.overlay ?? ''}>
        <DraggedCard ref={overlay} />
      </DragOverlay>
    </DndContext>
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
    if (!card || target.closest('button, textarea, input')) return
    held.current.cardId = card.dataset.card ?? ''
    setNodeRef(card)
    listeners?.[name]?.(event)
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the keys' way is the board's own
    <div className={styles.surface} onMouseDown={press('onMouseDown')} onTouchStart={press('onTouchStart')}>
      {children}
    </div>
  )
}
