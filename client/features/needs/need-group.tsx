/** One need of the wall with the notes it came from. `1` to `7` put it on the shortlist. */
import { useDroppable } from '@dnd-kit/core'
import { type KeyboardEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { NeedDetails } from '#client/features/needs/need-details.tsx'
import { NeedTitle } from '#client/features/needs/need-title.tsx'
import { useWall } from '#client/features/needs/wall-context.tsx'
import { WallNote } from '#client/features/needs/wall-note.tsx'
import { NEED } from '#client/features/needs/wall-targets.ts'
import { isLetterKey } from '#client/lib/letter-keys.ts'
import { Button } from '#client/ui/button.tsx'
import { MOST_ACTIVE } from '#shared/board/need-edits.ts'
import type { Wall } from '#shared/board/need-groups.ts'
import styles from './wall.module.css'

export function NeedGroup(props: {
  readonly group: Wall['groups'][number]
  /** Place on the shortlist from 1, or null. */
  readonly number: number | null
  readonly listed: number
  readonly hintsOn: boolean
}) {
  const { group, number, listed, hintsOn } = props
  const { t } = useTranslation('needs')
  const { mayEdit, mayList, shortlist } = useWall()
  const [isOpen, setOpen] = useState(false)
  const { need, notes, said } = group
  const { setNodeRef, isOver } = useDroppable({ id: NEED + need.id, disabled: !mayEdit })
  const name = need.short || need.statement || t('wall.untitled')
  const onKeyDown = (event: KeyboardEvent) => {
    const place = Number(event.key)
    if (!mayList || !(place >= 1 && place <= MOST_ACTIVE) || !isLetterKey(event.nativeEvent)) return
    event.preventDefault()
    shortlist(need, Math.min(place, listed + 1) - 1)
  }
  return (
    <section
      ref={setNodeRef}
      data-need={need.id}
      className={`${styles.group} ${isOver ? styles.over : ''}`}
      aria-label={name}
      onKeyDown={onKeyDown}
    >
      <div className={styles.groupHead}>
        <NeedTitle need={need} hintsOn={hintsOn} />
        <span className={styles.said}>
          {said > 0 ? t('wall.said', { count: said }) : t('wall.saidNobody')}
        </span>
      </div>
      <ul className={styles.notes}>
        {notes.map((note) => (
          <WallNote key={note.id} note={note} />
        ))}
      </ul>
      <div className={styles.groupFoot}>
        {number !== null && <span className={styles.onList}>{t('need.onList', { number })}</span>}
        {number === null && need.status === 'parked' && (
          <span className={styles.onList}>{t('need.parked')}</span>
        )}
        {mayList && number === null && need.status !== 'proposed_by_customers' && (
          <Button
            size="small"
            kind="quiet"
            aria-label={t('need.shortlist', { need: name })}
            onClick={() => shortlist(need, listed)}
          >
            {t('need.shortlistWords')}
          </Button>
        )}
        <Button
          size="small"
          kind="quiet"
          aria-label={t('need.detailsOf', { need: name })}
          aria-expanded={isOpen}
          onClick={() => setOpen(!isOpen)}
        >
          {t('need.details')}
        </Button>
      </div>
      {isOpen && <NeedDetails need={need} />}
    </section>
  )
}
