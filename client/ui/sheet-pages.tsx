/**
 * Sheets for sales as pages: nothing on the screen, and on paper exactly one page each in the place of everything else,
 * however printing is begun – a button, the browser's menu, or the share sheet of a phone, which tells no page of it.
 */
import { createPortal } from 'react-dom'
import { fitsPrinted } from '#client/ui/sheet-pages-fit.ts'
import { StageSheet } from '#client/ui/stage-sheet.tsx'
import { fitted } from '#shared/report/sheet-fit.ts'
import type { StageSheet as Sheet } from '#shared/report/stage-sheet.ts'
import styles from './sheet-pages.module.css'

export function SheetPages({ sheets }: { readonly sheets: readonly Sheet[] }) {
  return createPortal(
    <div data-print className={styles.pages}>
      {sheets.map((sheet) => (
        <div key={sheet.stageId} className={styles.page}>
          <StageSheet sheet={fitted(sheet, fitsPrinted)} isPaper />
        </div>
      ))}
    </div>,
    document.body,
  )
}
