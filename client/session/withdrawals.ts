/** Hears of withdrawals by the line each leaves among the interviews: now, and at opening for those of former days. */
import type * as Y from 'yjs'
import { erasures } from '#shared/interviews/schema.ts'

/** Calls `tell` after every transaction that brought a line, when its updates have been passed on. */
export function onWithdrawal(doc: Y.Doc, tell: () => void): void {
  const lines = doc.getMap(erasures.name)
  let isNews = false
  lines.observe(({ changes }) => {
    isNews ||= [...changes.keys.values()].some(({ action }) => action === 'add')
  })
  doc.on('afterAllTransactions', () => {
    if (!isNews) return
    isNews = false
    tell()
  })
}
