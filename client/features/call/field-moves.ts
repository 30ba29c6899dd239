/** Arrows and Enter between fields that lie in rows: up and down by a row, sideways at the edge of what is typed. */
import { useCallback } from 'react'

/** A ref for whatever holds the fields. */
export function useFieldMoves(columns: number) {
  return useCallback(
    (holder: HTMLElement | null) => {
      if (!holder) return
      const press = (event: KeyboardEvent) => moveBetween(holder, event, columns)
      holder.addEventListener('keydown', press)
      return () => holder.removeEventListener('keydown', press)
    },
    [columns],
  )
}

function moveBetween(holder: HTMLElement, event: KeyboardEvent, columns: number): void {
  if (event.ctrlKey || event.metaKey || event.altKey || !(event.target instanceof HTMLInputElement)) return
  const fields = [...holder.querySelectorAll<HTMLInputElement>('input[inputmode="numeric"]')]
  const at = fields.indexOf(event.target)
  const step = stepOf(event.key, event.target, columns)
  const next = step === null || at < 0 ? undefined : fields[at + step]
  if (!next) return
  event.preventDefault()
  next.focus()
}

function stepOf(key: string, { selectionStart, selectionEnd, value }: HTMLInputElement, columns: number) {
  const isWhole = selectionStart === 0 && selectionEnd === value.length
  switch (key) {
    case 'ArrowDown':
    case 'Enter':
      return columns
    case 'ArrowUp':
      return -columns
    case 'ArrowRight':
      return columns > 1 && (isWhole || selectionEnd === value.length) ? 1 : null
    case 'ArrowLeft':
      return columns > 1 && (isWhole || selectionStart === 0) ? -1 : null
    default:
      return null
  }
}
