/**
 * The connection of one document: y-websocket's provider, with durable acknowledgements, a watchdog for half-open
 * sockets and no echo of presence. It never reconnects by itself; `lines.ts` decides when.
 */
import { readVarUint } from 'lib0/decoding'
import type { Awareness } from 'y-protocols/awareness'
import { WebsocketProvider } from 'y-websocket'
import type * as Y from 'yjs'
import { countedSocket } from '#client/session/counted-socket.ts'
import { MESSAGE_ACK, SILENCE_LIMIT_MS } from '#shared/protocol/wire.ts'

export interface LineSetting {
  readonly doc: Y.Doc
  /** Address without the last part. */
  readonly address: string
  /** Last part: the document's kind. */
  readonly room: string
  readonly awareness: Awareness
  readonly webSocket: typeof WebSocket
  readonly mayWrite: boolean
  readonly now: () => number
  /** A message of that number carries everything not sent before. */
  readonly onSent: (number: number) => void
  readonly onAcknowledged: (number: number) => void
  /** The state of the line, or whether it is settled, may be different. */
  readonly onChange: () => void
  /** The line is gone; `code` is the close code, null when we dropped it. */
  readonly onLost: (code: number | null) => void
}

export class Line {
  readonly provider: WebsocketProvider
  readonly #setting: LineSetting
  /** When the server was last heard, or the line last begun. */
  #heardAt = 0
  /** Number of the message that carried our state on this connection. */
  #stateSent: number | null = null
  #acknowledged = 0
  #isFresh = true

  constructor(setting: LineSetting) {
    this.#setting = setting
    this.provider = new WebsocketProvider(setting.address, setting.room, setting.doc, {
      connect: false,
      awareness: setting.awareness,
      params: { ack: '1' },
      disableBc: true,
      shouldReconnect: () => false,
      WebSocketPolyfill: countedSocket(setting.webSocket, {
        mayWrite: () => setting.mayWrite,
        onSent: (number, isState) => this.#sent(number, isState),
      }),
    })
    this.provider.messageHandlers[MESSAGE_ACK] = (_, decoder) => this.#hearAcknowledged(readVarUint(decoder))
    this.provider.messageHandlers = this.provider.messageHandlers.map((handle) => (...args) => {
      this.#heardAt = setting.now()
      handle(...args)
    })
    this.provider.on('sync', () => {
      this.#isFresh = false
      setting.onChange()
    })
    this.provider.on('connection-close', (event) => this.#lost(event?.code ?? null))
    sendOwnPresenceOnly(this.provider)
  }

  get isDown(): boolean {
    return this.provider.ws === null
  }

  /** No answer and no loss yet: nothing is known of it. */
  get isFresh(): boolean {
    return this.#isFresh
  }

  /** The server has answered with its state. */
  get isOnline(): boolean {
    return this.provider.wsconnected && this.provider.synced
  }

  /** Everything that was here when the line came up is in the server's storage. */
  get isSettled(): boolean {
    if (!this.#setting.mayWrite) return this.isOnline
    return this.isOnline && this.#stateSent !== null && this.#acknowledged >= this.#stateSent
  }

  connect(): void {
    if (!this.isDown) return
    this.#heardAt = this.#setting.now()
    this.#stateSent = null
    this.#acknowledged = 0
    this.provider.connect()
  }

  drop(): void {
    this.provider.disconnect()
  }

  /** Drops a line that has been silent for too long, or never came up: the browser may not notice for minutes. */
  dropIfSilent(): void {
    if (!this.isDown && this.#setting.now() - this.#heardAt > SILENCE_LIMIT_MS) this.drop()
  }

  destroy(): void {
    this.provider.destroy()
  }

  #sent(number: number, isState: boolean): void {
    if (isState) this.#stateSent = number
    this.#setting.onSent(number)
  }

  #hearAcknowledged(number: number): void {
    this.#acknowledged = Math.max(this.#acknowledged, number)
    this.#setting.onAcknowledged(number)
    this.#setting.onChange()
  }

  #lost(code: number | null): void {
    this.#isFresh = false
    // The provider tells before it lets go of the socket; what follows must find the line down.
    queueMicrotask(() => this.#setting.onLost(code))
  }
}

/** The provider sends everyone's presence back to the server, and tells of others' timeouts. Only ours is news. */
function sendOwnPresenceOnly(provider: WebsocketProvider): void {
  const { awareness } = provider
  const sendAll = provider._awarenessUpdateHandler
  awareness.off('update', sendAll)
  provider._awarenessUpdateHandler = (changes: Record<'added' | 'updated' | 'removed', number[]>, origin) => {
    const own = (ids: number[]) => ids.filter((id) => id === awareness.clientID)
    const ours = { added: own(changes.added), updated: own(changes.updated), removed: own(changes.removed) }
    if (ours.added.length + ours.updated.length + ours.removed.length > 0) sendAll(ours, origin)
  }
  awareness.on('update', provider._awarenessUpdateHandler)
}
