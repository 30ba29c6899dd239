/** What a session takes from outside: network, storage, time, chance, the page. Tests bring their own. */
import { type DeviceStorage, deviceStorage } from '#client/session/device-storage.ts'
import { browserPage, type Page } from '#client/session/page.ts'

export interface SessionDeps {
  /** Address of the server, as the browser calls it. */
  readonly origin: string
  readonly fetch: typeof fetch
  readonly webSocket: typeof WebSocket
  readonly indexedDb: IDBFactory | null
  readonly storage: DeviceStorage
  readonly page: Page
  readonly now: () => number
  /** From 0 to 1. */
  readonly random: () => number
  readonly newId: () => string
}

export const browserDeps = (): SessionDeps => ({
  origin: window.location.origin,
  fetch: (...args) => fetch(...args),
  webSocket: WebSocket,
  indexedDb: browserIndexedDb(),
  storage: deviceStorage(),
  page: browserPage,
  now: Date.now,
  random: Math.random,
  newId: () => crypto.randomUUID(),
})

/** Some browsers throw at the mere mention of it. */
function browserIndexedDb(): IDBFactory | null {
  try {
    return globalThis.indexedDB ?? null
  } catch {
    return null
  }
}
