/**
 * Joining, in two steps at most. A code is typed or stands in the address; a link's token goes straight to step two;
 * whoever has a seat already goes straight in (JN-6a).
 */
import { type ReactNode, useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, useNavigate } from 'react-router'
import { usePageTitle } from '#client/lib/page-title.ts'
import { useProblemText } from '#client/lib/problem-text.ts'
import type { CommandProblem } from '#client/session/api.ts'
import { call } from '#client/session/call.ts'
import { Button } from '#client/ui/button.tsx'
import { Chip } from '#client/ui/chip.tsx'
import { LateSkeleton } from '#client/ui/late-skeleton.tsx'
import { Logo } from '#client/ui/logo.tsx'
import { ErrorState } from '#client/ui/states.tsx'
import { normalizeCode, spokenCode } from '#shared/protocol/join-code.ts'
import { CodeEntry, type Lead } from './code-entry.tsx'
import styles from './join.module.css'
import { type Key, WhoForm } from './who-form.tsx'

type Step =
  | { readonly status: 'code'; readonly wrong?: { readonly code: string; readonly problem: CommandProblem } }
  | { readonly status: 'checking'; readonly joinBy: Key }
  | { readonly status: 'who'; readonly joinBy: Key; readonly lead: Lead }
  | { readonly status: 'wrong-link'; readonly joinBy: Key; readonly problem: CommandProblem }

const firstStep = (joinBy: Key | null): Step =>
  joinBy === null ? { status: 'code' } : { status: 'checking', joinBy }

/** A code in the address that can be none is handled like one the server does not know. */
export function JoinPage({ joinBy }: { readonly joinBy: Key | null }) {
  const { t } = useTranslation('join')
  usePageTitle(t('pageTitle'))
  const navigate = useNavigate()
  const [step, setStep] = useState(() => firstStep(joinBy))
  const goIn = (workshopId: string, typedName?: string) =>
    void navigate(`/w/${workshopId}`, { replace: true, state: { typedName } })

  const follow = (key: Key, lead: Lead) => {
    if (lead.seated) goIn(lead.workshopId)
    else setStep({ status: 'who', joinBy: key, lead })
  }

  const checked = step.status === 'checking' ? step.joinBy : null
  // biome-ignore lint/correctness/useExhaustiveDependencies: asks once for each key
  useEffect(() => {
    if (checked === null) return
    let isCurrent = true
    void call('checkCode', { body: checked }).then((found) => {
      if (!isCurrent) return
      if (found.ok) follow(checked, found.reply)
      // An address from before results had a page of their own.
      else if (found.problem.code === 'result-link' && 'token' in checked)
        void navigate(`/r#t=${checked.token}`, { replace: true })
      else if ('code' in checked)
        setStep({ status: 'code', wrong: { code: checked.code, problem: found.problem } })
      else setStep({ status: 'wrong-link', joinBy: checked, problem: found.problem })
    })
    return () => {
      isCurrent = false
    }
  }, [checked])

  switch (step.status) {
    case 'code':
      return (
        <Frame>
          <div className={styles.body}>
            <h1 className={styles.title}>{t('codeTitle')}</h1>
            <p className={styles.lead}>{t('codeLead')}</p>
            <CodeEntry
              autoFocus
              {...(step.wrong && { initial: step.wrong })}
              onFound={(code, lead) => follow({ code }, lead)}
            />
          </div>
        </Frame>
      )
    case 'checking':
      return (
        <Frame>
          <LateSkeleton label={t('checking')} />
        </Frame>
      )
    case 'who':
      return (
        <Frame joinBy={step.joinBy}>
          <WhoForm joinBy={step.joinBy} lead={step.lead} onSeated={goIn} />
        </Frame>
      )
    case 'wrong-link':
      return (
        <Frame>
          <WrongLink
            problem={step.problem}
            onRetry={() => setStep({ status: 'checking', joinBy: { ...step.joinBy } })}
            onType={() => setStep({ status: 'code' })}
          />
        </Frame>
      )
  }
}

function WrongLink(props: { problem: CommandProblem; onRetry: () => void; onType: () => void }) {
  const { problem, onRetry, onType } = props
  const { t } = useTranslation('join')
  const common = useTranslation('common').t
  const problemText = useProblemText()
  const isUnknown = problem.code === 'no-such-code' || problem.code === 'bad-request'
  const mayRetry = !isUnknown && problem.code !== 'link-revoked' && problem.code !== 'link-expired'
  return (
    <div className={styles.body}>
      <ErrorState
        level="h1"
        fact={t('wrongLink.title')}
        advice={isUnknown ? t('wrongLink.advice') : problemText(problem)}
      >
        <Button kind="primary" onClick={onType}>
          {t('wrongLink.type')}
        </Button>
        {mayRetry && <Button onClick={onRetry}>{common('tryAgain')}</Button>}
      </ErrorState>
    </div>
  )
}

function Frame({ joinBy, children }: { readonly joinBy?: Key; readonly children: ReactNode }) {
  const shell = useTranslation('shell').t
  return (
    <div className={styles.page}>
      <header className={styles.head}>
        <Link to="/" className={styles.home} aria-label={shell('homeLink')}>
          <Logo />
        </Link>
        {joinBy && 'code' in joinBy && (
          <Chip>
            <span className={styles.code}>{spokenCode(joinBy.code)}</span>
          </Chip>
        )}
      </header>
      <main className={styles.main}>{children}</main>
    </div>
  )
}

/** The code of an address as a key; addresses may hold lower case, spaces and dashes. */
export const keyOfCode = (code: string): Key => ({ code: normalizeCode(code) })
