/** The promise, large enough for the back row: the sponsor reads it aloud (method P7). Under it what customers said to it. */
import { useTranslation } from 'react-i18next'
import { firstName } from '#client/lib/first-name.ts'
import { useHeard } from '#client/round/use-heard.ts'
import { useDerived, useRows, useSeats, useSession } from '#client/session/hooks.ts'
import { useMasked } from '#client/session/use-masked.ts'
import { LinkButton } from '#client/ui/button.tsx'
import { InlineTruth } from '#client/ui/inline-marks.tsx'
import typography from '#client/ui/type.module.css'
import { promiseDrafts, promiseReactions } from '#shared/board/schema.ts'
import { byOrder } from '#shared/document/order.ts'
import type { Quote } from '#shared/interviews/schema.ts'
import { decisions } from '#shared/record/schema.ts'
import styles from './closing.module.css'

const SHOWN = 3

export function PromisePart() {
  const { t } = useTranslation('closing')
  const { workshopId, view, seatId } = useSession()
  const masked = useMasked()
  const adopted = useDerived(promiseDrafts, (all) => all.find(({ status }) => status === 'adopted'))
  const said = useSaid(adopted?.id ?? '')
  const sponsor = useSeats().find(({ role }) => role === 'sponsor')
  if (!adopted)
    return (
      <section className={styles.promisePart} aria-label={t('promise.title')}>
        <p className={typography.section}>{t('promise.none')}</p>
        <p className={typography.meta}>{t('promise.noneAdvice')}</p>
        <LinkButton to={`/w/${workshopId}/promise`}>{t('promise.go')}</LinkButton>
      </section>
    )
  const reads = () => {
    if (!sponsor) return t('promise.readBySponsor')
    const name = firstName(sponsor.name)
    return t(sponsor.id === seatId ? 'promise.readByYou' : 'promise.read', {
      name: sponsor.id === seatId ? firstName(view.seat.name) : name,
    })
  }
  return (
    <section className={styles.promisePart} aria-label={t('promise.title')}>
      <p className={typography.meta}>
        {t('promise.title')}. {reads()}
      </p>
      <blockquote className={styles.promise}>{adopted.text}</blockquote>
      {said.length > 0 && (
        <ul className={styles.said} aria-label={t('promise.quotes')}>
          {said.map(({ id, text, by }) => (
            <li key={id}>
              <InlineTruth size="0.75rem" />
              <p>
                “{masked(text)}” <small>{by}</small>
              </p>
            </li>
          ))}
        </ul>
      )}
      <LinkButton size="small" kind="quiet" to={`/w/${workshopId}/promise`}>
        {t('promise.go')}
      </LinkButton>
    </section>
  )
}

/** What customers said to this version first, then of what the decisions about it rest on; one quote a customer. */
function useSaid(draftId: string) {
  const { all, customers, quotes } = useHeard()
  const byId = new Map(all.map((one) => [one.id, one]))
  const counts = new Set(customers.map(({ id }) => id))
  const reactions = useDerived(promiseReactions, (rows) =>
    rows.filter((one) => one.draftId === draftId).sort(byOrder),
  )
  const standing = useRows(decisions).filter(({ supersededBy }) => supersededBy === null)
  const oneThing = standing.find(({ kind }) => kind === 'critical_characteristic')
  const promised = standing.find(({ kind, subject }) => kind === 'promise' && subject === draftId)
  const evidence = new Set([...(promised?.evidence ?? []), ...(oneThing?.evidence ?? [])])
  const reacted = reactions.flatMap(({ id, interviewId, text }) => {
    const interview = byId.get(interviewId)
    const may = interview && interview.consent.quotesInside !== false && counts.has(interviewId)
    return may ? [{ id, text, interview }] : []
  })
  const quoted = quotes
    .filter(({ quote, interview }) => evidence.has(interview.id) && isAbout(quote, oneThing?.subject))
    .map(({ quote, interview }) => ({ id: quote.id, text: quote.text, interview }))
  const firstOfEach = new Map<string, (typeof quoted)[number]>()
  for (const one of [...reacted, ...quoted])
    if (counts.has(one.interview.id) && !firstOfEach.has(one.interview.id))
      firstOfEach.set(one.interview.id, one)
  return [...firstOfEach.values()]
    .slice(0, SHOWN)
    .map(({ id, text, interview }) => ({ id, text, by: interview.pseudonym }))
}

const isAbout = ({ needIds }: Quote, needId: string | undefined): boolean =>
  needId === undefined || needIds.includes(needId)
