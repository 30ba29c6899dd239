/** The delete set of an update: which clocks of which clients are deleted. */
import * as encoding from 'lib0/encoding'

export interface Deletion {
  readonly client: number
  readonly from: number
  readonly to: number
}

export function encodeDeletions(deletions: readonly Deletion[]): Uint8Array {
  const byClient = new Map<number, Deletion[]>()
  for (const deletion of deletions) {
    const own = byClient.get(deletion.client)
    if (own) own.push(deletion)
    else byClient.set(deletion.client, [deletion])
  }
  const to = encoding.createEncoder()
  encoding.writeVarUint(to, byClient.size)
  for (const [client, own] of byClient) {
    encoding.writeVarUint(to, client)
    encoding.writeVarUint(to, own.length)
    for (const { from, to: end } of own) {
      encoding.writeVarUint(to, from)
      encoding.writeVarUint(to, end - from)
    }
  }
  return encoding.toUint8Array(to)
}
