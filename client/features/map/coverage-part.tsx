/** Coverage and voices, stage by stage (C9). Each stage opens to its questions, the most asked first. */
import { useTranslation } from 'react-i18next'
import { Opens } from '#client/features/map/card-list.tsx'
import { type FigureRows, FigureTable, numbersOf } from '#client/features/map/figure-rows.tsx'
import { loudestFirst, type RoadMap } from '#client/features/map/use-map.ts'
import { Chart } from '#client/ui/chart.tsx'
import { CoverageStrip } from '#client/ui/coverage.tsx'
import { ExactFigures } from '#client/ui/exact-figures.tsx'
import { InlineUnknown } from '#client/ui/inline-marks.tsx'
import typography from '#client/ui/type.module.css'
import { coverageWords } from '#shared/reality/map-words.ts'
import type { AskedQuestion } from '#shared/statistics/roadmap.ts'
import styles from './map.module.css'

export function CoveragePart({ map, sample }: { readonly map: RoadMap; readonly sample: string }) {
  const { t } = useTranslation('map')
  const { perStage, total } = map.figures
  const rows: FigureRows = {
    caption: coverageWords(total),
    head: [
      t('stage'),
      t('coverage.answered'),
      t('coverage.weak'),
      t('coverage.open'),
      t('coverage.voicesAnswered'),
      t('coverage.voices'),
    ],
    rows: [
      ...perStage.map((one, i) => [`${i + 1} ${one.title || t('unnamed')}`, ...countsOf(one)]),
      [t('coverage.all'), ...countsOf(total)],
    ],
  }
  return (
    <section>
      <h2 className={typography.section}>{t('coverage.title')}</h2>
      <p className={styles.words}>{coverageWords(total)}</p>
      <Chart
        isMain
        title={t('coverage.title')}
        sample={sample}
        table={<FigureTable of={rows} />}
        numbers={() => numbersOf(rows, sample)}
        drawing={<Stages map={map} />}
      />
      <ExactFigures
        title={t('coverage.exact')}
        facts={[
          {
            name: t('coverage.half'),
            value: total.coverage,
            note: t('coverage.halfNote', { count: map.questions.length }),
          },
          {
            name: t('coverage.voice'),
            value: total.voiceCoverage,
            note: t('coverage.voiceNote', { count: total.voices }),
          },
          ...perStage.map((one, i) => ({
            name: t('coverage.voiceOf', { stage: `${i + 1} ${one.title || t('unnamed')}` }),
            value: one.voiceCoverage,
            note: t('coverage.voiceNote', { count: one.voices }),
          })),
        ]}
      />
    </section>
  )
}

const countsOf = (one: RoadMap['figures']['total']) => [
  one.answered,
  one.weak,
  one.open,
  one.voicesAnswered,
  one.voices,
]

function Stages({ map }: { readonly map: RoadMap }) {
  const { t } = useTranslation('map')
  const { perStage } = map.figures
  const most = Math.max(1, ...perStage.map(({ voices }) => voices))
  return (
    <ol className={styles.rows}>
      {perStage.map((one, i) => {
        const own = loudestFirst(map.questions.filter(({ stageId }) => stageId === one.stageId))
        return (
          <li key={one.stageId}>
            <Opens
              map={map}
              ids={own.map(({ id }) => id)}
              className={styles.stageRow}
              said={map.wordsAbout(one.stageId)}
            >
              <span className={styles.name} dir="auto">
                <span className={styles.number}>{i + 1}</span> {one.title || t('unnamed')}
              </span>
              <span className={styles.strip}>
                <Strip questions={own} />
              </span>
              <Voices
                voices={one.voices}
                answered={one.voicesAnswered}
                most={most}
                isAsked={own.length > 0}
              />
            </Opens>
          </li>
        )
      })}
    </ol>
  )
}

const order = { answered: 0, weak: 1, open: 2 } as const
const shownAs = { answered: 'answered', weak: 'partly', open: 'unanswered' } as const

function Strip({ questions }: { readonly questions: readonly AskedQuestion[] }) {
  const { t } = useTranslation('map')
  if (questions.length === 0) return <small className={styles.pencil}>{t('coverage.none')}</small>
  const blocks = questions.map(({ coverage }) => coverage).sort((a, b) => order[a] - order[b])
  const counts = { answered: 0, weak: 0, open: 0 }
  for (const one of blocks) counts[one]++
  return (
    <CoverageStrip
      blocks={blocks.map((one) => shownAs[one])}
      label={`${t('coverage.answered')} ${counts.answered}, ${t('coverage.weak')} ${counts.weak}, ${t('coverage.open')} ${counts.open}.`}
    />
  )
}

/** How many customers asked here, and how many of them are behind what is answered; as long as the voices are many. */
function Voices(props: {
  readonly voices: number
  readonly answered: number
  readonly most: number
  readonly isAsked: boolean
}) {
  const { voices, answered, most, isAsked } = props
  const { t } = useTranslation('map')
  if (voices === 0)
    return (
      <span className={styles.voices}>
        {isAsked && <InlineUnknown />} <small>{isAsked && t('coverage.noVoices')}</small>
      </span>
    )
  return (
    <span className={styles.voices}>
      <span className={styles.bar} style={{ width: `${(60 * voices) / most}%` }} aria-hidden="true">
        <i className={styles.inkPart} style={{ flexGrow: answered }} />
        <i className={styles.openPart} style={{ flexGrow: voices - answered }} />
      </span>
      <small>{t('coverage.bar', { answered, voices })}</small>
    </span>
  )
}
