/** The browser's session of a person, in Node, against a whole server: real HTTP, real sockets, storage of its own. */
import { IDBFactory } from 'fake-indexeddb'
import type { SessionDeps } from '#client/session/deps.ts'
import { deviceStorage } from '#client/session/device-storage.ts'
import type { LiveSession } from '#client/session/live-session.ts'
import type { PageListener } from '#client/session/page.ts'
import { openSession } from '#client/session/session.ts'
import { socketWithCookie } from '#test/support/cookie-socket.ts'
import type { Person } from '#test/support/server.ts'

export interface Laptop {
  readonly indexedDb: IDBFactory
  /** Opens the workshop as a new tab does. */
  open(): Promise<LiveSession>
  /** Closing the tab opened last would lose something. */
  wouldLose(): boolean
  /** Cuts this laptop off, or lets it back. */
  setOnline(isOnline: boolean): void
}

export function laptopOf(person: Person, url: string): Laptop {
  const indexedDb = new IDBFactory()
  const storage = deviceStorage(null)
  let isOnline = true
  let page: PageListener | null = null
  const sockets = new Set<{ close(): void }>()
  const RealSocket = socketWithCookie(person.cookie)
  const webSocket = class extends RealSocket {
    constructor(address: string | URL) {
      super(isOnline ? address : 'ws://127.0.0.1:9/')
      sockets.add(this)
    }
  }
  const deps: SessionDeps = {
    origin: url,
    fetch: async (path, init) => {
      if (!isOnline) throw new TypeError('Failed to fetch')
      const headers = { ...(init?.headers as Record<string, string>), cookie: person.cookie, origin: url }
      return fetch(`${url}${String(path)}`, { ...init, headers })
    },
    webSocket,
    indexedDb,
    storage,
    page: {
      listen(listener) {
        page = listener
        return () => {}
      },
    },
    now: Date.now,
    random: Math.random,
    newId: () => crypto.randomUUID(),
  }
  return {
    indexedDb,
    async open() {
      const opened = await openSession(person.workshopId, deps)
      if (!opened.ok) throw new Error(`Not opened: ${opened.problem.code}`)
      return opened.session
    },
    wouldLose: () => page?.leaving() ?? false,
    setOnline(now) {
      isOnline = now
      if (!now) for (const socket of sockets) socket.close()
      sockets.clear()
    },
  }
}
