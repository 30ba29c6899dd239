/** The gap on a phone (09d): a need a row, customers' points large, both marks beneath on one scale. */
import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import { BEATS, type RealityBeat } from '#client/features/reality/beats.ts'
import { axisOf, dumbbell } from '#client/features/reality/dumbbell.ts'
import { DumbbellMarks } from '#client/features/reality/dumbbell-marks.tsx'
import type { GapModel, GapRow } from '#client/features/reality/gap-model.ts'
import { ourPlace, subWords } from '#client/features/reality/reality-words.ts'
import { useMeasured } from '#client/lib/use-measured.ts'
import { InlineGuess, InlineTruth, InlineUnknown } from '#client/ui/inline-marks.tsx'
import { verdictWords } from '#shared/reality/words.ts'
import chart from './gap-chart.module.css'
import styles from './phone-gap.module.css'

const HEIGHT = 26
const SIDE = 12

export function PhoneGap({ model, reveal }: { readonly model: GapModel; readonly reveal: RealityBeat }) {
  const { t } = useTranslation('reality')
  const { ref, width } = useMeasured()
  const hatch = useId()
  const hasTheirs = reveal.beat >= BEATS.theirs
  const rows = hasTheirs ? model.theirs : model.ours
  const { end } = axisOf(model.theirs)
  const scale = { from: SIDE, width: Math.max(0, width - 2 * SIDE), end }
  return (
    <div>
      <p className={styles.key}>
        <span>
          <InlineGuess /> {t('chart.phoneGuess')}
        </span>
        <span>
          {model.isEnough ? <InlineTruth /> : <InlineUnknown />} {t('chart.phoneTruth', { count: model.n })}
        </span>
      </p>
      <svg width="0" height="0" className={styles.defs} aria-hidden="true">
        <pattern id={hatch} width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
          <path className={chart.hatchLine} d="M0 0V6" />
        </pattern>
      </svg>
      <ol className={styles.rows}>
        {rows.map((row, index) => {
          const isHidden = hasTheirs && index === 0 && reveal.beat < BEATS.first
          const isOn = reveal.beat >= BEATS.path && row.needId === model.pathId
          return (
            <li key={row.needId} className={isOn ? `${styles.row} ${styles.on} ${chart.lit}` : styles.row}>
              <span className={hasTheirs ? styles.number : styles.guessNumber}>
                {isHidden ? '' : hasTheirs ? <Shown row={row} /> : (row.guessShown ?? '?')}
              </span>
              <div>
                <span className={row.kind === 'imagined' ? styles.imagined : styles.title}>
                  {isHidden ? '…' : row.title}
                </span>
                {!isHidden && (!hasTheirs || reveal.shownIds.has(row.needId)) && (
                  <small className={row.kind === 'guessed' ? styles.sub : styles.ink}>
                    {hasTheirs ? (
                      <Sub row={row} model={model} />
                    ) : (
                      t('chart.subOurs', { ours: ourPlace(t, row) })
                    )}
                  </small>
                )}
                {index === 0 && <span ref={ref} className={styles.ruler} />}
                {reveal.shownIds.has(row.needId) && width > 0 && (
                  <svg className={styles.marks} width={width} height={HEIGHT} aria-hidden="true">
                    <DumbbellMarks
                      of={dumbbell(row, scale)}
                      y={HEIGHT / 2}
                      isNothing={row.customers === 0}
                      hatch={hatch}
                    />
                  </svg>
                )}
              </div>
            </li>
          )
        })}
      </ol>
    </div>
  )
}

const Shown = ({ row }: { readonly row: GapRow }) =>
  row.shown === null ? <InlineUnknown size="1.25rem" /> : row.shown

function Sub({ row, model }: { readonly row: GapRow; readonly model: GapModel }) {
  const { t } = useTranslation('reality')
  if (row.kind !== 'guessed' || row.places === null || row.guess === null) return subWords(t, row, model)
  return t('chart.phoneSub', {
    ours: ourPlace(t, row),
    points: row.guessShown ?? '?',
    verdict: verdictWords(row.verdict),
  })
}
