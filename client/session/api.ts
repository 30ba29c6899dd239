/**
 * What screens may ask of a workshop session. Components read through the hooks in `hooks.ts` and change things
 * only by `edit` (board, interviews) and `command` (everything checked by the server); they never see Yjs.
 */
import type { UndoStep } from '#client/session/undo.ts'
import type { Edit } from '#shared/document/edit.ts'
import type { BodyOf, CallName, ReplyOf, WorkshopView } from '#shared/protocol/calls.ts'
import type { Presence as WirePresence } from '#shared/protocol/wire.ts'

/** Derived from durable acknowledgements, never from the socket's state alone (OF-1a). */
export type SavedState =
  | { readonly status: 'loading' }
  | { readonly status: 'saved' }
  | { readonly status: 'saving'; readonly changes: number }
  | { readonly status: 'offline'; readonly changes: number; readonly retryAt: number | null }
  /** Storage of this device refused the copy and the server has not got it: leaving would lose it. */
  | { readonly status: 'not-saved'; readonly changes: number }
  /** The seat was removed or its rights changed in a way that needs a reload; `reason` is a close code. */
  | { readonly status: 'closed'; readonly reason: number }

export interface PersonPresent {
  readonly seatId: string
  readonly name: string
  readonly functionName: string
  readonly role: string
  readonly away: boolean
  readonly activity: string | null
  /** Id of what is in hand, in the tab that the person used last. */
  readonly focus: string | null
  readonly editing: boolean
  readonly moving: boolean
}

export type CommandResult<N extends CallName> =
  | { readonly ok: true; readonly reply: ReplyOf<N> }
  | { readonly ok: false; readonly problem: CommandProblem }

export interface CommandProblem {
  /** A code of the closed list, or `offline` when the server was not reached. */
  readonly code: string
  /** The server's sentence; empty for `offline`, for which the screen has the words. */
  readonly title: string
  readonly faults: readonly { readonly path: string; readonly message: string }[]
  readonly retryAfterS: number | null
}

/** Content of a former history of this workshop, kept on this device and not to be sent without asking (OF-4a). */
export interface OlderCopy {
  /** Merges it into the workshop, as an edit of one's own. */
  bringBack(): Promise<void>
  discard(): Promise<void>
  /** A workshop file that can be opened by itself. */
  asFile(): Promise<string>
}

export interface Session {
  readonly workshopId: string
  readonly view: WorkshopView
  readonly seatId: string
  readonly isFacilitator: boolean
  readonly mayEditBoard: boolean
  /** Runs a named edit on the board: at once here, kept offline, sent when there is a line. One step of undo. */
  edit<Args, Result>(edit: Edit<Args, Result>, args: Args): Result
  /** The same on the interviews, for researchers. */
  editInterviews<Args, Result>(edit: Edit<Args, Result>, args: Args): Result
  /** What follows from typing by itself: saved like an edit, but no step of undo. */
  followInterviews<Args, Result>(edit: Edit<Args, Result>, args: Args): Result
  readonly mayEditInterviews: boolean
  /** The newest step of one's own, for an offer to take back just that one; null when there is none. */
  readonly lastStep: UndoStep | null
  /**
   * Takes back that step, or the newest. False when nothing was changed: no step left, what it changed was deleted by
   * someone else (HI-1b), or what it added others have written into since.
   */
  undo(step?: UndoStep | null): boolean
  redo(): boolean
  /**
   * Calls the server; adds an idempotency key and repeats it when the line broke in between.
   * `workshopId` need not be among the parameters.
   */
  command<N extends CallName>(
    name: N,
    request?: {
      params?: Readonly<Record<string, string>>
      query?: Readonly<Record<string, string>>
      body?: BodyOf<N>
    },
  ): Promise<CommandResult<N>>
  setPresence(change: Partial<Omit<WirePresence, 'seatId'>>): void
  /** Server time now, epoch ms, from the offset measured at joining. */
  serverNow(): number
  /** Resolves to null when this device holds no content of a former history. */
  olderCopy(): Promise<OlderCopy | null>
  /** Tries the line again at once. */
  reconnect(): void
  close(): void
}
