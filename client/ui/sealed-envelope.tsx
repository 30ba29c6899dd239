/** A ballot as others may see it: an open envelope or a sealed one, never what is in it. Ink: customers' answers. */
import styles from './sealed-envelope.module.css'

export function SealedEnvelope(props: {
  readonly sealed: boolean
  readonly ink?: boolean
  /** Width as a CSS length; 3.5rem when left out. */
  readonly width?: string
  /** What it says to those who cannot see it; leave out when words stand beside it. */
  readonly label?: string
}) {
  const { sealed, ink = false, width, label } = props
  const classes = [styles.envelope, sealed ? styles.sealed : styles.open, ink ? styles.ink : '']
  return (
    <svg
      className={classes.join(' ')}
      style={width === undefined ? undefined : { width }}
      viewBox="0 0 48 34"
      role="img"
      aria-label={label}
      aria-hidden={label === undefined}
    >
      {sealed ? (
        <>
          <path className={styles.body} d="M2 4h44v28H2z" />
          <path className={styles.flap} d="M2 4l22 16L46 4" />
          <circle className={styles.seal} cx="24" cy="19" r="6.5" />
          <path className={styles.tick} d="M21 19l2.2 2.2 4-4.2" />
        </>
      ) : (
        <>
          <path className={styles.body} d="M2 10h44v22H2z" />
          <path className={styles.body} d="M2 10L24 0l22 10" />
        </>
      )}
    </svg>
  )
}
