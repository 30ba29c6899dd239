/** A WebSocket written byte by byte, for frames that no honest client would send. */
import { createHash, randomBytes } from 'node:crypto'
import { connect, type Socket } from 'node:net'
import { seatHeaders } from '#test/support/sync-server.ts'

export interface Frame {
  readonly opcode?: number
  readonly final?: boolean
  readonly reserved?: number
  readonly masked?: boolean
  /** What the header says, if it is not the truth. */
  readonly claimedLength?: number
  readonly body?: Uint8Array
}

export const BINARY = 2
export const TEXT = 1
export const CONTINUATION = 0

/** The mask is zero, so the body stays as it is. */
export function frameBytes({
  opcode = BINARY,
  final = true,
  reserved = 0,
  masked = true,
  claimedLength,
  body = new Uint8Array(),
}: Frame): Buffer {
  const length = claimedLength ?? body.length
  const head = Buffer.alloc(10)
  head[0] = (final ? 0x80 : 0) | (reserved << 4) | opcode
  let size = 2
  if (length < 126) head[1] = length
  else if (length < 65_536) {
    head[1] = 126
    head.writeUInt16BE(length, 2)
    size = 4
  } else {
    head[1] = 127
    head.writeBigUInt64BE(BigInt(length), 2)
    size = 10
  }
  head[1] = (head[1] as number) | (masked ? 0x80 : 0)
  return Buffer.concat([head.subarray(0, size), masked ? Buffer.alloc(4) : Buffer.alloc(0), body])
}

export class FrameSocket {
  readonly socket: Socket
  /** Resolves with the code of the server's close frame, or null if the line simply ended. */
  readonly closed: Promise<number | null>

  private constructor(socket: Socket) {
    this.socket = socket
    this.closed = new Promise((resolve) => {
      let received = Buffer.alloc(0)
      let code: number | null = null
      socket.on('data', (data) => {
        received = Buffer.concat([received, data])
        code ??= closeCodeIn(received)
        // A close frame is answered as the protocol wants it, so that the line can end.
        if (code !== null) socket.end(frameBytes({ opcode: 8, body: received.subarray(-2) }))
      })
      socket.on('error', () => {})
      socket.on('close', () => resolve(code))
      socket.resume()
    })
  }

  static async open(url: string, path: string, seatId: string): Promise<FrameSocket> {
    const { hostname, port } = new URL(url)
    const socket = connect(Number(port), hostname)
    const headers = Object.entries({
      host: hostname,
      connection: 'Upgrade',
      upgrade: 'websocket',
      'sec-websocket-version': '13',
      'sec-websocket-key': createHash('md5').update(randomBytes(8)).digest('base64'),
      ...seatHeaders(seatId),
    })
    socket.write(
      `GET ${path} HTTP/1.1\r\n${headers.map(([name, value]) => `${name}: ${value}\r\n`).join('')}\r\n`,
    )
    await new Promise<void>((resolve, reject) => {
      socket.once('error', reject)
      socket.once('data', (data) => {
        const end = data.indexOf('\r\n\r\n') + 4
        socket.pause()
        if (data.length > end) socket.unshift(data.subarray(end))
        resolve()
      })
    })
    return new FrameSocket(socket)
  }

  send(frame: Frame): void {
    this.socket.write(frameBytes(frame))
  }

  write(bytes: Uint8Array): Promise<void> {
    return new Promise((resolve) => this.socket.write(bytes, () => resolve()))
  }

  stopReading(): void {
    this.socket.pause()
  }
}

/** Walks the server's frames to the close frame. */
function closeCodeIn(received: Buffer): number | null {
  for (let at = 0; at + 2 <= received.length; ) {
    const short = (received[at + 1] as number) & 127
    const size = short === 126 ? 4 : short === 127 ? 10 : 2
    if (at + size > received.length) return null
    const length =
      size === 4
        ? received.readUInt16BE(at + 2)
        : size === 10
          ? Number(received.readBigUInt64BE(at + 2))
          : short
    if (received[at] === 0x88 && at + size + 2 <= received.length) return received.readUInt16BE(at + size)
    at += size + length
  }
  return null
}
