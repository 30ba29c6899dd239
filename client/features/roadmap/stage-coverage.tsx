/** Coverage of a stage: the strip, and the same in words, so that nothing is said by colour alone. */
import { useTranslation } from 'react-i18next'
import { shownAs } from '#client/features/roadmap/card-face.tsx'
import type { StageFigures } from '#client/features/roadmap/figures.ts'
import { useRow } from '#client/session/hooks.ts'
import { CoverageStrip } from '#client/ui/coverage.tsx'
import { stages } from '#shared/board/schema.ts'
import styles from './board.module.css'

export function StageCoverage({
  stageId,
  figures,
}: {
  readonly stageId: string
  readonly figures: StageFigures
}) {
  const { t } = useTranslation('roadmap')
  const name = useRow(stages, stageId)?.name || t('stage.unnamed')
  const { answered, weak, open } = figures.tally
  if (figures.blocks.length === 0) {
    return (
      <>
        <div className={styles.noStrip} />
        <small className={styles.headText}>{t('stage.nothingAsked')}</small>
      </>
    )
  }
  return (
    <>
      <CoverageStrip
        blocks={figures.blocks.map((one) => shownAs[one])}
        label={t('stage.strip', { name, answered, partly: weak, open })}
      />
      <small className={`${styles.headText} ${open > 0 ? styles.strong : ''}`}>
        {open > 0
          ? t('stage.unanswered', { count: open })
          : weak > 0
            ? t('stage.partly', { count: weak })
            : t('stage.allAnswered')}
      </small>
    </>
  )
}
