/** Reading the wall: which notes lie where, which share words, which kinds of need nobody wrote (method D3, R018). */
import type { Need, NeedNote } from '#shared/board/schema.ts'
import { byOrder } from '#shared/document/order.ts'

export interface Wall {
  /** Live needs of the team, in order, with their notes. */
  readonly groups: readonly {
    readonly need: Need
    readonly notes: readonly NeedNote[]
    readonly said: number
  }[]
  /** Notes that are in no live need. */
  readonly loose: readonly NeedNote[]
}

export function readWall(needs: readonly Need[], notes: readonly NeedNote[]): Wall {
  const live = needs.filter(({ binned }) => binned === null).sort(byOrder)
  const ids = new Set(live.map(({ id }) => id))
  const sorted = [...notes].sort(byOrder)
  return {
    groups: live.map((need) => {
      const own = sorted.filter(({ mergedInto }) => mergedInto === need.id)
      return { need, notes: own, said: own.reduce((sum, { count }) => sum + count, 0) }
    }),
    loose: sorted.filter(({ mergedInto }) => mergedInto === null || !ids.has(mergedInto)),
  }
}

export const needKinds = ['product', 'buying_process', 'service_after_sale'] as const
export type NeedKind = (typeof needKinds)[number]

/** Kinds that none of these needs has; none are named before the first need has a kind. */
export function missingKinds(needs: readonly Pick<Need, 'kind'>[]): readonly NeedKind[] {
  const there = new Set(needs.map(({ kind }) => kind).filter((kind) => kind !== null))
  return there.size === 0 ? [] : needKinds.filter((kind) => !there.has(kind))
}

export interface Proposal {
  /** The words all of its notes share, as the first of them writes them. */
  readonly words: readonly string[]
  readonly noteIds: readonly string[]
}

/** Shared by more notes than this, a word is the topic of the workshop and groups nothing. */
const MOST_IN_GROUP = 8
const MOST_PROPOSALS = 5

/**
 * Groups of notes that share words, largest first, each note in one group at most. Little words and endings do not
 * count. Only an offer: nothing is moved by it.
 */
export function proposeGroups(notes: readonly Pick<NeedNote, 'id' | 'text'>[]): Proposal[] {
  const wordsById = new Map(notes.map(({ id, text }) => [id, stems(text)]))
  const holders = new Map<string, string[]>()
  for (const [id, words] of wordsById)
    for (const stem of words.keys()) holders.set(stem, [...(holders.get(stem) ?? []), id])
  const most = Math.max(3, Math.min(MOST_IN_GROUP, Math.ceil(notes.length * 0.6)))
  const taken = new Set<string>()
  const proposals: Proposal[] = []
  const free = (stem: string) => (holders.get(stem) ?? []).filter((id) => !taken.has(id))
  const candidates = [...holders]
    .filter(([, ids]) => ids.length >= 2 && ids.length <= most)
    .map(([stem]) => stem)
  while (proposals.length < MOST_PROPOSALS) {
    const [best] = candidates
      .map((stem) => ({ stem, noteIds: free(stem) }))
      .filter(({ noteIds }) => noteIds.length >= 2)
      .sort((a, b) => b.noteIds.length - a.noteIds.length || (a.stem < b.stem ? -1 : 1))
    if (!best) break
    for (const id of best.noteIds) taken.add(id)
    proposals.push({ words: sharedWords(best.noteIds, wordsById), noteIds: best.noteIds })
  }
  return proposals
}

function sharedWords(
  ids: readonly string[],
  wordsById: ReadonlyMap<string, ReadonlyMap<string, string>>,
): string[] {
  const [first, ...rest] = ids.map((id) => wordsById.get(id) ?? new Map<string, string>())
  return [...(first ?? [])].filter(([stem]) => rest.every((words) => words.has(stem))).map(([, word]) => word)
}

const little = new Set(
  `a an and any are as at be been before but by can do does each every for from get gets give good has have how i in into
  is it its just keep less like make may more most much my need needs no not of off on one only or our out over own so
  some than that the their them then there they this to too up us use very want wants was we well what when where which
  who will with without you your`.split(/\s+/),
)

/** The words of a text that mean something, by what is left of them without their ending. */
function stems(text: string): Map<string, string> {
  const words = text.toLowerCase().match(/[\p{L}\p{M}\p{N}]+/gu) ?? []
  return new Map(
    words.filter((word) => word.length > 2 && !little.has(word)).map((word) => [stemOf(word), word]),
  )
}

function stemOf(word: string): string {
  const bare = word.replace(/(?:ies)$/, 'y').replace(/(?:ing|ed|es|s)$/, '')
  const stem = bare.length >= 3 ? bare : word
  return stem.replace(/e$/, '').replace(/(.)\1$/, '$1')
}
