/**
 * Messages to clients as complete WebSocket frames (RFC 6455: binary, one part, not masked), built once and written
 * to every receiver as they are.
 */
import * as encoding from 'lib0/encoding'
import {
  MESSAGE_ACK,
  MESSAGE_AWARENESS,
  MESSAGE_SYNC,
  SYNC_STEP_1,
  SYNC_STEP_2,
  SYNC_UPDATE,
} from '#shared/protocol/wire.ts'

const FINAL_BINARY = 0x82

/** Asks the other side's WebSocket for a sign of life. */
export const PING = new Uint8Array([0x89, 0])
/** Presence of nobody: changes nothing, and keeps a plain client from taking a quiet line for dead. */
export const NOTHING = frame([MESSAGE_AWARENESS, 1, 0])

function frame(head: readonly number[], body: Uint8Array = new Uint8Array(0)): Uint8Array {
  const length = head.length + body.length
  const extended = length < 126 ? 0 : length < 65_536 ? 2 : 8
  const bytes = new Uint8Array(2 + extended + length)
  const view = new DataView(bytes.buffer)
  bytes[0] = FINAL_BINARY
  bytes[1] = extended === 0 ? length : extended === 2 ? 126 : 127
  if (extended === 2) view.setUint16(2, length)
  if (extended === 8) view.setBigUint64(2, BigInt(length))
  bytes.set(head, 2 + extended)
  bytes.set(body, 2 + extended + head.length)
  return bytes
}

export const stepOneFrame = (stateVector: Uint8Array): Uint8Array =>
  frame([MESSAGE_SYNC, SYNC_STEP_1, ...varUint(stateVector.length)], stateVector)

export const stepTwoFrame = (update: Uint8Array): Uint8Array =>
  frame([MESSAGE_SYNC, SYNC_STEP_2, ...varUint(update.length)], update)

export const updateFrame = (update: Uint8Array): Uint8Array =>
  frame([MESSAGE_SYNC, SYNC_UPDATE, ...varUint(update.length)], update)

export const presenceFrame = (entries: Uint8Array): Uint8Array =>
  frame([MESSAGE_AWARENESS, ...varUint(entries.length)], entries)

export const ackFrame = (count: number): Uint8Array => frame([MESSAGE_ACK, ...varUint(count)])

/** One buffer for one write. */
export function together(frames: readonly Uint8Array[]): Uint8Array {
  const [first] = frames
  if (frames.length === 1 && first) return first
  return Buffer.concat(frames)
}

function varUint(value: number): Uint8Array {
  const to = encoding.createEncoder()
  encoding.writeVarUint(to, value)
  return encoding.toUint8Array(to)
}
