/** Updates a room has taken and not sent on yet. */
import type { Connection } from '#server/sync/connection.ts'

export interface Edit {
  readonly data: Uint8Array
  readonly position: number
  /** Null: read from the log. */
  readonly author: Connection | null
}

/** Neighbours of one seat together, in order: they go into the log as one. */
export function runsBySeat(edits: readonly Edit[]): Edit[][] {
  const runs: Edit[][] = []
  for (const edit of edits) {
    const run = runs.at(-1)
    if (run?.[0]?.author?.seatId === edit.author?.seatId && run) run.push(edit)
    else runs.push([edit])
  }
  return runs
}

/** The connection that made all of them, if it is one. */
export function soleAuthor(edits: readonly Edit[]): Connection | null {
  const author = edits[0]?.author ?? null
  return edits.every((edit) => edit.author === author) ? author : null
}
