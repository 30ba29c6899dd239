/**
 * Joins documents, copies on this device, lines, presence and ballots to a session, and keeps what may be said about
 * saving in step with them.
 */
import { Awareness } from 'y-protocols/awareness'
import * as Y from 'yjs'
import { createStore } from 'zustand/vanilla'
import type { CommandProblem, SavedState } from '#client/session/api.ts'
import type { SessionDeps } from '#client/session/deps.ts'
import { keepEqual } from '#client/session/keep-equal.ts'
import { Lines, type Recheck } from '#client/session/lines.ts'
import { type LiveSession, makeSession } from '#client/session/live-session.ts'
import { mirror } from '#client/session/mirror.ts'
import { deleteCopy, olderCopies } from '#client/session/offline-copy.ts'
import { olderCopy } from '#client/session/older-copy.ts'
import { openPresence } from '#client/session/presence.ts'
import { callWith, isGone, readView } from '#client/session/read-view.ts'
import { rememberStanding } from '#client/session/remember-standing.ts'
import { savedStateOf } from '#client/session/saved-state.ts'
import { SyncedDocument } from '#client/session/synced-document.ts'
import { onWithdrawal } from '#client/session/withdrawals.ts'
import { forgetWorkshop } from '#client/session/workshops.ts'
import { type DocumentKind, documentKinds } from '#shared/document/names.ts'
import type { CallName, WorkshopView } from '#shared/protocol/calls.ts'
import { closeCodes } from '#shared/protocol/wire.ts'
import { envelope, seats } from '#shared/record/schema.ts'

