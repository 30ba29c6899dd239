/**
 * Zips. What goes into them is compressed by Node itself, many times faster than in JavaScript; fflate puts the archive
 * together.
 */
import { crc32, deflateRawSync } from 'node:zlib'
import { Zip, ZipDeflate, type ZipInputFile } from 'fflate'

/** Endings of files that are compressed already, or hardly can be. */
const PACKED = /\.(?:zip|pptx|xlsx|pdf|png)$/

/** Files by path, all of one time (ISO 8601). */
export function zipped(files: Readonly<Record<string, Uint8Array>>, mtime: string): Uint8Array {
  const parts: Uint8Array[] = []
  const zip = new Zip((error, part) => {
    if (error) throw error
    parts.push(part)
  })
  for (const [filename, bytes] of Object.entries(files)) {
    const entry: ZipInputFile = {
      filename,
      size: bytes.byteLength,
      crc: crc32(bytes),
      compression: 8,
      mtime,
    }
    // Its `ondata` is there once it was added.
    zip.add(entry)
    entry.ondata?.(null, deflated(bytes, PACKED.test(filename) ? 1 : 6), true)
  }
  zip.end()
  return Buffer.concat(parts)
}

/** Text of each file by its path. */
export const zippedTexts = (files: Iterable<readonly [string, string]>, mtime: string): Uint8Array =>
  zipped(Object.fromEntries([...files].map(([path, text]) => [path, Buffer.from(text)])), mtime)

/** A copy, as the pool of Node lends its memory. */
const deflated = (bytes: Uint8Array, level: number): Uint8Array<ArrayBuffer> =>
  new Uint8Array(deflateRawSync(bytes, { level }))

/**
 * The library that writes Excel has a zip of its own, and no choice of it: half of its time went into compressing in
 * JavaScript. It hands over each file whole.
 */
export function compressZipsFast(): void {
  Object.defineProperty(ZipDeflate.prototype, 'process', {
    configurable: true,
    value(this: ZipDeflate, bytes: Uint8Array, isLast: boolean) {
      if (!isLast) throw new Error('This zip is written in pieces.')
      this.ondata(null, deflated(bytes, 6), true)
    },
  })
}
