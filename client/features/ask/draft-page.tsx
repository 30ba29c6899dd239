/**
 * `/draft`: a customer reads promise and stages as the team would put them, and says what is wrong or missing, beside
 * the very line it is about. Says of itself that it is a draft; knows nothing of workshops.
 */
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { usePageTitle } from '#client/lib/page-title.ts'
import { Button } from '#client/ui/button.tsx'
import { LateSkeleton } from '#client/ui/late-skeleton.tsx'
import { EmptyState } from '#client/ui/states.tsx'
import type { DraftView } from '#shared/protocol/guest-calls.ts'
import styles from './ask.module.css'
import draft from './draft-page.module.css'
import { Failed, Gone, isGone, isPassing } from './link-states.tsx'
import { LongField } from './long-field.tsx'
import { Refused } from './refused.tsx'
import { type Remarking, useRemarks, WHOLE } from './use-remarks.ts'

export function DraftPage({ token }: { readonly token: string | null }) {
  const { t } = useTranslation('draft')
  usePageTitle(t('pageTitle'))
  return (
    <main className={styles.page}>
      {token === null ? <Gone code="no-such-guest-link" /> : <Shown token={token} />}
    </main>
  )
}

function Shown({ token }: { readonly token: string }) {
  const { t } = useTranslation('draft')
  const remarking = useRemarks(token)
  const { view, status, problem, hasRemarks, again } = remarking
  if (status === 'sent')
    return (
      <div role="status">
        <EmptyState level="h1" fact={t('thanks.fact')} advice={t('thanks.advice')} />
      </div>
    )
  if (problem && isGone(problem, view !== null)) return <Gone code={problem.code} keeps={hasRemarks} />
  if (status === 'sending') return <Sending {...remarking} />
  if (view) return <Draft {...remarking} view={view} />
  if (problem) return <Failed fact={t('failed')} problem={problem} onAgain={again} />
  return <LateSkeleton label={t('loading')} />
}

function Sending({ problem, again }: Remarking) {
  const { t } = useTranslation('draft')
  const sending = useTranslation('ask').t
  if (!problem) return <LateSkeleton label={t('sending')} />
  return (
    <div role="status">
      <EmptyState
        level="h1"
        fact={t('sending')}
        advice={sending(problem.code === 'offline' ? 'sending.offline' : 'sending.later')}
      >
        <Button onClick={again}>{sending('sending.now')}</Button>
      </EmptyState>
    </div>
  )
}

function Draft({ view, ...remarking }: Remarking & { readonly view: DraftView }) {
  const { t } = useTranslation('draft')
  const { problem, hasRemarks, remarks, write, send } = remarking
  const { title, promises, stages } = view
  const isEmpty = promises.length === 0 && stages.length === 0
  return (
    <>
      <header className={styles.head}>
        <h1 className={styles.title}>{title === '' ? t('titleBare') : t('title', { title })}</h1>
      </header>
      <div className={styles.body}>
        <p className={styles.lead}>{isEmpty ? t('empty') : t('lead')}</p>
        {promises.length > 0 && (
          <section className={draft.section} aria-label={t('promise')}>
            <h2 className={draft.heading}>{t('promise')}</h2>
            {promises.map(({ id, text }) => (
              <div key={id}>
                <blockquote className={draft.promise}>{text}</blockquote>
                <Remark about={id} name={text} remarks={remarks} onWrite={write} />
              </div>
            ))}
          </section>
        )}
        {stages.map(({ id, name, endsWhen, lanes }) => (
          <section key={id} className={draft.section} aria-label={name}>
            <h2 className={draft.heading}>{name}</h2>
            {endsWhen !== '' && <p className={styles.hint}>{t('endsWhen', { when: endsWhen })}</p>}
            {lanes.length === 0 && <p className={styles.hint}>{t('nothingYet')}</p>}
            {lanes.map(({ lane, cards }) => (
              <div key={lane}>
                <h3 className={draft.lane}>{t(`lanes.${lane}`)}</h3>
                <ul className={draft.cards}>
                  {cards.map((card) => (
                    <li key={card.id}>
                      <p>{card.text}</p>
                      <Remark about={card.id} name={card.text} remarks={remarks} onWrite={write} />
                    </li>
                  ))}
                </ul>
              </div>
            ))}
            <Remark about={id} name={name} remarks={remarks} onWrite={write} isStage />
          </section>
        ))}
        <LongField
          label={t('whole')}
          hint={t('kept')}
          value={remarks[WHOLE] ?? ''}
          max={2000}
          onChange={(text) => write(WHOLE, text)}
        />
      </div>
      <div className={styles.foot}>
        {problem && !isPassing(problem) && <Refused problem={problem} />}
        <Button kind="primary" size="large" notYet={hasRemarks ? '' : t('nothing')} onClick={send}>
          {t('send')}
        </Button>
      </div>
    </>
  )
}

function Remark(props: {
  readonly about: string
  /** What is remarked on, for those who listen. */
  readonly name: string
  readonly remarks: Remarking['remarks']
  readonly onWrite: Remarking['write']
  readonly isStage?: boolean
}) {
  const { about, name, remarks, onWrite, isStage = false } = props
  const { t } = useTranslation('draft')
  const text = remarks[about] ?? ''
  const [isOpen, setOpen] = useState(text !== '')
  if (!isOpen)
    return (
      <Button
        kind="quiet"
        className={draft.remark}
        aria-label={t(isStage ? 'missingAt' : 'remarkOn', { name })}
        onClick={() => setOpen(true)}
      >
        {t(isStage ? 'missing' : 'remark')}
      </Button>
    )
  return (
    <LongField
      label={t(isStage ? 'missingAt' : 'remarkOn', { name })}
      value={text}
      max={2000}
      rows={2}
      isFocused={text === ''}
      onChange={(next) => onWrite(about, next)}
    />
  )
}
