/** The product in one mark: a hollow ring, a highlighted bar, a solid disc. */
import styles from './logo.module.css'

export function Logo({
  size = 'medium',
  bare = false,
}: {
  readonly size?: 'medium' | 'large'
  readonly bare?: boolean
}) {
  return (
    <span className={`${styles.logo} ${styles[size]}`}>
      <svg className={styles.mark} viewBox="0 0 40 18" aria-hidden="true">
        <path className={styles.stroke} d="M12 9H28" />
        <path className={styles.line} d="M12 9H28" />
        <circle className={styles.ring} cx="8.5" cy="9" r="6.75" />
        <circle className={styles.disc} cx="31.5" cy="9" r="7.75" />
      </svg>
      <span className={bare ? styles.hidden : undefined}>Guessproof</span>
    </span>
  )
}
