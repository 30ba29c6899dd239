/** Under every picture of a round: picture or table, and the numbers for a spreadsheet. */
import { useTranslation } from 'react-i18next'
import { copyText } from '#client/lib/copy-text.ts'
import { Button } from '#client/ui/button.tsx'
import { Kbd } from '#client/ui/keys.tsx'
import { showToast } from '#client/ui/toast-store.ts'
import styles from './chart-tools.module.css'

export function ChartTools(props: {
  readonly isTable: boolean
  readonly onTable: (isTable: boolean) => void
  /** Tab-separated, with the sample in it. */
  readonly numbers: () => string
}) {
  const { isTable, onTable, numbers } = props
  const { t } = useTranslation('round')
  const copy = async () => {
    const isCopied = await copyText(numbers())
    showToast({
      kind: isCopied ? 'good' : 'problem',
      text: t(isCopied ? 'revealed.copied' : 'revealed.notCopied'),
    })
  }
  return (
    <>
      <Button aria-keyshortcuts="Shift+T" onClick={() => onTable(!isTable)}>
        {t(isTable ? 'revealed.showChart' : 'revealed.showTable')}
        <span className={styles.key} aria-hidden="true">
          <Kbd>Shift</Kbd> <Kbd>T</Kbd>
        </span>
      </Button>
      <Button kind="quiet" onClick={() => void copy()}>
        {t('revealed.copy')}
      </Button>
    </>
  )
}