/** `clockOffsetMs` is null when the server was not reached: the session then begins without a line. */
export function connectSession(
  first: WorkshopView,
  clockOffsetMs: number | null,
  deps: SessionDeps,
): LiveSession {
  const { workshopId } = first
  const view = createStore(() => first)
  const saved = createStore<SavedState>(() => ({ status: 'loading' }))
  const loaded = createStore(() => false)
  const docs = { board: new Y.Doc(), record: new Y.Doc(), interviews: new Y.Doc() }
  const documents = new Map<DocumentKind, SyncedDocument>()
  const isBoardOnline = () => documents.get('board')?.line.isOnline ?? false
  const presenceOn = new Awareness(docs.board)
  const caretsOn = silentAwareness(docs.interviews)
  const seatRows = mirror(docs.record, seats)
  const presence = openPresence(presenceOn, first.seat.id, seatRows, deps.now, isBoardOnline)
  let offsetMs = clockOffsetMs ?? 0
  let wasSettled = false

  const refresh = () => {
    const all = [...documents.values()]
    lines.heard()
    const isSettled = lines.isOnline && all.every(({ line }) => line.isSettled || lines.isJustAdded(line))
    const next = savedStateOf({
      closedBy: lines.closedBy,
      isLoaded: loaded.getState(),
      wasTried: lines.wasTried,
      isOnline: lines.isOnline,
      isSettled,
      wasSettled,
      changes: all.reduce((sum, { unsaved }) => sum + unsaved.count, 0),
      isRefused: all.some(({ isRefused }) => isRefused),
      retryAt: lines.retryAt,
    })
    wasSettled ||= isSettled
    const kept = keepEqual(saved.getState(), next)
    if (kept !== saved.getState()) saved.setState(kept, true)
    // Without the interviews a screen would say that nobody was asked: they are waited for, unless there is no line.
    const isCutOff = lines.wasTried && !lines.isOnline
    const awaited = documentKinds.filter(
      (kind) => kind !== 'interviews' || (documents.has(kind) && !isCutOff),
    )
    const isLoaded = awaited.every((kind) => documents.get(kind)?.isLoaded)
    if (isLoaded && !loaded.getState()) loaded.setState(true, true)
  }
  const lines = new Lines({
    lines: () => [...documents.values()].map(({ line }) => line),
    recheck,
    now: deps.now,
    random: deps.random,
    onChange: refresh,
  })
  const awarenessOf = { board: presenceOn, record: silentAwareness(docs.record), interviews: caretsOn }
  const openDocument = (kind: DocumentKind): SyncedDocument => {
    const { lineage, write } = view.getState().documents[kind]
    const document = new SyncedDocument({
      kind,
      workshopId,
      lineage,
      mayWrite: write,
      doc: docs[kind],
      awareness: awarenessOf[kind],
      address: `${deps.origin.replace(/^http/u, 'ws')}/sync/${workshopId}`,
      webSocket: deps.webSocket,
      indexedDb: deps.indexedDb,
      newId: deps.newId,
      now: deps.now,
      onChange: refresh,
      onLost: (code) => lines.lost(code),
    })
    documents.set(kind, document)
    return document
  }

  async function recheck(): Promise<Recheck> {
    const read = await readView(workshopId, deps)
    if (!read.ok) return isGone(read.problem) ? goneWith(read.problem) : 'unreachable'
    offsetMs = read.clockOffsetMs
    const before = view.getState()
    if (needsNewSession(before, read.view)) return { closedBy: closeCodes.accessChanged }
    view.setState(keepEqual(before, read.view), true)
    if (read.view.documents.interviews.read && !documents.has('interviews')) {
      await openDocument('interviews').loadCopy()
    }
    return 'same'
  }
  const goneWith = ({ code }: CommandProblem): Recheck => {
    forgetWorkshop(workshopId)
    return { closedBy: code === 'no-seat' ? closeCodes.noSeat : closeCodes.noSuchWorkshop }
  }

  onWithdrawal(docs.interviews, () => {
    for (const document of documents.values()) document.forgetDeleted()
  })
  const session = makeSession({
    view,
    docs,
    saved,
    loaded,
    presence,
    caretsOn,
    storage: deps.storage,
    command: async (name, request = {}) => {
      const called = await callWith(deps, name, request)
      // What one may hand on has changed with it.
      if (called.ok && changesLinks.has(name)) await recheck()
      return called
    },
    newId: deps.newId,
    now: deps.now,
    clockOffsetMs: () => offsetMs,
    olderCopy: () => olderCopy(deps.indexedDb, view.getState(), docs, deps.now),
    reconnect: () => lines.tryNow(),
    close: () => void close(),
  })
  const stopListening = deps.page.listen({
    online: () => {
      lines.tryNow()
      session.ballots.tryNow()
    },
    offline: () => lines.dropAll(),
    visible: () => {
      lines.tryNow()
      session.ballots.tryNow()
    },
    hidden: () => session.ballots.tryNow(),
    leaving: () => [...documents.values()].some(({ unsaved }) => unsaved.hasUnkept),
  })
  const close = async () => {
    stopListening()
    lines.stop()
    presence.stop()
    session.ballots.stop()
    await Promise.all([...documents.values()].map((document) => document.close()))
    for (const kind of documentKinds) docs[kind].destroy()
  }

  session.ballots.resume()
  saved.subscribe((state, before) => {
    if (isAway(before) === isAway(state)) return
    presence.refresh()
    if (!isAway(state)) session.ballots.tryNow()
  })
  const sealed = session.single(envelope)
  sealed.subscribe(({ openedAt }) => {
    if (openedAt !== null && !documents.has('interviews')) lines.askAgain()
  })
  rememberStanding(session, deps.now)
  const readable = documentKinds.filter((kind) => first.documents[kind].read)
  void forgetUseless(first, deps.indexedDb)
  const copies = readable.map((kind) => openDocument(kind).loadCopy())
  void Promise.all(copies).then(() => {
    if (clockOffsetMs === null) lines.lost(null)
    else lines.connect()
  })
  return session
}

const changesLinks: ReadonlySet<CallName> = new Set(['renewLink', 'changeLink', 'endLink'])

const isAway = ({ status }: SavedState) => status === 'offline' || status === 'not-saved'

/** Nothing is said on this document's line as yet. */
function silentAwareness(doc: Y.Doc): Awareness {
  const awareness = new Awareness(doc)
  awareness.setLocalState(null)
  return awareness
}

/** Rights or histories differ in a way that what is open cannot follow. Being let into the interviews is none. */
function needsNewSession(before: WorkshopView, next: WorkshopView): boolean {
  const differs = (kind: DocumentKind) => {
    const [old, now] = [before.documents[kind], next.documents[kind]]
    const isNewHistory = old.read && now.read && old.lineage !== now.lineage
    return isNewHistory || old.write !== now.write || (old.read && !now.read)
  }
  const isSameSeat = before.seat.id === next.seat.id && before.seat.role === next.seat.role
  return !isSameSeat || documentKinds.some(differs)
}

/**
 * Copies of a former history that could not be brought back anyway go, and every copy of a document one may not
 * read any more [S2].
 */
async function forgetUseless({ workshopId, documents }: WorkshopView, factory: IDBFactory | null) {
  for (const kind of documentKinds) {
    const { read, write, lineage } = documents[kind]
    if (write) continue
    const useless = await olderCopies(factory, workshopId, kind, read ? lineage : '')
    for (const name of useless) await deleteCopy(factory, name)
  }
}
