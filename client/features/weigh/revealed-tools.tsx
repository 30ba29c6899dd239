/** Under the chart: order of the needs, chart or table, and the numbers for a spreadsheet. */
import { useTranslation } from 'react-i18next'
import { numbersAsText } from '#client/features/weigh/copy-numbers.ts'
import type { RowOrder } from '#client/features/weigh/strip-rows.ts'
import { ChartTools } from '#client/round/chart-tools.tsx'
import segments from '#client/ui/segments.module.css'
import type { WeightsResult } from '#shared/rounds/weights-result.ts'
import styles from './revealed.module.css'

const orders = ['byMean', 'asAsked'] as const satisfies readonly RowOrder[]

export function RevealedTools(props: {
  readonly order: RowOrder
  readonly onOrder: (order: RowOrder) => void
  readonly isTable: boolean
  readonly onTable: (isTable: boolean) => void
  readonly result: WeightsResult
  readonly sample: string
}) {
  const { order, onOrder, isTable, onTable, result, sample } = props
  const { t } = useTranslation('weigh')
  return (
    <div className={styles.tools}>
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
      <ChartTools isTable={isTable} onTable={onTable} numbers={() => numbersAsText(t, result, sample)} />
    </div>
  )
}
