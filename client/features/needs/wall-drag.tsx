/**
 * Dragging notes by mouse and touch: onto a need, onto another loose note, or back onto the wall. A selected note takes
 * the others of the selection along. Keys have their own way, so nothing is announced from here.
 */
import {
  type CollisionDetection,
  DndContext,
  type DragEndEvent,
  DragOverlay,
  MouseSensor,
  pointerWithin,
  TouchSensor,
  useSensor,
  useSensors,
} from '@dnd-kit/core'
import { type ReactNode, useState } from 'react'
import { useWall } from '#client/features/needs/wall-context.tsx'
import { NoteFace } from '#client/features/needs/wall-note.tsx'
import { LOOSE, NEED, NOTE } from '#client/features/needs/wall-targets.ts'
import { useRow, useSession } from '#client/session/hooks.ts'
import type { Wall } from '#shared/board/need-groups.ts'
import { needNotes } from '#shared/board/schema.ts'
import styles from './wall.module.css'

const none = () => undefined
const silent = {
  announcements: { onDragStart: none, onDragOver: none, onDragEnd: none, onDragCancel: none },
  screenReaderInstructions: { draggable: '' },
}

/** A note lies on the wall: what is under the pointer in front counts. */
const inFront: CollisionDetection = (args) => {
  const found = pointerWithin(args)
  const note = found.find(({ id }) => String(id).startsWith(NOTE) && id !== NOTE + String(args.active.id))
  return note ? [note] : found.filter(({ id }) => !String(id).startsWith(NOTE))
}

export function WallDrag({ wall, children }: { readonly wall: Wall; readonly children: ReactNode }) {
  const { selected, group, merge, release } = useWall()
  const session = useSession()
  const [heldId, setHeldId] = useState('')
  const sensors = useSensors(
    useSensor(MouseSensor, { activationConstraint: { distance: 5 } }),
    useSensor(TouchSensor, { activationConstraint: { delay: 250, tolerance: 8 } }),
  )
  const letGo = () => {
    setHeldId('')
    session.setPresence({ focus: null, moving: false })
  }
  const drop = ({ active, over }: DragEndEvent) => {
    letGo()
    const id = String(active.id)
    const target = over === null ? '' : String(over.id)
    const taken = selected.has(id) ? [...selected] : [id]
    if (target === LOOSE && !wall.loose.some((note) => note.id === id)) release(taken)
    if (target.startsWith(NEED)) {
      const found = wall.groups.find(({ need }) => NEED + need.id === target)
      if (found && !found.notes.some((note) => note.id === id)) merge(taken, found.need)
    }
    if (target.startsWith(NOTE)) {
      const onto = target.slice(NOTE.length)
      group([onto, ...taken.filter((one) => one !== onto)])
    }
  }
  return (
    <DndContext
      sensors={sensors}
      collisionDetection={inFront}
      accessibility={silent}
      onDragStart={({ active }) => {
        setHeldId(String(active.id))
        session.setPresence({ focus: String(active.id), moving: true })
      }}
      onDragEnd={drop}
      onDragCancel={letGo}
    >
      {children}
      <DragOverlay dropAnimation={null}>
        {heldId !== '' && <Held id={heldId} count={selected.has(heldId) ? selected.size : 1} />}
      </DragOverlay>
    </DndContext>
  )
}

function Held({ id, count }: { readonly id: string; readonly count: number }) {
  const note = useRow(needNotes, id)
  if (!note) return null
  return (
    <div className={`${styles.note} ${styles.dragged}`} aria-hidden="true">
      <NoteFace note={note} />
      {count > 1 && <b className={styles.more}>+{count - 1}</b>}
    </div>
  )
}
