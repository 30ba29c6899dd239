/** The road as a list: the buying category, the stages in order, and the way to add, open and move them. */
import ArrowDown from 'lucide-react/icons/arrow-down'
import ArrowUp from 'lucide-react/icons/arrow-up'
import Plus from 'lucide-react/icons/plus'
import { useTranslation } from 'react-i18next'
import { useBoard, useBoardState, useView } from '#client/features/roadmap/board-context.tsx'
import { CategoryChoice } from '#client/features/roadmap/category-choice.tsx'
import { useRow, useSession } from '#client/session/hooks.ts'
import { Button } from '#client/ui/button.tsx'
import { Dialog } from '#client/ui/dialog.tsx'
import { FromListButton } from '#client/ui/from-list-button.tsx'
import { FunctionLabel } from '#client/ui/function-glyph.tsx'
import { Icon } from '#client/ui/icon.tsx'
import { addStage, moveStage, UNPLACED } from '#shared/board/roadmap-edits.ts'
import { stages } from '#shared/board/schema.ts'
import styles from './stages-dialog.module.css'

/** As many stages as can be taken in at a glance (method P1). */
const FEWEST = 4
const MOST = 10

/** The open list of stages, if it is open. */
export function StagesDialog() {
  const { state } = useBoard()
  const isOpen = useBoardState(({ stagesOpen }) => stagesOpen)
  return isOpen ? <Stages onClose={() => state.setState({ stagesOpen: false })} /> : null
}

function Stages({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation('board')
  const session = useSession()
  const { state } = useBoard()
  const all = useView(({ whole }) => whole.stageIds)
  const stageIds = all.filter((id) => id !== UNPLACED)
  const count = stageIds.length
  const open = (stageId: string) => {
    onClose()
    state.setState({ stagePanel: stageId })
  }
  return (
    <Dialog title={t('stages.title')} isWide onClose={onClose}>
      <div className={styles.columns}>
        <section>
          <h3 className={styles.heading}>{t('stages.order')}</h3>
          <ol className={styles.list}>
            {stageIds.map((id, i) => (
              <StageLine key={id} stageId={id} index={i} count={count} onOpen={open} />
            ))}
          </ol>
          {count < FEWEST && <p className={styles.hint}>{t('stages.few', { count, fewest: FEWEST })}</p>}
          {count > MOST && <p className={styles.hint}>{t('stages.many', { count, most: MOST })}</p>}
          <Button onClick={() => open(session.edit(addStage, { name: t('stages.newName') }))}>
            <Icon of={Plus} />
            {t('stages.add')}
          </Button>
          <FromListButton kind="stages" onOpen={onClose} />
        </section>
        <CategoryChoice />
      </div>
    </Dialog>
  )
}

function StageLine(props: {
  readonly stageId: string
  readonly index: number
  readonly count: number
  readonly onOpen: (stageId: string) => void
}) {
  const { stageId, index, count, onOpen } = props
  const { t } = useTranslation('board')
  const session = useSession()
  const { control } = useBoard()
  const stage = useRow(stages, stageId)
  if (!stage) return null
  const name = control.stageName(stageId)
  const move = (step: 1 | -1) => {
    session.edit(moveStage, { id: stageId, index: index + step })
    control.say(t('stages.moved', { name, n: index + step + 1, count }))
  }
  return (
    <li className={styles.line}>
      <span className={styles.number}>{index + 1}</span>
      <button type="button" className={styles.name} onClick={() => onOpen(stageId)}>
        <b>{name}</b>
        <span>
          {t(`phases.${stage.phase}`)}
          {stage.ownerFunction === '' ? (
            <em>{t('stage.noOwner')}</em>
          ) : (
            <FunctionLabel name={stage.ownerFunction} />
          )}
        </span>
      </button>
      <Button
        kind="quiet"
        square
        aria-label={t('stages.up', { name })}
        notYet={index === 0}
        onClick={() => move(-1)}
      >
        <Icon of={ArrowUp} />
      </Button>
      <Button
        kind="quiet"
        square
        aria-label={t('stages.down', { name })}
        notYet={index === count - 1}
        onClick={() => move(1)}
      >
        <Icon of={ArrowDown} />
      </Button>
    </li>
  )
}
