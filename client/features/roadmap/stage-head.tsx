/** Head of a stage: number, name, coverage strip and the strip in words. Its name opens the stage's menu. */
import { memo } from 'react'
import { useTranslation } from 'react-i18next'
import { useBoard, useBoardState, useView } from '#client/features/roadmap/board-context.tsx'
import { figuresOf } from '#client/features/roadmap/figures.ts'
import { PresenceHint } from '#client/features/roadmap/presence-hint.tsx'
import { StageCoverage } from '#client/features/roadmap/stage-coverage.tsx'
import { StageMenu } from '#client/features/roadmap/stage-menu.tsx'
import { StageNameField } from '#client/features/roadmap/stage-name-field.tsx'
import { useRow } from '#client/session/hooks.ts'
import typography from '#client/ui/type.module.css'
import { UNPLACED } from '#shared/board/roadmap-edits.ts'
import { stages } from '#shared/board/schema.ts'
import styles from './board.module.css'

export const StageHead = memo(function StageHead({
  stageId,
  n,
}: {
  readonly stageId: string
  readonly n: number
}) {
  const { t } = useTranslation('roadmap')
  const figures = useView((view) => figuresOf(view.figures, stageId))
  const isHidden = useView(({ layout }) => !layout.stageIds.includes(stageId))
  const classes = [styles.head]
  if (figures.neglected) classes.push(styles.neglected, styles.neglectedHead)
  return (
    // biome-ignore lint/a11y/useSemanticElements: head of a column of the grid
    // biome-ignore lint/a11y/useFocusableInteractive: the stage's name in it takes the focus
    <div className={classes.join(' ')} role="columnheader" hidden={isHidden}>
      {stageId === UNPLACED ? (
        <UnplacedName />
      ) : (
        <>
          <StageName stageId={stageId} n={n} />
          <StageCoverage stageId={stageId} figures={figures} />
          <PresenceHint of={stageId} isBelow />
        </>
      )}
      {stageId === UNPLACED && <small className={styles.headText}>{t('stage.unplacedHint')}</small>}
    </div>
  )
})

function UnplacedName() {
  const { t } = useTranslation('roadmap')
  const isTabStop = useBoardState(({ focus }) => focus?.row === 'head' && focus.stageId === UNPLACED)
  return (
    <span className={styles.name} data-head={UNPLACED} tabIndex={isTabStop ? 0 : -1} role="note">
      {t('stage.unplaced')}
    </span>
  )
}

function StageName({ stageId, n }: { readonly stageId: string; readonly n: number }) {
  const { t } = useTranslation('roadmap')
  const { state, mayEdit } = useBoard()
  const name = useRow(stages, stageId)?.name || t('stage.unnamed')
  const isTabStop = useBoardState(({ focus }) => focus?.row === 'head' && focus.stageId === stageId)
  const isRenaming = useBoardState(({ renaming }) => renaming === stageId)
  const isOpen = useBoardState(({ stageMenu }) => stageMenu === stageId)
  if (isRenaming) return <StageNameField stageId={stageId} />
  const label = (
    <>
      <i>
        <span className={typography.hidden}>{t('stage.one')}</span> {n}
      </i>{' '}
      <b>{name}</b>
    </>
  )
  if (!mayEdit) {
    return (
      <span className={styles.name} data-head={stageId} tabIndex={isTabStop ? 0 : -1} role="note">
        {label}
      </span>
    )
  }
  return (
    <>
      <button
        type="button"
        className={styles.name}
        data-head={stageId}
        tabIndex={isTabStop ? 0 : -1}
        aria-haspopup="menu"
        aria-expanded={isOpen}
        title={name}
        onClick={() => state.setState({ stageMenu: isOpen ? null : stageId })}
        onDoubleClick={() => state.setState({ stageMenu: null, renaming: stageId })}
      >
        {label}
        <span className={typography.hidden}>{t('stage.does')}</span>
      </button>
      {isOpen && <StageMenu stageId={stageId} n={n} />}
    </>
  )
}
