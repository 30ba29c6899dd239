/** Twelve minutes of silence with everything customers said, in the same random order for all. */
import '@fontsource-variable/source-serif-4/wght-italic.css'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { type ReadQuote, readingOf } from '#client/features/findings/reading.ts'
import { useRows, useSession } from '#client/session/hooks.ts'
import { useMasked } from '#client/session/use-masked.ts'
import { useTimer } from '#client/session/use-timer.ts'
import { Button } from '#client/ui/button.tsx'
import { InlineTruth } from '#client/ui/inline-marks.tsx'
import pageHead from '#client/ui/page-head.module.css'
import { EmptyState, UnansweredDrawing } from '#client/ui/states.tsx'
import { showToast } from '#client/ui/toast-store.ts'
import typography from '#client/ui/type.module.css'
import { interviews, quotes } from '#shared/interviews/schema.ts'
import styles from './findings.module.css'

const READING_MS = 12 * 60_000

export function ReadQuotes({ onDone }: { readonly onDone: () => void }) {
  const { t } = useTranslation('findings')
  const { workshopId, isFacilitator } = useSession()
  const said = useRows(quotes)
  const asked = useRows(interviews)
  const reading = useMemo(() => readingOf(said, asked, workshopId), [said, asked, workshopId])
  if (reading.quotes.length === 0) {
    return (
      <EmptyState
        level="h1"
        drawing={<UnansweredDrawing />}
        fact={t('read.none')}
        advice={t('read.noneAdvice')}
      >
        <Button onClick={onDone}>{t('read.next')}</Button>
      </EmptyState>
    )
  }
  return (
    <article>
      <header className={`${pageHead.head} ${styles.head}`}>
        <div>
          <h1 className={typography.screen}>{t('read.title')}</h1>
          <p className={typography.lead}>{t('read.lead')}</p>
        </div>
        {isFacilitator && <StartReading />}
      </header>
      <p className={typography.meta}>
        {t('read.count', { count: reading.quotes.length, customers: reading.customers })}{' '}
        {reading.keptBack > 0 && t('read.kept', { count: reading.keptBack })}
      </p>
      <ol className={styles.quotes} aria-label={t('read.list')}>
        {reading.quotes.map((quote) => (
          <Quote key={quote.id} quote={quote} />
        ))}
      </ol>
      <Button kind="primary" onClick={onDone}>
        {t('read.next')}
      </Button>
    </article>
  )
}

function Quote({ quote }: { readonly quote: ReadQuote }) {
  const { t } = useTranslation('findings')
  const masked = useMasked()
  const { pseudonym, customer } = quote.interview
  const who = [customer.role, customer.trade, customer.wonOrLost === 'lost' ? t('read.lost') : '']
    .filter(Boolean)
    .join(', ')
  return (
    <li className={styles.quote}>
      <InlineTruth />
      <blockquote>
        <p>“{masked(quote.text)}”</p>
        <footer>{who ? t('read.by', { name: pseudonym, who: masked(who) }) : pseudonym}</footer>
      </blockquote>
    </li>
  )
}

/** Offered, not forced: the timer is everyone's, in the head of the page. */
function StartReading() {
  const { t } = useTranslation('findings')
  const session = useSession()
  const { status } = useTimer()
  const start = async () => {
    const done = await session.command('setTimer', { body: { action: 'start', ms: READING_MS } })
    if (done.ok) showToast({ kind: 'good', text: t('read.started') })
  }
  const isRunning = status === 'running' || status === 'paused'
  return (
    <Button kind="reveal" notYet={isRunning && t('read.runningNow')} onClick={() => void start()}>
      {t(isRunning ? 'read.runningNow' : 'read.start')}
    </Button>
  )
}
