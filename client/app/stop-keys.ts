/** `G`, then the letter of a stop within a moment: go there. The second letter is not for the screen's own keys. */
import { useEffect } from 'react'
import { isLetterKey } from '#client/lib/letter-keys.ts'
import { type StopName, stops } from '#client/lib/stops.ts'

const MOMENT_MS = 1_500

export function useStopKeys(goTo: (stop: StopName) => void): void {
  useEffect(() => {
    let armedAt = Number.NEGATIVE_INFINITY
    const press = (event: KeyboardEvent) => {
      if (!isLetterKey(event)) return
      const key = event.key.toLowerCase()
      const isArmed = event.timeStamp - armedAt < MOMENT_MS
      armedAt = key === 'g' ? event.timeStamp : Number.NEGATIVE_INFINITY
      const stop = isArmed ? stops.find((one) => one.key === key) : undefined
      if (!stop) return
      event.preventDefault()
      event.stopPropagation()
      goTo(stop.activity)
    }
    window.addEventListener('keydown', press, { capture: true })
    return () => window.removeEventListener('keydown', press, { capture: true })
  }, [goTo])
}
