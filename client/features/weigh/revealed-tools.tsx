/** Under the chart: order of the needs, chart or table, and the numbers for a spreadsheet. */
import { useTranslation } from 'react-i18next'
import { copyText, numbersAsText } from '#client/features/weigh/copy-numbers.ts'
import type { RowOrder } from '#client/features/weigh/strip-rows.ts'
import { Button } from '#client/ui/button.tsx'
import { Kbd } from '#client/ui/keys.tsx'
import { showToast } from '#client/ui/toast-store.ts'
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
  const copy = async () => {
    const isCopied = await copyText(numbersAsText(t, result, sample))
    showToast({
      kind: isCopied ? 'good' : 'problem',
      text: t(isCopied ? 'revealed.copied' : 'revealed.notCopied'),
    })
  }
  return (
    <div className={styles.tools}>
      <fieldset className={styles.segments} aria-label={t('revealed.sort')}>
        {orders.map((one) => (
          <button
            key={one}
            type="button"
            className={styles.segment}
            aria-pressed={order === one}
            onClick={() => onOrder(one)}
          >
            {t(`revealed.${one}`)}
          </button>
        ))}
      </fieldset>
      <Button aria-keyshortcuts="Shift+T" onClick={() => onTable(!isTable)}>
        {t(isTable ? 'revealed.showChart' : 'revealed.showTable')}
        <span className={styles.key} aria-hidden="true">
          <Kbd>Shift</Kbd> <Kbd>T</Kbd>
        </span>
      </Button>
      <Button kind="quiet" onClick={() => void copy()}>
        {t('revealed.copy')}
      </Button>
    </div>
  )
}
