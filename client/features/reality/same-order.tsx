/** Whether customers put the needs in our order, whether their first is ahead of their second, and what the talk did (C5, C7). */
import { useTranslation } from 'react-i18next'
import { exact, oneDecimal, signed } from '#client/features/reality/figures.ts'
import { firstAgainst, type GapModel } from '#client/features/reality/gap-model.ts'
import typography from '#client/ui/type.module.css'
import type { Interview } from '#shared/interviews/schema.ts'
import { isCustomer } from '#shared/reality/customers.ts'
import { debateEffectOf } from '#shared/reality/reality.ts'
import type { Round } from '#shared/record/schema.ts'
import styles from './reality.module.css'

export function SameOrder(props: {
  readonly model: GapModel
  readonly held: readonly Interview[]
  readonly guesses: readonly Round[]
}) {
  const { model, held, guesses } = props
  const { t, i18n } = useTranslation('reality')
  const { comparison, theirs, isEnough } = model
  const { order, perNeed } = comparison
  const language = i18n.language
  const [first, second] = theirs
  const paired = isEnough && first && second ? firstAgainst(first, second) : null
  const effect = debateEffectOf(guesses, held)
  const customers = held.filter(isCustomer)
  const unaided = perNeed.flatMap(({ needId, title }) => {
    const count = customers.filter((one) => one.unaidedTopNeedId === needId).length
    return count === 0 ? [] : [{ title, count }]
  })
  const shared = order?.topThreeShared.flatMap((index) => perNeed[index]?.title ?? []) ?? []
  if (!isEnough) return null
  return (
    <section className={styles.section}>
      <h2 className={typography.section}>{t('sure.sameOrder.title')}</h2>
      <ul className={styles.lines}>
        {order && (
          <li>
            {t('sure.sameOrder.pairs', { same: order.same, pairs: order.pairs, reversed: order.reversed })}{' '}
            {shared.length > 0
              ? t('sure.sameOrder.shared', { titles: shared.join(', ') })
              : t('sure.sameOrder.sharedNone')}
            {order.tauB !== null && order.spearman !== null && (
              <small>
                {t('sure.sameOrder.details', {
                  tau: thousandths(order.tauB, language),
                  rho: thousandths(order.spearman, language),
                })}
              </small>
            )}
          </li>
        )}
        {paired?.interval && first && second && (
          <li>
            {t('sure.sameOrder.firstTwo', {
              first: first.title,
              second: second.title,
              mean: signed(paired.mean ?? 0, language),
              from: exact(paired.interval[0], language),
              to: exact(paired.interval[1], language),
              higher: paired.higher,
              equal: paired.equal,
              lower: paired.lower,
            })}
          </li>
        )}
        {unaided.length > 0 && (
          <li>
            {t('sure.sameOrder.unaided', {
              count: customers.length,
              list: unaided
                .sort((a, b) => b.count - a.count)
                .map((one) => t('sure.sameOrder.unaidedOne', one))
                .join(', '),
            })}
          </li>
        )}
        {effect && (
          <li>
            {t('sure.sameOrder.talk', {
              number: guesses.at(-1)?.number ?? 0,
              before: oneDecimal(effect.errorBefore, language),
              after: oneDecimal(effect.errorAfter, language),
              equal: oneDecimal(effect.equalSplitError, language),
            })}
            {effect.skillBefore !== null && effect.skillAfter !== null && (
              <small>
                {t('sure.sameOrder.skill', {
                  before: signed(effect.skillBefore, language),
                  after: signed(effect.skillAfter, language),
                })}
              </small>
            )}
          </li>
        )}
      </ul>
    </section>
  )
}

const thousandths = (value: number, language: string): string =>
  new Intl.NumberFormat(language, { maximumFractionDigits: 3 }).format(value)
