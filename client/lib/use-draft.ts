/**
 * A field that is one value for everyone: what is typed here is shown at once and handed over at a pause (unless only
 * on leaving), at Enter and on leaving. While the field has the focus, what others write does not change it under one's hands.
 */
import { useEffect, useRef, useState } from 'react'

const PAUSE_MS = 500

export interface Draft {
  readonly value: string
  readonly onChange: (value: string) => void
  readonly onFocus: () => void
  readonly onBlur: () => void
  readonly onKeyDown: (event: { readonly key: string }) => void
}

/** When what was typed is handed over: where each hand-over is a version that is kept, only on leaving. */
type HandOver = 'at-a-pause' | 'on-leaving'

export function useDraft(
  shared: string,
  commit: (value: string) => void,
  when: HandOver = 'at-a-pause',
): Draft {
  const [draft, setDraft] = useState<string | null>(null)
  const pending = useRef<{ value: string; timer: ReturnType<typeof setTimeout> | undefined } | null>(null)
  const latest = useRef(commit)
  latest.current = commit

  const handOver = useRef(() => {
    const waiting = pending.current
    pending.current = null
    if (!waiting) return
    clearTimeout(waiting.timer)
    latest.current(waiting.value)
  }).current

  useEffect(() => handOver, [handOver])

  return {
    value: draft ?? shared,
    onFocus: () => setDraft(shared),
    onChange: (value) => {
      setDraft(value)
      if (pending.current) clearTimeout(pending.current.timer)
      const timer = when === 'at-a-pause' ? setTimeout(handOver, PAUSE_MS) : undefined
      pending.current = { value, timer }
    },
    onBlur: () => {
      handOver()
      setDraft(null)
    },
    onKeyDown: ({ key }) => {
      if (key === 'Enter') handOver()
    },
  }
}
