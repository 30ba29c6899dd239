/** A nameless note: pressed to select it, dragged to put it somewhere. Others see who has it in hand. */
import { useDraggable, useDroppable } from '@dnd-kit/core'
import { useTranslation } from 'react-i18next'
import { useWall } from '#client/features/needs/wall-context.tsx'
import { NOTE } from '#client/features/needs/wall-targets.ts'
import { useWhoHas } from '#client/session/hooks.ts'
import { functionColor } from '#client/ui/function-glyph.tsx'
import typography from '#client/ui/type.module.css'
import type { NeedNote } from '#shared/board/schema.ts'
import styles from './wall.module.css'

export function WallNote(props: {
  readonly note: NeedNote
  readonly isLoose?: boolean
  /** While the wall opens before these eyes: when this one comes. */
  readonly arrivesAfterMs?: number | null
}) {
  const { note, isLoose = false, arrivesAfterMs = null } = props
  const { mayEdit, selected, toggle } = useWall()
  const { id } = note
  const drag = useDraggable({ id, disabled: !mayEdit })
  const drop = useDroppable({ id: NOTE + id, disabled: !mayEdit || !isLoose })
  const [holder] = useWhoHas(id)
  const isSelected = selected.has(id)
  const arrival =
    arrivesAfterMs === null
      ? { className: '', style: undefined }
      : { className: styles.arriving ?? '', style: { animationDelay: `${arrivesAfterMs}ms` } }
  if (!mayEdit) {
    return (
      <li className={`${styles.note} ${arrival.className}`} style={arrival.style}>
        <NoteFace note={note} />
      </li>
    )
  }
  const classes = [styles.note, styles.pressable]
  if (isSelected) classes.push(styles.selected)
  if (drag.isDragging) classes.push(styles.lifted)
  if (drop.isOver && !drag.isDragging) classes.push(styles.over)
  if (holder) classes.push(styles.held, functionColor(holder.functionName))
  return (
    <li className={arrival.className} style={arrival.style}>
      <button
        type="button"
        ref={(element) => {
          drag.setNodeRef(element)
          drop.setNodeRef(element)
        }}
        className={classes.join(' ')}
        aria-pressed={isSelected}
        onClick={() => toggle(id)}
        {...drag.listeners}
      >
        {holder?.moving && <span className={styles.tab}>{holder.name.split(' ')[0]}</span>}
        <NoteFace note={note} />
      </button>
    </li>
  )
}

export function NoteFace({ note }: { readonly note: Pick<NeedNote, 'text' | 'count' | 'functionName'> }) {
  const { t } = useTranslation('needs')
  const { text, count, functionName } = note
  return (
    <>
      <span className={styles.words}>
        {text}
        {functionName !== '' && <small className={styles.function}>{functionName}</small>}
      </span>
      {count > 1 && (
        <small className={styles.times}>
          <span aria-hidden="true">{t('wall.times', { count })}</span>
          <span className={typography.hidden}>, {t('wall.timesWords', { count })}</span>
        </small>
      )}
    </>
  )
}
