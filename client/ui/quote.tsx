/** A customer's own words, and nothing else: the only place of the serif, which is loaded with the first quote. */
import '@fontsource-variable/source-serif-4/wght-italic.css'
import type { ReactNode } from 'react'
import styles from './quote.module.css'

export function Quote({ children, from }: { readonly children: ReactNode; readonly from?: ReactNode }) {
  return (
    <figure>
      <blockquote className={styles.quote}>{children}</blockquote>
      {from && <figcaption className={styles.from}>{from}</figcaption>}
    </figure>
  )
}
