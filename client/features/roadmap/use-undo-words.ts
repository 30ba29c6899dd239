/**
 * Ctrl or Cmd with Z on this screen says what it did; with Shift, or Y, it brings the change again. Heard before panels
 * and menus keep their keys to themselves: only a text field has an undo of its own.
 */
import { useEffect } from 'react'
import { useBoard } from '#client/features/roadmap/board-context.tsx'
import { isTyping } from '#client/lib/letter-keys.ts'

export function useUndoWords(): void {
  const { control } = useBoard()
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.altKey || !(event.ctrlKey || event.metaKey)) return
      const key = event.key.toLowerCase()
      if ((key !== 'z' && key !== 'y') || isTyping(event.target)) return
      event.preventDefault()
      if (key === 'y' || event.shiftKey) control.redo()
      else control.undo()
    }
    document.addEventListener('keydown', press, { capture: true })
    return () => document.removeEventListener('keydown', press, { capture: true })
  }, [control])
}
