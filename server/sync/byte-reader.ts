/**
 * Reads what comes from a client. Never past the end of the message: the bytes behind it belong to others.
 * Throws `Malformed` for everything a Yjs client could not read either.
 */
import { isUtf8 } from 'node:buffer'

export class Malformed extends Error {}

export class ByteReader {
  readonly bytes: Uint8Array
  at = 0

  constructor(bytes: Uint8Array) {
    this.bytes = bytes
  }

  get isAtEnd(): boolean {
    return this.at === this.bytes.length
  }

  byte(): number {
    const byte = this.bytes[this.at++]
    if (byte === undefined) throw new Malformed()
    return byte
  }

  /** At most 53 bits, in at most eight bytes. */
  varUint(): number {
    let value = 0
    let factor = 1
    for (let read = 0; read < 8; read++) {
      const byte = this.byte()
      value += (byte & 127) * factor
      if (byte < 128) {
        if (value > Number.MAX_SAFE_INTEGER) throw new Malformed()
        return value
      }
      factor *= 128
    }
    throw new Malformed()
  }

  skip(count: number): void {
    if (count > this.bytes.length - this.at) throw new Malformed()
    this.at += count
  }

  /** A view, not a copy. */
  take(count: number): Uint8Array {
    const start = this.at
    this.skip(count)
    return this.bytes.subarray(start, this.at)
  }

  varBytes(): Uint8Array {
    return this.take(this.varUint())
  }

  /** The bytes of a string that any reader can decode. */
  utf8(): Uint8Array {
    const bytes = this.varBytes()
    if (!isUtf8(bytes)) throw new Malformed()
    return bytes
  }

  string(): string {
    const bytes = this.utf8()
    return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('utf8')
  }

  end(): void {
    if (!this.isAtEnd) throw new Malformed()
  }
}

/** Length of a string in UTF-16 units, as Yjs counts, from its UTF-8 bytes. */
export function utf16Length(utf8: Uint8Array): number {
  let units = 0
  for (const byte of utf8) {
    if ((byte & 0xc0) !== 0x80) units += byte >= 0xf0 ? 2 : 1
  }
  return units
}
