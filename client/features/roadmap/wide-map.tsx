/** The whole road in a row above a board that is wider than the screen: what is answered where, and where one is. */
import { type RefObject, useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useBoard, useView } from '#client/features/roadmap/board-context.tsx'
import { MiniMap } from '#client/features/roadmap/mini-map.tsx'
import { UNPLACED } from '#shared/board/roadmap-edits.ts'
import styles from './board.module.css'

/** As many stages as stand beside each other on a laptop. */
const SHOWN_AT_ONCE = 8

export function WideMap({ scroller }: { readonly scroller: RefObject<HTMLElement | null> }) {
  const { t } = useTranslation('roadmap')
  const { control } = useBoard()
  const all = useView(({ layout }) => layout.stageIds)
  const stageIds = all.filter((id) => id !== UNPLACED)
  const at = useFirstInSight(scroller)
  if (stageIds.length <= SHOWN_AT_ONCE) return null
  const show = (index: number) => {
    const stageId = stageIds[index]
    if (stageId === undefined) return
    const head = scroller.current?.querySelector(`[data-head="${CSS.escape(stageId)}"]`)
    head?.closest('[role="columnheader"]')?.scrollIntoView({ inline: 'center', block: 'nearest' })
    control.focusAt({ stageId, row: 'head', index: 0 })
  }
  return (
    <nav className={styles.wideMap} aria-label={t('phone.map')}>
      <MiniMap stageIds={stageIds} at={at} onShow={show} />
    </nav>
  )
}

/** Index of the first stage of which at least half can be seen. */
function useFirstInSight(scroller: RefObject<HTMLElement | null>): number {
  const [at, setAt] = useState(0)
  useEffect(() => {
    const element = scroller.current
    if (!element) return undefined
    const look = () => {
      const lane = element.querySelector('[role="rowheader"]')?.getBoundingClientRect().right ?? 0
      const heads = [...element.querySelectorAll('[role="columnheader"]:not([hidden])')]
      const found = heads.findIndex((head) => {
        const { left, right } = head.getBoundingClientRect()
        return (left + right) / 2 > lane
      })
      setAt(Math.max(0, found))
    }
    element.addEventListener('scroll', look, { passive: true })
    return () => element.removeEventListener('scroll', look)
  }, [scroller])
  return at
}
