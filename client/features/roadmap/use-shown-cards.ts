/**
 * Shows and hides cards as the filter says, straight on the page: a filter that left it to 1,500 components would not
 * keep up with typing. A card that comes onto the page is shown as the filter says then. Cells are told how many cards
 * they show, which gives the height of those out of sight.
 */
import { type RefCallback, useCallback, useLayoutEffect } from 'react'
import { useBoard } from '#client/features/roadmap/board-context.tsx'
import type { CellKey, Layout } from '#client/features/roadmap/layout.ts'

/** For the element of one card. */
export function useShownCard(id: string): RefCallback<HTMLElement> {
  const { view, cardElements } = useBoard()
  return useCallback(
    (element: HTMLElement) => {
      cardElements.set(element, id)
      showIfShown(element, id, view.getState().cardIds)
      return () => {
        cardElements.delete(element)
      }
    },
    [view, cardElements, id],
  )
}

/** For the board around them. */
export function useShownCards(): void {
  const { view, content, cardElements } = useBoard()
  useLayoutEffect(
    () =>
      view.subscribe(({ cardIds, layout }, before) => {
        if (cardIds !== before.cardIds)
          for (const [element, id] of cardElements) showIfShown(element, id, cardIds)
        if (layout.cells !== before.layout.cells) countCards(content(), layout)
      }),
    [view, content, cardElements],
  )
  useLayoutEffect(() => countCards(content(), view.getState().layout))
}

/** Most cards stay as they are; only what changes touches the page. */
function showIfShown(element: HTMLElement, id: string, cardIds: ReadonlySet<string> | null): void {
  const isHidden = cardIds !== null && !cardIds.has(id)
  if (element.hidden !== isHidden) element.hidden = isHidden
}

function countCards(board: HTMLElement | null, { cells }: Layout): void {
  for (const cell of board?.querySelectorAll<HTMLElement>('[data-cell]') ?? []) {
    const count = String(cells.get(cell.dataset.cell as CellKey)?.length ?? 0)
    if (cell.style.getPropertyValue('--cards') !== count) cell.style.setProperty('--cards', count)
  }
}
