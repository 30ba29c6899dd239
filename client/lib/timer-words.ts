/** How a timer is shown and typed: `6:40`; `5` is five minutes, `5:30` five and a half, `+1` and `-1` add and take. */

const TYPED = /^([+-]?)(\d{1,4})(?::([0-5]\d))?$/
const LONGEST_MS = 86_400_000

export type TimerAct =
  | { readonly action: 'start'; readonly ms: number }
  | { readonly action: 'add'; readonly ms: number }

/** What was typed; null when it is no time. */
export function timerAct(typed: string): TimerAct | null {
  const match = TYPED.exec(typed.replaceAll(/\s/g, '').replace('−', '-'))
  if (!match) return null
  const [, sign, minutes = '0', seconds = '0'] = match
  const ms = (Number(minutes) * 60 + Number(seconds)) * 1000
  if (ms === 0 || ms > LONGEST_MS) return null
  return sign === '' ? { action: 'start', ms } : { action: 'add', ms: sign === '-' ? -ms : ms }
}

/** `06:40`, from an hour on `1:06:40`. */
export function clockText(seconds: number): string {
  const two = (value: number) => String(value).padStart(2, '0')
  const hours = Math.floor(seconds / 3600)
  const rest = `${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`
  return hours === 0 ? rest : `${hours}:${rest}`
}
