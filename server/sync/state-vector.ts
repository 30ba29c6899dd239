/** State vectors: how far each client's structs are held. */
import * as encoding from 'lib0/encoding'
import { ByteReader, Malformed } from '#server/sync/byte-reader.ts'

export type Clocks = ReadonlyMap<number, number>

/** As a client sent it; throws `Malformed`. */
export function readStateVector(bytes: Uint8Array, mostClients: number): Clocks {
  const from = new ByteReader(bytes)
  const count = from.varUint()
  if (count > mostClients) throw new Malformed()
  const clocks = new Map<number, number>()
  for (let each = 0; each < count; each++) clocks.set(from.varUint(), from.varUint())
  from.end()
  return clocks
}

export function encodeClocks(clocks: Clocks): Uint8Array {
  const to = encoding.createEncoder()
  encoding.writeVarUint(to, clocks.size)
  for (const [client, clock] of clocks) {
    encoding.writeVarUint(to, client)
    encoding.writeVarUint(to, clock)
  }
  return encoding.toUint8Array(to)
}
