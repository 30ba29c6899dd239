/**
 * Parts of a zip file that has been looked at before anybody unpacks it: how much it really holds, not what it says.
 * A small file that unpacks to gigabytes, or XML that grows while it is read, is refused here.
 */
import { inflateRawSync } from 'node:zlib'

const MOST_PARTS = 2_000
const MOST_BYTES = 120 * 1024 * 1024
const END = 0x06054b50
const ENTRY = 0x02014b50
const LOCAL = 0x04034b50
const STORED = 0
const DEFLATED = 8

/** What is wrong with the zip file, as a sentence for whoever sent it. */
export class BadZip extends Error {}

/** Unpacked parts by name. */
export function zipParts(zip: Buffer): ReadonlyMap<string, Buffer> {
  const end = endOf(zip)
  const count = zip.readUInt16LE(end + 10)
  let at = zip.readUInt32LE(end + 16)
  if (count > MOST_PARTS)
    throw new BadZip('This file holds too many parts: save the sheet alone and send it again.')
  const parts = new Map<string, Buffer>()
  let left = MOST_BYTES
  for (let index = 0; index < count; index++) {
    if (at + 46 > zip.length || zip.readUInt32LE(at) !== ENTRY) throw new BadZip(broken)
    const nameLength = zip.readUInt16LE(at + 28)
    const name = zip.toString('utf8', at + 46, at + 46 + nameLength)
    const part = unpack(zip, at, left)
    left -= part.length
    if (/\.(xml|rels)$/.test(name) && /<!(DOCTYPE|ENTITY)/i.test(part.toString('latin1', 0, 4096)))
      throw new BadZip(
        'This file declares XML entities, which no spreadsheet or document needs: save it anew.',
      )
    parts.set(name, part)
    at += 46 + nameLength + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32)
  }
  return parts
}

const broken = 'This file is broken: save it anew and send it again.'

function endOf(zip: Buffer): number {
  for (let at = zip.length - 22; at >= Math.max(0, zip.length - 22 - 0xffff); at--)
    if (zip.readUInt32LE(at) === END) return at
  throw new BadZip(broken)
}

function unpack(zip: Buffer, entry: number, left: number): Buffer {
  const flags = zip.readUInt16LE(entry + 8)
  const method = zip.readUInt16LE(entry + 10)
  const packed = zip.readUInt32LE(entry + 20)
  const local = zip.readUInt32LE(entry + 42)
  if (flags & 1) throw new BadZip('This file is protected by a password: save it without and send it again.')
  if (local + 30 > zip.length || zip.readUInt32LE(local) !== LOCAL) throw new BadZip(broken)
  const from = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28)
  const bytes = zip.subarray(from, from + packed)
  if (method === STORED) return bytes
  if (method !== DEFLATED || left <= 0) throw new BadZip(method === DEFLATED ? tooLarge : broken)
  try {
    return inflateRawSync(bytes, { maxOutputLength: left })
  } catch (error) {
    throw new BadZip((error as { code?: string }).code === 'ERR_BUFFER_TOO_LARGE' ? tooLarge : broken)
  }
}

const tooLarge = 'This file unpacks to far more than one sheet can be: send the one sheet that is wanted.'
