/** How sure are we? (09b): every need's marks with both numbers, how many gave it anything, and what can be said of it. */
import { useId, useState } from 'react'
import { Trans, useTranslation } from 'react-i18next'
import { claimOf, sureTitle } from '#client/features/reality/claims.ts'
import {
  axisOf,
  type Dumbbell,
  dumbbell,
  type Label,
  placeOf,
  SURE_NUMBERS,
  SURE_SIDE,
} from '#client/features/reality/dumbbell.ts'
import { DumbbellMarks } from '#client/features/reality/dumbbell-marks.tsx'
import { numbersAsText } from '#client/features/reality/figures.ts'
import { type GapModel, type GapRow, talkOrder } from '#client/features/reality/gap-model.ts'
import { GapTable } from '#client/features/reality/gap-table.tsx'
import {
  sampleOf,
  singleWords,
  sizeWords,
  walkWords,
  wholePoints,
} from '#client/features/reality/reality-words.ts'
import { SameOrder } from '#client/features/reality/same-order.tsx'
import { useMarkWalk } from '#client/lib/mark-walk.ts'
import { useMeasured } from '#client/lib/use-measured.ts'
import { Chart } from '#client/ui/chart.tsx'
import segments from '#client/ui/segments.module.css'
import typography from '#client/ui/type.module.css'
import { Hl } from '#client/ui/words.tsx'
import type { Interview } from '#shared/interviews/schema.ts'
import { shareWords, verdictWords } from '#shared/reality/words.ts'
import type { Round } from '#shared/record/schema.ts'
import chart from './gap-chart.module.css'
import styles from './reality.module.css'

const HEIGHT = 40

export function SureTab(props: {
  readonly model: GapModel
  readonly held: readonly Interview[]
  readonly guesses: readonly Round[]
}) {
  const { model, held, guesses } = props
  const { t } = useTranslation('reality')
  const [isTalk, setTalk] = useState(false)
  const title = sureTitle(model)
  const sample = sampleOf(model)
  const rows = isTalk ? talkOrder(model) : model.theirs
  const key = `sure.${title.key}` as const
  const values = { sample, ...title }
  return (
    <article>
      <h1 className={styles.verdict}>
        <Trans
          t={t}
          i18nKey={key}
          values={values}
          components={{ hl: <Hl /> }}
          {...('count' in title && { count: title.count })}
        />
      </h1>
      <p className={typography.lead}>
        {model.isEnough ? `${t('sure.lead', { count: model.n })} ${t('sure.big')}` : t('sure.leadFew')}
      </p>
      <Chart
        title={t('tabs.sure')}
        drawing={<SureRows model={model} rows={rows} />}
        table={<GapTable model={model} rows={rows} />}
        sample={sample}
        numbers={() => numbersAsText(t, model, sample)}
        isMain
        tools={<OrderChoice isTalk={isTalk} onTalk={setTalk} />}
      />
      <SameOrder model={model} held={held} guesses={guesses} />
    </article>
  )
}

function OrderChoice(props: { readonly isTalk: boolean; readonly onTalk: (on: boolean) => void }) {
  const { isTalk, onTalk } = props
  const { t } = useTranslation('reality')
  return (
    <fieldset className={segments.segments} aria-label={t('order.label')}>
      {[false, true].map((on) => (
        <button
          key={String(on)}
          type="button"
          className={segments.segment}
          aria-pressed={isTalk === on}
          onClick={() => onTalk(on)}
        >
          {t(on ? 'order.talk' : 'order.theirs')}
        </button>
      ))}
    </fieldset>
  )
}

