/** The gap (09): the generated heading, the chart or on a phone the rows, what it rests on, and three facts. */
import { Trans, useTranslation } from 'react-i18next'
import { BEATS, type RealityBeat } from '#client/features/reality/beats.ts'
import type { Competition } from '#client/features/reality/competition-model.ts'
import { Facts } from '#client/features/reality/facts.tsx'
import { numbersAsText } from '#client/features/reality/figures.ts'
import { GapChart } from '#client/features/reality/gap-chart.tsx'
import { gapHeading } from '#client/features/reality/gap-heading.ts'
import type { GapModel } from '#client/features/reality/gap-model.ts'
import { GapTable } from '#client/features/reality/gap-table.tsx'
import { PhoneGap } from '#client/features/reality/phone-gap.tsx'
import {
  headingText,
  headingValues,
  notApartWords,
  sampleOf,
} from '#client/features/reality/reality-words.ts'
import { TalkAbout } from '#client/features/reality/talk-about.tsx'
import type { SaidWords } from '#client/features/reality/use-quotes.ts'
import { useIsPhone } from '#client/lib/media.ts'
import { Chart } from '#client/ui/chart.tsx'
import { GuessWords, Hl } from '#client/ui/words.tsx'
import type { Interview } from '#shared/interviews/schema.ts'
import type { WeightsResult } from '#shared/rounds/weights-result.ts'
import styles from './reality.module.css'

export function GapTab(props: {
  readonly model: GapModel
  readonly result: WeightsResult
  readonly reveal: RealityBeat
  readonly competition: Competition | null
  readonly held: readonly Interview[]
  readonly said: readonly SaidWords[]
}) {
  const { model, result, reveal, competition, held, said } = props
  const { t, i18n } = useTranslation('reality')
  const isPhone = useIsPhone()
  const heading = gapHeading(model)
  const sample = sampleOf(model)
  const isTold = reveal.beat >= BEATS.path
  const text = headingText(t, heading, sample)
  const sentence = isTold
    ? t('chart.sentence', { heading: `${text.ours} ${text.theirs}`, sample })
    : t('chart.sentenceOurs', { heading: text.ours })
  const notApart = notApartWords(t, heading, model.n, i18n.language)
  const marks = { guess: <GuessWords />, hl: <Hl /> }
  const ours = `heading.ours.${heading.ours.key}` as const
  return (
    <article>
      <h1 className={styles.verdict} aria-live="polite">
        <Trans t={t} i18nKey={ours} values={headingValues(heading.ours)} components={marks} />
        {isTold && (
          <>
            <br />
            {heading.theirs.key === 'few' ? (
              sample
            ) : (
              <Trans
                t={t}
                i18nKey={`heading.theirs.${heading.theirs.key}`}
                values={headingValues(heading.theirs)}
                components={marks}
              />
            )}
          </>
        )}
      </h1>
      {isTold && notApart && <p className={styles.notApart}>{notApart}</p>}
      <div className={styles.chart}>
        <Chart
          title={isTold ? `${text.ours} ${text.theirs}` : text.ours}
          drawing={
            isPhone ? (
              <PhoneGap model={model} reveal={reveal} />
            ) : (
              <GapChart model={model} reveal={reveal} sentence={sentence} />
            )
          }
          table={<GapTable model={model} rows={model.theirs} />}
          numbers={reveal.isAll ? () => numbersAsText(t, model, sample) : null}
          isMain
        />
      </div>
      {reveal.talk && <TalkAbout row={reveal.talk} model={model} said={said} />}
      {reveal.isAll && <Facts model={model} result={result} competition={competition} held={held} />}
    </article>
  )
}
