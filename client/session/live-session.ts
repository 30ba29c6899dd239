/**
 * A session as the hooks see it: what screens may ask, and the stores behind the hooks. Made from documents,
 * presence and a way to call; whether there is a server behind them, it does not know.
 */
import type { Awareness } from 'y-protocols/awareness'
import type * as Y from 'yjs'
import type { StoreApi } from 'zustand/vanilla'
import { afterSaving } from '#client/session/after-saving.ts'
import type { SavedState, Session } from '#client/session/api.ts'
import { Ballots } from '#client/session/ballots.ts'
import type { CallRequest } from '#client/session/call.ts'
import { tellCaret } from '#client/session/caret-telling.ts'
import { type Carets, NoteCarets } from '#client/session/carets.ts'
import type { DeviceStorage } from '#client/session/device-storage.ts'
import { documentOf } from '#client/session/documents.ts'
import type { Recognised, ReportShown } from '#client/session/followed-report.ts'
import { mirror, mirrorSingle, type Rows } from '#client/session/mirror.ts'
import type { Presence, Present } from '#client/session/presence.ts'
import { type FollowedWords, followWords } from '#client/session/shared-words.ts'
import { bindText, type TextElement } from '#client/session/text-binding.ts'
import { UndoSteps } from '#client/session/undo.ts'
import { onWithdrawal } from '#client/session/withdrawals.ts'
import { type Collection, type RowOf, type Singleton, sharedTextOf } from '#shared/document/collection.ts'
import { type Edit, runEdit } from '#shared/document/edit.ts'
import type { DocumentKind } from '#shared/document/names.ts'
import { FOLLOW } from '#shared/document/origins.ts'
import type { CallName, WorkshopView } from '#shared/protocol/calls.ts'
import type { Cursor } from '#shared/protocol/wire.ts'

export interface LiveSession extends Session {
  readonly saved: StoreApi<SavedState>
  /** False until the copy on this device or the first sync has delivered the content: empty is not the truth yet. */
  readonly loaded: StoreApi<boolean>
  readonly present: StoreApi<Present>
  /** Pointers of everyone on the roadmap, by seat. */
  readonly cursors: StoreApi<ReadonlyMap<string, Cursor>>
  readonly ballots: Ballots
  rows<C extends Collection>(of: C): StoreApi<Rows<C>>
  single<C extends Singleton>(of: C): StoreApi<RowOf<C>>
  /** Ties a text field to a shared text until the answer is called. Read-only seats see, but do not write. */
  bindText(element: TextElement, of: Collection, id: string, field: string): () => void
  /** A shared text of the board as it stands, longer than its field allows too, and where others write in it. */
  words(of: Collection, id: string, field: string): FollowedWords
  /** What a file would be written from, now and after each change, until the answer is called. */
  followReport(recognised: Recognised, tell: (shown: ReportShown) => void): () => void
  /** For the editor of notes alone. */
  readonly notes: Notes
}

/** What the editor of notes works with. */
export interface Notes {
  readonly doc: Y.Doc
  readonly mayWrite: boolean
  readonly carets: Carets
  readonly undo: UndoSteps
}

export interface SessionParts {
  readonly view: StoreApi<WorkshopView>
  readonly docs: Readonly<Record<DocumentKind, Y.Doc>>
  readonly saved: StoreApi<SavedState>
  readonly loaded: StoreApi<boolean>
  readonly presence: Presence
  /** Presence on the interviews' own line: carets. */
  readonly caretsOn: Awareness
  readonly storage: DeviceStorage
  readonly command: Session['command']
  readonly newId: () => string
  readonly now: () => number
  readonly clockOffsetMs: () => number
  readonly olderCopy: Session['olderCopy']
  readonly reconnect: () => void
  readonly close: () => void
}

