/**
 * `/ask`: a customer answers by a link, without a seat, in at most four parts: the open question before any list, then
 * points, marks, and what may be done with it. Knows nothing of workshops.
 */
import { type ReactNode, useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { usePageTitle } from '#client/lib/page-title.ts'
import type { CommandProblem } from '#client/session/api.ts'
import { Button } from '#client/ui/button.tsx'
import { LateSkeleton } from '#client/ui/late-skeleton.tsx'
import { EmptyState } from '#client/ui/states.tsx'
import type { GuestForm } from '#shared/protocol/guest-calls.ts'
import styles from './ask.module.css'
import { type Draft, type EditDraft, type Part, partsOf } from './draft.ts'
import { FirstQuestion } from './first-question.tsx'
import { LastPart } from './last-part.tsx'
import { Failed, Gone, isGone } from './link-states.tsx'
import { MarksPart } from './marks-part.tsx'
import { PointsPart } from './points-part.tsx'
import { type Asking, useAsking } from './use-asking.ts'

export function AskPage({ token }: { readonly token: string | null }) {
  const { t } = useTranslation('ask')
  usePageTitle(t('pageTitle'))
  return (
    <main className={styles.page}>
      {token === null ? <Gone code="no-such-guest-link" /> : <Asked token={token} />}
    </main>
  )
}

function Asked({ token }: { readonly token: string }) {
  const { t } = useTranslation('ask')
  const asking = useAsking(token)
  const { draft, edit, problem, again, nextGuest } = asking
  const { form, status } = draft
  if (status === 'sent') return <Thanks forMany={form?.forMany ?? false} onOther={nextGuest} />
  if (problem && isGone(problem, form !== null))
    return <Gone code={problem.code} keeps={draft.unaided !== ''} />
  if (status === 'sending') return <Sending {...asking} />
  if (form) return <Parts draft={draft} form={form} edit={edit} problem={problem} />
  if (problem) return <Failed fact={t('failed')} problem={problem} onAgain={again} />
  return <LateSkeleton label={t('loading')} />
}

function Thanks({ forMany, onOther }: { readonly forMany: boolean; readonly onOther: () => void }) {
  const { t } = useTranslation('ask')
  return (
    <div role="status">
      <EmptyState level="h1" fact={t('thanks.fact')} advice={t('thanks.advice')}>
        {forMany && <Button onClick={onOther}>{t('thanks.other')}</Button>}
      </EmptyState>
    </div>
  )
}

function Sending({ problem, again }: Asking) {
  const { t } = useTranslation('ask')
  if (!problem) return <LateSkeleton label={t('sending.title')} />
  return (
    <div role="status">
      <EmptyState
        level="h1"
        fact={t('sending.title')}
        advice={t(problem.code === 'offline' ? 'sending.offline' : 'sending.later')}
      >
        <Button onClick={again}>{t('sending.now')}</Button>
      </EmptyState>
    </div>
  )
}

export interface PartProps {
  readonly draft: Draft
  readonly form: GuestForm
  readonly edit: EditDraft
  /** Goes on to the next part. */
  readonly onNext: () => void
  readonly back: ReactNode
}

function Parts(props: {
  readonly draft: Draft
  readonly form: GuestForm
  readonly edit: EditDraft
  readonly problem: CommandProblem | null
}) {
  const { draft, form, edit, problem } = props
  const { t } = useTranslation('ask')
  const parts = partsOf(form)
  const at = Math.max(0, parts.indexOf(draft.part))
  const part = parts[at] ?? 'first'
  const title = useArrival(part)
  const goTo = (next: Part | undefined) => next && edit({ part: next })
  const before = parts[at - 1]
  // The open question is not shown again once a list was seen: it is to be answered before.
  const back = before !== undefined && before !== 'first' && (
    <Button onClick={() => goTo(before)}>{t('back')}</Button>
  )
  const own: PartProps = { draft, form, edit, onNext: () => goTo(parts[at + 1]), back }
  return (
    <>
      <header className={styles.head}>
        <p className={styles.step}>{t('step', { number: at + 1, count: parts.length })}</p>
        <h1 ref={title} tabIndex={-1} className={styles.title}>
          {part !== 'first'
            ? t(`${part}.title`)
            : form.title === ''
              ? t('titleBare')
              : t('title', { title: form.title })}
        </h1>
      </header>
      {part === 'first' && <FirstQuestion {...own} />}
      {part === 'points' && <PointsPart {...own} />}
      {part === 'marks' && <MarksPart {...own} />}
      {part === 'last' && <LastPart {...own} problem={problem} />}
    </>
  )
}

/** A new part begins at its top, for eyes and for those who listen. */
function useArrival(part: Part) {
  const title = useRef<HTMLHeadingElement>(null)
  const shown = useRef(part)
  useEffect(() => {
    if (shown.current === part) return
    shown.current = part
    document.documentElement.scrollTop = 0
    title.current?.focus()
  }, [part])
  return title
}
