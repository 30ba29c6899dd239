/** The state vector of a sync step 1, as a client sent it. */
import { ByteReader, Malformed } from '#server/sync/byte-reader.ts'
import type { Clocks } from '#server/sync/held-state.ts'

/** Throws `Malformed`. */
export function readStateVector(bytes: Uint8Array, mostClients: number): Clocks {
  const from = new ByteReader(bytes)
  const count = from.varUint()
  if (count > mostClients) throw new Malformed()
  const clocks = new Map<number, number>()
  for (let each = 0; each < count; each++) clocks.set(from.varUint(), from.varUint())
  from.end()
  return clocks
}
