/** Whether this person wants hints on generic words (R016): on, unless switched off on this device. */
import { useState } from 'react'
import { keep, kept } from '#client/lib/kept.ts'

const KEY = 'guessproof.generic-hints'

export function useHints(): readonly [boolean, (on: boolean) => void] {
  const [isOn, setOn] = useState(() => kept(KEY) !== 'off')
  const change = (on: boolean) => {
    keep(KEY, on ? 'on' : 'off')
    setOn(on)
  }
  return [isOn, change]
}
