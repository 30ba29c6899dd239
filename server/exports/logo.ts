/**
 * A firm's logo as it was sent along: a PNG or JPEG by its first bytes, small enough in bytes and in points. It is
 * never fetched from anywhere, and kept no longer than the file takes.
 */
import { MAX_LOGO_BYTES } from '#shared/protocol/export-calls.ts'

export interface Logo {
  readonly media: 'image/png' | 'image/jpeg'
  readonly bytes: Uint8Array
  readonly width: number
  readonly height: number
}

const MOST_POINTS = 4096
const PNG = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]

/** The logo, or in a sentence what is wrong with it. */
export function readLogo(base64: string): Logo | string {
  const bytes = new Uint8Array(Buffer.from(base64, 'base64'))
  if (bytes.byteLength > MAX_LOGO_BYTES) return 'The logo is larger than 512 kB.'
  const found = pngSize(bytes) ?? jpegSize(bytes)
  if (!found) return 'The logo is neither a PNG nor a JPEG.'
  const { width, height } = found
  if (width < 1 || height < 1 || width > MOST_POINTS || height > MOST_POINTS)
    return `The logo has more than ${MOST_POINTS} points on a side, or none.`
  return { ...found, bytes }
}

type Size = Pick<Logo, 'media' | 'width' | 'height'>

function pngSize(bytes: Uint8Array): Size | null {
  if (bytes.byteLength < 33 || PNG.some((byte, index) => bytes[index] !== byte)) return null
  const view = new DataView(bytes.buffer)
  if (view.getUint32(12) !== 0x49484452) return null
  return { media: 'image/png', width: view.getUint32(16), height: view.getUint32(20) }
}

/** Segment by segment to the one that says the size. */
function jpegSize(bytes: Uint8Array): Size | null {
  if (bytes[0] !== 0xff || bytes[1] !== 0xd8) return null
  const view = new DataView(bytes.buffer)
  for (let at = 2; at + 9 <= bytes.byteLength; ) {
    if (bytes[at] !== 0xff) return null
    const marker = bytes[at + 1] ?? 0
    const isSize = marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker)
    if (isSize) return { media: 'image/jpeg', width: view.getUint16(at + 7), height: view.getUint16(at + 5) }
    at += 2 + view.getUint16(at + 2)
  }
  return null
}
