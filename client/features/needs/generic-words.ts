/** Generic notes gathered by the word they come down to, and the short form of a sharpened sentence. Pure. */
import { genericWord } from '#shared/board/generic-need.ts'
import { LONGEST_NEED } from '#shared/board/need-edits.ts'
import type { NeedNote } from '#shared/board/schema.ts'

export interface GenericGroup {
  readonly word: string
  readonly count: number
  readonly noteIds: readonly string[]
}

/** Loose notes that say little more than such a word, most often said first. */
export function genericGroups(loose: readonly NeedNote[]): readonly GenericGroup[] {
  const byWord = new Map<string, { count: number; noteIds: string[] }>()
  for (const { id, text, count } of loose) {
    const word = genericWord(text)
    if (word === null) continue
    const group = byWord.get(word) ?? { count: 0, noteIds: [] }
    byWord.set(word, group)
    group.count += count
    group.noteIds.push(id)
  }
  return [...byWord]
    .map(([word, group]) => ({ word, ...group }))
    .sort((a, b) => b.count - a.count || (a.word < b.word ? -1 : 1))
}

export const capitalised = (word: string): string => word.charAt(0).toLocaleUpperCase() + word.slice(1)

const questioned = ['brand', 'product', 'quality', 'price', 'service'] as const
const alike: Readonly<Record<string, (typeof questioned)[number]>> = {
  reputation: 'brand',
  image: 'brand',
  name: 'brand',
  cost: 'price',
  value: 'price',
  support: 'service',
  features: 'product',
  range: 'product',
  functionality: 'product',
  performance: 'quality',
  reliability: 'quality',
}

/** Which sharpening question fits a word. */
export const questionFor = (word: string): (typeof questioned)[number] | 'other' =>
  questioned.find((one) => one === word) ?? alike[word] ?? 'other'

/** What stands in a list for "When they call, they can talk to someone": the part after "can", whole words only. */
export function shortOf(sentence: string, can: string): string {
  const line = sentence.trim().replace(/[.\s]+$/u, '')
  const at = line.indexOf(can)
  const told = capitalised(at < 0 ? line : line.slice(at + can.length).trim())
  if (told.length <= LONGEST_NEED) return told
  const cut = told.slice(0, LONGEST_NEED - 1)
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), 30)).trimEnd()}…`
}
