/** Hairline boxes while something loads: only after 300 ms, and nothing moves. */
import styles from './late-skeleton.module.css'

export function LateSkeleton({ label }: { readonly label: string }) {
  return (
    <div className={styles.skeleton} role="status">
      <span className={styles.words}>{label}</span>
      <i className={styles.title} />
      <i className={styles.line} />
      <i className={styles.box} />
      <i className={styles.box} />
    </div>
  )
}
