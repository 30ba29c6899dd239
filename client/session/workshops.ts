/** Workshops this device has a seat in: for the first page, and to open one while the server cannot be reached. */
import { useSyncExternalStore } from 'react'
import { deviceStorage } from '#client/session/device-storage.ts'
import type { WorkshopView } from '#shared/protocol/calls.ts'

export interface KnownWorkshop {
  readonly workshopId: string
  readonly title: string
  readonly segment: string
  /** Epoch ms of the last time it was opened here. */
  readonly openedAt: number
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
  return useSyncExternalStore((listener) => {
    listeners.add(listener)
    return () => listeners.delete(listener)
  }, remembered)
}

export function rememberWorkshop(view: WorkshopView, openedAt: number, segment?: string): void {
  const { workshopId, title } = view
  const before = remembered().find((one) => one.workshopId === workshopId)
  const stripped: WorkshopView = { ...view, joinCode: null, links: { participate: '' } }
  write([
    { workshopId, title, segment: segment ?? before?.segment ?? '', openedAt, view: stripped },
    ...remembered().filter((one) => one !== before),
  ])
}

export function forgetWorkshop(workshopId: string): void {
  write(remembered().filter((one) => one.workshopId !== workshopId))
}

/** The workshop as this device last saw it, for a start without a line. */
export const rememberedView = (workshopId: string): WorkshopView | null =>
  remembered().find((one) => one.workshopId === workshopId)?.view ?? null

function remembered(): readonly Remembered[] {
  if (list === null) {
    const stored = storage.get(KEY)
    list = Array.isArray(stored) ? stored.filter(isRemembered) : []
  }
  return list
}

function write(next: readonly Remembered[]): void {
  list = next.slice(0, MOST)
  storage.set(KEY, list)
  for (const listener of listeners) listener()
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
