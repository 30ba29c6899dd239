/**
 * Recording what the room decided, by the facilitator: its words, what it rests on, who was for and against, dissent in
 * the dissenters' words, and what would make the room look again. The server has the last word.
 */
import { type FormEvent, useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useProblemText } from '#client/lib/problem-text.ts'
import { useHeard } from '#client/round/use-heard.ts'
import { useRows, useSession } from '#client/session/hooks.ts'
import { Button } from '#client/ui/button.tsx'
import { Dialog } from '#client/ui/dialog.tsx'
import growing from '#client/ui/growing-text.module.css'
import { TextField } from '#client/ui/text-field.tsx'
import { showToast } from '#client/ui/toast-store.ts'
import { findings } from '#shared/board/schema.ts'
import { byOrder } from '#shared/document/order.ts'
import type { Decision } from '#shared/record/schema.ts'
import styles from './decide-form.module.css'

const LONGEST = 400
const MOST_VOTES = 10_000

const linesOf = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')

export interface ToDecide {
  readonly kind: Decision['kind']
  readonly title: string
  readonly text?: string
  /** What is adopted. */
  readonly subject?: string
  readonly evidence?: readonly string[]
  /** The decision it takes the place of. */
  readonly supersedes?: string | undefined
}

export function DecideForm({ what, onClose }: { readonly what: ToDecide; readonly onClose: () => void }) {
  const { t } = useTranslation('vote')
  const session = useSession()
  const problemText = useProblemText()
  const [text, setText] = useState(what.text ?? '')
  const [evidence, setEvidence] = useState<readonly string[]>(what.evidence ?? [])
  const [words, setWords] = useState('')
  const [support, setSupport] = useState({ for: 0, against: 0, abstain: 0 })
  const [dissent, setDissent] = useState('')
  const [note, setNote] = useState('')
  const [reviewWhen, setReviewWhen] = useState('')
  const [problem, setProblem] = useState<string | null>(null)
  const [isBusy, setBusy] = useState(false)
  const restsOn = [...evidence, ...linesOf(words)]
  const isUnfounded = what.kind === 'critical_characteristic' && restsOn.length === 0 && note.trim() === ''
  const notYet = text.trim() === '' ? t('decide.needsText') : isUnfounded ? t('decide.needsEvidence') : null

  const record = async (event: FormEvent) => {
    event.preventDefault()
    if (notYet !== null || isBusy) return
    setBusy(true)
    const done = await session.command('decide', {
      body: {
        kind: what.kind,
        text: text.trim(),
        evidence: restsOn,
        support,
        dissent: linesOf(dissent),
        ...(what.subject !== undefined && { subject: what.subject }),
        ...(note.trim() !== '' && { note: note.trim() }),
        ...(reviewWhen.trim() !== '' && { reviewWhen: reviewWhen.trim() }),
        ...(what.supersedes !== undefined && { supersedes: what.supersedes }),
      },
    })
    setBusy(false)
    if (!done.ok) {
      setProblem(done.problem.code === 'offline' ? t('decide.offline') : problemText(done.problem))
      return
    }
    showToast({ kind: 'good', text: t('decide.recorded') })
    onClose()
  }
  return (
    <Dialog title={what.title} onClose={onClose} isWide>
      <form className={styles.form} onSubmit={(event) => void record(event)}>
        <TextField
          label={t('decide.text')}
          value={text}
          maxLength={LONGEST}
          onChange={setText}
          size="large"
        />
        <Evidence chosen={evidence} onChosen={setEvidence} />
        <Lines
          label={t('decide.ownEvidence')}
          hint={t('decide.ownEvidenceHint')}
          value={words}
          onChange={setWords}
        />
        <div className={styles.votes}>
          {(['for', 'against', 'abstain'] as const).map((one) => (
            <TextField
              key={one}
              label={t(`decide.${one}`)}
              type="number"
              inputMode="numeric"
              min={0}
              max={MOST_VOTES}
              value={String(support[one])}
              onChange={(value) =>
                setSupport({
                  ...support,
                  [one]: Math.max(0, Math.min(MOST_VOTES, Math.trunc(Number(value)) || 0)),
                })
              }
            />
          ))}
        </div>
        <Lines
          label={t('decide.dissent')}
          hint={t('decide.dissentHint')}
          value={dissent}
          onChange={setDissent}
        />
        <TextField label={t('decide.note')} value={note} maxLength={1000} onChange={setNote} />
        <TextField
          label={t('decide.reviewWhen')}
          hint={t('decide.reviewHint')}
          value={reviewWhen}
          maxLength={200}
          onChange={setReviewWhen}
        />
        {problem && (
          <p className={styles.problem} role="alert">
            {problem}
          </p>
        )}
        <div className={styles.buttons}>
          <Button kind="primary" type="submit" notYet={isBusy || (notYet ?? false)}>
            {t(isBusy ? 'decide.busy' : 'decide.record')}
          </Button>
          <Button onClick={onClose}>{t('decide.cancel')}</Button>
        </div>
        {notYet !== null && <p className={styles.hint}>{notYet}</p>}
      </form>
    </Dialog>
  )
}

function Evidence(props: {
  readonly chosen: readonly string[]
  readonly onChosen: (chosen: readonly string[]) => void
}) {
  const { chosen, onChosen } = props
  const { t } = useTranslation('vote')
  const { customers } = useHeard()
  const found = [...useRows(findings)].sort(byOrder)
  const toggle = (id: string) =>
    onChosen(chosen.includes(id) ? chosen.filter((one) => one !== id) : [...chosen, id])
  const groups = [
    { label: t('decide.customers'), items: customers.map(({ id, pseudonym }) => ({ id, name: pseudonym })) },
    { label: t('decide.findings'), items: found.map(({ id, text }) => ({ id, name: text })) },
  ].filter(({ items }) => items.length > 0)
  if (groups.length === 0) return null
  return (
    <details className={styles.evidence} open={chosen.length > 0}>
      <summary>
        {t('decide.evidence')} <small>{t('decide.evidenceHint')}</small>
      </summary>
      {groups.map(({ label, items }) => (
        <fieldset key={label} className={styles.group}>
          <legend>{label}</legend>
          {items.map(({ id, name }) => (
            <label key={id}>
              <input type="checkbox" checked={chosen.includes(id)} onChange={() => toggle(id)} />
              {name}
            </label>
          ))}
        </fieldset>
      ))}
    </details>
  )
}

function Lines(props: {
  readonly label: string
  readonly hint: string
  readonly value: string
  readonly onChange: (value: string) => void
}) {
  const { label, hint, value, onChange } = props
  const id = useId()
  return (
    <div className={styles.lines}>
      <label htmlFor={id}>{label}</label>
      <textarea
        className={growing.text}
        id={id}
        rows={2}
        value={value}
        aria-describedby={`${id}-hint`}
        onChange={(event) => onChange(event.target.value)}
      />
      <p id={`${id}-hint`} className={styles.hint}>
        {hint}
      </p>
    </div>
  )
}
