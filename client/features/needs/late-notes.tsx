/** One's own notes that came after the wall had opened: kept on this device, and put on the wall when wanted. */
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { hasBallot } from '#client/round/round-of.ts'
import { type RoundOf, useMySeat, useSession } from '#client/session/hooks.ts'
import { useBallot } from '#client/session/use-ballot.ts'
import { Button } from '#client/ui/button.tsx'
import { addLateNotes } from '#shared/board/need-edits.ts'
import { noteKey } from '#shared/rounds/notes.ts'
import styles from './wall.module.css'

export function LateNotes({ round }: { readonly round: RoundOf<'notes'> }) {
  const seat = useMySeat()
  if (!seat || !hasBallot(seat, round) || !round.result) return null
  return <OwnLateNotes round={round} written={round.result.notes} />
}

function OwnLateNotes(props: {
  readonly round: RoundOf<'notes'>
  readonly written: readonly { readonly text: string }[]
}) {
  const { round, written } = props
  const { t } = useTranslation('needs')
  const session = useSession()
  const { status, ballot } = useBallot(round.id, 'notes')
  const [isSettled, setSettled] = useState(false)
  if (isSettled || status !== 'late') return null
  const onWall = new Set(written.map(({ text }) => noteKey(text)))
  const late = (ballot?.notes ?? []).filter((text) => !onWall.has(noteKey(text)))
  if (late.length === 0) return null
  const add = () => {
    session.edit(addLateNotes, { texts: late })
    setSettled(true)
  }
  return (
    <section className={styles.late} role="status">
      <p>{t('wall.late', { count: late.length })}</p>
      <ul>
        {late.map((text) => (
          <li key={text}>{text}</li>
        ))}
      </ul>
      <div className={styles.buttons}>
        <Button onClick={add}>{t('wall.lateAdd')}</Button>
        <Button kind="quiet" onClick={() => setSettled(true)}>
          {t('wall.lateLeave')}
        </Button>
      </div>
    </section>
  )
}
