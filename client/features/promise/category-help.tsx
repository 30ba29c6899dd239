/** How much looking a category means, as four blocks, and the three questions that propose one. */
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import {
  type BuyingCategory,
  type HelperAnswers,
  helperQuestions,
  proposedCategory,
} from '#client/features/promise/category-helper.ts'
import { Choices } from '#client/features/promise/choices.tsx'
import { buyingCategories } from '#shared/board/schema.ts'
import styles from './ballots.module.css'

export function Effort({ of }: { readonly of: BuyingCategory }) {
  const most = buyingCategories.indexOf(of)
  return (
    <span className={styles.effort} aria-hidden="true">
      {buyingCategories.map((one, at) => (
        <i key={one} data-on={at <= most ? '' : undefined} />
      ))}
    </span>
  )
}

/** For oneself: what is answered here is kept nowhere. */
export function CategoryHelper() {
  const { t } = useTranslation('promise')
  const [answers, setAnswers] = useState<HelperAnswers>({})
  const proposed = proposedCategory(answers)
  const options = [
    { value: 'yes', label: t('truth.yes') },
    { value: 'no', label: t('truth.no') },
  ] as const
  return (
    <details className={styles.helper}>
      <summary>{t('category.helper')}</summary>
      {helperQuestions.map((question) => {
        const given = answers[question]
        return (
          <Choices
            key={question}
            legend={t(`category.${question}`)}
            options={options}
            chosen={given === undefined ? null : given ? 'yes' : 'no'}
            onChoose={(answer) => setAnswers({ ...answers, [question]: answer === 'yes' })}
          />
        )
      })}
      <p className={styles.proposes} role="status">
        {proposed && t('category.proposes', { name: t(`category.names.${proposed}`) })}
      </p>
    </details>
  )
}
