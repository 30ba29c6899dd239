/** Workshops this device has a seat in: for the first page, and to open one while the server cannot be reached. */
import { useSyncExternalStore } from 'react'
import { deviceStorage } from '#client/session/device-storage.ts'
import type { WorkshopView } from '#shared/protocol/calls.ts'
import { type Activity, activities } from '#shared/record/activities.ts'

export interface KnownWorkshop {
  readonly workshopId: string
  readonly title: string
  readonly company: string
  readonly product: string
  readonly segment: string
  /** Epoch ms of the last time it was opened here. */
  readonly openedAt: number
  /** Where it stood when it was last open here; null while that is not known. */
  readonly stood: Standing | null
  /** The plan as it was last seen here; null while that is not known. */
  readonly plan: PlanSeen | null
  /** As last read, without links: those are keys. */
  readonly view: WorkshopView | null
}

export interface Standing {
  readonly activity: Activity
  readonly isEnvelopeOpen: boolean
}

/** Days rather than counts, so that what is overdue is right on any later day, also without a line. */
export interface PlanSeen {
  /** Actions still to be done. */
  readonly open: number
  /** On which days they are due, where they say one. */
  readonly dues: readonly string[]
  /** How many of them nobody owns. */
  readonly ownerless: number
  /** First day on which anything was promised; looks follow from it. */
  readonly promisedFrom: string | null
}

type Named = Pick<KnownWorkshop, 'company' | 'product' | 'segment'>

const KEY = 'guessproof:workshops'
const MOST = 50
const storage = deviceStorage()
const listeners = new Set<() => void>()
let list: readonly KnownWorkshop[] | null = null

/** Newest first. */
export function useKnownWorkshops(): readonly KnownWorkshop[] {
  return useSyncExternalStore(listen, remembered)
}

/** Takes in how it was read, and what its documents have shown since: what is not given stays as it was. */
export function rememberWorkshop(
  view: WorkshopView,
  openedAt: number,
  seen: { readonly named?: Named; readonly stood?: Standing; readonly plan?: PlanSeen } = {},
): void {
  const { workshopId, title } = view
  const all = readAgain()
  const before = all.find((one) => one.workshopId === workshopId)
  const now: KnownWorkshop = {
    workshopId,
    title,
    ...namesOf(seen.named ?? before),
    stood: seen.stood ?? before?.stood ?? null,
    plan: seen.plan ?? before?.plan ?? null,
    openedAt,
    view: { ...view, joinCode: null, links: { participate: '' } },
  }
  write([now, ...all.filter((one) => one !== before)])
}

/** Answers how to have it back in its place. */
export function forgetWorkshop(workshopId: string): () => void {
  const before = readAgain()
  write(before.filter((one) => one.workshopId !== workshopId))
  return () => {
    const gone = before.find((one) => one.workshopId === workshopId)
    const others = readAgain().filter((one) => one.workshopId !== workshopId)
    if (gone) write([...others, gone].sort((a, b) => b.openedAt - a.openedAt))
  }
}

/** The workshop as this device last saw it, for a start without a line. */
export const rememberedView = (workshopId: string): WorkshopView | null =>
  remembered().find((one) => one.workshopId === workshopId)?.view ?? null

function remembered(): readonly KnownWorkshop[] {
  if (list === null) {
    const stored = storage.get(KEY)
    list = Array.isArray(stored) ? stored.filter(isKnownWorkshop).map(whole) : []
  }
  return list
}

/** Other tabs write here too. */
function readAgain(): readonly KnownWorkshop[] {
  list = null
  return remembered()
}

function write(next: readonly KnownWorkshop[]): void {
  list = next.slice(0, MOST)
  storage.set(KEY, list)
  for (const listener of listeners) listener()
}

function listen(listener: () => void): () => void {
  const onStored = ({ key }: StorageEvent) => {
    if (key !== KEY) return
    list = null
    listener()
  }
  listeners.add(listener)
  window.addEventListener('storage', onStored)
  return () => {
    listeners.delete(listener)
    window.removeEventListener('storage', onStored)
  }
}

const namesOf = (of: Partial<Named> | undefined): Named => ({
  company: of?.company ?? '',
  product: of?.product ?? '',
  segment: of?.segment ?? '',
})

function isKnownWorkshop(value: unknown): value is KnownWorkshop {
  if (typeof value !== 'object' || value === null) return false
  const { workshopId, title, segment, openedAt } = value as Record<string, unknown>
  return (
    typeof workshopId === 'string' &&
    typeof title === 'string' &&
    typeof segment === 'string' &&
    typeof openedAt === 'number'
  )
}

/** Lists kept by earlier versions say nothing of where a workshop stood, nor of its product and plan. */
const whole = (kept: KnownWorkshop): KnownWorkshop => ({
  ...kept,
  company: typeof kept.company === 'string' ? kept.company : '',
  product: typeof kept.product === 'string' ? kept.product : '',
  stood: isStanding(kept.stood) ? kept.stood : null,
  plan: isPlanSeen(kept.plan) ? kept.plan : null,
})

function isPlanSeen(value: unknown): value is PlanSeen {
  if (typeof value !== 'object' || value === null) return false
  const { open, dues, ownerless, promisedFrom } = value as Record<string, unknown>
  return (
    typeof open === 'number' &&
    typeof ownerless === 'number' &&
    (promisedFrom === null || typeof promisedFrom === 'string') &&
    Array.isArray(dues) &&
    dues.every((day) => typeof day === 'string')
  )
}

function isStanding(value: unknown): value is Standing {
  if (typeof value !== 'object' || value === null) return false
  const { activity, isEnvelopeOpen } = value as Record<string, unknown>
  return activities.some((known) => known === activity) && typeof isEnvelopeOpen === 'boolean'
}
