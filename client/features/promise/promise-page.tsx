/**
 * `/w/:id/promise`: the essence of the promise, how hard buyers look, and the one thing that makes them buy (method B7 to
 * B9). While one of its votes runs, the whole page is that vote; its result comes back into the page.
 */
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { CategorySection } from '#client/features/promise/category-section.tsx'
import { CompareVersions } from '#client/features/promise/compare-versions.tsx'
import { Drafts } from '#client/features/promise/drafts.tsx'
import { Essence } from '#client/features/promise/essence.tsx'
import { DescribeUs, PromiseKept } from '#client/features/promise/in-their-words.tsx'
import { KeepIt } from '#client/features/promise/keep-it.tsx'
import { type LiveKind, LiveVote, liveKinds } from '#client/features/promise/live-vote.tsx'
import { OneThing } from '#client/features/promise/one-thing.tsx'
import { OneThingEvidence } from '#client/features/promise/one-thing-evidence.tsx'
import { useDrafts } from '#client/features/promise/use-promise.ts'
import { useDerived, useIsLoading, useRounds, useSession } from '#client/session/hooks.ts'
import { Button } from '#client/ui/button.tsx'
import { LateSkeleton } from '#client/ui/late-skeleton.tsx'
import pageHead from '#client/ui/page-head.module.css'
import typography from '#client/ui/type.module.css'
import { decisions } from '#shared/record/schema.ts'
import styles from './promise.module.css'

export function PromisePage(props: {
  readonly onDecisions: () => void
  readonly onRoadmap: () => void
  /** What else can be done with a promise; for researchers. */
  readonly tools?: ReactNode
}) {
  const { t } = useTranslation('promise')
  const isLoading = useIsLoading()
  const isResearcher = useSession().view.seat.role === 'researcher'
  const rounds = useRounds()
  const count = useDerived(decisions, (all) => all.length)
  const drafts = useDrafts()
  const [isChanging, setChanging] = useState(false)
  // Once it is adopted the page shows what is agreed; drafts are there while somebody works on one.
  const isAgreed =
    drafts.some(({ draft }) => draft.status === 'adopted') &&
    drafts.every(({ draft }) => draft.status !== 'draft')
  if (isLoading) return <LateSkeleton label={t('loading')} />
  const live = rounds.findLast(
    ({ kind, status }) => (status === 'open' || status === 'closed') && liveKinds.some((one) => one === kind),
  )
  if (live) return <LiveVote kind={live.kind as LiveKind} />
  return (
    <div className={styles.page}>
      <header className={`${pageHead.head} ${styles.head}`}>
        <div>
          <h1 className={typography.screen}>{t('title')}</h1>
          <p className={typography.lead}>{t('lead')}</p>
        </div>
        {isResearcher && props.tools}
        <Button onClick={props.onDecisions}>
          {t('allDecisions')} <span className={styles.count}>{count}</span>
        </Button>
      </header>
      <div className={styles.columns}>
        <div className={styles.main}>
          <Essence onChange={isAgreed ? () => setChanging(!isChanging) : null} isChanging={isChanging} />
          {(!isAgreed || isChanging) && (
            <>
              <Drafts />
              <CompareVersions />
            </>
          )}
          <CategorySection />
          <OneThingEvidence />
        </div>
        <aside className={styles.side}>
          <OneThing />
          <KeepIt onRoadmap={props.onRoadmap} />
          <DescribeUs />
          <PromiseKept />
        </aside>
      </div>
    </div>
  )
}
