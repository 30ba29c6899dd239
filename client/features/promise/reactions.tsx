/** What customers said when a version was shown to them (R066). */
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { VotedDraft } from '#client/features/promise/use-promise.ts'
import { DraftRemarks } from '#client/round/draft-remarks.tsx'
import { useHeard } from '#client/round/use-heard.ts'
import { useSession } from '#client/session/hooks.ts'
import { useMasked } from '#client/session/use-masked.ts'
import { Button } from '#client/ui/button.tsx'
import { InlineTruth } from '#client/ui/inline-marks.tsx'
import { TextField } from '#client/ui/text-field.tsx'
import { addReaction, type PromiseDraft, removeReaction } from '#shared/board/promise-edits.ts'
import styles from './promise.module.css'

export function Reactions({ of: { draft, reactions } }: { readonly of: VotedDraft }) {
  const { t } = useTranslation('promise')
  const session = useSession()
  const masked = useMasked()
  const { isOpen, all } = useHeard()
  const [isAdding, setAdding] = useState(false)
  if (!isOpen) return null
  const nameOf = (interviewId: string) => all.find((one) => one.id === interviewId)?.pseudonym
  return (
    <div className={styles.reactions}>
      {reactions.length > 0 && (
        <>
          <h3>{t('reactions.title', { count: new Set(reactions.map((one) => one.interviewId)).size })}</h3>
          <ul>
            {reactions.map(({ id, interviewId, text }) => {
              const name = nameOf(interviewId) ?? t('reactions.gone')
              return (
                <li key={id}>
                  <InlineTruth size="0.625rem" />
                  <p>
                    “{masked(text)}” <small>{name}</small>
                  </p>
                  {session.mayEditBoard && (
                    <Button
                      size="small"
                      kind="quiet"
                      aria-label={t('reactions.remove', { name })}
                      onClick={() => session.edit(removeReaction, { reactionId: id })}
                    >
                      {t('reactions.removeShort')}
                    </Button>
                  )}
                </li>
              )
            })}
          </ul>
        </>
      )}
      <DraftRemarks about={draft.id} />
      {session.mayEditBoard && draft.text.trim() !== '' && all.length > 0 && (
        <Button size="small" kind="quiet" aria-expanded={isAdding} onClick={() => setAdding(!isAdding)}>
          {t('reactions.add')}
        </Button>
      )}
      {isAdding && <AddReaction draft={draft} onDone={() => setAdding(false)} />}
    </div>
  )
}

function AddReaction({ draft, onDone }: { readonly draft: PromiseDraft; readonly onDone: () => void }) {
  const { t } = useTranslation('promise')
  const session = useSession()
  const { customers } = useHeard()
  const [interviewId, setInterviewId] = useState(customers[0]?.id ?? '')
  const [text, setText] = useState('')
  const isReady = interviewId !== '' && text.trim() !== ''
  return (
    <form
      className={styles.addReaction}
      onSubmit={(event) => {
        event.preventDefault()
        if (!isReady) return
        session.edit(addReaction, { id: draft.id, interviewId, text })
        onDone()
      }}
    >
      <label>
        <span className={styles.fieldName}>{t('reactions.customer')}</span>
        <select value={interviewId} onChange={(event) => setInterviewId(event.target.value)}>
          {customers.map(({ id, pseudonym }) => (
            <option key={id} value={id}>
              {pseudonym}
            </option>
          ))}
        </select>
      </label>
      <TextField label={t('reactions.said')} value={text} maxLength={500} onChange={setText} />
      <Button type="submit" notYet={!isReady}>
        {t('reactions.keep')}
      </Button>
    </form>
  )
}
