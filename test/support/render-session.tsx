/**
 * Renders a component inside a session that has real documents and no network. What "the server" or "another
 * person" does is played through the answer: `remote`, `setRecord`, `present`, `setSaved`, `replies`.
 */
import { render } from '@testing-library/react'
import type { ReactNode } from 'react'
import { Awareness, applyAwarenessUpdate, encodeAwarenessUpdate } from 'y-protocols/awareness'
import * as Y from 'yjs'
import { createStore } from 'zustand/vanilla'
import type { CommandResult, SavedState, Session } from '#client/session/api.ts'
import { deviceStorage } from '#client/session/device-storage.ts'
import { SessionProvider } from '#client/session/hooks.ts'
import { type LiveSession, makeSession } from '#client/session/live-session.ts'
import { mirror } from '#client/session/mirror.ts'
import { openPresence } from '#client/session/presence.ts'
import { boardCollections, boardSingles } from '#shared/board/schema.ts'
import {
  type ChangesOf,
  type Collection,
  insertRow,
  type Singleton,
  updateRow,
  updateSingle,
} from '#shared/document/collection.ts'
import { type Edit, runEdit } from '#shared/document/edit.ts'
import { interviewCollections } from '#shared/interviews/schema.ts'
import type { CallName, WorkshopView } from '#shared/protocol/calls.ts'
import type { Presence as WirePresence } from '#shared/protocol/wire.ts'
import { type Role, recordCollections, recordSingles, seats } from '#shared/record/schema.ts'

type Rows<T extends Record<string, Collection>> = {
  readonly [K in keyof T]?: Readonly<Record<string, ChangesOf<T[K]>>>
}
type Singles<T extends Record<string, Singleton>> = { readonly [K in keyof T]?: ChangesOf<T[K]> }

export interface SessionContent {
  /** Rows by id, per collection; values of singletons by their name. */
  readonly board?: Rows<typeof boardCollections> & Singles<typeof boardSingles>
  readonly record?: Rows<typeof recordCollections> & Singles<typeof recordSingles>
  readonly interviews?: Rows<typeof interviewCollections>
}

/** A reply, a problem, or a function of the call that gives one. */
type Reply =
  | CommandResult<CallName>
  | ((made: MadeCall) => CommandResult<CallName> | Promise<CommandResult<CallName>>)

/** @public Named in the types of what tests build on this. */
export interface MadeCall {
  readonly name: CallName
  readonly params: Readonly<Record<string, string>>
  readonly query?: Readonly<Record<string, string>>
  readonly body: unknown
}

export interface SessionSetting extends SessionContent {
  readonly role?: Role
  readonly name?: string
  readonly functionName?: string
  readonly saved?: SavedState
  readonly isLoaded?: boolean
  readonly view?: Partial<WorkshopView>
  /** What calls answer; success for those not named. */
  readonly replies?: { readonly [N in CallName]?: Reply }
  readonly now?: () => number
  readonly olderCopy?: Session['olderCopy']
}

export const MY_SEAT = 'seat-me'
const NOW = Date.UTC(2026, 4, 12, 9, 0)
const collections = { ...boardCollections, ...recordCollections, ...interviewCollections } as Record<
  string,
  Collection
>
const singles = { ...boardSingles, ...recordSingles } as Record<string, Singleton>

/** Renders `ui` in a session of that content; answers Testing Library's result and the means to play the others. */
export function renderSession(ui: ReactNode, setting: SessionSetting = {}) {
  const played = playSession(setting)
  const result = render(ui, {
    wrapper: ({ children }) => <SessionProvider session={played.session}>{children}</SessionProvider>,
  })
  return { ...result, ...played }
}

