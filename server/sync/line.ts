/** One client's side of a connection as the rooms see it: frames go in, and wait until the client takes them. */
export interface Line {
  /** Writes complete WebSocket frames. Ignored once closed. */
  send(frames: Uint8Array): void
  /** Bytes the client has not taken yet, as far as can be seen from here. */
  readonly waitingBytes: number
  /** When the client last took something, or had nothing to take. */
  readonly takenAt: number
  readonly sentAt: number
  close(code: number): void
  /** Reads no further, until told to go on. */
  pause(): void
  resume(): void
}
