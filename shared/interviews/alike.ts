/** Texts that may say the same: an offer to merge them, never done unasked (R053). */

/** Share of words two texts have in common, of all they have, from which on they may be one. */
const ALIKE = 0.6
/** A text all of whose words are in the other needs so many of them. */
const ENOUGH_WORDS = 2
/** More pairs than anybody looks through. */
const MOST_PAIRS = 20

const empty = new Set(
  'a an the of in on at to by for from and or is are was were be it its their they our we not no'.split(' '),
)

/** Pairs of ids, the likest first, the earlier of the two first. */
export function alikePairs(
  all: readonly { readonly id: string; readonly text: string }[],
): readonly (readonly [string, string])[] {
  const words = all.map(({ id, text }) => ({ id, words: wordsOf(text) }))
  return words
    .flatMap((one, index) =>
      words.slice(index + 1).map((other) => ({
        pair: [one.id, other.id] as const,
        likeness: likeness(one.words, other.words),
      })),
    )
    .filter((found) => found.likeness >= ALIKE)
    .sort((a, b) => b.likeness - a.likeness)
    .slice(0, MOST_PAIRS)
    .map(({ pair }) => pair)
}

/** 0 to 1: words in common over all words; 1 also when one text has every word of the other. */
function likeness(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  const [small, large] = one.size <= other.size ? [one, other] : [other, one]
  if (small.size === 0) return 0
  const shared = [...small].filter((word) => large.has(word)).length
  if (shared === small.size && (small.size >= ENOUGH_WORDS || large.size === small.size)) return 1
  return shared / (one.size + other.size - shared)
}

/** Words that carry meaning, without marks, capitals and the s of the plural. */
function wordsOf(text: string): ReadonlySet<string> {
  const all = text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '')
  const meant = all.filter((word) => !empty.has(word))
  return new Set(
    (meant.length > 0 ? meant : all).map((word) => (word.length > 3 ? word.replace(/s$/, '') : word)),
  )
}
