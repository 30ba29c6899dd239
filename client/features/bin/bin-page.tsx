/** `/w/:id/bin`: what was thrown away on the board. It can be put back for thirty days. */
import { useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { BinRow } from '#client/features/bin/bin-row.tsx'
import { type InBin, useBin, useBinRights } from '#client/features/bin/use-bin.ts'
import { useIsLoading, useSession } from '#client/session/hooks.ts'
import { BackLink } from '#client/ui/back-link.tsx'
import { LateSkeleton } from '#client/ui/late-skeleton.tsx'
import pageHead from '#client/ui/page-head.module.css'
import { EmptyState } from '#client/ui/states.tsx'
import { showToast } from '#client/ui/toast-store.ts'
import typography from '#client/ui/type.module.css'
import { BIN_DAYS, deleteBinned, restoreBinned } from '#shared/board/bin-edits.ts'
import styles from './bin.module.css'

export function BinPage() {
  const { t } = useTranslation('common')
  return useIsLoading() ? <LateSkeleton label={t('loading')} /> : <Bin />
}

function Bin() {
  const { t } = useTranslation('bin')
  const session = useSession()
  const heading = useRef<HTMLHeadingElement>(null)
  const page = useRef<HTMLDivElement>(null)
  const groups = useBin(session.serverNow())
  const { mayRestore } = useBinRights()
  const act = useBinActs((id) => focusAfter(page.current, id, heading.current))
  return (
    <div ref={page} className={styles.page}>
      <BackLink to={`/w/${session.workshopId}/roadmap`}>{t('toRoadmap')}</BackLink>
      <header className={pageHead.head}>
        <div>
          <h1 ref={heading} className={typography.screen} tabIndex={-1}>
            {t('title')}
          </h1>
          <p className={typography.lead}>
            {t('lead', { days: BIN_DAYS })}
            {!mayRestore && ` ${t('reader')}`}
          </p>
        </div>
      </header>
      {groups.length === 0 && <EmptyState fact={t('empty')} advice={t('emptyAdvice', { days: BIN_DAYS })} />}
      {groups.map(({ kind, rows }) => (
        <section key={kind} aria-labelledby={`bin-${kind}`}>
          <h2 id={`bin-${kind}`} className={styles.kind}>
            {t(`kinds.${kind}`)} <span>{rows.length}</span>
          </h2>
          <ul className={styles.rows}>
            {rows.map((row) => (
              <BinRow key={row.id} of={row} onRestore={act.restore} onDelete={act.deleteNow} />
            ))}
          </ul>
        </section>
      ))}
    </div>
  )
}

/** Both can be taken back for as long as the message is there, as one's own last step is. */
function useBinActs(moveFocus: (id: string) => void) {
  const { t } = useTranslation('bin')
  const { t: common } = useTranslation('common')
  const session = useSession()
  const offerUndo = (text: string) => {
    const step = session.lastStep
    const run = () => {
      if (!session.undo(step)) showToast({ kind: 'note', text: t('notClean') })
    }
    showToast({ kind: 'undo', text, action: { label: common('undo'), run } })
  }
  const take = (row: InBin, edit: typeof restoreBinned, words: string) => {
    moveFocus(row.id)
    if (session.edit(edit, { kind: row.kind, id: row.id })) offerUndo(words)
    else showToast({ kind: 'note', text: t('changed') })
  }
  return {
    restore: (row: InBin) =>
      take(row, restoreBinned, t(row.isUnplaced ? 'restoredUnplaced' : 'restored', { what: row.words })),
    deleteNow: (row: InBin) => take(row, deleteBinned, t('removed', { what: row.words })),
  }
}

/** The focus goes on to the next row, else to the one before, else to the heading: never to nothing. */
function focusAfter(page: HTMLElement | null, id: string, heading: HTMLElement | null): void {
  const rows = [...(page?.querySelectorAll<HTMLElement>('[data-bin-row]') ?? [])]
  const at = rows.findIndex((row) => row.dataset.binRow === id)
  const next = rows[at + 1] ?? rows[at - 1]
  ;(next?.querySelector<HTMLElement>('button') ?? heading)?.focus()
}
