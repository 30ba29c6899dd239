/** Sessions against the in-process hub: devices with storage that outlives a reload, tabs, and pages that come and go. */
import { IDBFactory } from 'fake-indexeddb'
import { connectSession } from '#client/session/connect-session.ts'
import type { SessionDeps } from '#client/session/deps.ts'
import { deviceStorage } from '#client/session/device-storage.ts'
import type { LiveSession } from '#client/session/live-session.ts'
import type { PageListener } from '#client/session/page.ts'
import { insertRow } from '#shared/document/collection.ts'
import { seats } from '#shared/record/schema.ts'
import { FakeHub } from '#test/support/fake-hub.ts'
import { MY_SEAT, viewOf } from '#test/support/render-session.tsx'

const sessions = new Set<LiveSession>()
const hubs = new Set<FakeHub>()

export function startHub(setting: Parameters<typeof viewOf>[0] = {}): FakeHub {
  const hub = new FakeHub(viewOf({ role: 'member', ...setting }, Date.now()))
  insertRow(hub.docs.record, seats, MY_SEAT, { name: 'Ada', role: hub.view.seat.role, joinedAt: 1 })
  hubs.add(hub)
  return hub
}

/** A browser: what it stores stays when a tab is closed. */
export function device(hub: FakeHub, over: Partial<SessionDeps> = {}) {
  const indexedDb = new IDBFactory()
  const storage = deviceStorage(null)
  let ids = 0
  return {
    indexedDb,
    storage,
    tab(view = hub.view) {
      let page: PageListener | null = null
      const session = connectSession(view, hub.network === 'up' ? 0 : null, {
        origin: 'http://hub.test',
        fetch: hub.fetch,
        webSocket: hub.webSocket,
        indexedDb,
        storage,
        page: {
          listen: (listener) => {
            page = listener
            return () => {
              page = null
            }
          },
        },
        now: Date.now,
        random: () => 0,
        newId: () => `id-${++ids}-${Math.random()}`,
        ...over,
      })
      sessions.add(session)
      const states: string[] = [statusOf(session)]
      session.saved.subscribe(() => states.push(statusOf(session)))
      return {
        session,
        /** Every state of saving so far, as `status` or `status changes`. */
        states,
        get page(): PageListener {
          if (!page) throw new Error('The page is closed.')
          return page
        },
      }
    },
  }
}

export function statusOf(session: LiveSession): string {
  const state = session.saved.getState()
  return 'changes' in state ? `${state.status} ${state.changes}` : state.status
}

/** Ends whatever a test has opened. */
export function stopHubs(): void {
  for (const session of sessions) session.close()
  for (const hub of hubs) hub.stop()
  sessions.clear()
  hubs.clear()
}
