/**
 * A line over a WebSocket. Frames are written straight to the socket, a little at a time: what the system has not
 * taken waits here, where it can be counted and where progress shows even while a large state is on its way.
 */
import type { Duplex } from 'node:stream'
import type { WebSocket } from 'ws'
import type { Line } from '#server/sync/line.ts'
import type { Timers } from '#server/sync/timers.ts'

/** Handed to the system at a time. */
const AT_ONCE_BYTES = 64 * 1024

export class SocketLine implements Line {
  readonly #webSocket: WebSocket
  readonly #socket: Duplex
  readonly #timers: Timers
  readonly #onFrames: () => void
  #queue: Uint8Array[] = []
  #queuedBytes = 0
  #takenAt: number
  #sentAt: number

  /** `onDrained` is called whenever all that waited is taken, `onFrames` for every write. */
  constructor(
    webSocket: WebSocket,
    socket: Duplex,
    timers: Timers,
    onDrained: () => void,
    onFrames: () => void,
  ) {
    this.#webSocket = webSocket
    this.#socket = socket
    this.#timers = timers
    this.#onFrames = onFrames
    this.#takenAt = timers.now()
    this.#sentAt = timers.now()
    socket.on('drain', () => {
      this.#takenAt = timers.now()
      this.#pump()
      if (this.#queue.length === 0) onDrained()
    })
  }

  get waitingBytes(): number {
    return this.#queuedBytes + this.#socket.writableLength
  }

  get takenAt(): number {
    return this.#takenAt
  }

  get sentAt(): number {
    return this.#sentAt
  }

  send(frames: Uint8Array): void {
    if (!this.#isOpen) return
    this.#sentAt = this.#timers.now()
    if (this.waitingBytes === 0) this.#takenAt = this.#sentAt
    this.#onFrames()
    if (this.#queue.length === 0 && this.#socket.writableLength < AT_ONCE_BYTES) this.#socket.write(frames)
    else {
      this.#queue.push(frames)
      this.#queuedBytes += frames.length
    }
  }

  close(code: number): void {
    this.#queue = []
    this.#queuedBytes = 0
    this.#webSocket.close(code)
    // A reader that was told to pause would not see the other side's farewell.
    this.#webSocket.resume()
  }

  pause(): void {
    if (this.#isOpen) this.#webSocket.pause()
  }

  resume(): void {
    if (this.#isOpen) this.#webSocket.resume()
  }

  get #isOpen(): boolean {
    return this.#webSocket.readyState === this.#webSocket.OPEN && this.#socket.writable
  }

  #pump(): void {
    let sent = 0
    while (this.#isOpen && this.#queue[sent] && this.#socket.writableLength < AT_ONCE_BYTES) {
      const frames = this.#queue[sent++] as Uint8Array
      this.#queuedBytes -= frames.length
      this.#socket.write(frames)
    }
    this.#queue.splice(0, sent)
  }
}
