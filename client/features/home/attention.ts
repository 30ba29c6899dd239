/** What a workshop asks for today, reckoned from what this device last saw of it. */
import type { KnownWorkshop } from '#client/session/workshops.ts'
import { addDays } from '#shared/board/due-date.ts'
import { lookDays } from '#shared/reality/look-again.ts'

const DAY_MS = 86_400_000
/** So long nobody looked, and one may wonder whether it is still true (R106). */
const STALE_DAYS = 60

export interface Attention {
  readonly overdue: number
  readonly ownerless: number
  /** The look that is due and was not taken since: after 30, 60 or 90 days. */
  readonly look: (typeof lookDays)[number] | null
  /** Days since it was last open here, from sixty on. */
  readonly unseenDays: number | null
}

/** `dayOf` tells the day of a moment where the reader is. */
export function attentionOf(
  { plan, openedAt }: Pick<KnownWorkshop, 'plan' | 'openedAt'>,
  now: number,
  dayOf: (at: number) => string,
): Attention {
  const today = dayOf(now)
  const openedOn = dayOf(openedAt)
  const from = plan?.promisedFrom ?? null
  const look =
    from === null
      ? null
      : (lookDays.filter((days) => addDays(from, days) <= today && addDays(from, days) > openedOn).at(-1) ??
        null)
  const unseen = Math.floor((now - openedAt) / DAY_MS)
  return {
    overdue: plan?.dues.filter((day) => day < today).length ?? 0,
    ownerless: plan?.ownerless ?? 0,
    look: plan !== null && plan.open > 0 ? look : null,
    unseenDays: unseen >= STALE_DAYS ? unseen : null,
  }
}

/** The day where this device is. */
export const localDay = (at: number): string => new Intl.DateTimeFormat('sv-SE').format(at)
