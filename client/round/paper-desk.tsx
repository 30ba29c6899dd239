/**
 * Paper ballots at the desk of an open round: who has none in yet, entering one, and a sheet to print. What was entered
 * is sealed at once and shown to nobody again, the facilitator included.
 */
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useSealedSeats } from '#client/round/missing-names.ts'
import { type PrintedBallot, PrintSheet } from '#client/round/print-sheet.tsx'
import { type AnyRound, hasBallot } from '#client/round/round-of.ts'
import { useSeats } from '#client/session/hooks.ts'
import { Button } from '#client/ui/button.tsx'
import { Dialog } from '#client/ui/dialog.tsx'
import typography from '#client/ui/type.module.css'
import desk from './desk.module.css'
import styles from './paper-desk.module.css'

export function PaperDesk(props: {
  readonly round: AnyRound
  readonly printed: PrintedBallot
  readonly onEnter: (seatId: string) => void
}) {
  const { t } = useTranslation('round')
  const [isOpen, setOpen] = useState(false)
  return (
    <>
      <Button className={desk.button} aria-haspopup="dialog" onClick={() => setOpen(true)}>
        {t('paper.open')}
      </Button>
      {isOpen && <PaperDialog {...props} onClose={() => setOpen(false)} />}
    </>
  )
}

function PaperDialog(props: {
  readonly round: AnyRound
  readonly printed: PrintedBallot
  readonly onEnter: (seatId: string) => void
  readonly onClose: () => void
}) {
  const { round, printed, onEnter, onClose } = props
  const { t } = useTranslation('round')
  const [isPrinting, setPrinting] = useState(false)
  const sealed = useSealedSeats(round)
  const people = useSeats().filter((seat) => seat.proxy && hasBallot(seat, round))
  return (
    <Dialog title={t('paper.title')} onClose={onClose}>
      <p className={typography.meta}>{t('paper.lead')}</p>
      {people.length === 0 && <p className={styles.nobody}>{t('paper.nobody')}</p>}
      <ul className={styles.people}>
        {people.map(({ id, name }) => (
          <li key={id} className={styles.person}>
            <span className={styles.name}>
              {name}
              {sealed?.includes(id) && <small>{t('paper.isSealed')}</small>}
            </span>
            <Button onClick={() => onEnter(id)} aria-label={t('paper.enterFor', { name })}>
              {t(sealed?.includes(id) ? 'paper.enterAgain' : 'paper.enter')}
            </Button>
          </li>
        ))}
      </ul>
      <Button onClick={() => setPrinting(true)}>{t('paper.print')}</Button>
      {isPrinting && <PrintSheet printed={printed} onDone={() => setPrinting(false)} />}
    </Dialog>
  )
}
