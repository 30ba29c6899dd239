/**
 * One thing the sponsor says: written by the sponsor, or by the facilitator for a sponsor who is not here with a device;
 * everyone reads it. It is kept by the server at once, not while one types.
 */
import { type FormEvent, useId, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useProblemText } from '#client/lib/problem-text.ts'
import { usePresent, useSeats, useSession, useSingle } from '#client/session/hooks.ts'
import { Button } from '#client/ui/button.tsx'
import growing from '#client/ui/growing-text.module.css'
import { closing } from '#shared/record/schema.ts'
import styles from './sponsor-word.module.css'

export type SponsorField = 'opening' | 'word' | 'will'

const LONGEST: Readonly<Record<SponsorField, number>> = { opening: 1000, word: 1000, will: 500 }

/** Who speaks, and whether this seat may write it down; the server has the last word. */
export function useSponsor() {
  const { isFacilitator, view } = useSession()
  const present = usePresent()
  const sponsors = useSeats().filter(({ role }) => role === 'sponsor')
  const isHere = sponsors.find(({ id, proxy }) => !proxy && present.some(({ seatId }) => seatId === id))
  return {
    name: (isHere ?? sponsors[0])?.name ?? '',
    isHere: isHere !== undefined,
    mayWrite: view.seat.role === 'sponsor' || (isFacilitator && !isHere),
  }
}

export function SponsorWord({ field }: { readonly field: SponsorField }) {
  const { t } = useTranslation('closing')
  const { mayWrite } = useSponsor()
  const said = useSingle(closing)[field]
  if (mayWrite) return <Form field={field} said={said} />
  return (
    <div className={styles.word}>
      <h3 className={styles.label}>{t(`sponsor.${field}`)}</h3>
      {said === '' ? (
        <p className={styles.notSaid}>{t('sponsor.notSaid')}</p>
      ) : (
        <p className={styles.said}>{said}</p>
      )}
    </div>
  )
}

function Form({ field, said }: { readonly field: SponsorField; readonly said: string }) {
  const { t } = useTranslation('closing')
  const session = useSession()
  const problemText = useProblemText()
  const [text, setText] = useState(said)
  const [before, setBefore] = useState(said)
  const [isBusy, setBusy] = useState(false)
  const [problem, setProblem] = useState<string | null>(null)
  const id = useId()
  const words = useRef<HTMLTextAreaElement>(null)
  const isChanged = text.trim() !== said
  // What somebody else wrote meanwhile stands here unless one is at it oneself.
  if (before !== said) {
    setBefore(said)
    if (text.trim() === before) setText(said)
  }
  const keep = async (event: FormEvent) => {
    event.preventDefault()
    if (isBusy || !isChanged) return
    setBusy(true)
    const answer = await session.command('putSponsorWord', { body: { [field]: text.trim() } })
    setBusy(false)
    // The button goes with what it was for.
    if (answer.ok) words.current?.focus()
    setProblem(
      answer.ok ? null : answer.problem.code === 'offline' ? t('offline') : problemText(answer.problem),
    )
  }
  return (
    <form className={styles.word} onSubmit={(event) => void keep(event)}>
      <label className={styles.label} htmlFor={id}>
        {t(`sponsor.${field}`)}
      </label>
      <textarea
        ref={words}
        id={id}
        className={growing.text}
        rows={2}
        maxLength={LONGEST[field]}
        value={text}
        aria-describedby={`${id}-hint`}
        onChange={(event) => setText(event.target.value)}
      />
      <p id={`${id}-hint`} className={styles.hint}>
        {t(`sponsor.${field}Hint`)}
      </p>
      {problem && (
        <p role="alert" className={styles.problem}>
          {problem}
        </p>
      )}
      {(isChanged || isBusy) && (
        <Button type="submit" size="small" notYet={isBusy}>
          {t(isBusy ? 'sponsor.keeping' : 'sponsor.keep')}
        </Button>
      )}
    </form>
  )
}
