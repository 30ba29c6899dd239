/** Keys of the call that work while typing: Ctrl or Cmd with arrows, full stop and comma. */
import { useEffect, useRef } from 'react'

interface CallActs {
  readonly next: () => void
  readonly before: () => void
  readonly points: () => void
  readonly marks: () => void
}

const actOf: Readonly<Record<string, keyof CallActs>> = {
  ArrowDown: 'next',
  ArrowUp: 'before',
  '.': 'points',
  ',': 'marks',
}

export function useCallKeys(acts: CallActs): void {
  const latest = useRef(acts)
  latest.current = acts
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (!(event.ctrlKey || event.metaKey) || event.altKey || event.shiftKey || event.isComposing) return
      const act = actOf[event.key]
      if (!act || document.querySelector('dialog[open]')) return
      event.preventDefault()
      event.stopPropagation()
      latest.current[act]()
    }
    window.addEventListener('keydown', press, { capture: true })
    return () => window.removeEventListener('keydown', press, { capture: true })
  }, [])
}
