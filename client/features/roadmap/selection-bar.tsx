/** What can be done to the chosen cards together; there while any are chosen. */
import X from 'lucide-react/icons/x'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useBoard, useBoardState, useView } from '#client/features/roadmap/board-context.tsx'
import { useDerived } from '#client/session/hooks.ts'
import { Button } from '#client/ui/button.tsx'
import { Icon } from '#client/ui/icon.tsx'
import { UNPLACED } from '#shared/board/roadmap-edits.ts'
import { cards, functions, type Lane, lanes } from '#shared/board/schema.ts'
import styles from './selection-bar.module.css'

export function SelectionBar() {
  const count = useBoardState(({ selected }) => selected.size)
  return count === 0 ? null : <Bar />
}

function Bar() {
  const { t } = useTranslation('board')
  const { control } = useBoard()
  const selected = useBoardState((state) => state.selected)
  const lanesChosen = useDerived(cards, (all) => [
    ...new Set(all.filter(({ id, binned }) => !binned && selected.has(id)).map(({ place }) => place.lane)),
  ])
  const count = useDerived(cards, (all) => all.filter(({ id, binned }) => !binned && selected.has(id)).length)
  return (
    <div className={styles.bar} role="toolbar" aria-label={t('selection.label')}>
      <Button kind="quiet" square aria-label={t('selection.clear')} onClick={control.clearChosen}>
        <Icon of={X} />
      </Button>
      <b className={styles.count}>{t('selection.count', { count })}</b>
      <MoveChosen />
      <TagChosen lanes={lanesChosen} />
      <Button kind="danger" onClick={control.removeChosen}>
        {t('selection.remove')}
      </Button>
    </div>
  )
}

function MoveChosen() {
  const { t } = useTranslation('board')
  const { t: roadmap } = useTranslation('roadmap')
  const { control } = useBoard()
  const all = useView(({ whole }) => whole.stageIds)
  const stageIds = all.filter((id) => id !== UNPLACED)
  const [stageId, setStage] = useState('')
  const [lane, setLane] = useState<Lane | ''>('')
  return (
    <form
      className={styles.part}
      onSubmit={(event) => {
        event.preventDefault()
        if (stageId !== '') control.moveChosen({ stageId, ...(lane !== '' && { lane }) })
      }}
    >
      <select
        aria-label={t('selection.stage')}
        data-move-chosen
        value={stageId}
        onChange={(event) => setStage(event.target.value)}
      >
        <option value="">{t('selection.moveTo')}</option>
        {stageIds.map((id, i) => (
          <option key={id} value={id}>{`${i + 1} ${control.stageName(id)}`}</option>
        ))}
      </select>
      {stageId !== '' && (
        <>
          <select
            aria-label={t('selection.lane')}
            value={lane}
            onChange={(event) => setLane(event.target.value as Lane | '')}
          >
            <option value="">{t('selection.ownLane')}</option>
            {lanes.map((one) => (
              <option key={one} value={one}>
                {roadmap(`lanes.${one}.name`)}
              </option>
            ))}
          </select>
          <Button type="submit" kind="primary">
            {t('selection.move')}
          </Button>
        </>
      )}
    </form>
  )
}

const concerns = ['personal', 'business'] as const
const sources = ['product', 'buying_process', 'service_after_sale'] as const

/** The function that sees to them; for worries whose they are, for doubts where they come from. */
function TagChosen({ lanes: chosen }: { readonly lanes: readonly Lane[] }) {
  const { t } = useTranslation('board')
  const { control } = useBoard()
  const names = useDerived(functions, (all) => all.map(({ name }) => name))
  const isAll = (lane: Lane) => chosen.length === 1 && chosen[0] === lane
  return (
    <div className={styles.part}>
      <Tag
        label={t('selection.owner')}
        options={names.map((name) => ({ id: name, title: name }))}
        onChoose={(ownerFunction) => control.tagChosen({ ownerFunction }, ownerFunction)}
      />
      {isAll('concern') && (
        <Tag
          label={t('selection.concerns')}
          options={concerns.map((id) => ({ id, title: t(`concerns.${id}`) }))}
          onChoose={(id) => control.tagChosen({ concerns: id }, t(`concerns.${id}`))}
        />
      )}
      {isAll('skepticism') && (
        <Tag
          label={t('selection.source')}
          options={sources.map((id) => ({ id, title: t(`sources.${id}`) }))}
          onChoose={(id) => control.tagChosen({ comesFrom: id }, t(`sources.${id}`))}
        />
      )}
    </div>
  )
}

function Tag<Id extends string>(props: {
  readonly label: string
  readonly options: readonly { readonly id: Id; readonly title: string }[]
  readonly onChoose: (id: Id) => void
}) {
  const { label, options, onChoose } = props
  return (
    <select
      aria-label={label}
      value=""
      onChange={(event) => {
        const chosen = options.find(({ id }) => id === event.target.value)
        if (chosen) onChoose(chosen.id)
      }}
    >
      <option value="">{label}</option>
      {options.map(({ id, title }) => (
        <option key={id} value={id}>
          {title}
        </option>
      ))}
    </select>
  )
}
