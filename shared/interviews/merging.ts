/**
 * Doubles: interviews with one customer under two names. A merged one counts for the other and keeps its own history;
 * nothing is copied, so it can be parted again.
 */
import type { Interview } from '#shared/interviews/schema.ts'

type Link = Pick<Interview, 'id' | 'mergedInto'>

/**
 * The interview that this one counts for; itself when it is no double. Two people who merge a pair both ways at one
 * moment make a ring: then the smallest id counts.
 */
export function countsAs(all: ReadonlyMap<string, Link>, id: string): string {
  const passed: string[] = []
  let at = id
  while (!passed.includes(at)) {
    passed.push(at)
    const next = all.get(at)?.mergedInto ?? null
    if (next === null || !all.has(next)) return at
    at = next
  }
  return passed.slice(passed.indexOf(at)).reduce((least, one) => (one < least ? one : least))
}

/** Interviews that count, one for each customer. */
export function counting<I extends Link>(all: readonly I[]): readonly I[] {
  const byId = new Map(all.map((one) => [one.id, one]))
  return all.filter(({ id }) => countsAs(byId, id) === id)
}

/** Ids of the interview and of every double that counts for it, itself first. */
export function withDoubles(all: readonly Link[], id: string): readonly string[] {
  const byId = new Map(all.map((one) => [one.id, one]))
  return [id, ...all.filter((one) => one.id !== id && countsAs(byId, one.id) === id).map((one) => one.id)]
}

type Named = Pick<Interview, 'id' | 'pseudonym'> & {
  readonly customer: Pick<Interview['customer'], 'role' | 'trade' | 'staff'>
}

/** Pairs that may be one customer: names of which one holds the other, or the same role, trade and size (R053). */
export function likelyDoubles(all: readonly Named[]): readonly (readonly [string, string])[] {
  const pairs: (readonly [string, string])[] = []
  const seen = new Map<string, string[]>()
  for (const one of all) {
    for (const key of keysOf(one)) {
      const before = seen.get(key) ?? []
      for (const other of before) {
        if (!pairs.some(([a, b]) => a === other && b === one.id)) pairs.push([other, one.id])
      }
      seen.set(key, [...before, one.id])
    }
  }
  return pairs
}

/** Two interviews with a key in common may be one customer. */
function keysOf({ pseudonym, customer: { role, trade, staff } }: Named): string[] {
  const keys: string[] = []
  const words = wordsOf(pseudonym)
  // "Customer 07" and "Customer 08" differ; "Quillmark" and "Quillmark Sensors" do not.
  const first = words[0] ?? ''
  if (words.length > 0) keys.push(`name ${words.some((word) => /\d/.test(word)) ? words.join(' ') : first}`)
  if (role !== '' && trade !== '' && staff !== null) {
    keys.push(`firm ${wordsOf(role).join(' ')} / ${wordsOf(trade).join(' ')} / ${staff}`)
  }
  return keys
}

const wordsOf = (text: string): string[] =>
  text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '')
