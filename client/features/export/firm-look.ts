/** Logo and colours of one's firm, kept on this device for the next file. */
import { useState } from 'react'
import { keep, kept, unkeep } from '#client/lib/kept.ts'
import { isLogo, type LogoPicture } from '#client/lib/logo-picture.ts'

export interface FirmLook {
  readonly logo: LogoPicture | null
  /** Six hexadecimal digits; null: ours. */
  readonly main: string | null
  readonly accent: string | null
}

const KEY = 'guessproof.firm'
const ours: FirmLook = { logo: null, main: null, accent: null }

export function useFirmLook(): readonly [FirmLook, (change: Partial<FirmLook>) => void] {
  const [look, setLook] = useState(readLook)
  const change = (some: Partial<FirmLook>) => {
    const next = { ...look, ...some }
    const isOurs = Object.values(next).every((one) => one === null)
    if (isOurs) unkeep(KEY)
    else keep(KEY, JSON.stringify(next))
    setLook(next)
  }
  return [look, change]
}

function readLook(): FirmLook {
  try {
    const found: unknown = JSON.parse(kept(KEY) ?? 'null')
    if (typeof found !== 'object' || found === null) return ours
    const { logo, main, accent } = found as Readonly<Record<string, unknown>>
    return { logo: isLogo(logo) ? logo : null, main: colour(main), accent: colour(accent) }
  } catch {
    return ours
  }
}

const colour = (value: unknown): string | null =>
  typeof value === 'string' && /^[0-9a-f]{6}$/i.test(value) ? value : null
