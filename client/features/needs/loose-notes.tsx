/** Notes that are in no need yet, and where grouped ones can be put back. */
import { useDroppable } from '@dnd-kit/core'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { NOTE_MS } from '#client/features/needs/wall-beats.ts'
import { useWall } from '#client/features/needs/wall-context.tsx'
import { WallNote } from '#client/features/needs/wall-note.tsx'
import { LOOSE } from '#client/features/needs/wall-targets.ts'
import { useMedia } from '#client/lib/media.ts'
import { useRoundCommands } from '#client/round/round-commands.ts'
import { type RoundOf, useSession } from '#client/session/hooks.ts'
import { Button } from '#client/ui/button.tsx'
import typography from '#client/ui/type.module.css'
import { takeNotes } from '#shared/board/need-edits.ts'
import type { NeedNote } from '#shared/board/schema.ts'
import styles from './wall.module.css'

export function LooseNotes(props: {
  readonly notes: readonly NeedNote[]
  /** No note is on the board at all. */
  readonly isEmpty: boolean
  readonly round: RoundOf<'notes'> | undefined
  /** They come one after the other, once. */
  readonly isFresh: boolean
}) {
  const { notes, isEmpty, round, isFresh } = props
  const isArriving = useArriving(isFresh, notes.length)
  const { t } = useTranslation('needs')
  const { mayEdit } = useWall()
  const isTouch = useMedia('(pointer: coarse)')
  const { setNodeRef, isOver } = useDroppable({ id: LOOSE, disabled: !mayEdit })
  if (isEmpty) return <NoNotes round={round} />
  if (notes.length === 0 && !mayEdit) return null
  return (
    <section
      ref={setNodeRef}
      className={`${styles.loose} ${isOver ? styles.over : ''}`}
      aria-label={t('wall.loose')}
    >
      <h2 className={typography.section}>{t('wall.loose')}</h2>
      {mayEdit && (
        <p className={typography.meta}>
          {notes.length === 0 ? t('wall.allGrouped') : t(isTouch ? 'wall.looseLeadTouch' : 'wall.looseLead')}
        </p>
      )}
      <ul className={styles.looseNotes}>
        {notes.map((note, index) => (
          <WallNote key={note.id} note={note} isLoose arrivesAfterMs={isArriving ? index * NOTE_MS : null} />
        ))}
      </ul>
    </section>
  )
}

/** True from when the notes come until the last of them is there. */
function useArriving(isFresh: boolean, count: number): boolean {
  const [isOver, setOver] = useState(!isFresh)
  useEffect(() => {
    if (isOver || count === 0) return
    const timeout = setTimeout(() => setOver(true), (count + 1) * NOTE_MS)
    return () => clearTimeout(timeout)
  }, [isOver, count])
  return !isOver
}

/** No note on the board: none was written, they are on their way, or the workshop began with needs. */
function NoNotes({ round }: { readonly round: RoundOf<'notes'> | undefined }) {
  const { t } = useTranslation('needs')
  const { mayEdit } = useWall()
  const session = useSession()
  const { run, isBusy, problem } = useRoundCommands()
  const written = round?.result?.notes ?? []
  const mayWrite = session.isFacilitator && mayEdit
  const again = () =>
    void run('openRound', {
      body: { kind: 'notes', subjects: [], anonymity: round?.anonymity ?? 'anonymous' },
    })
  return (
    <section className={styles.loose}>
      <p>{!round ? t('wall.noNotes') : written.length > 0 ? t('wall.coming') : t('wall.nobodyWrote')}</p>
      {round && written.length === 0 && <p className={typography.meta}>{t('wall.nobodyWroteLead')}</p>}
      {mayWrite && round && written.length > 0 && (
        <Button onClick={() => session.edit(takeNotes, { roundId: round.id, notes: written })}>
          {t('wall.take')}
        </Button>
      )}
      {mayWrite && written.length === 0 && (
        <Button notYet={isBusy} onClick={again}>
          {t('wall.writeAgain')}
        </Button>
      )}
      {problem && (
        <p className={styles.problem} role="alert">
          {problem}
        </p>
      )}
    </section>
  )
}
