/** Coverage of a stage: the strip, and the same in words, so that nothing is said by colour alone. */
import { useTranslation } from 'react-i18next'
import { shownAs } from '#client/features/roadmap/card-face.tsx'
import type { StageFigures } from '#client/features/roadmap/figures.ts'
import { StageOwner } from '#client/features/roadmap/stage-owner.tsx'
import { useRow } from '#client/session/hooks.ts'
import { CoverageStrip } from '#client/ui/coverage.tsx'
import { stages } from '#shared/board/schema.ts'
import type { Tally } from '#shared/statistics/coverage.ts'
import styles from './board.module.css'

/** A stage's coverage in words. */
export function useTallyWords({ answered, weak, open }: Tally): string {
  const { t } = useTranslation('roadmap')
  if (open > 0) return t('stage.unanswered', { count: open })
  if (weak > 0) return t('stage.partly', { count: weak })
  return answered > 0 ? t('stage.allAnswered') : t('stage.nothingAsked')
}

export function StageCoverage({
  stageId,
  figures,
}: {
  readonly stageId: string
  readonly figures: StageFigures
}) {
  const { t } = useTranslation('roadmap')
  const name = useRow(stages, stageId)?.name || t('stage.unnamed')
  const words = useTallyWords(figures.tally)
  const { answered, weak, open } = figures.tally
  return (
    <>
      {figures.blocks.length > 0 ? (
        <CoverageStrip
          blocks={figures.blocks.map((one) => shownAs[one])}
          label={t('stage.strip', { name, answered, partly: weak, open })}
        />
      ) : (
        <div className={styles.noStrip} />
      )}
      <div className={styles.headLine}>
        <small className={`${styles.headText} ${open > 0 ? styles.strong : ''}`}>{words}</small>
        <StageOwner stageId={stageId} />
      </div>
    </>
  )
}
