/** How much is left to place: the number, 100 hollow squares with the free ones highlighted, and the words aloud. */
import { useTranslation } from 'react-i18next'
import { useThrottled } from '#client/features/weigh/use-throttled.ts'
import { needsWithPoints, type Points, placed, TOTAL } from '#client/lib/points.ts'
import typography from '#client/ui/type.module.css'
import styles from './points-left.module.css'

const SAID_AT_MOST_EVERY_MS = 1_000
/** On a phone one square stands for five points. */
const PHONE_SQUARES = 20

export function PointsLeft({ points, ids }: { readonly points: Points; readonly ids: readonly string[] }) {
  const { t } = useTranslation('weigh')
  const total = placed(points, ids)
  const rest = TOTAL - total
  const isOver = rest < 0
  return (
    <div className={`${styles.left} ${isOver ? styles.over : ''}`}>
      <p className={styles.figure}>
        <span className={styles.big}>{Math.abs(rest)}</span>{' '}
        <span className={styles.words}>
          {isOver ? t('ballot.tooMany') : t('ballot.left', { count: rest })}
          <small className={styles.placed}>
            {t('ballot.placedOn', { placed: total, count: needsWithPoints(points, ids) })}
          </small>
        </span>
      </p>
      <div
        role="img"
        aria-label={
          isOver
            ? t('ballot.squaresOver', { placed: total, over: -rest })
            : t('ballot.squares', { placed: total, left: rest })
        }
      >
        <Squares className={styles.hundred} count={TOTAL} free={rest} />
        <Squares className={styles.twenty} count={PHONE_SQUARES} free={Math.ceil(rest / 5)} />
      </div>
      <RestAloud rest={rest} />
    </div>
  )
}

/** `free` squares at the end are highlighted; when negative, so many have a danger edge. */
function Squares(props: {
  readonly className: string | undefined
  readonly count: number
  readonly free: number
}) {
  const { className, count, free } = props
  const mark = free >= 0 ? styles.free : styles.excess
  const from = count - Math.min(count, Math.abs(free))
  return (
    <span className={className}>
      {Array.from({ length: count }, (_, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: squares have no identity but their place
        <i key={index} className={index >= from ? mark : undefined} />
      ))}
    </span>
  )
}

function RestAloud({ rest }: { readonly rest: number }) {
  const { t } = useTranslation('weigh')
  const words =
    rest > 0
      ? t('ballot.saidLeft', { count: rest })
      : rest === 0
        ? t('ballot.saidDone')
        : t('ballot.saidOver', { count: -rest })
  const said = useThrottled(words, SAID_AT_MOST_EVERY_MS)
  return (
    <p role="status" aria-live="polite" className={typography.hidden}>
      {said}
    </p>
  )
}
