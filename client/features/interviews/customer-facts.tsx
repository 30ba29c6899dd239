/** The call and the customer: everything but what was said. */
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { shortDay } from '#client/features/interviews/interview-words.ts'
import { ModeLabel } from '#client/features/interviews/mode-label.tsx'
import { useTitles } from '#client/features/interviews/use-titles.ts'
import { firstName } from '#client/lib/first-name.ts'
import { useDerived, useSession } from '#client/session/hooks.ts'
import { useMasked } from '#client/session/use-masked.ts'
import typography from '#client/ui/type.module.css'
import { erasures, type Interview } from '#shared/interviews/schema.ts'
import styles from './customer.module.css'

export function CustomerFacts(props: { readonly interview: Interview; readonly interviewer: string }) {
  const { interview, interviewer } = props
  const { t, i18n } = useTranslation('interviews')
  const session = useSession()
  const titles = useTitles()
  const masked = useMasked()
  const erased = useDerived(erasures, (all) => all.filter(({ interviewId }) => interviewId === interview.id))
  const { customer, minutes, timelineWeeks: weeks, unaidedTopNeedId: topNeedId } = interview
  const day = (iso: string) => shortDay(iso.slice(0, 10), i18n.language, session.serverNow())
  const years = customer.yearsAsCustomer
  const timeline = [
    weeks.triggerToFirstContact !== null && t('customer.toContact', { count: weeks.triggerToFirstContact }),
    weeks.firstContactToSignature !== null &&
      t('customer.toSignature', { count: weeks.firstContactToSignature }),
  ].filter((words) => words !== false)
  return (
    <section className={styles.facts}>
      <h2 className={typography.section}>{t('customer.facts')}</h2>
      <dl>
        <Fact term={t('customer.how')}>
          <ModeLabel interview={interview} />
          {interview.mode === 'face_to_face' && <small> {t('customer.faceToFace')}</small>}
        </Fact>
        <Fact term={t('customer.when')}>
          {[day(interview.date), minutes === null ? '' : t('customer.minutes', { count: minutes })]
            .filter(Boolean)
            .join(', ')}
        </Fact>
        <Fact term={t('customer.askedBy')}>{firstName(interviewer)}</Fact>
        <Fact term={t('customer.buyingRole')}>
          {customer.buyingRole && t(`roles.${customer.buyingRole}`)}
        </Fact>
        <Fact term={t('customer.outcome')}>
          {t(`outcomes.${customer.wonOrLost}`)}
          {years !== null && `, ${t('customer.years', { count: years })}`}
        </Fact>
        <Fact term={t('customer.timeline')}>{timeline.join(', ')}</Fact>
        <Fact term={t('customer.decider')}>
          {topNeedId === null ? '' : (titles.get(topNeedId) ?? t('customer.needGone'))}
        </Fact>
        <Fact term={t('customer.person')}>{masked(interview.personNote)}</Fact>
        <Fact term={t('customer.business')}>{masked(interview.businessNote)}</Fact>
        <Fact term={t('customer.interests')}>{masked(interview.otherInterests)}</Fact>
      </dl>
      {!interview.firstHand && <p>{t('customer.secondHand')}</p>}
      {erased.map(({ id, what, at }) => (
        <p key={id} className={typography.meta}>
          {t('customer.erased', { what, day: day(at) })}
        </p>
      ))}
    </section>
  )
}

function Fact({ term, children }: { readonly term: string; readonly children: ReactNode }) {
  const { t } = useTranslation('interviews')
  const isSaid = children !== '' && children !== null
  return (
    <>
      <dt>{term}</dt>
      <dd className={isSaid ? undefined : styles.notSaid}>{isSaid ? children : t('customer.notSaid')}</dd>
    </>
  )
}
