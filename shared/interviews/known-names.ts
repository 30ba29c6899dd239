/**
 * Finding a known person or firm in a text: whole words, whatever their case and accents. A person by all names in the
 * given order, or by the last one alone; a firm by its name without its legal form.
 */

/** Who is looked for; empty lines are nobody. */
export interface KnownNames {
  readonly persons: readonly string[]
  readonly firms: readonly string[]
}

export interface Found {
  readonly from: number
  readonly to: number
  readonly what: 'person' | 'firm'
}

const SHORTEST = 3

/** Words of a firm's name that say nothing of who it is. */
const legalForms = new Set(
  'gmbh ag kg ohg gbr ug se co ltd limited llc llp plc inc corp corporation bv nv sa sas sarl srl spa oy ab as aps the and und'.split(
    ' ',
  ),
)
const spelledOut: Readonly<Record<string, string>> = { ß: 'ss', ø: 'o', ł: 'l', æ: 'ae', œ: 'oe', đ: 'd' }

interface Wanted {
  readonly words: readonly string[]
  readonly what: Found['what']
}
type Index = ReadonlyMap<string, readonly Wanted[]>

/** By their first word: a vault of hundreds is looked for in tens of thousands of texts. */
const indexes = new WeakMap<KnownNames, Index>()

/** Where they stand, in order, without overlaps. */
export function findNames(text: string, known: KnownNames): Found[] {
  const index = indexOf(known)
  if (index.size === 0) return []
  const words = wordsOf(text)
  const found: Found[] = []
  for (const [at, first] of words.entries())
    for (const { words: name, what } of index.get(first.folded) ?? []) {
      const last = words[at + name.length - 1]
      if (last && name.every((word, after) => words[at + after]?.folded === word))
        found.push({ from: first.from, to: last.to, what })
    }
  return withoutOverlaps(found)
}

function indexOf(known: KnownNames): Index {
  const ready = indexes.get(known)
  if (ready) return ready
  const index = new Map<string, Wanted[]>()
  const add = (words: readonly string[], what: Found['what']) => {
    const [first] = words
    if (first === undefined || words.join('').length < SHORTEST) return
    const own = index.get(first)
    if (own) own.push({ words, what })
    else index.set(first, [{ words, what }])
  }
  for (const person of known.persons) {
    const names = wordsOf(person).map(({ folded }) => folded)
    add(names, 'person')
    if (names.length > 1) add(names.slice(-1), 'person')
  }
  for (const firm of known.firms) add(firmWords(firm), 'firm')
  indexes.set(known, index)
  return index
}

function firmWords(firm: string): string[] {
  const all = wordsOf(firm).map(({ folded }) => folded)
  const telling = all.filter((word) => !legalForms.has(word))
  // Words within the name stay where they are: only its ends are cut.
  const first = all.findIndex((word) => telling.includes(word))
  const last = all.findLastIndex((word) => telling.includes(word))
  return first < 0 ? all : all.slice(first, last + 1)
}

interface Word {
  readonly from: number
  readonly to: number
  readonly folded: string
}

function wordsOf(text: string): Word[] {
  return [...text.matchAll(/[\p{L}\p{N}][\p{L}\p{N}\p{M}]*/gu)].map((match) => ({
    from: match.index,
    to: match.index + match[0].length,
    folded: folded(match[0]),
  }))
}

/** Without case and accents. */
export const folded = (word: string): string =>
  word
    .toLowerCase()
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[ßøłæœđ]/gu, (letter) => spelledOut[letter] ?? letter)

/** The longer of two that overlap. */
function withoutOverlaps(found: readonly Found[]): Found[] {
  const kept: Found[] = []
  for (const one of [...found].sort((a, b) => b.to - b.from - (a.to - a.from) || a.from - b.from)) {
    if (kept.every((other) => one.to <= other.from || one.from >= other.to)) kept.push(one)
  }
  return kept.sort((a, b) => a.from - b.from)
}
