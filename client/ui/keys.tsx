/** Keys of the screen, printed at its foot; on laptops only. */
import styles from './keys.module.css'

export interface KeyHint {
  readonly keys: readonly string[]
  readonly does: string
}

export function Kbd({ children }: { readonly children: string }) {
  return <kbd className={styles.kbd}>{children}</kbd>
}

export function Keys({ hints }: { readonly hints: readonly KeyHint[] }) {
  return (
    <ul className={styles.keys}>
      {hints.map(({ keys, does }) => (
        <li key={does}>
          {keys.map((key) => (
            <Kbd key={key}>{key}</Kbd>
          ))}
          {does}
        </li>
      ))}
    </ul>
  )
}
