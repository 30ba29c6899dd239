/** What a guess was worth in the demo: three needs, guessed and asked. Rising is a solid line, falling a dashed one. */
import { useTranslation } from 'react-i18next'
import { useMedia } from '#client/lib/media.ts'
import { GuessMark, TruthMark } from '#client/ui/marks.tsx'
import { type DemoFigure, demoFigures, demoSample } from './demo-figures.ts'
import styles from './demo-strip.module.css'

const WIDE = { width: 848, row: 58, top: 50, left: 392, right: 800, labelsAbove: false } as const
const NARROW = { width: 350, row: 76, top: 76, left: 34, right: 304, labelsAbove: true } as const
type Layout = typeof WIDE | typeof NARROW

const LARGEST = Math.max(...demoFigures.flatMap(({ guess, customers }) => [guess, customers]))
/** The first row is the one to look at: the need customers put far above the guess. */
const LOOK_AT = demoFigures[0]

export function DemoStrip() {
  const { t } = useTranslation('home')
  const layout = useMedia('(max-width: 47.99rem)') ? NARROW : WIDE
  const x = (points: number) => layout.left + (points / LARGEST) * (layout.right - layout.left)
  const height = layout.top + layout.row * (demoFigures.length - 1) + 28
  const first = demoFigures[0]
  return (
    <section className={styles.strip}>
      <h2 className={styles.title}>{t('demoStrip.title', demoSample)}</h2>
      <svg
        className={styles.chart}
        viewBox={`0 0 ${layout.width} ${height}`}
        role="img"
        aria-label={demoFigures.map((figure) => t('demoStrip.row', { ...figure })).join(' ')}
      >
        {first && (
          <>
            <text className={styles.guessed} x={x(first.guess)} y={14} textAnchor="middle">
              {t('demoStrip.guessed')}
            </text>
            <text className={styles.customers} x={x(first.customers)} y={14} textAnchor="middle">
              {t('demoStrip.customers')}
            </text>
          </>
        )}
        {demoFigures.map((figure, i) => (
          <Row key={figure.need} figure={figure} y={layout.top + i * layout.row} x={x} layout={layout} />
        ))}
      </svg>
    </section>
  )
}

interface RowProps {
  readonly figure: DemoFigure
  readonly y: number
  readonly x: (points: number) => number
  readonly layout: Layout
}

function Row({ figure, y, x, layout }: RowProps) {
  const guess = x(figure.guess)
  const customers = x(figure.customers)
  const isRising = figure.customers > figure.guess
  const isLookedAt = figure === LOOK_AT
  const outward = isRising ? 1 : -1
  return (
    <>
      {isLookedAt && (
        <rect className={styles.highlight} x={guess} y={y - 13} width={customers - guess} height={26} />
      )}
      <text className={styles.need} x={0} y={layout.labelsAbove ? y - 24 : y + 6}>
        {figure.need}
      </text>
      <path
        className={isLookedAt ? styles.looked : isRising ? styles.rising : styles.falling}
        d={`M${guess} ${y}H${customers}`}
      />
      <g className={styles.onPaper}>
        <GuessMark cx={guess} cy={y} r={10.5} strokeWidth={3} />
      </g>
      <TruthMark cx={customers} cy={y} r={12} />
      <text
        className={styles.guessValue}
        x={guess - outward * 20}
        y={y + 6}
        textAnchor={isRising ? 'end' : 'start'}
      >
        {figure.guess}
      </text>
      <text
        className={styles.truthValue}
        x={customers + outward * 22}
        y={y + 7}
        textAnchor={isRising ? 'start' : 'end'}
      >
        {figure.customers}
      </text>
    </>
  )
}