function SureRows({ model, rows }: { readonly model: GapModel; readonly rows: readonly GapRow[] }) {
  const { t } = useTranslation('reality')
  const { ref, width: whole, scale: zoom } = useMeasured()
  const width = whole / zoom
  const hatch = useId()
  const axis = axisOf(model.theirs)
  const scale = { from: SURE_SIDE, width: Math.max(0, width - 2 * SURE_SIDE), end: axis.end }
  const grid = axis.ticks.map((value) => placeOf(value, scale))
  const { at, walk } = useMarkWalk(rows.length, 2)
  const walkedRow = at && rows[at.row]
  return (
    <section
      className={styles.sure}
      aria-label={t('sure.chart', { sample: sampleOf(model) })}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: arrows walk the marks, each is announced
      tabIndex={0}
      {...walk}
    >
      <svg width="0" height="0" className={styles.defs} aria-hidden="true">
        <pattern id={hatch} width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
          <path className={chart.hatchLine} d="M0 0V6" />
        </pattern>
      </svg>
      <div className={styles.sureHead} aria-hidden="true">
        <span />
        <span ref={ref}>
          <svg aria-hidden="true" width={whole} height={18 * zoom} viewBox={`0 0 ${Math.max(1, width)} 18`}>
            {axis.ticks.map((value) => (
              <text
                key={value}
                className={chart.quiet}
                x={placeOf(value, scale)}
                y={13}
                fontSize={13}
                textAnchor="middle"
              >
                {value}
              </text>
            ))}
          </svg>
        </span>
        <span className={styles.sayHead}>{t('sure.say')}</span>
      </div>
      <ol>
        {rows.map((row, index) => {
          const marks = dumbbell(row, scale)
          const claim = claimOf(t, model, row)
          return (
            <li key={row.needId} className={styles.sureRow}>
              <span className={styles.sureTitle}>
                {row.title}
                <small>
                  {row.kind === 'overlooked'
                    ? t('sure.raised', { share: shareWords(row.raisedBy, model.asked) })
                    : t('sure.named', { share: shareWords(row.givenBy, model.n) })}
                </small>
              </span>
              <span>
                <span className={typography.hidden}>
                  {row.guess !== null && `${t('table.guess')} ${wholePoints(row.guess)}. `}
                  {row.shown !== null && `${t('table.customers')} ${row.shown}.`}
                </span>
                {width > 0 && (
                  <svg
                    width={whole}
                    height={HEIGHT * zoom}
                    viewBox={`0 0 ${width} ${HEIGHT}`}
                    className={styles.sureMarks}
                    aria-hidden="true"
                  >
                    {grid.map((x) => (
                      <path key={x} className={chart.grid} d={`M${x} 0V${HEIGHT}`} />
                    ))}
                    <DumbbellMarks of={marks} y={HEIGHT / 2} isNothing={row.customers === 0} hatch={hatch} />
                    {at?.row === index && <Pen of={marks} mark={at.mark} width={width} />}
                    {marks.guessLabel && (
                      <Figure
                        at={marks.guessLabel}
                        className={chart.pencil}
                        size={SURE_NUMBERS.guess}
                        weight={400}
                      >
                        {row.guessShown}
                      </Figure>
                    )}
                    {marks.truthLabel && (
                      <Figure
                        at={marks.truthLabel}
                        className={chart.ink}
                        size={SURE_NUMBERS.truth}
                        weight={750}
                      >
                        {row.shown}
                      </Figure>
                    )}
                  </svg>
                )}
              </span>
              <span className={styles.say}>
                <b
                  className={claim.isSettled ? styles.settled : claim.isUnknown ? styles.unsaid : styles.open}
                >
                  {claim.text}
                </b>
                <Evidence row={row} n={model.n} />
              </span>
            </li>
          )
        })}
      </ol>
      <p role="status" className={typography.hidden}>
        {walkedRow ? walkWords(t, walkedRow, at.mark === 0 ? 'guess' : 'truth', model) : ''}
      </p>
    </section>
  )
}

const PEN_R = 14

/** Around the mark the arrows have come to; around the whole row where there is none. */
function Pen(props: { readonly of: Dumbbell; readonly mark: number; readonly width: number }) {
  const { of, mark, width } = props
  const x = mark === 0 ? of.guess : of.truth
  if (x === null)
    return <rect className={chart.pen} x={1} y={4} width={width - 2} height={HEIGHT - 8} rx={6} />
  return <circle className={chart.pen} cx={x} cy={HEIGHT / 2} r={PEN_R} />
}

function Evidence({ row, n }: { readonly row: GapRow; readonly n: number }) {
  const { t } = useTranslation('reality')
  if (row.guess === null || n === 0) return null
  const size = sizeWords(row)
  return (
    <small>
      {row.places === null ? (
        singleWords(row)
      ) : (
        <>
          {verdictWords(row.verdict)}
          {size && `, ${size}`}
        </>
      )}{' '}
      · {t('sure.aboveBelow', { above: row.above, below: row.below })}
    </small>
  )
}

function Figure(props: {
  readonly at: Label
  readonly className: string | undefined
  readonly size: number
  readonly weight: number
  readonly children: number | null
}) {
  const { at, className, size, weight, children } = props
  return (
    <text
      className={`${className} ${chart.display}`}
      x={at.x}
      y={HEIGHT / 2 + size * 0.36}
      textAnchor={at.anchor}
      fontSize={size}
      fontWeight={weight}
    >
      {children}
    </text>
  )
}
