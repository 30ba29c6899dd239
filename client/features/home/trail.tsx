/** Where a workshop stands, as the rail in miniature: rings while the room guesses, ink where customers were heard. */
import { isBefore, isKnown, stopFor, stops } from '#client/lib/stops.ts'
import type { Standing } from '#client/session/workshops.ts'
import styles from './trail.module.css'

export function Trail({ stood: { activity, isEnvelopeOpen } }: { readonly stood: Standing }) {
  const at = stopFor(activity)
  return (
    <span className={styles.trail} aria-hidden="true">
      {stops.map((stop) => (
        <i key={stop.activity} className={styles[kindOf(stop.activity)]} />
      ))}
    </span>
  )

  function kindOf(stop: (typeof stops)[number]['activity']) {
    if (stop === at) return 'now'
    if (isBefore(at, stop)) return 'later'
    return isKnown(stop, isEnvelopeOpen) ? 'known' : 'done'
  }
}
