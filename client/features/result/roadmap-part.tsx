/** How they buy, stage by stage: whether what they ask is answered, and behind each question who asked it in which words. */
import { useTranslation } from 'react-i18next'
import { CoverageStrip, StatusGlyph } from '#client/ui/coverage.tsx'
import { InlineGuess } from '#client/ui/inline-marks.tsx'
import type { Lane } from '#shared/board/schema.ts'
import { laneWords } from '#shared/report/file-words.ts'
import type { ReportCard, ReportStage } from '#shared/report/report.ts'
import type { ResultView } from '#shared/report/result-view.ts'
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

export function RoadmapPart({ view: { stages, roadmapTotal, neverAsked } }: { readonly view: ResultView }) {
  const { t } = useTranslation('result')
  const { answered, weak, open } = roadmapTotal
  return (
    <>
      <p className={styles.note}>{t('coverage', { count: answered + weak + open, answered, weak, open })}</p>
      <div className={rows.rows}>
        {stages.map((stage) => (
          <Stage key={stage.id} stage={stage} />
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

function Stage({ stage }: { readonly stage: ReportStage }) {
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
        <LaneCards key={lane} lane={lane} cards={cards.filter((card) => card.lane === lane)} />
      ))}
      <Quotes quotes={quotes} />
    </Opening>
  )
}

function LaneCards({ lane, cards }: { readonly lane: Lane; readonly cards: readonly ReportCard[] }) {
  if (cards.length === 0) return null
  return (
    <>
      <h4 className={rows.lane}>{laneWords[lane]}</h4>
      <ul>
        {cards.map((card) => (
          <li key={card.id}>
            {card.quotes.length === 0 ? (
              <div className={rows.card}>
                <CardLine card={card} />
              </div>
            ) : (
              <Opening name={`card-${card.id}`} summary={<CardLine card={card} />}>
                <Quotes quotes={card.quotes} />
              </Opening>
            )}
          </li>
        ))}
      </ul>
    </>
  )
}

function CardLine({ card }: { readonly card: ReportCard }) {
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
            <b className={styles.truth}>{t('raised', { count: raisedBy })}</b>
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
