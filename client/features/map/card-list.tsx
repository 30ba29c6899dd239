/** The cards behind a figure, with who said it and in which words, each a link to the card on the board. */
import '@fontsource-variable/source-serif-4/wght-italic.css'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { RoadMap, Said } from '#client/features/map/use-map.ts'
import { cardAddress } from '#client/lib/roadmap-views.ts'
import { useSession } from '#client/session/hooks.ts'
import { useMasked } from '#client/session/use-masked.ts'
import { StatusGlyph } from '#client/ui/coverage.tsx'
import type { Card } from '#shared/board/schema.ts'
import type { Coverage } from '#shared/statistics/coverage.ts'
import styles from './map.module.css'

/** Words shown with a card; the card itself has all. */
const SHOWN = 3

const shownAs = { answered: 'answered', weak: 'partly', open: 'unanswered' } as const

/** A line that opens to cards; without any it is only a line. */
export function Opens(props: {
  readonly map: RoadMap
  readonly ids: readonly string[]
  readonly children: ReactNode
  readonly className?: string | undefined
  /** Words that are about all of it, and about no card. */
  readonly said?: readonly Said[]
}) {
  const { map, ids, children, className = styles.line, said = [] } = props
  const [isOpen, setOpen] = useState(false)
  if (ids.length + said.length === 0) return <div className={`${className} ${styles.closed}`}>{children}</div>
  return (
    <details className={styles.opens} open={isOpen} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary className={className}>{children}</summary>
      {isOpen && <CardList map={map} ids={ids} />}
      {isOpen && said.length > 0 && <StageWords said={said} />}
    </details>
  )
}

/** A stage may be in everyone's mouth: only the first words stand here, the others at the interviews. */
const SHOWN_OF_STAGE = 6

function StageWords({ said }: { readonly said: readonly Said[] }) {
  const { t } = useTranslation('map')
  return (
    <div className={styles.stageWords}>
      <h3>{t('stageWords', { count: said.length })}</h3>
      {said.slice(0, SHOWN_OF_STAGE).map((one) => (
        <Quote key={one.quote.id} said={one} />
      ))}
      {said.length > SHOWN_OF_STAGE && (
        <p className={styles.facts}>{t('moreStageWords', { count: said.length - SHOWN_OF_STAGE })}</p>
      )}
    </div>
  )
}

function CardList({ map, ids }: { readonly map: RoadMap; readonly ids: readonly string[] }) {
  const coverage = new Map(map.questions.map((one) => [one.id, one.coverage]))
  return (
    <ul className={styles.cards}>
      {ids.map((id) => {
        const card = map.cards.get(id)
        return card && <Listed key={id} map={map} card={card} coverage={coverage.get(id)} />
      })}
    </ul>
  )
}

function Listed(props: {
  readonly map: RoadMap
  readonly card: Card
  readonly coverage: Coverage | undefined
}) {
  const { map, card, coverage } = props
  const { t } = useTranslation('map')
  const { t: common } = useTranslation('common')
  const { workshopId } = useSession()
  const stage = map.stages.find(({ id }) => id === card.place.stageId)
  const voices = map.voicesOf(card)
  const said = map.wordsOf(card)
  return (
    <li>
      <Link to={cardAddress(workshopId, card.id)} dir="auto">
        {card.text || t('emptyCard')}
      </Link>
      <p className={styles.facts}>
        <span>{stage ? stage.name || t('unnamed') : t('unplaced')}</span>
        {coverage && (
          <span>
            <StatusGlyph status={shownAs[coverage]} silent /> {common(`coverage.${shownAs[coverage]}`)}
          </span>
        )}
        {voices > 0 ? (
          <span className={styles.ink}>
            {card.place.lane === 'question'
              ? t('card.asked', { count: voices })
              : common('saidBy', { count: voices })}
          </span>
        ) : (
          <span className={styles.pencil}>{common('ourGuess')}</span>
        )}
      </p>
      <People map={map} card={card} />
      {said.slice(0, SHOWN).map((one) => (
        <Quote key={one.quote.id} said={one} />
      ))}
      {said.length > SHOWN && (
        <p className={styles.facts}>{t('card.more', { count: said.length - SHOWN })}</p>
      )}
    </li>
  )
}

/** Who said it, each a link to all that is known of them; nobody while the envelope is sealed. */
function People({ map, card }: { readonly map: RoadMap; readonly card: Card }) {
  const { t } = useTranslation('map')
  const { workshopId } = useSession()
  const people = map.peopleOf(card)
  if (people.length === 0) return null
  return (
    <ul className={styles.people} aria-label={t('card.people')}>
      {people.map(({ id, pseudonym }) => (
        <li key={id}>
          <Link to={`/w/${workshopId}/interviews/${id}?page`} className={styles.spot}>
            {pseudonym}
          </Link>
        </li>
      ))}
    </ul>
  )
}

function Quote({ said: { quote, interview } }: { readonly said: Said }) {
  const { t } = useTranslation('map')
  const { workshopId } = useSession()
  const masked = useMasked()
  return (
    <figure className={styles.quote}>
      <blockquote dir="auto">“{masked(quote.text)}”</blockquote>
      <figcaption>
        <Link
          className={styles.spot}
          to={`/w/${workshopId}/interviews/${quote.interviewId}?page&quote=${quote.id}`}
          aria-label={t('card.spot', { name: interview.pseudonym })}
        >
          {interview.pseudonym}
        </Link>
      </figcaption>
    </figure>
  )
}
