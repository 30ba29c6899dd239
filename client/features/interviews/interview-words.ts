/** Words about an interview that several places show: who the customer is, how and when it was held. */
import type { TFunction } from 'i18next'
import type { Interview } from '#shared/interviews/schema.ts'

export type Words = TFunction<'interviews'>

/** "Maintenance manager, dairy, 140 people"; empty when nobody has said. */
export function whoTheyAre(t: Words, { customer }: Pick<Interview, 'customer'>): string {
  const parts = [customer.role, customer.trade]
  if (customer.staff !== null) parts.push(t('table.people', { count: customer.staff }))
  return parts.filter((part) => part !== '').join(', ')
}

export type Held = NonNullable<Interview['mode']> | 'self' | 'none'

/** How an interview was held; a guest link has no caller. */
export const heldHow = ({ mode, source }: Pick<Interview, 'mode' | 'source'>): Held =>
  source === 'self_completed' ? 'self' : (mode ?? 'none')

/** "4 Mar", with the year when it is not this one; empty for no date. */
export function shortDay(day: string, language: string, now: number): string {
  const at = Date.parse(`${day}T00:00:00Z`)
  if (day === '' || Number.isNaN(at)) return ''
  const isThisYear = new Date(now).getUTCFullYear() === new Date(at).getUTCFullYear()
  return new Intl.DateTimeFormat(language, {
    day: 'numeric',
    month: 'short',
    ...(!isThisYear && { year: 'numeric' }),
    timeZone: 'UTC',
  }).format(at)
}

/** The reader's own date, as an ISO day. */
export function ownDay(now: number): string {
  const date = new Date(now)
  const two = (part: number) => String(part).padStart(2, '0')
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`
}

/** Modes in the order in which a sentence counts them. */
const modes = ['phone', 'video', 'face_to_face', 'written'] as const

/** "7 by phone, 2 by video, 1 face to face", with those of which nobody has said. */
export function heldSentence(
  t: Words,
  language: string,
  total: number,
  by: Readonly<Record<string, number>>,
) {
  const known = modes.reduce((sum, mode) => sum + (by[mode] ?? 0), 0)
  const parts: string[] = modes.flatMap((mode) =>
    by[mode] ? [t(`heldBy.${mode}`, { count: by[mode] })] : [],
  )
  if (total > known && known > 0) parts.push(t('heldBy.other', { count: total - known }))
  return new Intl.ListFormat(language, { type: 'unit' }).format(parts)
}

/** Kinds of evidence that are no interview, the nearest to customers first. */
export const evidenceKinds = ['draft_remark', 'frontline', 'focus_group', 'social_media', 'document'] as const
