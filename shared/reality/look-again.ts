/** Looking at the plan again 30, 60 and 90 days after it was promised (method P8): what is due, done, and what moved. */
import type { Action, ActionChange } from '#shared/board/action-edits.ts'
import { addDays, dayAt, isRealDay } from '#shared/board/due-date.ts'

export const lookDays = [30, 60, 90] as const

export interface Look {
  readonly days: (typeof lookDays)[number]
  readonly day: string
  /** `next` is the one that runs now: what moved until today is in it. */
  readonly when: 'past' | 'next' | 'later'
  /** Actions due by that day. */
  readonly due: number
  readonly doneOfDue: number
  /** Changes since the look before, oldest first; of dates only those to a later day. */
  readonly postponed: readonly ActionChange[]
  readonly measured: readonly ActionChange[]
  readonly retargeted: readonly ActionChange[]
  readonly states: readonly ActionChange[]
}

/** The first day on which something was promised; null while nothing was. */
export const promisedFrom = (live: readonly Action[]): string | null =>
  live
    .map(({ promisedOn }) => promisedOn)
    .filter(isRealDay)
    .sort()[0] ?? null

export interface Seen {
  readonly live: readonly Action[]
  readonly changes: readonly ActionChange[]
  readonly today: string
  readonly timeZone: string
}

/** The three looks from the first promise on; empty while nothing was promised. */
export function looksAgain({ live, changes, today, timeZone }: Seen): readonly Look[] {
  const from = promisedFrom(live)
  if (from === null) return []
  const known = new Set(live.map(({ id }) => id))
  const ofPlan = changes.filter(({ actionId }) => known.has(actionId)).sort(oldestFirst)
  const days = lookDays.map((ahead) => addDays(from, ahead))
  const next = days.find((day) => day >= today) ?? null
  return lookDays.map((ahead, index) => {
    const day = days[index] ?? from
    const before = days[index - 1] ?? ''
    const moved = ofPlan.filter(({ at }) => {
      const on = dayAt(at, timeZone)
      return on > before && (on <= day || index === lookDays.length - 1)
    })
    const due = live.filter((action) => action.due !== '' && action.due <= day)
    const of = (fields: readonly string[]) => moved.filter(({ field }) => fields.includes(field))
    return {
      days: ahead,
      day,
      when: day < today ? 'past' : day === next ? 'next' : 'later',
      due: due.length,
      doneOfDue: due.filter(({ status }) => status === 'done').length,
      postponed: of(['due']).filter(({ from: earlier, to }) => to === '' || to > earlier),
      measured: of(['latest']),
      retargeted: of(['target', 'baseline', 'measure']),
      states: of(['status']),
    }
  })
}

export const oldestFirst = (a: ActionChange, b: ActionChange): number => a.at - b.at || (a.id < b.id ? -1 : 1)
