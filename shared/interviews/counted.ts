/**
 * Which interviews count. A double counts for the interview it is merged into; of a ring of doubles, which two people
 * can make at once, the one with the smallest id counts. So every interview counts for exactly one that is there.
 */
import type * as Y from 'yjs'
import { readRows } from '#shared/document/collection.ts'
import { type Interview, interviews } from '#shared/interviews/schema.ts'

type Mergeable = Pick<Interview, 'id' | 'mergedInto'>

/** For each interview the one it counts for: itself, unless it is a double. */
export function countedFor(all: readonly Mergeable[]): ReadonlyMap<string, string> {
  const byId = new Map(all.map((one) => [one.id, one]))
  const nextOf = (id: string) => byId.get(byId.get(id)?.mergedInto ?? '')?.id ?? null
  const counted = new Map<string, string>()
  for (const { id } of all) {
    const way = [id]
    let end: string | null = null
    while (end === null) {
      const last = way.at(-1) ?? id
      const next = nextOf(last)
      if (counted.has(last)) end = counted.get(last) ?? last
      else if (next === null) end = last
      else if (way.includes(next)) end = way.slice(way.indexOf(next)).reduce((a, b) => (a < b ? a : b))
      else way.push(next)
    }
    for (const passed of way) counted.set(passed, end)
  }
  return counted
}

export interface InterviewFigures {
  readonly interviewCount: number
  /** Mode to how many were held so; interviews without one are in the count alone. */
  readonly modes: Readonly<Record<string, number>>
}

/** All that others may know of the interviews while the envelope is sealed. */
export function interviewFigures(doc: Y.Doc): InterviewFigures {
  const all = readRows(doc, interviews)
  const counted = countedFor(all)
  const own = all.filter(({ id }) => counted.get(id) === id)
  const modes = new Map<string, number>()
  for (const { mode } of own) if (mode !== null) modes.set(mode, (modes.get(mode) ?? 0) + 1)
  return { interviewCount: own.length, modes: Object.fromEntries([...modes].sort()) }
}
