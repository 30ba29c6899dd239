/**
 * A field whose words are kept somewhere slower, as in the address: what is typed counts at once, and is kept when the
 * typing pauses or the field is left. No letter waits for it, and none is lost to what was kept before [U3].
 */
import { useEffect, useRef, useState } from 'react'

export const PAUSE_MS = 250

interface Typed {
  readonly text: string
  /** What was kept when the field was left; null while it is not. From the next thing kept on, that counts. */
  readonly over: string | null
}

export interface TypedAhead {
  readonly value: string
  readonly type: (text: string) => void
  readonly leave: () => void
}

export function useTypedAhead(kept: string, keep: (text: string) => void): TypedAhead {
  const [typed, setTyped] = useState<Typed | null>(null)
  const pause = useRef<ReturnType<typeof setTimeout>>(undefined)
  const newestKeep = useRef(keep)
  useEffect(() => {
    newestKeep.current = keep
  })
  useEffect(() => () => clearTimeout(pause.current), [])
  const isOver = typed !== null && typed.over !== null && typed.over !== kept
  return {
    value: typed === null || isOver ? kept : typed.text,
    type: (text) => {
      setTyped({ text, over: null })
      clearTimeout(pause.current)
      pause.current = setTimeout(() => newestKeep.current(text), PAUSE_MS)
    },
    leave: () => {
      clearTimeout(pause.current)
      if (typed === null || typed.over !== null) return
      if (typed.text === kept) return setTyped(null)
      setTyped({ text: typed.text, over: kept })
      keep(typed.text)
    },
  }
}
