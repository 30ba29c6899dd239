/** While a panel is open beside the board, its card is to be seen: marked, and not under the panel. */
import { type RefObject, useLayoutEffect } from 'react'
import { useBoard } from '#client/features/roadmap/board-context.tsx'
import { cardElement } from '#client/features/roadmap/board-elements.ts'
import { useIsPhone } from '#client/lib/media.ts'

const BESIDE_PX = 12

export function useBesidePanel(panel: RefObject<HTMLElement | null>, cardId: string): void {
  const { content } = useBoard()
  const isPhone = useIsPhone()
  useLayoutEffect(() => {
    const board = content()
    const width = panel.current?.offsetWidth ?? 0
    if (!board || isPhone) return undefined
    // Room for the last stages to come out from under the panel; the columns keep their width.
    board.style.minWidth = `${board.offsetWidth + width}px`
    board.style.paddingRight = `${width}px`
    return () => {
      board.style.minWidth = ''
      board.style.paddingRight = ''
    }
  }, [content, panel, isPhone])
  useLayoutEffect(() => {
    const board = content()
    const card = cardElement(board, cardId)
    if (!board || !card) return undefined
    card.dataset.open = ''
    card.scrollIntoView?.({ block: 'nearest', inline: 'nearest' })
    const left = panel.current?.getBoundingClientRect().left ?? 0
    const hidden = card.getBoundingClientRect().right + BESIDE_PX - left
    if (!isPhone && hidden > 0 && board.parentElement) board.parentElement.scrollLeft += hidden
    return () => {
      delete card.dataset.open
    }
  }, [content, panel, cardId, isPhone])
}
