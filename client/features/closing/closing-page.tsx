/**
 * `/w/:id/closing` (method P7, AC-4a): the promise to read aloud, what we know now, what we still do not know, when we look
 * again, the sponsor's word, how sure we are, who took part. Closing locks nothing and can be taken back.
 */
import { type ReactNode, useRef, useState } from 'react'
import { Trans, useTranslation } from 'react-i18next'
import { DecidedPart, SponsorPart, TookPart } from '#client/features/closing/beside.tsx'
import { ConfidenceRound } from '#client/features/closing/confidence-round.tsx'
import { HowSure } from '#client/features/closing/how-sure.tsx'
import { Lines, Looks } from '#client/features/closing/lines.tsx'
import { PromisePart } from '#client/features/closing/promise-part.tsx'
import { useClosing } from '#client/features/closing/use-closing.ts'
import { dayWords } from '#client/lib/day-words.ts'
import { firstName } from '#client/lib/first-name.ts'
import { useProblemText } from '#client/lib/problem-text.ts'
import { ThenLink } from '#client/round/then-link.tsx'
import { useFacilitatorName } from '#client/session/facilitator-name.ts'
import { useIsLoading, useRounds, useRows, useSession, useSingle } from '#client/session/hooks.ts'
import { Button, LinkButton } from '#client/ui/button.tsx'
import { Chip } from '#client/ui/chip.tsx'
import { LateSkeleton } from '#client/ui/late-skeleton.tsx'
import pageHead from '#client/ui/page-head.module.css'
import typography from '#client/ui/type.module.css'
import { Hl } from '#client/ui/words.tsx'
import { dayAt } from '#shared/board/due-date.ts'
import { scene } from '#shared/board/schema.ts'
import { closing, seats } from '#shared/record/schema.ts'
import styles from './closing.module.css'

/** `tools`: what else can be done with the result. */
export function ClosingPage({ tools }: { readonly tools?: ReactNode }) {
  const { t } = useTranslation('closing')
  const isLoading = useIsLoading()
  const rounds = useRounds('confidence')
  const wasLive = useRef(false)
  if (isLoading) return <LateSkeleton label={t('loading')} />
  const isLive = rounds.some(({ status }) => status === 'open' || status === 'closed')
  if (isLive) wasLive.current = true
  return isLive ? <ConfidenceRound /> : <Page isFresh={wasLive.current} tools={tools} />
}

function Page({ isFresh, tools }: { readonly isFresh: boolean; readonly tools?: ReactNode }) {
  const { t, i18n } = useTranslation('closing')
  const { workshopId } = useSession()
  const { known, unknown, looks, confidence } = useClosing()
  return (
    <div className={styles.page}>
      <header className={`${pageHead.head} ${styles.head}`}>
        <div>
          <h1 className={typography.screen}>
            <Trans t={t} i18nKey="title" components={{ hl: <Hl /> }} />
          </h1>
          <p className={typography.lead}>{t('lead')}</p>
          <ThenLink />
        </div>
        <State />
      </header>
      <PromisePart />
      <div className={styles.threes}>
        <Lines title={t('known.title')} none={t('known.none')} kind="known" lines={known} />
        <Lines title={t('unknown.title')} none={t('unknown.none')} kind="unknown" lines={unknown} />
        <Looks
          title={t('looks.title')}
          none={t('looks.none')}
          looks={looks}
          dayWords={(day) => dayWords(day, i18n.language)}
        />
      </div>
      <div className={styles.threes}>
        <SponsorPart />
        <HowSure confidence={confidence} isFresh={isFresh} />
        <div className={styles.stack}>
          <DecidedPart />
          <TookPart />
        </div>
      </div>
      <footer className={styles.foot}>
        <LinkButton to={`/w/${workshopId}/export`}>{t('export')}</LinkButton>
        {tools}
      </footer>
    </div>
  )
}

/** Draft or closed, and the facilitator's way from the one to the other. */
function State() {
  const { t, i18n } = useTranslation('closing')
  const session = useSession()
  const problemText = useProblemText()
  const facilitator = useFacilitatorName()
  const { closedAt, closedBy } = useSingle(closing)
  const { timezone } = useSingle(scene)
  const closer = useRows(seats).find(({ id }) => id === closedBy)
  const [isBusy, setBusy] = useState(false)
  const [problem, setProblem] = useState<string | null>(null)
  const isClosed = closedAt !== null
  const turn = async () => {
    if (isBusy) return
    setBusy(true)
    const answer = await session.command('closeWorkshop', { body: { closed: !isClosed } })
    setBusy(false)
    setProblem(
      answer.ok ? null : answer.problem.code === 'offline' ? t('offline') : problemText(answer.problem),
    )
  }
  return (
    <div className={styles.state}>
      <div role="status">
        <Chip kind={isClosed ? 'plain' : 'line'}>{t(isClosed ? 'closed' : 'draft')}</Chip>
        <p className={typography.meta}>
          {closedAt === null
            ? t('draftLead', { name: facilitator })
            : t('closedOn', {
                when: dayWords(dayAt(closedAt, timezone), i18n.language),
                name: firstName(closer?.name ?? '') || facilitator,
              })}
        </p>
      </div>
      {session.isFacilitator && (
        <Button kind={isClosed ? 'default' : 'primary'} notYet={isBusy} onClick={() => void turn()}>
          {t(isBusy ? 'busy' : isClosed ? 'reopen' : 'close')}
        </Button>
      )}
      {problem && (
        <p role="alert" className={styles.problem}>
          {problem}
        </p>
      )}
    </div>
  )
}
