/**
 * A field in a row of the plan. What is typed is handed over at a pause, on leaving, or when the page goes; Esc takes it
 * back. While one types, what another writes does not change the field under one's hands: whoever hands over later stays.
 */
import { useEffect, useRef, useState } from 'react'

const PAUSE_MS = 500

export interface Cell {
  readonly value: string
  readonly change: (value: string) => void
  /** Hands over what was typed. */
  readonly leave: () => void
  /** Takes back what was typed since the field was entered. */
  readonly drop: () => void
}

export function useCell(
  shared: string,
  commit: (value: string) => void,
  /** Where each hand-over is kept, only on leaving. */
  when: 'at-a-pause' | 'on-leaving' = 'at-a-pause',
): Cell {
  const [draft, setDraft] = useState<string | null>(null)
  const typing = useRef<{ before: string; value: string; handed: string | null } | null>(null)
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined)
  const latest = useRef({ shared, commit })
  latest.current = { shared, commit }

  const handOver = useRef(() => {
    clearTimeout(timer.current)
    const now = typing.current
    if (!now || now.value === now.handed) return
    typing.current = { ...now, handed: now.value }
    latest.current.commit(now.value)
  }).current
  const end = useRef(() => {
    typing.current = null
    setDraft(null)
  }).current
  useEffect(() => {
    window.addEventListener('pagehide', handOver)
    return () => {
      window.removeEventListener('pagehide', handOver)
      handOver()
    }
  }, [handOver])

  return {
    value: draft ?? shared,
    change: (value) => {
      clearTimeout(timer.current)
      const before = typing.current
      typing.current = { before: before?.before ?? shared, handed: before?.handed ?? null, value }
      setDraft(value)
      if (when === 'at-a-pause') timer.current = setTimeout(handOver, PAUSE_MS)
    },
    leave: () => {
      handOver()
      end()
    },
    drop: () => {
      clearTimeout(timer.current)
      const now = typing.current
      // Only one's own words are taken back, not what another has written over them meanwhile.
      if (now?.handed != null && latest.current.shared === now.handed) latest.current.commit(now.before)
      end()
    },
  }
}
