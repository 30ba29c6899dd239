/** Zip files that say less of themselves than they hold. */
import { crc32, deflateRawSync } from 'node:zlib'

/** A zip file; each part says that it unpacks to a thousand bytes at most. */
export function forgedZip(parts: Readonly<Record<string, Buffer>>): Buffer {
  const local: Buffer[] = []
  const central: Buffer[] = []
  let at = 0
  for (const [name, content] of Object.entries(parts)) {
    const packed = deflateRawSync(content)
    const head = Buffer.alloc(30)
    head.writeUInt32LE(0x04034b50, 0)
    head.writeUInt16LE(8, 8)
    const entry = Buffer.alloc(46)
    entry.writeUInt32LE(0x02014b50, 0)
    entry.writeUInt16LE(8, 10)
    for (const [block, from] of [
      [head, 14],
      [entry, 16],
    ] as const) {
      block.writeUInt32LE(crc32(content), from)
      block.writeUInt32LE(packed.length, from + 4)
      block.writeUInt32LE(Math.min(1000, content.length), from + 8)
      block.writeUInt16LE(name.length, from + 12)
    }
    entry.writeUInt32LE(at, 42)
    local.push(head, Buffer.from(name), packed)
    central.push(entry, Buffer.from(name))
    at += 30 + name.length + packed.length
  }
  const directory = Buffer.concat(central)
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(Object.keys(parts).length, 8)
  end.writeUInt16LE(Object.keys(parts).length, 10)
  end.writeUInt32LE(directory.length, 12)
  end.writeUInt32LE(at, 16)
  return Buffer.concat([...local, directory, end])
}
