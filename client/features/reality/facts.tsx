/** Three facts under the gap: where we stand by our marks and by theirs, how near our points lay, and what the sample can say. */
import { useTranslation } from 'react-i18next'
import { askedLines } from '#client/features/reality/asked.ts'
import type { Competition } from '#client/features/reality/competition-model.ts'
import type { GapModel } from '#client/features/reality/gap-model.ts'
import { landed } from '#client/features/reality/landed.ts'
import { placeWords, sampleOf } from '#client/features/reality/reality-words.ts'
import { InlineTruth, InlineUnknown } from '#client/ui/inline-marks.tsx'
import type { Interview } from '#shared/interviews/schema.ts'
import type { WeightsResult } from '#shared/rounds/weights-result.ts'
import styles from './reality.module.css'

export function Facts(props: {
  readonly model: GapModel
  readonly result: WeightsResult
  readonly competition: Competition | null
  readonly held: readonly Interview[]
}) {
  const { model, result, competition, held } = props
  const { t } = useTranslation('reality')
  const roles = useTranslation('reality').t
  const near = landed(model, result)
  return (
    <div className={styles.facts}>
      {competition?.ours && <Rank competition={competition} />}
      <p className={styles.fact}>
        {near ? (
          <span>
            <b>{t('facts.landed', { points: Math.round(near.points) })}</b>{' '}
            {t('facts.equal', { points: Math.round(near.equal) })}{' '}
            {near.nearest &&
              t('facts.nearest', { name: near.nearest.name, points: Math.round(near.nearest.points) })}
          </span>
        ) : (
          <span>
            <InlineUnknown /> {t('facts.landedFew')}
          </span>
        )}
      </p>
      <div className={styles.fact}>
        {model.isEnough ? <InlineTruth size="1.25rem" /> : <InlineUnknown size="1.25rem" />}
        <div>
          <b>{sampleOf(model)}</b> {model.isEnough && t('chart.scale')}
          {askedLines(held, (role) => roles(`roles.names.${role}`)).map((line) => (
            <p key={line} className={styles.asked}>
              {line}
            </p>
          ))}
        </div>
      </div>
    </div>
  )
}

function Rank({ competition }: { readonly competition: Competition }) {
  const { t } = useTranslation('reality')
  const { ours } = competition
  if (!ours || ours.guessPlace === null) return null
  return (
    <p className={styles.fact}>
      <span className={styles.pair} aria-hidden="true">
        <span className={styles.pairGuess}>{placeWords(t, ours.guessPlace)}</span>
        {ours.truthPlace === null ? (
          <span className={styles.pairUnknown}>?</span>
        ) : (
          <span className={styles.pairTruth}>{placeWords(t, ours.truthPlace)}</span>
        )}
      </span>
      <span>
        {t('facts.rankOurs', { ours: placeWords(t, ours.guessPlace), of: competition.options.length })}{' '}
        <b>
          {ours.truthPlace === null
            ? t('facts.rankUnknown')
            : t('facts.rankTheirs', { theirs: placeWords(t, ours.truthPlace) })}
        </b>
      </span>
    </p>
  )
}