export function makeSession(parts: SessionParts): LiveSession {
  const { docs, now } = parts
  const view = () => parts.view.getState()
  const seatId = view().seat.id
  const mayWrite = (kind: DocumentKind) => view().documents[kind].write
  const serverNow = () => now() + parts.clockOffsetMs()
  const context = { newId: parts.newId, now: serverNow, seatId }
  const undo = new UndoSteps()
  for (const kind of ['board', 'interviews'] as const) if (mayWrite(kind)) undo.follow(docs[kind])

  const carets = new NoteCarets(parts.caretsOn)
  onWithdrawal(docs.interviews, () => undo.forget())

  const editIn = <Args, Result>(kind: DocumentKind, edit: Edit<Args, Result>, args: Args): Result => {
    if (!mayWrite(kind)) throw new Error(`This seat may not write to the ${kind}.`)
    return undo.step(() => runEdit(docs[kind], edit, args, context))
  }

  const bind = (element: TextElement, text: Y.Text, kind: DocumentKind) => {
    const unbind = bindText(element, text, { mayWrite: mayWrite(kind), undo })
    // Where somebody writes among the interviews is sealed.
    const untell = kind === 'board' ? tellCaret(element, text, parts.presence.carets) : () => {}
    return () => {
      untell()
      unbind()
    }
  }

  return {
    workshopId: view().workshopId,
    get view() {
      return view()
    },
    seatId,
    get isFacilitator() {
      return view().seat.role === 'facilitator'
    },
    get mayEditBoard() {
      return mayWrite('board')
    },
    edit: (edit, args) => editIn('board', edit, args),
    editInterviews: (edit, args) => editIn('interviews', edit, args),
    followInterviews: (edit, args) => {
      if (!mayWrite('interviews')) throw new Error('This seat may not write to the interviews.')
      return runEdit(docs.interviews, edit, args, context, FOLLOW)
    },
    get mayEditInterviews() {
      return mayWrite('interviews')
    },
    get lastStep() {
      return undo.last
    },
    undo: (step) => (step === undefined ? undo.undo() : step !== null && undo.undoStep(step)),
    redo: () => undo.redo(),
    command: async <N extends CallName>(name: N, request: CallRequest<N> = {}) => {
      await afterSaving(parts.saved)
      return parts.command(name, { ...request, params: { workshopId: view().workshopId, ...request.params } })
    },
    setPresence: parts.presence.set,
    serverNow,
    olderCopy: parts.olderCopy,
    reconnect: parts.reconnect,
    close: () => {
      carets.stop()
      parts.close()
    },
    saved: parts.saved,
    loaded: parts.loaded,
    present: parts.presence.store,
    cursors: parts.presence.cursors,
    ballots: new Ballots({
      workshopId: view().workshopId,
      seatId,
      storage: parts.storage,
      call: parts.command,
      now: serverNow,
    }),
    rows: cached((of: Collection) => mirror(docs[documentOf(of)], of)) as LiveSession['rows'],
    single: cached((of: Singleton) => mirrorSingle(docs[documentOf(of)], of)) as LiveSession['single'],
    notes: {
      doc: docs.interviews,
      mayWrite: mayWrite('interviews'),
      carets,
      undo,
    },
    followReport: (recognised, tell) => {
      let end: (() => void) | null = () => {}
      import('#client/session/followed-report.ts').then(
        ({ followReport }) => {
          if (end) end = followReport({ docs, view: view(), now: serverNow }, recognised, tell)
        },
        () => {},
      )
      return () => {
        end?.()
        end = null
      }
    },
    words: (of, id, field) => followWords(docs.board, parts.presence.carets, { of, id, field }),
    bindText(element, of, id, field) {
      const kind = documentOf(of)
      let bound: Y.Text | null = null
      let unbind = () => {}
      // A row brought back by undo has a new text of the same place.
      const follow = () => {
        const text = sharedTextOf(docs[kind], of, id, field)
        if (text === bound) return
        unbind()
        bound = text
        unbind = text ? bind(element, text, kind) : () => {}
      }
      follow()
      docs[kind].on('afterTransaction', follow)
      return () => {
        docs[kind].off('afterTransaction', follow)
        unbind()
      }
    },
  }
}

/** One store per collection, made when first asked for. */
function cached<C extends { readonly name: string }, S>(make: (of: C) => S): (of: C) => S {
  const made = new Map<string, S>()
  return (of) => {
    const store = made.get(of.name) ?? make(of)
    made.set(of.name, store)
    return store
  }
}
