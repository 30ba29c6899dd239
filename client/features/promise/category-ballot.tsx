/** One of four degrees of scrutiny, in secret (R067); three questions propose, and what customers said stands beside. */
import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import { CategoryFacts } from '#client/features/promise/category-facts.tsx'
import { CategoryHelper, Effort } from '#client/features/promise/category-help.tsx'
import type { BallotForm } from '#client/round/ballot-form.tsx'
import { PlainBallot } from '#client/round/plain-ballot.tsx'
import { buyingCategories } from '#shared/board/schema.ts'
import styles from './ballots.module.css'

export function CategoryBallot({ ballot, onChange, onSeal, frame }: BallotForm<'category'>) {
  const { t } = useTranslation('promise')
  const name = useId()
  const chosen = ballot?.category ?? null
  return (
    <PlainBallot
      title={t('category.question')}
      lead={t('category.ballotLead')}
      frame={frame}
      state={
        chosen === null ? t('category.choose') : t('category.chosen', { name: t(`category.names.${chosen}`) })
      }
      maySeal={chosen !== null}
      onSeal={() => onSeal()}
    >
      <fieldset className={styles.question}>
        <legend className={styles.heard}>{t('category.list')}</legend>
        <div className={styles.cards}>
          {buyingCategories.map((category) => (
            <label key={category} className={styles.card}>
              <input
                type="radio"
                name={name}
                className={styles.heard}
                checked={chosen === category}
                onChange={() => onChange({ category })}
              />
              <Effort of={category} />
              <b>{t(`category.names.${category}`)}</b>
              <span>{t(`category.whats.${category}`)}</span>
            </label>
          ))}
        </div>
      </fieldset>
      <CategoryHelper />
      <CategoryFacts />
    </PlainBallot>
  )
}
