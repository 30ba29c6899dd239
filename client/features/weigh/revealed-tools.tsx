/** Under the chart: in which order the needs stand, and whether every person or every function counts the same. */
import { useTranslation } from 'react-i18next'
import type { RowOrder } from '#client/features/weigh/strip-rows.ts'
import segments from '#client/ui/segments.module.css'

const orders = ['byMean', 'asAsked'] as const satisfies readonly RowOrder[]

export function RevealedTools(props: {
  readonly order: RowOrder
  readonly onOrder: (order: RowOrder) => void
  /** Null where it cannot be said: not every function shows figures. */
  readonly isBalanced: boolean | null
  readonly onBalanced: (isBalanced: boolean) => void
}) {
  const { order, onOrder, isBalanced, onBalanced } = props
  const { t } = useTranslation('weigh')
  return (
    <>
      <fieldset className={segments.segments} aria-label={t('revealed.sort')}>
        {orders.map((one) => (
          <button
            key={one}
            type="button"
            className={segments.segment}
            aria-pressed={order === one}
            onClick={() => onOrder(one)}
          >
            {t(`revealed.${one}`)}
          </button>
        ))}
      </fieldset>
      {isBalanced !== null && (
        <fieldset className={segments.segments} aria-label={t('revealed.counts')}>
          {[false, true].map((one) => (
            <button
              key={String(one)}
              type="button"
              className={segments.segment}
              aria-pressed={isBalanced === one}
              onClick={() => onBalanced(one)}
            >
              {t(one ? 'revealed.perFunction' : 'revealed.perPerson')}
            </button>
          ))}
        </fieldset>
      )}
    </>
  )
}
