/** How they buy, stage by stage: whether what they ask is answered, and behind each question who asked it in which words. */
import { useTranslation } from 'react-i18next'
import { CoverageStrip, StatusGlyph } from '#client/ui/coverage.tsx'
import { InlineGuess } from '#client/ui/inline-marks.tsx'
import type { Lane } from '#shared/board/schema.ts'
import { laneWords } from '#shared/report/file-words.ts'
import type { ReportCard, ReportStage } from '#shared/report/report-map.ts'
import type { ResultView } from '#shared/report/result-view.ts'
import { saidWords } from '#shared/report/sheet-words.ts'
import type { Coverage } from '#shared/statistics/coverage.ts'
import { Opening, PlaceLink } from './place.tsx'
import { Quotes } from './quotes.tsx'
import styles from './result.module.css'
import rows from './rows.module.css'
import { sheetPlace } from './sheet-view.tsx'

/** In their order. */
const lanes = Object.keys(laneWords) as readonly Lane[]

const shownAs = { answered: 'answered', weak: 'partly', open: 'unanswered' } as const satisfies Record<
  Coverage,
  string
>

export function RoadmapPart({ view }: { readonly view: ResultView }) {
  const { t } = useTranslation('result')
  const { stages, roadmapTotal, neverAsked, customersAsked } = view
  const { answered, weak, open } = roadmapTotal
  return (
    <>
      <p className={styles.note}>{t('coverage', { count: answered + weak + open, answered, weak, open })}</p>
      <div className={rows.rows}>
        {stages.map((stage) => (
          <Stage key={stage.id} stage={stage} customersAsked={customersAsked} />
        ))}
      </div>
      {neverAsked.length > 0 && (
        <>
          <h3 className={styles.sub}>{t('neverAsked')}</h3>
          <ul className={styles.lines}>
            {neverAsked.map((text) => (
              <li key={text} className={styles.guess}>
                {text}
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  )
}

interface StageProps {
  readonly stage: ReportStage
  readonly customersAsked: number
}

function Stage({ stage, customersAsked }: StageProps) {
  const { t } = useTranslation('result')
  const { id, number, name, cards, counts, owner, buyerRoles, endsWhen, weeks, quotes } = stage
  const asked = cards.flatMap(({ coverage }) => (coverage === null ? [] : shownAs[coverage]))
  const words =
    asked.length === 0
      ? t('noneAsked')
      : t('stageCoverage', { answered: counts.answered, weak: counts.weak, open: counts.open })
  const facts = [
    owner === '' ? t('noOwner') : t('ownerOf', { owner }),
    ...(buyerRoles.length > 0 ? [t('buyers', { roles: buyerRoles.join(', ') })] : []),
    ...(endsWhen !== '' ? [t('endsWhen', { when: endsWhen })] : []),
    ...(weeks !== null ? [t('weeks', { count: weeks })] : []),
  ]
  return (
    <Opening
      name={`stage-${id}`}
      summary={
        <>
          <span className={rows.title}>
            {number > 0 && <span className={rows.number}>{number}</span>}
            {name}
          </span>
          {asked.length > 0 && <CoverageStrip blocks={asked} label={words} />}
          <span className={styles.small} aria-hidden={asked.length > 0}>
            {words}
          </span>
        </>
      }
    >
      <p className={styles.small}>{facts.join(' · ')}</p>
      {number > 0 && cards.length > 0 && (
        <PlaceLink to={sheetPlace(id)} className={rows.sheet}>
          {t('sheet.open')}
        </PlaceLink>
      )}
      {lanes.map((lane) => (
        <LaneCards
          key={lane}
          lane={lane}
          cards={cards.filter((card) => card.lane === lane)}
          customersAsked={customersAsked}
        />
      ))}
      <Quotes quotes={quotes} />
    </Opening>
  )
}

interface LaneProps {
  readonly lane: Lane
  readonly cards: readonly ReportCard[]
  readonly customersAsked: number
}

function LaneCards({ lane, cards, customersAsked }: LaneProps) {
  if (cards.length === 0) return null
  return (
    <>
      <h4 className={rows.lane}>{laneWords[lane]}</h4>
      <ul>
        {cards.map((card) => (
          <li key={card.id}>
            {card.quotes.length === 0 ? (
              <div className={rows.card}>
                <CardLine card={card} customersAsked={customersAsked} />
              </div>
            ) : (
              <Opening
                name={`card-${card.id}`}
                summary={<CardLine card={card} customersAsked={customersAsked} />}
              >
                <Quotes quotes={card.quotes} />
              </Opening>
            )}
          </li>
        ))}
      </ul>
    </>
  )
}

function CardLine({ card, customersAsked }: { readonly card: ReportCard; readonly customersAsked: number }) {
  const { t } = useTranslation('result')
  const { text, coverage, raisedBy, lane, status, proof, trueToday, owner, settles } = card
  const isAnswer = lane === 'answer' || lane === 'tool'
  const facts = [
    status,
    proof,
    ...(trueToday !== '' ? [t('trueToday', { what: trueToday })] : []),
    owner,
    ...(settles.length > 0 ? [t('settles', { what: settles.join('; ') })] : []),
  ].filter((fact) => fact !== '')
  return (
    <span className={rows.cardLine}>
      {coverage && <StatusGlyph status={shownAs[coverage]} />}
      <span>
        {text}
        <small>
          {raisedBy > 0 ? (
            <b className={styles.truth}>{t('raised', { said: saidWords(raisedBy, customersAsked) })}</b>
          ) : (
            !isAnswer && (
              <span className={styles.guess}>
                <InlineGuess size="0.625rem" /> {t('guessOnly')}
              </span>
            )
          )}
          {facts.length > 0 && <span>{facts.join(' · ')}</span>}
        </small>
      </span>
    </span>
  )
}
