/** "Move to…": does what dragging does, without dragging (WCAG 2.5.7). */
import ArrowDown from 'lucide-react/icons/arrow-down'
import ArrowUp from 'lucide-react/icons/arrow-up'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useBoard, useView } from '#client/features/roadmap/board-context.tsx'
import { cardIdsIn, findCard } from '#client/features/roadmap/layout.ts'
import { Button } from '#client/ui/button.tsx'
import { Icon } from '#client/ui/icon.tsx'
import { UNPLACED } from '#shared/board/roadmap-edits.ts'
import { type Card, type Lane, lanes } from '#shared/board/schema.ts'
import styles from './card-panel.module.css'

export function MoveForm({ card }: { readonly card: Card }) {
  const { t } = useTranslation('roadmap')
  const { control } = useBoard()
  const id = useId()
  const layout = useView((view) => view.layout)
  const spot = findCard(layout, card.id)
  const stageIds = layout.stageIds.filter((stageId) => stageId !== UNPLACED)
  const [chosen, choose] = useState<{ readonly stageId?: string; readonly lane?: Lane }>({})
  if (!spot) return null
  const stageId = chosen.stageId ?? (spot.stageId === UNPLACED ? (stageIds[0] ?? '') : spot.stageId)
  const lane = chosen.lane ?? spot.lane
  const isThere = stageId === spot.stageId && lane === spot.lane
  const count = cardIdsIn(layout, spot.stageId, spot.lane).length
  const shift = (step: 1 | -1) => control.moveTo(card.id, { ...spot, index: spot.index + step })
  return (
    <form
      className={styles.move}
      onSubmit={(event) => {
        event.preventDefault()
        if (isThere || stageId === '') return
        control.moveTo(card.id, { stageId, lane, index: cardIdsIn(layout, stageId, lane).length })
        choose({})
      }}
    >
      <h3>{t('panel.title')}</h3>
      <label htmlFor={`${id}-stage`}>{t('panel.stage')}</label>
      <select
        id={`${id}-stage`}
        value={stageId}
        onChange={(event) => choose({ ...chosen, stageId: event.target.value })}
      >
        {stageIds.map((one, i) => (
          <option key={one} value={one}>
            {`${i + 1} ${control.stageName(one)}`}
          </option>
        ))}
      </select>
      <label htmlFor={`${id}-lane`}>{t('panel.lane')}</label>
      <select
        id={`${id}-lane`}
        value={lane}
        onChange={(event) => choose({ ...chosen, lane: event.target.value as Lane })}
      >
        {lanes.map((one) => (
          <option key={one} value={one}>
            {t(`lanes.${one}.name`)}
          </option>
        ))}
      </select>
      <Button type="submit" notYet={isThere ? t('panel.same') : false}>
        {t('panel.go')}
      </Button>
      {spot.stageId !== UNPLACED && (
        <div className={styles.order}>
          <span>{t('panel.order', { index: spot.index + 1, count })}</span>
          <Button type="button" notYet={spot.index === 0} onClick={() => shift(-1)}>
            <Icon of={ArrowUp} />
            {t('panel.up')}
          </Button>
          <Button type="button" notYet={spot.index >= count - 1} onClick={() => shift(1)}>
            <Icon of={ArrowDown} />
            {t('panel.down')}
          </Button>
        </div>
      )}
    </form>
  )
}
