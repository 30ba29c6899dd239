/** A ballot on paper, one A4 page, seen by the printer alone: opens the print dialog and goes when that is closed. */
import { useEffect } from 'react'
import { createPortal } from 'react-dom'
import { useTranslation } from 'react-i18next'
import { useSession, useSingle } from '#client/session/hooks.ts'
import { scene } from '#shared/board/schema.ts'
import type { Subject } from '#shared/rounds/kind.ts'
import styles from './print-sheet.module.css'

export interface PrintedBallot {
  readonly title: string
  readonly lead: string
  readonly rows: readonly Subject[]
  /** What is written into each row. */
  readonly columns: readonly Subject[]
  /** Under the rows, each with a box to tick. */
  readonly ticks: readonly string[]
  /** A question answered by ringing one of 1 to 5. */
  readonly scale: string
}

export function PrintSheet({
  printed,
  onDone,
}: {
  readonly printed: PrintedBallot
  readonly onDone: () => void
}) {
  const { t } = useTranslation('round')
  const session = useSession()
  const workshop = useSingle(scene).title || session.view.title
  useEffect(() => {
    window.addEventListener('afterprint', onDone)
    window.print()
    return () => window.removeEventListener('afterprint', onDone)
  }, [onDone])
  const { title, lead, rows, columns, ticks, scale } = printed
  return createPortal(
    <section className={styles.page} aria-hidden="true" data-print>
      <p className={styles.workshop}>{workshop}</p>
      <h1 className={styles.title}>{title}</h1>
      <p className={styles.lead}>{lead}</p>
      <p className={styles.who}>
        <span>{t('paper.name')}</span>
        <span>{t('paper.function')}</span>
      </p>
      <table className={styles.table}>
        <thead>
          <tr>
            <td />
            {columns.map((column) => (
              <th key={column.id} scope="col">
                {column.title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.id}>
              <th scope="row">{row.title}</th>
              {columns.map((column) => (
                <td key={column.id} className={styles.box} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      <ul className={styles.ticks}>
        {ticks.map((tick) => (
          <li key={tick}>{tick}</li>
        ))}
      </ul>
      <p className={styles.scale}>
        {scale}
        <b>1 2 3 4 5</b>
      </p>
      <p className={styles.foot}>{t('paper.printedFoot')}</p>
    </section>,
    document.body,
  )
}
