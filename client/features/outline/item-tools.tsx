/** What can be done to a card: its words, its answer, its place, and its end. Escape closes. */
import { type FormEvent, useEffect, useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { useOutline } from '#client/features/outline/outline-context.ts'
import { cardAddress } from '#client/lib/roadmap-views.ts'
import { useSession, useSharedText } from '#client/session/hooks.ts'
import { Button } from '#client/ui/button.tsx'
import { isSettled } from '#shared/board/card-edits.ts'
import { answerStatuses, type Card, cards, type Lane, lanes, truths } from '#shared/board/schema.ts'
import styles from './outline.module.css'

interface ToolsProps {
  readonly card: Card
  readonly spot: string
  readonly text: string
}

export function ItemTools({ card, spot, text }: ToolsProps) {
  const { t } = useTranslation('outline')
  const session = useSession()
  const { acts } = useOutline()
  const id = useId()
  const bind = useSharedText(cards, card.id, 'text')
  useEffect(() => {
    session.setPresence({ focus: card.id, editing: true, moving: false })
    return () => session.setPresence({ focus: null, editing: false, moving: false })
  }, [session, card.id])
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset would need a legend in the line of the card
    <div
      role="group"
      className={styles.tools}
      aria-label={t('tools.label', { text })}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || event.nativeEvent.isComposing) return
        event.preventDefault()
        event.stopPropagation()
        acts.close(spot)
      }}
    >
      <label htmlFor={`${id}-words`}>{t('tools.words')}</label>
      <textarea
        id={`${id}-words`}
        ref={bind}
        dir="auto"
        rows={2}
        maxLength={300}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return
          event.preventDefault()
          acts.close(spot)
        }}
      />
      {card.place.lane === 'answer' && <AnswerState card={card} />}
      {isSettled(card.place.lane) && <AnswerLine card={card} />}
      <MoveLine card={card} spot={spot} />
      <div className={styles.row}>
        <Link to={cardAddress(session.workshopId, card.id)}>{t('tools.board')}</Link>
        <Button kind="danger" onClick={() => acts.remove(card)}>
          {t('tools.remove')}
        </Button>
      </div>
    </div>
  )
}

function AnswerState({ card }: { readonly card: Card }) {
  const { t } = useTranslation('outline')
  const { t: ofCard } = useTranslation('card')
  const { acts } = useOutline()
  return (
    <div className={styles.row}>
      <Choice
        label={t('tools.state')}
        value={card.status}
        options={answerStatuses.map((one) => [one, ofCard(`answer.states.${one}`)])}
        onPick={(status) => acts.change(card.id, { status })}
      />
      <Choice
        label={t('tools.truth')}
        value={card.trueToday}
        options={truths.map((one) => [one, ofCard(`answer.truths.${one}`)])}
        onPick={(trueToday) => acts.change(card.id, { trueToday })}
      />
    </div>
  )
}

function AnswerLine({ card }: { readonly card: Card }) {
  const { t } = useTranslation('outline')
  const { acts } = useOutline()
  const id = useId()
  const [text, setText] = useState('')
  const add = (event: FormEvent) => {
    event.preventDefault()
    if (acts.answer(card, text)) setText('')
  }
  return (
    <form className={styles.row} onSubmit={add}>
      <label htmlFor={id}>{t('tools.answer')}</label>
      <input
        id={id}
        dir="auto"
        value={text}
        maxLength={300}
        onChange={(event) => setText(event.target.value)}
      />
      <Button type="submit">{t('tools.addAnswer')}</Button>
    </form>
  )
}

/** "Move to…": stage and lane, to the end of the cards there; up and down among them (WCAG 2.5.7). */
function MoveLine({ card, spot }: { readonly card: Card; readonly spot: string }) {
  const { t } = useTranslation('outline')
  const { t: roadmap } = useTranslation('roadmap')
  const { acts, stages } = useOutline()
  const { place } = card
  const [chosen, choose] = useState<{ readonly stageId?: string; readonly lane?: Lane }>({})
  const known = stages.some(({ id }) => id === place.stageId)
  const stageId = chosen.stageId ?? (known ? place.stageId : (stages[0]?.id ?? ''))
  const lane = chosen.lane ?? place.lane
  const isThere = stageId === place.stageId && lane === place.lane
  const move = (event: FormEvent) => {
    event.preventDefault()
    if (!isThere && stageId !== '') acts.moveToEnd(card, spot, stageId, lane)
  }
  return (
    <form className={styles.row} aria-label={t('tools.move')} onSubmit={move}>
      <Choice
        label={roadmap('panel.stage')}
        value={stageId}
        options={stages.map(({ id, name }, i) => [id, `${i + 1} ${name || roadmap('stage.unnamed')}`])}
        onPick={(one) => choose({ ...chosen, stageId: one })}
      />
      <Choice
        label={roadmap('panel.lane')}
        value={lane}
        options={lanes.map((one) => [one, roadmap(`lanes.${one}.name`)])}
        onPick={(one) => choose({ ...chosen, lane: one })}
      />
      <Button type="submit" notYet={isThere ? roadmap('panel.same') : false}>
        {roadmap('panel.go')}
      </Button>
      <Button onClick={() => acts.shift(card, spot, -1)}>{roadmap('panel.up')}</Button>
      <Button onClick={() => acts.shift(card, spot, 1)}>{roadmap('panel.down')}</Button>
    </form>
  )
}

export function Choice<Value extends string>(props: {
  readonly label: string
  readonly value: Value
  readonly options: readonly (readonly [Value, string])[]
  readonly onPick: (value: Value) => void
}) {
  const { label, value, options, onPick } = props
  const id = useId()
  return (
    <>
      <label htmlFor={id}>{label}</label>
      <select id={id} value={value} onChange={(event) => onPick(event.target.value as Value)}>
        {options.map(([one, name]) => (
          <option key={one} value={one}>
            {name}
          </option>
        ))}
      </select>
    </>
  )
}
