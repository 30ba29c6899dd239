/** How hard buyers look before they buy: the secret vote, what customers said, the decision, and the stages it offers. */
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { CategoryFacts } from '#client/features/promise/category-facts.tsx'
import { Effort } from '#client/features/promise/category-help.tsx'
import type { BuyingCategory } from '#client/features/promise/category-helper.ts'
import { StageOffer } from '#client/features/promise/stage-offer.tsx'
import { useDecision } from '#client/features/promise/use-promise.ts'
import { dayWords } from '#client/lib/day-words.ts'
import { DecideForm, type ToDecide } from '#client/round/decide-form.tsx'
import { OpenVote } from '#client/round/open-vote.tsx'
import { useRounds, useSession, useSingle } from '#client/session/hooks.ts'
import { Button } from '#client/ui/button.tsx'
import { Chip } from '#client/ui/chip.tsx'
import typography from '#client/ui/type.module.css'
import { buyingCategories, roadmap } from '#shared/board/schema.ts'
import ballots from './ballots.module.css'
import styles from './promise.module.css'

export function CategorySection() {
  const { t, i18n } = useTranslation('promise')
  const { isFacilitator } = useSession()
  const decision = useDecision('category')
  const round = useRounds('category').findLast(({ status }) => status === 'revealed')
  const current = useSingle(roadmap).category
  const [deciding, setDeciding] = useState<ToDecide | null>(null)
  const adopted = decision ? buyingCategories.find((one) => one === decision.subject) : undefined
  const decide = (category: BuyingCategory) => {
    const name = t(`category.names.${category}`)
    setDeciding({
      kind: 'category',
      title: t('category.adopt', { name }),
      text: `${t('category.list')}: ${name}`,
      subject: category,
      supersedes: decision?.id,
    })
  }
  const shown = adopted ?? current
  return (
    <section aria-labelledby="category-title">
      <h2 id="category-title" className={styles.title}>
        {t('category.title')}
      </h2>
      <p className={typography.meta}>{t('category.lead')}</p>
      <ul className={ballots.cards}>
        {buyingCategories.map((category) => {
          const votes = round?.result?.counts[category]
          return (
            <li key={category} className={ballots.card} data-adopted={adopted === category ? '' : undefined}>
              <Effort of={category} />
              <b>{t(`category.names.${category}`)}</b>
              <span>{t(`category.whats.${category}`)}</span>
              {votes !== undefined && <p className={styles.votes}>{t('category.votes', { count: votes })}</p>}
              {adopted === category && <Chip kind="highlight">{t('category.adopted')}</Chip>}
              {isFacilitator && adopted !== category && (
                <Button size="small" onClick={() => decide(category)}>
                  {t('category.adopt', { name: t(`category.names.${category}`) })}
                </Button>
              )}
            </li>
          )
        })}
      </ul>
      <div className={styles.under}>
        <CategoryFacts />
        <div className={styles.decided}>
          {round?.result && <p>{t('category.sample', { count: round.result.n })}</p>}
          {decision && (
            <p>
              {t('one.adopted', {
                for: decision.support.for,
                against: decision.support.against,
                when: dayWords(decision.decidedOn, i18n.language),
              })}
            </p>
          )}
          {decision?.dissent.map((words) => (
            <p key={words}>“{words}”</p>
          ))}
        </div>
      </div>
      {isFacilitator && (
        <OpenVote
          kind="category"
          subjects={[]}
          label={t(round ? 'category.voteAgain' : 'category.vote')}
          notYet={null}
        />
      )}
      {adopted && shown && <StageOffer category={shown} />}
      {deciding && <DecideForm what={deciding} onClose={() => setDeciding(null)} />}
    </section>
  )
}
