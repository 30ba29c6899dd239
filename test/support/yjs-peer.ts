/** A document that speaks as the y-websocket provider does, over whatever carries its messages; counts what is saved. */
import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'
import * as awarenessProtocol from 'y-protocols/awareness'
import * as syncProtocol from 'y-protocols/sync'
import type * as Y from 'yjs'
import {
  MESSAGE_ACK,
  MESSAGE_AWARENESS,
  MESSAGE_SYNC,
  SYNC_STEP_2,
  SYNC_UPDATE,
} from '#shared/protocol/wire.ts'

export class YjsPeer {
  readonly doc: Y.Doc
  readonly awareness: awarenessProtocol.Awareness
  /** Update messages sent on this connection, in order. */
  sent: Uint8Array[] = []
  /** How many of them the server has said are committed. */
  acknowledged = 0
  isSynced = false
  onAcknowledged: (updates: readonly Uint8Array[]) => void = () => {}
  #send: ((message: Uint8Array) => void) | null = null

  constructor(doc: Y.Doc) {
    this.doc = doc
    this.awareness = new awarenessProtocol.Awareness(doc)
    this.awareness.setLocalState(null)
    doc.on('update', (update: Uint8Array, origin: unknown) => {
      if (origin !== this) this.#say(MESSAGE_SYNC, (to) => syncProtocol.writeUpdate(to, update))
    })
    this.awareness.on(
      'update',
      ({ added, updated, removed }: Record<'added' | 'updated' | 'removed', number[]>) =>
        this.#sayPresence([...added, ...updated, ...removed]),
    )
  }

  /** The line is there. */
  begin(send: (message: Uint8Array) => void): void {
    this.sent = []
    this.acknowledged = 0
    this.isSynced = false
    this.#send = send
    this.#say(MESSAGE_SYNC, (to) => syncProtocol.writeSyncStep1(to, this.doc))
    if (this.awareness.getLocalState() !== null) this.#sayPresence([this.doc.clientID])
  }

  /** The line is gone, and with it all knowledge of who is there. */
  end(): void {
    this.#send = null
    const others = [...this.awareness.getStates().keys()].filter((id) => id !== this.doc.clientID)
    awarenessProtocol.removeAwarenessStates(this.awareness, others, this)
  }

  hear(message: Uint8Array): void {
    const from = decoding.createDecoder(message)
    const type = decoding.readVarUint(from)
    if (type === MESSAGE_SYNC) {
      const reply = encoding.createEncoder()
      const kind = syncProtocol.readSyncMessage(from, reply, this.doc, this)
      if (kind === SYNC_STEP_2) this.isSynced = true
      if (encoding.length(reply) > 0)
        this.#say(MESSAGE_SYNC, (to) => encoding.writeUint8Array(to, encoding.toUint8Array(reply)))
    } else if (type === MESSAGE_AWARENESS)
      awarenessProtocol.applyAwarenessUpdate(this.awareness, decoding.readVarUint8Array(from), this)
    else if (type === MESSAGE_ACK) this.#hearAcknowledgement(decoding.readVarUint(from))
    else throw new Error(`Unknown message ${type}`)
  }

  destroy(): void {
    this.end()
    this.awareness.destroy()
    this.doc.destroy()
  }

  #hearAcknowledgement(count: number): void {
    if (count < this.acknowledged || count > this.sent.length)
      throw new Error(`Acknowledged ${count} of ${this.sent.length} after ${this.acknowledged}`)
    this.onAcknowledged(this.sent.slice(this.acknowledged, count))
    this.acknowledged = count
  }

  #sayPresence(clients: readonly number[]): void {
    const entries = awarenessProtocol.encodeAwarenessUpdate(this.awareness, [...clients])
    this.#say(MESSAGE_AWARENESS, (to) => encoding.writeVarUint8Array(to, entries))
  }

  #say(type: number, write: (to: encoding.Encoder) => void): void {
    if (!this.#send) return
    const to = encoding.createEncoder()
    encoding.writeVarUint(to, type)
    write(to)
    const message = encoding.toUint8Array(to)
    this.#send(message)
    const update = updateIn(message)
    if (update) this.sent.push(update)
  }
}

/** The update in a message that counts as one; null for every other message. */
export function updateIn(message: Uint8Array): Uint8Array | null {
  const from = decoding.createDecoder(message)
  if (decoding.readVarUint(from) !== MESSAGE_SYNC) return null
  const kind = decoding.readVarUint(from)
  return kind === SYNC_STEP_2 || kind === SYNC_UPDATE ? decoding.readVarUint8Array(from) : null
}
