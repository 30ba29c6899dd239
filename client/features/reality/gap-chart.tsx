/**
 * The gap: our order in pencil at the left, joined to their order in ink at the right, and both marks on one scale. One
 * stroke of highlighter runs along the one path. Plain SVG; where everything lies comes from `gap-layout.ts`.
 */
import { type CSSProperties, useId, useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { BEATS, type RealityBeat } from '#client/features/reality/beats.ts'
import { DumbbellMarks } from '#client/features/reality/dumbbell-marks.tsx'
import {
  DISC_R,
  type GapLayout,
  gapLayout,
  type OurRow,
  RING_R,
  type TextAt,
  type TheirRow,
  TYPES,
} from '#client/features/reality/gap-layout.ts'
import type { GapModel } from '#client/features/reality/gap-model.ts'
import {
  neverListed,
  oursSample,
  subWords,
  theirsSample,
  walkWords,
} from '#client/features/reality/reality-words.ts'
import { useTextWidth } from '#client/features/reality/use-text-width.ts'
import { useMarkWalk, type WalkAt } from '#client/lib/mark-walk.ts'
import { useMeasured } from '#client/lib/use-measured.ts'
import { GuessMark, TruthMark } from '#client/ui/marks.tsx'
import typography from '#client/ui/type.module.css'
import styles from './gap-chart.module.css'

export function GapChart(props: {
  readonly model: GapModel
  readonly reveal: RealityBeat
  readonly sentence: string
}) {
  const { model, reveal, sentence } = props
  const { t } = useTranslation('reality')
  const common = useTranslation('round').t
  const { ref, width: whole, scale } = useMeasured()
  const measure = useTextWidth()
  const width = whole / scale
  const layout = useMemo(() => {
    const words = {
      ours: t('chart.ours'),
      oursSample: oursSample(t, model),
      theirs: t('chart.theirs'),
      theirsSample: theirsSample(t, model),
      sub: (row: Parameters<typeof subWords>[1]) => subWords(t, row, model),
      neverListed: neverListed(t, common, model.overlooked),
    }
    return width > 0 ? gapLayout(model, words, width, measure) : null
  }, [model, width, measure, t, common])
  const { at, walk } = useMarkWalk(model.theirs.length, 2, reveal.isAll)
  const row = at && model.theirs[at.row]
  return (
    <div ref={ref}>
      {layout && (
        <svg
          className={`${styles.chart} ${reveal.isArriving ? styles.arriving : ''}`}
          style={{ width: layout.width * scale, height: layout.height * scale }}
          viewBox={`0 0 ${layout.width} ${layout.height}`}
          role="img"
          aria-label={sentence}
          // biome-ignore lint/a11y/noNoninteractiveTabindex: arrows walk the marks, each is announced
          tabIndex={0}
          data-beat={reveal.beat}
          {...walk}
        >
          <Drawing layout={layout} reveal={reveal} at={at} />
        </svg>
      )}
      <p role="status" className={typography.hidden}>
        {row ? walkWords(t, row, at.mark === 0 ? 'guess' : 'truth', model) : ''}
      </p>
    </div>
  )
}

function Drawing(props: {
  readonly layout: GapLayout
  readonly reveal: RealityBeat
  readonly at: WalkAt | null
}) {
  const { layout, reveal, at } = props
  const { beat, shownIds } = reveal
  const hatch = useId()
  const { path, plot, top, rowHeight } = layout
  const hasPath = path !== null && beat >= BEATS.path
  const isOn = (needId: string) => hasPath && path.needId === needId
  const bottom = layout.height
  const seen = layout.theirs.filter((_, index) => beat >= BEATS.first || (beat === BEATS.theirs && index > 0))
  return (
    <>
      <pattern id={hatch} width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
        <path className={styles.hatchLine} d="M0 0V6" />
      </pattern>
      {layout.heads.map((text) => (
        <Words key={`${text.x} ${text.y}`} at={text} tone={headTone(text)} />
      ))}
      {beat >= BEATS.gaps &&
        layout.ticks.map(({ x, text }) => (
          <g key={x}>
            <path className={styles.grid} d={`M${x} ${top}V${bottom}`} />
            <Words at={text} tone={styles.quiet} />
          </g>
        ))}
      {beat >= BEATS.theirs &&
        layout.theirs
          .slice(1)
          .map(({ y, row }) => (
            <path
              key={row.needId}
              className={styles.grid}
              d={`M${layout.rowsFrom} ${y - rowHeight / 2}H${layout.width}`}
            />
          ))}
      {hasPath && (
        <path className={styles.stroke} d={path.d} style={{ strokeWidth: path.height }} pathLength={1} />
      )}
      {beat >= BEATS.lines &&
        layout.links.map((link) => (
          <path
            key={link.needId}
            className={`${styles.link} ${styles[link.kind]} ${isOn(link.needId) ? styles.onStroke : ''}`}
            d={link.path}
            style={{ '--links': Math.min(4, 2 + link.places / 2) } as CSSProperties}
          />
        ))}
      {layout.ours.map((our) => (
        <Ours key={our.row.needId} our={our} isOn={isOn(our.row.needId)} hatch={hatch} />
      ))}
      {layout.never && beat >= BEATS.theirs && (
        <g>
          <circle
            className={styles.never}
            cx={layout.never.cx}
            cy={layout.never.cy}
            r={RING_R}
            fill={`url(#${hatch})`}
          />
          {layout.never.texts.map((text) => (
            <Words key={text.y} at={text} tone={styles.quiet} />
          ))}
        </g>
      )}
      {seen.map((their) => (
        <g
          key={their.row.needId}
          className={`${styles.their} ${their === layout.theirs[0] ? styles.top : ''} ${isOn(their.row.needId) ? styles.lit : ''}`}
          style={{ '--turn': layout.theirs.length - 1 - layout.theirs.indexOf(their) } as CSSProperties}
        >
          <Theirs their={their} hatch={hatch} isTold={shownIds.has(their.row.needId)} />
          {shownIds.has(their.row.needId) && (
            <g className={reveal.talk === their.row ? styles.fresh : undefined}>
              <DumbbellMarks
                of={their.dumbbell}
                y={their.y}
                isNothing={their.row.customers === 0}
                hatch={hatch}
              />
            </g>
          )}
        </g>
      ))}
      {at && layout.theirs[at.row] && (
        <rect
          className={styles.pen}
          x={at.mark === 0 ? plot.from - 12 : layout.rowsFrom - 2 * DISC_R - 12}
          y={(layout.theirs[at.row]?.y ?? 0) - rowHeight / 2 + 3}
          width={at.mark === 0 ? plot.to - plot.from + 22 : layout.width - layout.rowsFrom + 2 * DISC_R + 11}
          height={rowHeight - 6}
          rx={6}
        />
      )}
    </>
  )
}

const headTone = ({ kind, anchor }: TextAt): string | undefined =>
  kind === 'sub' ? styles.quiet : anchor === 'end' ? styles.pencil : styles.ink

function Ours({
  our,
  isOn,
  hatch,
}: {
  readonly our: OurRow
  readonly isOn: boolean
  readonly hatch: string
}) {
  const { ring, row, texts } = our
  return (
    <g className={isOn ? styles.lit : undefined}>
      {row.guess === null ? (
        <circle className={styles.never} cx={ring.cx} cy={ring.cy} r={RING_R} fill={`url(#${hatch})`} />
      ) : (
        <GuessMark cx={ring.cx} cy={ring.cy} r={RING_R} />
      )}
      {texts.map((text) => (
        <Words
          key={`${text.kind} ${text.y}`}
          at={text}
          tone={text.kind === 'ourNumber' ? styles.pencil : styles.soft}
        />
      ))}
    </g>
  )
}

function Theirs(props: {
  readonly their: TheirRow
  readonly hatch: string
  /** Before its gap is talked about a need has its points and no verdict. */
  readonly isTold: boolean
}) {
  const { their, hatch, isTold } = props
  const { disc, row, texts } = their
  const isImagined = row.kind === 'imagined'
  return (
    <>
      {row.shown === null ? (
        <circle className={styles.never} cx={disc.cx} cy={disc.cy} r={DISC_R} fill={`url(#${hatch})`} />
      ) : isImagined ? (
        <g className={styles.struck}>
          <circle cx={disc.cx} cy={disc.cy} r={DISC_R} />
          <path d={`M${disc.cx - 6} ${disc.cy + 6}L${disc.cx + 6} ${disc.cy - 6}`} />
        </g>
      ) : (
        <TruthMark cx={disc.cx} cy={disc.cy} r={DISC_R} />
      )}
      {texts
        .filter(({ kind }) => isTold || kind !== 'sub')
        .map((text) => (
          <Words key={`${text.kind} ${text.y}`} at={text} tone={toneOf(text, row.kind)} />
        ))}
    </>
  )
}

function toneOf({ kind }: TextAt, row: TheirRow['row']['kind']): string | undefined {
  if (kind === 'number') return styles.ink
  if (kind === 'title') return row === 'imagined' ? styles.soft : styles.strong
  return row === 'guessed' ? styles.quiet : styles.inkWords
}

function Words({ at, tone }: { readonly at: TextAt; readonly tone: string | undefined }) {
  const { size, weight } = TYPES[at.kind]
  const isDisplay = at.kind === 'number' || at.kind === 'ourNumber' || at.kind === 'head'
  return (
    <text
      className={`${tone ?? ''} ${isDisplay ? styles.display : ''}`}
      x={at.x}
      y={at.y}
      textAnchor={at.anchor}
      fontSize={size}
      fontWeight={weight}
    >
      {at.text}
    </text>
  )
}
