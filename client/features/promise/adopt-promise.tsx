/** Adopting a draft. Where somebody who delivers it said "no", an action has to make it true first (R065). */
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { needsAction, useDecision, type VotedDraft } from '#client/features/promise/use-promise.ts'
import { DecideForm } from '#client/round/decide-form.tsx'
import { useSession } from '#client/session/hooks.ts'
import { Button } from '#client/ui/button.tsx'
import { TextField } from '#client/ui/text-field.tsx'
import { addPromiseAction } from '#shared/board/promise-edits.ts'
import styles from './promise.module.css'

export function AdoptPromise({ of }: { readonly of: VotedDraft }) {
  const { draft, number, truth, action, reactions } = of
  const { t } = useTranslation('promise')
  const session = useSession()
  const decision = useDecision('promise')
  const [isAsked, setAsked] = useState(false)
  const [isDeciding, setDeciding] = useState(false)
  const [title, setTitle] = useState('')
  const isBarred = needsAction(of)
  return (
    <>
      <Button
        size="small"
        aria-label={t('adopt.buttonFor', { number })}
        aria-expanded={isBarred ? isAsked : undefined}
        onClick={() => (isBarred ? setAsked(!isAsked) : setDeciding(true))}
      >
        {t('adopt.button')}
      </Button>
      {isBarred && isAsked && (
        <form
          className={styles.barred}
          onSubmit={(event) => {
            event.preventDefault()
            session.edit(addPromiseAction, { id: draft.id, title })
          }}
        >
          <p>{t('adopt.needsAction', { count: truth?.no ?? 0 })}</p>
          <TextField
            label={t('adopt.action')}
            placeholder={t('adopt.actionPlaceholder')}
            value={title}
            maxLength={200}
            onChange={setTitle}
          />
          <Button type="submit" kind="primary" notYet={title.trim() === ''}>
            {t('adopt.makeAction')}
          </Button>
        </form>
      )}
      {(truth?.no ?? 0) > 0 && action !== null && (
        <p className={styles.makesTrue}>{t('adopt.hasAction', { title: action })}</p>
      )}
      {isDeciding && (
        <DecideForm
          what={{
            kind: 'promise',
            title: t('adopt.title'),
            text: draft.text,
            subject: draft.id,
            evidence: [...new Set(reactions.map(({ interviewId }) => interviewId))],
            supersedes: decision?.id,
          }}
          onClose={() => setDeciding(false)}
        />
      )}
    </>
  )
}
