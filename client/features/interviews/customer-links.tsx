/** Where a customer's words went: themes, questions and doubts of the roadmap, findings, and the actions that follow. */
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { shortDay } from '#client/features/interviews/interview-words.ts'
import { useCoded } from '#client/session/coded.ts'
import { useDerived, useSession } from '#client/session/hooks.ts'
import typography from '#client/ui/type.module.css'
import { actions, cards, findings } from '#shared/board/schema.ts'
import { byOrder } from '#shared/document/order.ts'
import { answers, draftFindings, type Interview, quotes, themes } from '#shared/interviews/schema.ts'
import { type FindingRests, findingInterviews, themesHeard } from '#shared/interviews/themes-heard.ts'
import styles from './customer.module.css'

export function CustomerLinks({ members }: { readonly members: readonly Interview[] }) {
  const { t, i18n } = useTranslation('interviews')
  const session = useSession()
  const ids = new Set(members.map(({ id }) => id))
  const isTheirs = (interviewIds: readonly string[]) => interviewIds.some((id) => ids.has(id))
  const ofAnswers = useDerived(answers, (all) =>
    all
      .filter(({ interviewId }) => ids.has(interviewId))
      .map(({ interviewId, themeIds }) => ({ interviewId, themeIds })),
  )
  const ofQuotes = useDerived(quotes, (all) =>
    all
      .filter(({ interviewId }) => ids.has(interviewId))
      .map(({ id, interviewId, themeIds }) => ({ id, interviewId, themeIds })),
  )
  const heard = useDerived(themes, (all) => {
    const own = themesHeard({ interviews: members, answers: ofAnswers, quotes: ofQuotes, themes: all })
    const themeIds = new Set([...own.values()].flat())
    return all.filter(({ id }) => themeIds.has(id)).sort(byOrder)
  })
  const quoted = useDerived(quotes, (all) =>
    all.filter(({ interviewId }) => ids.has(interviewId)).flatMap(({ cardIds }) => cardIds),
  )
  const raised = useDerived(cards, (all) =>
    all
      .filter(({ id, binned, raisedBy }) => !binned && (isTheirs(raisedBy) || quoted.includes(id)))
      .map(({ id, text }) => ({ id, text })),
  )
  const coded = useCoded()
  const isOfTheirs = (finding: FindingRests) => isTheirs(findingInterviews(finding, coded))
  const published = useDerived(findings, (all) => all.filter(isOfTheirs))
  const drafted = useDerived(draftFindings, (all) => all.filter(isOfTheirs))
  const found = [...published, ...drafted]
  const linked = new Set([...raised, ...found].map(({ id }) => id))
  const todo = useDerived(actions, (all) =>
    all
      .filter(({ binned, links }) => !binned && links.some((id) => linked.has(id) || ids.has(id)))
      .sort(byOrder),
  )
  return (
    <>
      <Links title={t('customer.tags')} of={heard.map(({ id, label }) => ({ id, text: label }))} />
      <Links title={t('customer.linked')} of={raised} />
      <Links title={t('customer.findings')} of={found} />
      <Links
        title={t('customer.actions')}
        of={todo.map(({ id, title, due }) => ({
          id,
          text: title,
          small: due && t('customer.due', { day: shortDay(due, i18n.language, session.serverNow()) }),
        }))}
      />
    </>
  )
}

function Links(props: {
  readonly title: string
  readonly of: readonly { readonly id: string; readonly text: string; readonly small?: ReactNode }[]
}) {
  const { t } = useTranslation('interviews')
  return (
    <section>
      <h2 className={typography.section}>{props.title}</h2>
      {props.of.length === 0 ? (
        <p className={styles.notSaid}>{t('customer.none')}</p>
      ) : (
        <ul className={styles.links}>
          {props.of.map(({ id, text, small }) => (
            <li key={id}>
              {text} {small && <small>{small}</small>}
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}
