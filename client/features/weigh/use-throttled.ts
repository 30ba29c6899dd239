/** A text that changes at most once a gap: the newest at once if it has been quiet, else at the end of the gap. */
import { useEffect, useRef, useState } from 'react'

export function useThrottled(text: string, gapMs: number): string {
  const [said, setSaid] = useState(text)
  const lastAt = useRef(Number.NEGATIVE_INFINITY)
  useEffect(() => {
    if (text === said) return
    const wait = Math.max(0, lastAt.current + gapMs - performance.now())
    const timeout = setTimeout(() => {
      lastAt.current = performance.now()
      setSaid(text)
    }, wait)
    return () => clearTimeout(timeout)
  }, [text, said, gapMs])
  return said
}
