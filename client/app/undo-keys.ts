/** Ctrl or Cmd with Z, outside of fields: takes back one's own last change of the board, with Shift brings it again. */
import { useEffect } from 'react'
import { isTyping } from '#client/lib/letter-keys.ts'
import { useSession } from '#client/session/hooks.ts'

export function useUndoKeys(): void {
  const session = useSession()
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.altKey || !(event.ctrlKey || event.metaKey)) return
      const key = event.key.toLowerCase()
      if ((key !== 'z' && key !== 'y') || isTyping(event.target)) return
      event.preventDefault()
      if (key === 'y' || event.shiftKey) session.redo()
      else session.undo()
    }
    window.addEventListener('keydown', press)
    return () => window.removeEventListener('keydown', press)
  }, [session])
}
