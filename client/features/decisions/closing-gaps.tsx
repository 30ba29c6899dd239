/** Knowledge gaps after the calls: each closes with what answered it, and not without. */
import { useTranslation } from 'react-i18next'
import { useDraft } from '#client/lib/use-draft.ts'
import { useHeard } from '#client/round/use-heard.ts'
import { useDerived, useSession } from '#client/session/hooks.ts'
import typography from '#client/ui/type.module.css'
import { changeGap } from '#shared/board/gap-edits.ts'
import { type Gap, knowledgeGaps } from '#shared/board/schema.ts'
import { byOrder } from '#shared/document/order.ts'
import { shareWords } from '#shared/reality/words.ts'
import styles from './decisions.module.css'

const statuses = ['open', 'partly', 'answered'] as const

export function ClosingGaps() {
  const { t } = useTranslation('decisions')
  const gaps = useDerived(knowledgeGaps, (all) => all.filter(({ binned }) => !binned).sort(byOrder))
  const open = gaps.filter(({ status }) => status === 'open').length
  return (
    <section className={styles.gaps} aria-labelledby="closing-gaps">
      <h2 id="closing-gaps" className={styles.title}>
        {t('gaps.title')}
      </h2>
      <p className={typography.meta}>
        {gaps.length === 0 ? t('gaps.none') : t('gaps.summary', { count: gaps.length, open })}{' '}
        {t('gaps.lead')}
      </p>
      <ul>
        {gaps.map((gap) => (
          <GapRow key={gap.id} gap={gap} />
        ))}
      </ul>
    </section>
  )
}

function GapRow({ gap }: { readonly gap: Gap }) {
  const { t } = useTranslation('decisions')
  const session = useSession()
  const { customers, answersToQuestion } = useHeard()
  const { id, text: what, answeredBy, status } = gap
  const by = useDraft(answeredBy, (words) =>
    session.edit(changeGap, { id, changes: { answeredBy: words.trim() } }),
  )
  const said = gap.guideQuestionId === null ? [] : answersToQuestion(gap.guideQuestionId)
  const people = new Set(said.map(({ interview }) => interview.id)).size
  const isSaid = by.value.trim() !== ''
  const change = (value: string) => {
    const wanted = statuses.find((one) => one === value)
    if (!wanted || (wanted !== 'open' && !isSaid)) return
    session.edit(changeGap, { id, changes: { status: wanted, answeredBy: by.value.trim() } })
  }
  return (
    <li className={styles.gap} data-status={status}>
      <div>
        <p>{what}</p>
        {people > 0 && <small>{t('gaps.heard', { share: shareWords(people, customers.length) })}</small>}
      </div>
      {session.mayEditBoard ? (
        <>
          <input
            className={styles.input}
            maxLength={300}
            aria-label={t('gaps.answeredBy', { what })}
            placeholder={t('gaps.placeholder')}
            {...by}
            onChange={(event) => by.onChange(event.target.value)}
          />
          <select
            className={styles.input}
            aria-label={t('gaps.state', { what })}
            value={status}
            onChange={(event) => change(event.target.value)}
          >
            {statuses.map((one) => (
              <option key={one} value={one} disabled={one !== 'open' && !isSaid}>
                {t(`gaps.${one}`)}
              </option>
            ))}
          </select>
          {!isSaid && <p className={styles.sayWhat}>{t('gaps.sayWhat')}</p>}
        </>
      ) : (
        <>
          <p>{answeredBy}</p>
          <p>{t(`gaps.${status}`)}</p>
        </>
      )}
    </li>
  )
}
