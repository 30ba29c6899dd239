/** Cuts an encoded update between structs into smaller updates that together are the same. */
import * as encoding from 'lib0/encoding'
import { unlimited, walkUpdate } from '#server/sync/update-walk.ts'

/** The last piece holds the deletions. A single struct is never cut, so a piece can be larger than asked. */
export function cutUpdate(update: Uint8Array, pieceBytes: number): Uint8Array[] {
  if (update.length <= pieceBytes) return [update]
  const pieces: Uint8Array[] = []
  let blocks: Block[] = []
  let size = 0
  const deletesAt = walkUpdate(
    update,
    {
      struct: (client, clock, _length, start, end) => {
        if (size + end - start > pieceBytes && size > 0) {
          pieces.push(encode(update, blocks))
          blocks = []
          size = 0
        }
        size += end - start
        const last = blocks.at(-1)
        if (last?.client === client) {
          last.count++
          last.end = end
        } else blocks.push({ client, clock, count: 1, start, end })
      },
    },
    unlimited,
  )
  pieces.push(encode(update, blocks, update.subarray(deletesAt)))
  return pieces
}

interface Block {
  readonly client: number
  readonly clock: number
  count: number
  readonly start: number
  end: number
}

const NO_DELETIONS = new Uint8Array([0])

function encode(
  update: Uint8Array,
  blocks: readonly Block[],
  deletions: Uint8Array = NO_DELETIONS,
): Uint8Array {
  const to = encoding.createEncoder()
  encoding.writeVarUint(to, blocks.length)
  for (const { client, clock, count, start, end } of blocks) {
    encoding.writeVarUint(to, count)
    encoding.writeVarUint(to, client)
    encoding.writeVarUint(to, clock)
    encoding.writeUint8Array(to, update.subarray(start, end))
  }
  encoding.writeUint8Array(to, deletions)
  return encoding.toUint8Array(to)
}
