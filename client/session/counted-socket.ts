/**
 * A WebSocket class that counts the messages the server acknowledges, in the order sent. Each connection is a
 * new object and begins at 0.
 */
import { MESSAGE_SYNC, SYNC_STEP_2, SYNC_UPDATE } from '#shared/protocol/wire.ts'

export interface CountedHooks {
  readonly mayWrite: () => boolean
  /** Message `number` has gone out; `isState` when it carried everything the server lacked. */
  readonly onSent: (number: number, isState: boolean) => void
}

/**
 * Updates typed between connecting and the server's question for our state are not sent: they would leave a gap
 * after what was written offline, and our answer carries them anyway. A read-only seat sends neither.
 */
export function countedSocket(base: typeof WebSocket, { mayWrite, onSent }: CountedHooks): typeof WebSocket {
  return class extends base {
    #sent = 0
    #hasSentState = false

    override send(data: Parameters<WebSocket['send']>[0]): void {
      const kind = syncKind(data)
      const isCounted = kind === SYNC_STEP_2 || kind === SYNC_UPDATE
      if (isCounted && (!mayWrite() || (kind === SYNC_UPDATE && !this.#hasSentState))) return
      super.send(data)
      if (!isCounted) return
      this.#hasSentState = true
      onSent(++this.#sent, kind === SYNC_STEP_2)
    }
  }
}

/** Kind of a sync message; null for any other message. */
const syncKind = (data: unknown): number | null =>
  data instanceof Uint8Array && data[0] === MESSAGE_SYNC ? (data[1] ?? null) : null
