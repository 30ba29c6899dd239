/** Workshops this device has a seat in: for the first page, and to open one while the server cannot be reached. */
import { useSyncExternalStore } from 'react'
import { deviceStorage } from '#client/session/device-storage.ts'
import type { WorkshopView } from '#shared/protocol/calls.ts'
import { type Activity, activities } from '#shared/record/activities.ts'

export interface KnownWorkshop {
  readonly workshopId: string
  readonly title: string
  readonly segment: string
  /** Epoch ms of the last time it was opened here. */
  readonly openedAt: number
  /** Where it stood when it was last open here; null while that is not known. */
  readonly stood: Standing | null
}

export interface Standing {
  readonly activity: Activity
  readonly isEnvelopeOpen: boolean
}

interface Remembered extends KnownWorkshop {
  /** As last read, without links: those are keys. */
  readonly view: WorkshopView | null
}

const KEY = 'guessproof:workshops'
const MOST = 50
const storage = deviceStorage()
const listeners = new Set<() => void>()
let list: readonly Remembered[] | null = null

/** Newest first. */
export function useKnownWorkshops(): readonly KnownWorkshop[] {
  return useSyncExternalStore(listen, remembered)
}

/** Takes in how it was read, and what its documents have shown since: what is not given stays as it was. */
export function rememberWorkshop(
  view: WorkshopView,
  openedAt: number,
  seen: { readonly segment?: string; readonly stood?: Standing } = {},
): void {
  const { workshopId, title } = view
  const all = readAgain()
  const before = all.find((one) => one.workshopId === workshopId)
  const now: Remembered = {
    workshopId,
    title,
    segment: seen.segment ?? before?.segment ?? '',
    stood: seen.stood ?? before?.stood ?? null,
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

function remembered(): readonly Remembered[] {
  if (list === null) {
    const stored = storage.get(KEY)
    list = Array.isArray(stored) ? stored.filter(isRemembered).map(whole) : []
  }
  return list
}

/** Other tabs write here too. */
function readAgain(): readonly Remembered[] {
  list = null
  return remembered()
}

function write(next: readonly Remembered[]): void {
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

function isRemembered(value: unknown): value is Remembered {
  if (typeof value !== 'object' || value === null) return false
  const { workshopId, title, segment, openedAt } = value as Record<string, unknown>
  return (
    typeof workshopId === 'string' &&
    typeof title === 'string' &&
    typeof segment === 'string' &&
    typeof openedAt === 'number'
  )
}

/** Lists kept by earlier versions say nothing of where a workshop stood. */
const whole = (kept: Remembered): Remembered => ({
  ...kept,
  stood: isStanding(kept.stood) ? kept.stood : null,
})

function isStanding(value: unknown): value is Standing {
  if (typeof value !== 'object' || value === null) return false
  const { activity, isEnvelopeOpen } = value as Record<string, unknown>
  return activities.some((known) => known === activity) && typeof isEnvelopeOpen === 'boolean'
}
