/** The stage before and the next one, and which of how many is shown. */
import ChevronLeft from 'lucide-react/icons/chevron-left'
import ChevronRight from 'lucide-react/icons/chevron-right'
import { useTranslation } from 'react-i18next'
import { Button } from '#client/ui/button.tsx'
import { Icon } from '#client/ui/icon.tsx'
import typography from '#client/ui/type.module.css'
import type { StageSheet } from '#shared/report/stage-sheet.ts'
import styles from './sheets.module.css'

interface StepsProps {
  readonly sheets: readonly StageSheet[]
  readonly at: number
  readonly onShow: (sheet: StageSheet) => void
}

export function SheetSteps({ sheets, at, onShow }: StepsProps) {
  const { t } = useTranslation('sheets')
  const shown = sheets[at]
  const before = sheets[at - 1]
  const next = sheets[at + 1]
  const count = sheets.length
  return (
    <div className={styles.steps}>
      <Button
        square
        kind="quiet"
        aria-label={before ? t('before', { name: before.name }) : t('noneBefore')}
        {...(!before && { 'aria-disabled': true })}
        onClick={() => before && onShow(before)}
      >
        <Icon of={ChevronLeft} size="1.5rem" />
      </Button>
      <span aria-hidden="true">{t('position', { n: at + 1, count })}</span>
      <p className={typography.hidden} role="status">
        {t('said', { n: at + 1, count, name: shown?.name ?? '' })}
      </p>
      <Button
        square
        kind="quiet"
        aria-label={next ? t('next', { name: next.name }) : t('noneNext')}
        {...(!next && { 'aria-disabled': true })}
        onClick={() => next && onShow(next)}
      >
        <Icon of={ChevronRight} size="1.5rem" />
      </Button>
    </div>
  )
}
