/**
 * Shows and hides cards as the filter says, straight on the page: a filter that left it to 1,500 components would not
 * keep up with typing. Each card says it of itself too whenever it is drawn.
 */
import { useLayoutEffect } from 'react'
import { useBoard } from '#client/features/roadmap/board-context.tsx'

export function showIfShown(card: HTMLElement | null, cardIds: ReadonlySet<string> | null): void {
  if (card) card.hidden = cardIds !== null && !cardIds.has(card.dataset.card ?? '')
}

export function useShownCards(): void {
  const { view, content } = useBoard()
  useLayoutEffect(
    () =>
      view.subscribe(({ cardIds }, before) => {
        if (cardIds === before.cardIds) return
        const all = content()?.querySelectorAll<HTMLElement>('[data-card]') ?? []
        for (const card of all) showIfShown(card, cardIds)
      }),
    [view, content],
  )
}
