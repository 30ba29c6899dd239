/**
 * The sync wire: y-websocket's protocol, plus one message a plain y-websocket client never receives.
 * A client that connects with `?ack=1` is told how many of its update messages are committed to storage;
 * the same message is the heartbeat.
 */
export const MESSAGE_SYNC = 0
export const MESSAGE_AWARENESS = 1
export const MESSAGE_QUERY_AWARENESS = 3
/**
 * `[varuint 100][varuint n]`: the first n update messages of this connection are committed (or were no news).
 * Counted are sync messages of step 2 and update, in the order sent. Repeated every `HEARTBEAT_MS` when idle.
 */
export const MESSAGE_ACK = 100

export const SYNC_STEP_1 = 0
export const SYNC_STEP_2 = 1
export const SYNC_UPDATE = 2

export const HEARTBEAT_MS = 5_000
/** A client that asked for acknowledgements and hears nothing for this long takes the line for dead (OF-2c). */
export const SILENCE_LIMIT_MS = 12_000

/** Codes 4400 to 4499 are final for a y-websocket client; 4500 to 4599 mean "come back". */
export const closeCodes = {
  noSeat: 4401,
  notAllowed: 4403,
  noSuchWorkshop: 4404,
  tooSlow: 4408,
  tooLarge: 4413,
  malformed: 4422,
  flooding: 4429,
  restarting: 4503,
  accessChanged: 4504,
  storageUnavailable: 4505,
} as const

/** Address of a document's socket, under the server's origin. */
export const syncPath = (workshopId: string, kind: string): string => `/sync/${workshopId}/${kind}`

/** A pointer on the roadmap, told by what lies under it, so that screens of any size agree. */
export interface Cursor {
  /** `card:` and its id, `cell:` with stage and lane, or `head:` and the stage's id. */
  readonly on: string
  /** From its left and top edge, as a share of its width and height. */
  readonly x: number
  readonly y: number
}

/** What a client puts into its presence state; the server overwrites `seatId` with the seat of the connection. */
export interface Presence {
  readonly seatId: string
  /** Stop of the rail this tab is on. */
  readonly activity?: string
  /** Card, row or cell in use, by id. */
  readonly focus?: string | null
  /** True while typing in `focus`. */
  readonly editing?: boolean
  /** Where in the text of `focus`: two relative positions of Yjs, as JSON. */
  readonly caret?: { readonly anchor: unknown; readonly head: unknown } | null
  /** True while dragging `focus`. */
  readonly moving?: boolean
  /** True when the tab is hidden or idle for a minute. */
  readonly away?: boolean
  /** Where the pointer is; phones tell none, and nobody does in a large room. */
  readonly cursor?: Cursor | null
}
