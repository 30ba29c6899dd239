/** Both marks of a row on the scale: hollow our guess, solid what customers gave, with its band. Below five single answers. */
import { type Dumbbell, GUESS_R, SINGLE_R, TRUTH_R } from '#client/features/reality/dumbbell.ts'
import { GuessMark, TruthMark } from '#client/ui/marks.tsx'
import styles from './gap-chart.module.css'

const BAND = 12

export function DumbbellMarks(props: {
  readonly of: Dumbbell
  readonly y: number
  /** Where the row ends at zero: customers gave it nothing. */
  readonly isNothing: boolean
  /** Pattern for bands that say too little. */
  readonly hatch: string
}) {
  const { of, y, isNothing, hatch } = props
  const { guess, truth, band, singles, meanLine, isOverrated } = of
  return (
    <g>
      {band && !isNothing && (
        <rect
          className={band.isHatched ? styles.bandHatched : styles.band}
          x={band.from}
          y={y - BAND / 2}
          width={Math.max(2, band.to - band.from)}
          height={BAND}
          rx={BAND / 2}
          {...(band.isHatched && { fill: `url(#${hatch})` })}
        />
      )}
      {guess !== null && truth !== null && (
        <path className={isOverrated ? styles.overrated : styles.underrated} d={`M${guess} ${y}H${truth}`} />
      )}
      {singles.map((x, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: customers of one row, in their order
        <TruthMark key={index} cx={x} cy={y} r={SINGLE_R} />
      ))}
      {meanLine !== null && <path className={styles.meanLine} d={`M${meanLine} ${y - 11}V${y + 11}`} />}
      {guess !== null && <GuessMark cx={guess} cy={y} r={GUESS_R} />}
      {truth !== null &&
        (isNothing ? (
          <path className={styles.nothing} d={`M${truth} ${y - 9}V${y + 9}`} />
        ) : (
          <TruthMark cx={truth} cy={y} r={TRUTH_R} />
        ))}
    </g>
  )
}
