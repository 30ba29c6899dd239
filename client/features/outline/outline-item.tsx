/** One card of the outline: its words, its state in words, who said it, and the answers under it. */
import { memo } from 'react'
import { useTranslation } from 'react-i18next'
import { ItemTools } from '#client/features/outline/item-tools.tsx'
import { useOutline } from '#client/features/outline/outline-context.ts'
import { useWhoHas } from '#client/session/hooks.ts'
import { Button } from '#client/ui/button.tsx'
import { StatusGlyph } from '#client/ui/coverage.tsx'
import type { OutlineCard } from '#shared/board/outline.ts'
import type { Card } from '#shared/board/schema.ts'
import type { Coverage } from '#shared/statistics/coverage.ts'
import styles from './outline.module.css'

interface ItemProps {
  readonly item: OutlineCard
  /** The open spot, if it is in this item; null otherwise, so that others need not render again. */
  readonly openSpot: string | null
}

export const spotOf = (cardId: string, under?: string): string =>
  under === undefined ? `card:${cardId}` : `card:${under}>${cardId}`

export const OutlineItem = memo(
  function OutlineItem({ item: { card, coverage, answers }, openSpot }: ItemProps) {
    const { t } = useTranslation('outline')
    const { t: roadmap } = useTranslation('roadmap')
    const spot = spotOf(card.id)
    return (
      <li data-spot={spot} data-cell={`${card.place.stageId}|${card.place.lane}`} className={styles.item}>
        <Line
          card={card}
          coverage={coverage}
          hasAnswers={answers.length > 0}
          spot={spot}
          openSpot={openSpot}
        />
        {answers.length > 0 && (
          <ul
            className={styles.answers}
            aria-label={t('answersTo', { text: card.text || roadmap('card.empty') })}
          >
            {answers.map((answer) => {
              const under = spotOf(answer.id, card.id)
              return (
                <li
                  key={answer.id}
                  data-spot={under}
                  data-cell={`${answer.place.stageId}|${answer.place.lane}`}
                  className={styles.item}
                >
                  <Line
                    card={answer}
                    coverage={null}
                    hasAnswers
                    spot={under}
                    openSpot={openSpot}
                    underStage={card.place.stageId}
                  />
                </li>
              )
            })}
          </ul>
        )}
      </li>
    )
  },
  (a, b) =>
    a.item.card === b.item.card &&
    a.item.coverage === b.item.coverage &&
    a.openSpot === b.openSpot &&
    a.item.answers.length === b.item.answers.length &&
    a.item.answers.every((one, i) => one === b.item.answers[i]),
)

const shownAs = { answered: 'answered', weak: 'partly', open: 'unanswered' } as const

interface LineProps {
  readonly card: Card
  readonly coverage: Coverage | null
  readonly hasAnswers: boolean
  readonly spot: string
  readonly openSpot: string | null
  /** Of an answer under a question: the stage of the question. */
  readonly underStage?: string
}

function Line({ card, coverage, hasAnswers, spot, openSpot, underStage }: LineProps) {
  const { t } = useTranslation('outline')
  const { t: roadmap } = useTranslation('roadmap')
  const { acts, mayEdit } = useOutline()
  const text = card.text || roadmap('card.empty')
  const isOpen = openSpot === spot
  const facts = useFacts(card, coverage, hasAnswers, underStage)
  return (
    <>
      <div className={styles.line}>
        <div>
          <p className={coverage === 'open' ? styles.openText : undefined} dir="auto">
            {text}
          </p>
          <p className={styles.facts}>
            {coverage && (
              <>
                <StatusGlyph status={shownAs[coverage]} silent />{' '}
              </>
            )}
            {facts}
            <Holders id={card.id} />
          </p>
        </div>
        {mayEdit && (
          <Button
            kind="quiet"
            size="small"
            aria-expanded={isOpen}
            aria-label={t(isOpen ? 'closeLabel' : 'changeLabel', { text })}
            onClick={() => acts.toggle(spot, isOpen, card.id)}
          >
            {t(isOpen ? 'close' : 'change')}
          </Button>
        )}
      </div>
      {isOpen && <ItemTools card={card} spot={spot} text={text} />}
    </>
  )
}

const NAMED = 3

function useFacts(card: Card, coverage: Coverage | null, hasAnswers: boolean, underStage?: string): string {
  const { t } = useTranslation('outline')
  const { t: common } = useTranslation('common')
  const { t: ofCard } = useTranslation('card')
  const { t: roadmap } = useTranslation('roadmap')
  const { customers, stages } = useOutline()
  const facts: string[] = []
  if (coverage) facts.push(common(`coverage.${shownAs[coverage]}`))
  if (coverage && !hasAnswers) facts.push(t('facts.unanswered'))
  if (card.place.lane === 'answer') {
    facts.push(ofCard(`answer.states.${card.status}`))
    if (card.trueToday === 'no') facts.push(t('facts.notTrue'))
    if (card.proof) facts.push(ofCard(`answer.proofs.${card.proof}`))
  }
  const names = card.raisedBy.flatMap((id) => customers.get(id) ?? [])
  const said = card.raisedBy.length || card.quoteIds.length
  if (said === 0) facts.push(common('ourGuess'))
  else facts.push(common('saidBy', { count: said }))
  if (names.length > 0) {
    const first = names.slice(0, NAMED).join(', ')
    const rest = names.length - NAMED
    facts.push(rest > 0 ? t('facts.more', { names: first, count: rest }) : first)
  }
  if (underStage !== undefined && underStage !== card.place.stageId) {
    const stage = stages.find(({ id }) => id === card.place.stageId)?.name
    facts.push(t('facts.elsewhere', { stage: stage || roadmap('stage.unplaced') }))
  }
  return facts.join(', ')
}

function Holders({ id }: { readonly id: string }) {
  const { t } = useTranslation('outline')
  return useWhoHas(id).map(({ seatId, name, editing }) => (
    <span key={seatId} className={styles.holder}>
      {t(editing ? 'editing' : 'holding', { name })}
    </span>
  ))
}