/** The session alone, for tests that render by themselves. */
export function playSession(setting: SessionSetting = {}) {
  const docs = { board: new Y.Doc(), record: new Y.Doc(), interviews: new Y.Doc() }
  const now = setting.now ?? (() => NOW)
  const view = viewOf(setting, now())
  insertRow(docs.record, seats, MY_SEAT, {
    name: view.seat.name,
    functionName: view.seat.functionName,
    role: view.seat.role,
    joinedAt: 1,
  })
  fill(docs.board, setting.board)
  fill(docs.record, setting.record)
  fill(docs.interviews, setting.interviews)

  const awareness = new Awareness(docs.board)
  const presence = openPresence(awareness, MY_SEAT, mirror(docs.record, seats), now, () => true)
  const saved = createStore<SavedState>(() => setting.saved ?? { status: 'saved' })
  const made: MadeCall[] = []
  let ids = 0
  const session = makeSession({
    view: createStore(() => view),
    docs,
    saved,
    loaded: createStore(() => setting.isLoaded ?? true),
    presence,
    caretsOn: new Awareness(docs.interviews),
    storage: deviceStorage(null),
    command: async (name, request = {}) => {
      const one: MadeCall = {
        name,
        params: request.params ?? {},
        ...(request.query && { query: request.query }),
        body: request.body,
      }
      made.push(one)
      const reply: Reply = setting.replies?.[name] ?? { ok: true, reply: usualReply(one) as never }
      return (await (typeof reply === 'function' ? reply(one) : reply)) as never
    },
    newId: () => `new-${++ids}`,
    now,
    clockOffsetMs: () => 0,
    olderCopy: setting.olderCopy ?? (async () => null),
    reconnect: () => {},
    close: () => {},
  })
  return {
    session: session as LiveSession,
    docs,
    /** Calls made so far, oldest first. */
    made,
    setSaved: (state: SavedState) => saved.setState(state, true),
    /** Runs an edit of the board as somebody else would. */
    remote: <Args, Result>(edit: Edit<Args, Result>, args: Args): Result =>
      runEdit(
        docs.board,
        edit,
        args,
        { newId: () => `remote-${++ids}`, now, seatId: 'seat-remote' },
        'remote',
      ),
    /** What the server does to the record. Rows that exist are changed, others added. */
    setRecord: (content: NonNullable<SessionContent['record']>) => fill(docs.record, content),
    /** Makes a person present, or says what they do; null sends them away. Their seat is added when it is missing. */
    present: (seatId: string, state: Partial<WirePresence> | null = {}, name = seatId) => {
      if (!docs.record.getMap('seats').has(seatId)) {
        fill(docs.record, { seats: { [seatId]: { name, role: 'member', joinedAt: 2 } } })
      }
      receivePresence(awareness, seatId, state && { ...state, seatId })
    },
  }
}

/** No ballot yet; every ballot is taken in; anything else is done. */
function usualReply({ name, body }: MadeCall): object {
  if (name === 'readBallot') return { ballot: null, sealed: false, receivedAt: null }
  if (name === 'putBallot') return { sealed: (body as { sealed: boolean }).sealed, receivedAt: NOW }
  return {}
}

/** What the server says of a workshop to a seat of that role. */
export function viewOf(setting: SessionSetting, serverNow: number): WorkshopView {
  const role = setting.role ?? 'facilitator'
  const mayWriteBoard = role === 'facilitator' || role === 'member' || role === 'researcher'
  const isResearcher = role === 'researcher'
  return {
    workshopId: 'workshop-1',
    title: 'Larderline for independent cafés',
    seat: {
      id: MY_SEAT,
      name: setting.name ?? 'Ada Park',
      functionName: setting.functionName ?? 'Marketing',
      role,
    },
    documents: {
      board: { read: true, write: mayWriteBoard, lineage: 'l1' },
      record: { read: true, write: false, lineage: 'l1' },
      interviews: { read: isResearcher, write: isResearcher, lineage: 'l1' },
    },
    joinCode: 'KMT4WP',
    links: { participate: 'http://localhost:3000/w/workshop-1#t=participate' },
    isDemo: false,
    serverNow,
    ...setting.view,
  }
}

function fill(doc: Y.Doc, content: object = {}): void {
  doc.transact(() => {
    for (const [name, values] of Object.entries(content)) {
      const single = singles[name]
      const of = collections[name]
      if (single) updateSingle(doc, single, values)
      if (of) {
        for (const [id, row] of Object.entries(values)) {
          if (!updateRow(doc, of, id, row as never)) insertRow(doc, of, id, row as never)
        }
      }
    }
  }, 'remote')
}

const others = new Map<string, Awareness>()

function receivePresence(awareness: Awareness, seatId: string, state: Record<string, unknown> | null): void {
  const key = `${awareness.clientID}/${seatId}`
  const other = others.get(key) ?? new Awareness(new Y.Doc())
  others.set(key, other)
  other.setLocalState(state)
  applyAwarenessUpdate(awareness, encodeAwarenessUpdate(other, [other.clientID]), 'remote')
}
