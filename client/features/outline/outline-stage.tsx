/** One stage of the outline: its heading, how far it is answered, its lanes, and the way to add to it. */
import { type KeyboardEvent, memo, useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { Choice } from '#client/features/outline/item-tools.tsx'
import { useOutline } from '#client/features/outline/outline-context.ts'
import { OutlineItem } from '#client/features/outline/outline-item.tsx'
import { StageTools } from '#client/features/outline/stage-tools.tsx'
import { sheetAddress, stageAnchor } from '#client/lib/roadmap-views.ts'
import { useSession } from '#client/session/hooks.ts'
import { Button } from '#client/ui/button.tsx'
import typography from '#client/ui/type.module.css'
import type { OutlineStage as Outlined, OutlineLane } from '#shared/board/outline.ts'
import { type Lane, lanes } from '#shared/board/schema.ts'
import { asked } from '#shared/statistics/coverage.ts'
import styles from './outline.module.css'

interface StageProps {
  readonly of: Outlined
  readonly openSpot: string | null
}

export const OutlineStage = memo(function OutlineStage({ of, openSpot }: StageProps) {
  const { t } = useTranslation('outline')
  const { t: roadmap } = useTranslation('roadmap')
  const { t: sheets } = useTranslation('sheets')
  const { workshopId } = useSession()
  const { acts, mayEdit } = useOutline()
  const id = useId()
  const { stage, number, tally } = of
  const name = stage ? stage.name || roadmap('stage.unnamed') : roadmap('stage.unplaced')
  const spot = `stage:${of.id}`
  const adding = `add:${of.id}`
  const isFilled = ({ lane, cards, under }: OutlineLane) =>
    cards.length + under > 0 || (lane === 'skepticism' && stage !== null)
  const empty = of.lanes.filter((one) => !isFilled(one))
  const count = of.lanes.reduce((sum, one) => sum + one.cards.length + one.under, 0)
  return (
    <section className={styles.stage} aria-labelledby={id}>
      <div data-spot={spot} className={styles.stageHead}>
        <h2 id={id} dir="auto">
          <span id={stageAnchor(of.id)} tabIndex={-1} className={styles.anchor}>
            {number > 0 ? t('stageHeading', { n: number, name }) : name}
          </span>
        </h2>
        {mayEdit && stage && (
          <Button
            kind="quiet"
            size="small"
            aria-expanded={openSpot === spot}
            aria-label={
              openSpot === spot ? t('closeLabel', { text: name }) : t('stage.changeLabel', { name })
            }
            onClick={() => acts.toggle(spot, openSpot === spot)}
          >
            {t(openSpot === spot ? 'close' : 'change')}
          </Button>
        )}
        {stage && openSpot === spot && <StageTools stage={stage} spot={spot} number={number} count={count} />}
      </div>
      <p className={styles.facts}>
        {asked(tally) === 0
          ? roadmap('stage.nothingAsked')
          : t('counts', {
              questions: t('asked', { count: asked(tally) }),
              answered: tally.answered,
              partly: tally.weak,
              open: tally.open,
            })}
        {!stage && ` ${roadmap('stage.unplacedHint')}`}
        {stage && (
          <Link
            className={styles.sheet}
            to={sheetAddress(workshopId, stage.id)}
            aria-label={sheets('openLabel', { name })}
          >
            {sheets('open')}
          </Link>
        )}
      </p>
      {of.lanes.filter(isFilled).map((one) => (
        <LaneList key={one.lane} of={one} openSpot={openSpot} />
      ))}
      {stage && empty.length > 0 && (
        <p className={styles.facts}>
          {t('nothing', { lanes: empty.map(({ lane }) => roadmap(`lanes.${lane}.kind`)).join(', ') })}
        </p>
      )}
      {mayEdit && stage && (
        <div data-spot={adding} className={styles.adding}>
          <Button
            size="small"
            aria-expanded={openSpot === adding}
            aria-label={
              openSpot === adding ? t('closeLabel', { text: name }) : t('add.openLabel', { stage: name })
            }
            onClick={() => acts.toggle(adding, openSpot === adding)}
          >
            {t(openSpot === adding ? 'close' : 'add.open')}
          </Button>
          {openSpot === adding && <AddForm stageId={stage.id} name={name} spot={adding} />}
        </div>
      )}
    </section>
  )
})

function LaneList({ of, openSpot }: { readonly of: OutlineLane; readonly openSpot: string | null }) {
  const { t } = useTranslation('outline')
  const { t: roadmap } = useTranslation('roadmap')
  const id = useId()
  const { lane, cards, under } = of
  return (
    <div className={styles.lane}>
      <h3 id={id} className={typography.section}>
        {roadmap(`lanes.${lane}.name`)} <small>{roadmap(`lanes.${lane}.kind`)}</small>
      </h3>
      {cards.length > 0 && (
        <ul aria-labelledby={id} className={styles.cards}>
          {cards.map((item) => (
            <OutlineItem
              key={item.card.id}
              item={item}
              openSpot={isIn(openSpot, item.card.id) ? openSpot : null}
            />
          ))}
        </ul>
      )}
      {cards.length + under === 0 && <p className={styles.unknown}>{roadmap('unknown.skepticism')}</p>}
      {under > 0 && <p className={styles.facts}>{t('under', { count: under })}</p>}
    </div>
  )
}

const isIn = (spot: string | null, cardId: string): boolean =>
  spot === `card:${cardId}` || (spot?.startsWith(`card:${cardId}>`) ?? false)

function AddForm({
  stageId,
  name,
  spot,
}: {
  readonly stageId: string
  readonly name: string
  readonly spot: string
}) {
  const { t } = useTranslation('outline')
  const { t: roadmap } = useTranslation('roadmap')
  const { acts } = useOutline()
  const id = useId()
  const [lane, setLane] = useState<Lane>('question')
  const [text, setText] = useState('')
  const add = () => {
    if (acts.addTo(stageId, lane, text)) setText('')
  }
  const press = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return
    if (event.key === 'Escape') {
      event.preventDefault()
      event.stopPropagation()
      acts.close(spot)
    }
    if (event.key === 'Enter' && !event.shiftKey && event.target instanceof HTMLTextAreaElement) {
      event.preventDefault()
      add()
    }
  }
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset would need a legend in the line of the button
    <div role="group" className={styles.tools} aria-label={t('add.label', { stage: name })} onKeyDown={press}>
      <label htmlFor={`${id}-words`}>{t('add.words')}</label>
      <textarea
        id={`${id}-words`}
        dir="auto"
        rows={2}
        value={text}
        aria-describedby={`${id}-hint`}
        onChange={(event) => setText(event.target.value)}
      />
      <p id={`${id}-hint`} className={styles.facts}>
        {t('add.hint')}
      </p>
      <div className={styles.row}>
        <Choice
          label={t('add.lane')}
          value={lane}
          options={lanes.map((one) => [one, roadmap(`lanes.${one}.one`)])}
          onPick={setLane}
        />
        <Button kind="primary" onClick={add}>
          {t('add.go')}
        </Button>
      </div>
    </div>
  )
}
