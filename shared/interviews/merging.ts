/**
 * Doubles: interviews with one customer under two names. A merged one counts for the other and keeps its own history;
 * nothing is copied, so it can be parted again.
 */
import { countedFor } from '#shared/interviews/counted.ts'
import type { Interview } from '#shared/interviews/schema.ts'

/** Ids of the interview and of every double that counts for it, itself first. */
export function withDoubles(
  all: readonly Pick<Interview, 'id' | 'mergedInto'>[],
  id: string,
): readonly string[] {
  return [
    id,
    ...[...countedFor(all)].filter(([one, counts]) => one !== id && counts === id).map(([one]) => one),
  ]
}

type Named = Pick<Interview, 'id' | 'pseudonym'> & {
  readonly customer: Pick<Interview['customer'], 'role' | 'trade' | 'staff'>
}

/**
 * Pairs that may be one customer: names of which one begins the other, or the same role, trade and size (R053). Each is
 * paired with the first that it is like, so that many of a kind make few pairs.
 */
export function likelyDoubles(all: readonly Named[]): readonly (readonly [string, string])[] {
  const firstOf = new Map<string, string>()
  return all.flatMap((one) => {
    const others = new Set<string>()
    for (const key of keysOf(one)) {
      const first = firstOf.get(key)
      if (first === undefined) firstOf.set(key, one.id)
      else others.add(first)
    }
    return [...others].map((other) => [other, one.id] as const)
  })
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
