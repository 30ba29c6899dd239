/**
 * A field that is one value for everyone: what is typed here is shown at once and handed over at a pause, at
 * Enter and on leaving. While the field has the focus, what others write does not change it under one's hands.
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

export function useDraft(shared: string, commit: (value: string) => void): Draft {
  const [draft, setDraft] = useState<string | null>(null)
  const pending = useRef<{ value: string; timer: ReturnType<typeof setTimeout> } | null>(null)
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
      pending.current = { value, timer: setTimeout(handOver, PAUSE_MS) }
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
