/**
 * Every need of the second look on one scale: the guess hollow, an arrow to the ring with an ink core that it became,
 * and customers as a solid bar in their band. Of fewer than five customers single answers, no bar.
 */
import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import { lookAxis, rowWords, walkedWords } from '#client/features/weigh/informed-words.ts'
import { useMarkWalk } from '#client/lib/mark-walk.ts'
import { useMeasured } from '#client/lib/use-measured.ts'
import { InlineGuess, InlineSecondLook } from '#client/ui/inline-marks.tsx'
import { GuessMark, SecondLookMark, TruthMark } from '#client/ui/marks.tsx'
import typography from '#client/ui/type.module.css'
import type { LookRow, SecondLook } from '#shared/reality/second-look.ts'
import { MIN_FOR_MEAN } from '#shared/statistics/comparison.ts'
import styles from './informed.module.css'

const HEIGHT = 44
const HEAD = 20
const SIDE = 14
const R = 8
const MARKS = ['before', 'after', 'theirs'] as const
type Mark = (typeof MARKS)[number]

export function InformedRows(props: {
  readonly look: SecondLook
  readonly number: number
  readonly sentence: string
}) {
  const { look, number, sentence } = props
  const { rows, n } = look
  const { t } = useTranslation('secondLook')
  const { ref, width: whole, scale } = useMeasured()
  const width = whole / scale
  const axis = lookAxis(look)
  const x = (points: number) => SIDE + (Math.max(0, width - 2 * SIDE) * points) / axis.end
  const { at, walk } = useMarkWalk(rows.length, MARKS.length)
  const walked = at && rows[at.row]
  const box = { width: whole, height: HEIGHT * scale, viewBox: `0 0 ${Math.max(1, width)} ${HEIGHT}` }
  return (
    <section
      className={styles.chart}
      aria-label={sentence}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: arrows walk the marks, each is announced
      tabIndex={0}
      {...walk}
    >
      <p className={styles.key}>
        <span>
          <InlineGuess /> {t('informed.guess', { number })}
        </span>
        <span>
          <InlineSecondLook /> {t('informed.now')}
        </span>
        <span>
          <i className={styles.keyBar} aria-hidden="true" /> {t('informed.customers', { count: n })}
        </span>
      </p>
      <div className={styles.row} aria-hidden="true">
        <span className={styles.axisGap} />
        <span ref={ref}>
          <svg
            aria-hidden="true"
            width={whole}
            height={HEAD * scale}
            viewBox={`0 0 ${Math.max(1, width)} ${HEAD}`}
          >
            {axis.ticks.map((tick) => (
              <text key={tick} className={styles.tick} x={x(tick)} y={14} fontSize={13} textAnchor="middle">
                {tick}
              </text>
            ))}
          </svg>
        </span>
      </div>
      <ol>
        {rows.map((row, index) => (
          <li key={row.needId} className={styles.row}>
            <span className={styles.need}>
              {row.title}
              <small>{rowWords(t, row, n)}</small>
            </span>
            {width > 0 && (
              <svg className={styles.marks} {...box} aria-hidden="true">
                {axis.ticks.map((tick) => (
                  <path key={tick} className={styles.grid} d={`M${x(tick)} 0V${HEIGHT}`} />
                ))}
                <Marks
                  row={row}
                  x={x}
                  walked={at?.row === index ? (MARKS[at.mark] ?? null) : null}
                  width={width}
                />
              </svg>
            )}
          </li>
        ))}
      </ol>
      <p role="status" className={typography.hidden}>
        {walked ? walkedWords(t, walked, MARKS[at.mark] ?? 'before', n) : ''}
      </p>
    </section>
  )
}

function Marks(props: {
  readonly row: LookRow
  readonly x: (points: number) => number
  readonly walked: Mark | null
  readonly width: number
}) {
  const { row, x, walked, width } = props
  const { before, after, theirs } = row
  const head = useId()
  const y = HEIGHT / 2
  const { mean, half, values } = theirs
  const isFull = mean !== null && half !== null
  const from = before && x(before.mean)
  const to = after && x(after.mean)
  const arrow = from !== null && to !== null && Math.abs(to - from) > 4 * R ? Math.sign(to - from) : 0
  const places = { before: from, after: to, theirs: isFull ? x(mean) : null }
  return (
    <>
      {isFull && (
        <rect
          className={styles.band}
          x={x(Math.max(0, mean - half))}
          y={4}
          width={Math.max(2, x(mean + half) - x(Math.max(0, mean - half)))}
          height={HEIGHT - 8}
          rx={4}
        />
      )}
      {isFull && <path className={styles.bar} d={`M${x(mean)} 4V${HEIGHT - 4}`} />}
      {!isFull &&
        values.map((value, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: customers of one row, in their order
          <TruthMark key={index} cx={x(value)} cy={y} r={4.5} />
        ))}
      {!isFull && mean !== null && values.length >= MIN_FOR_MEAN && (
        <path className={styles.meanLine} d={`M${x(mean)} 8V${HEIGHT - 8}`} />
      )}
      <marker id={head} viewBox="0 0 8 8" refX="7" refY="4" markerWidth="8" markerHeight="8" orient="auto">
        <path className={styles.arrowHead} d="M1 1L7 4L1 7" />
      </marker>
      {arrow !== 0 && from !== null && to !== null && (
        <path
          className={styles.arrow}
          d={`M${from + arrow * (R + 1)} ${y}H${to - arrow * (R + 3)}`}
          markerEnd={`url(#${head})`}
        />
      )}
      {from !== null && <GuessMark cx={from} cy={y} r={R} />}
      {to !== null && <SecondLookMark cx={to} cy={y} r={R} />}
      {walked && <Pen at={places[walked]} width={width} />}
    </>
  )
}

/** Around the mark the arrows have come to; around the whole row where there is none. */
function Pen({ at, width }: { readonly at: number | null; readonly width: number }) {
  return at === null ? (
    <rect className={styles.pen} x={1} y={2} width={Math.max(0, width - 2)} height={HEIGHT - 4} rx={6} />
  ) : (
    <circle className={styles.pen} cx={at} cy={HEIGHT / 2} r={R + 5} />
  )
}
