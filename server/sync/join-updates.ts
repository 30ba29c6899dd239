/**
 * Joins updates that follow on one another, byte by byte, without decoding what is in them: much cheaper than a
 * merge, which in turn makes fewer structs of them.
 */
import * as encoding from 'lib0/encoding'
import * as Y from 'yjs'
import { type Deletion, encodeDeletions } from '#server/sync/deletions.ts'
import { MERGED_AT_ONCE } from '#server/sync/limits.ts'
import { unlimited, walkUpdate } from '#server/sync/update-walk.ts'

interface Block {
  readonly clock: number
  end: number
  count: number
  readonly parts: Uint8Array[]
}

/** Merges them instead if they do not follow on one another. */
export function joinUpdates(updates: readonly Uint8Array[]): Uint8Array {
  const [first] = updates
  if (updates.length === 1 && first) return first
  const blocks = new Map<number, Block>()
  const deletions: Deletion[] = []
  for (const update of updates) if (!addTo(blocks, deletions, update)) return mergeAll(updates)
  return encode(blocks, deletions)
}

/** False if something lies between what there is and what this update brings. */
function addTo(blocks: Map<number, Block>, deletions: Deletion[], update: Uint8Array): boolean {
  let follows = true
  let open: { block: Block; start: number; end: number } | null = null
  const finish = () => open?.block.parts.push(update.subarray(open.start, open.end))
  walkUpdate(
    update,
    {
      struct: (client, clock, length, start, end) => {
        let block = blocks.get(client)
        if (!block) {
          block = { clock, end: clock, count: 0, parts: [] }
          blocks.set(client, block)
        }
        follows &&= clock === block.end
        block.end = clock + length
        block.count++
        if (open?.block === block) open.end = end
        else {
          finish()
          open = { block, start, end }
        }
      },
      deleted: (client, from, to) => deletions.push({ client, from, to }),
    },
    unlimited,
  )
  finish()
  return follows
}

function encode(blocks: ReadonlyMap<number, Block>, deletions: readonly Deletion[]): Uint8Array {
  const to = encoding.createEncoder()
  encoding.writeVarUint(to, blocks.size)
  // By falling client ids, as whoever merges this expects.
  for (const [client, { clock, count, parts }] of [...blocks].sort(([a], [b]) => b - a)) {
    encoding.writeVarUint(to, count)
    encoding.writeVarUint(to, client)
    encoding.writeVarUint(to, clock)
    for (const part of parts) encoding.writeUint8Array(to, part)
  }
  encoding.writeUint8Array(to, encodeDeletions(deletions))
  return encoding.toUint8Array(to)
}

/** Merges any number of updates, few at a time. */
export function mergeAll(updates: readonly Uint8Array[]): Uint8Array {
  if (updates.length <= MERGED_AT_ONCE) return Y.mergeUpdates([...updates])
  const merged: Uint8Array[] = []
  for (let from = 0; from < updates.length; from += MERGED_AT_ONCE)
    merged.push(Y.mergeUpdates(updates.slice(from, from + MERGED_AT_ONCE)))
  return mergeAll(merged)
}
