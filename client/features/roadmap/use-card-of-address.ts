/** `?card=` in the address opens that card, once, as soon as it is there: so other pages lead to one card. */
import { useEffect } from 'react'
import { useSearchParams } from 'react-router'
import { useBoard, useView } from '#client/features/roadmap/board-context.tsx'
import { findCard } from '#client/features/roadmap/layout.ts'

export function useCardOfAddress(): void {
  const { control } = useBoard()
  const [params, setParams] = useSearchParams()
  const id = params.get('card')
  const isThere = useView(({ whole }) => id !== null && findCard(whole, id) !== null)
  useEffect(() => {
    if (id === null || !isThere) return
    control.focusCard(id)
    control.openPanel(id)
    setParams(
      (before) => {
        const next = new URLSearchParams(before)
        next.delete('card')
        return next
      },
      { replace: true },
    )
  }, [control, id, isThere, setParams])
}
