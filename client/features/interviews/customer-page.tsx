/**
 * `/w/:id/interviews/:interviewId`: everything that is known of one customer, under a pseudonym, on one page (R011).
 * Read only. Sealed for everyone but researchers until the envelope is open.
 */
import { Trans, useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { CustomerFacts } from '#client/features/interviews/customer-facts.tsx'
import { CustomerLinks } from '#client/features/interviews/customer-links.tsx'
import { CustomerMarks, CustomerPoints } from '#client/features/interviews/customer-numbers.tsx'
import { CustomerWords } from '#client/features/interviews/customer-words.tsx'
import { whoTheyAre } from '#client/features/interviews/interview-words.ts'
import { useSeatNames } from '#client/features/interviews/use-list.ts'
import { useFacilitatorName } from '#client/session/facilitator-name.ts'
import { useIsLoading, useRows, useSession, useSingle } from '#client/session/hooks.ts'
import { BackLink } from '#client/ui/back-link.tsx'
import { Button, LinkButton } from '#client/ui/button.tsx'
import { LateSkeleton } from '#client/ui/late-skeleton.tsx'
import { SealedEnvelope } from '#client/ui/sealed-envelope.tsx'
import { EmptyState } from '#client/ui/states.tsx'
import typography from '#client/ui/type.module.css'
import { countedFor } from '#shared/interviews/counted.ts'
import { unmergeInterview } from '#shared/interviews/interview-edits.ts'
import { withDoubles } from '#shared/interviews/merging.ts'
import { type Interview, interviews } from '#shared/interviews/schema.ts'
import { envelope } from '#shared/record/schema.ts'
import styles from './customer.module.css'

export function CustomerPage({ interviewId }: { readonly interviewId: string }) {
  const { t } = useTranslation('interviews')
  const session = useSession()
  const isLoading = useIsLoading()
  const all = useRows(interviews)
  const facilitator = useFacilitatorName()
  const { openedAt, interviewCount } = useSingle(envelope)
  const isResearcher = session.view.seat.role === 'researcher'
  const interview = all.find(({ id }) => id === interviewId)
  const isArriving = openedAt !== null && all.length === 0 && interviewCount > 0
  if (isLoading || (isArriving && !isResearcher)) return <LateSkeleton label={t('loading')} />
  const back = <BackLink to={`/w/${session.workshopId}/interviews`}>{t('customer.back')}</BackLink>
  if (!interview) {
    const isSealed = openedAt === null && !isResearcher
    return (
      <div className={styles.page}>
        {back}
        <EmptyState
          level="h1"
          {...(isSealed && { drawing: <SealedEnvelope sealed ink width="5.25rem" /> })}
          fact={t(isSealed ? 'customer.sealed' : 'customer.gone')}
          advice={isSealed ? t('customer.sealedAdvice', { name: facilitator }) : t('customer.goneAdvice')}
        />
      </div>
    )
  }
  return (
    <div className={styles.page}>
      {back}
      <Customer interview={interview} all={all} isResearcher={isResearcher} />
    </div>
  )
}

function Customer(props: {
  readonly interview: Interview
  readonly all: readonly Interview[]
  readonly isResearcher: boolean
}) {
  const { interview, all, isResearcher } = props
  const { t, i18n } = useTranslation('interviews')
  const privacy = useTranslation('privacy').t
  const session = useSession()
  const nameOf = useSeatNames()
  const countsAs = all.find(({ id }) => id === countedFor(all).get(interview.id)) ?? interview
  const isDouble = countsAs.id !== interview.id
  const members = isDouble
    ? [interview]
    : withDoubles(all, interview.id).flatMap((id) => all.find((one) => one.id === id) ?? [])
  const others = members.filter(({ id }) => id !== interview.id).map(({ pseudonym }) => pseudonym)
  const address = (id: string) => `/w/${session.workshopId}/interviews/${id}`
  return (
    <article>
      <header className={styles.head}>
        <h1 className={typography.screen}>{interview.pseudonym || t('table.unnamed')}</h1>
        <p className={typography.lead}>{whoTheyAre(t, interview) || t('table.unknownWho')}</p>
        {isResearcher && (
          <LinkButton size="small" to={`?page&privacy=${interview.id}`}>
            {privacy('open')}
          </LinkButton>
        )}
        {others.length > 0 && (
          <p className={typography.meta}>
            {t('customer.alsoAs', { names: new Intl.ListFormat(i18n.language).format(others) })}
          </p>
        )}
        {isDouble && (
          <p className={styles.double}>
            <span>
              <Trans
                t={t}
                i18nKey="customer.countsFor"
                values={{ name: countsAs.pseudonym }}
                components={{ a: <Link to={address(countsAs.id)} /> }}
              />
            </span>
            {isResearcher && (
              <Button
                size="small"
                onClick={() => session.editInterviews(unmergeInterview, { id: interview.id })}
              >
                {t('customer.part')}
              </Button>
            )}
          </p>
        )}
      </header>
      <div className={styles.columns}>
        <div className={styles.main}>
          {members.map((one) => (
            <CustomerWords
              key={one.id}
              interview={one}
              heading={members.length > 1 ? one.pseudonym : null}
              isResearcher={isResearcher}
            />
          ))}
        </div>
        <aside className={styles.side}>
          {members.map((one) => (
            <CustomerFacts key={one.id} interview={one} interviewer={nameOf(one.interviewerSeatId)} />
          ))}
          {members.map((one) => (
            <CustomerPoints key={one.id} interview={one} />
          ))}
          {members.map((one) => (
            <CustomerMarks key={one.id} interview={one} />
          ))}
          <CustomerLinks members={members} />
        </aside>
      </div>
    </article>
  )
}
