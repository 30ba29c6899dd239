/** What goes on paper in the place of the page, while the browser prints: by a button or by its own menu. */
import { type ReactNode, useEffect, useState } from 'react'
import { createPortal, flushSync } from 'react-dom'
import styles from './paper.module.css'

export function Paper({ children }: { readonly children: ReactNode }) {
  const isPrinting = useIsPrinting()
  return isPrinting
    ? createPortal(
        <div data-print className={styles.paper}>
          {children}
        </div>,
        document.body,
      )
    : null
}

function useIsPrinting(): boolean {
  const [isPrinting, setPrinting] = useState(false)
  useEffect(() => {
    const begin = () => flushSync(() => setPrinting(true))
    const end = () => setPrinting(false)
    window.addEventListener('beforeprint', begin)
    window.addEventListener('afterprint', end)
    return () => {
      window.removeEventListener('beforeprint', begin)
      window.removeEventListener('afterprint', end)
    }
  }, [])
  return isPrinting
}
