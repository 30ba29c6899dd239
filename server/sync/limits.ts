/** What one client, one seat, one workshop may use of the server. All are settings; these are the defaults. */
const KiB = 1024
const MiB = 1024 * KiB

export interface SyncLimits {
  /** Largest frame: the reply to a sync step 1. */
  readonly replyBytes: number
  readonly updateBytes: number
  readonly presenceBytes: number
  /** One state of one client in presence. */
  readonly presenceStateBytes: number
  readonly presenceIdsPerConnection: number
  /** Largest number of parts one message may be sent in. */
  readonly fragments: number
  readonly documentBytes: number
  /** Clients named in one update or state vector. */
  readonly clientsPerUpdate: number
  /** Depth of nested values in an update or a presence state. */
  readonly depth: number
  /** Depth of types within types in a document: ours need 3, and Yjs deletes recursively. */
  readonly typeDepth: number
  readonly messagesPerSecond: number
  /** A seat that is over its messages per second for this long is closed; until then it is read more slowly. */
  readonly floodingMs: number
  readonly seatsPerWorkshop: number
  readonly connectionsPerSeat: number
  /** Updates of one connection with a gap before it is closed. */
  readonly gapsPerConnection: number
  /** Waiting to be taken by a client: beyond the first it gets no presence, beyond the second no edits. */
  readonly presenceWaitingBytes: number
  readonly editsWaitingBytes: number
  /** A client that takes nothing of what waits for this long is closed. */
  readonly stuckMs: number
  /** A client not heard of for this long is taken for gone. */
  readonly silentMs: number
  /** States are sent in pieces of about this size, so that a slow line shows signs of life. */
  readonly pieceBytes: number
  /** Not yet committed, in the whole process: beyond it writers are no longer read. */
  readonly queueBytes: number
  /** An emptied room is compacted when its log has grown by this much; a room that stays open by ten times as much. */
  readonly compactAfter: number
}

export const defaultSyncLimits: SyncLimits = {
  replyBytes: 8 * MiB,
  updateBytes: MiB,
  presenceBytes: 256 * KiB,
  presenceStateBytes: 16 * KiB,
  presenceIdsPerConnection: 3,
  fragments: 2048,
  documentBytes: 50 * MiB,
  clientsPerUpdate: 10_000,
  depth: 64,
  typeDepth: 16,
  messagesPerSecond: 300,
  floodingMs: 5_000,
  seatsPerWorkshop: 400,
  connectionsPerSeat: 60,
  gapsPerConnection: 100,
  presenceWaitingBytes: 64 * KiB,
  editsWaitingBytes: MiB,
  stuckMs: 15_000,
  silentMs: 45_000,
  pieceBytes: 256 * KiB,
  queueBytes: 32 * MiB,
  compactAfter: 300,
}

/** At most this many updates are merged at a time: beyond it, merging gets slower faster than it saves. */
export const MERGED_AT_ONCE = 100
/** At most one flush of edits, and one of presence, in this time. */
export const EDITS_TICK_MS = 10
export const PRESENCE_TICK_MS = 33
