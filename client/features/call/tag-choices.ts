/** What the menus of tags offer: records by what was typed of them, and making what is missing. Pure. */
import type { Tag } from '#shared/interviews/quote-edits.ts'

export const subjects = ['need', 'stage', 'question', 'doubt', 'competitor', 'trend', 'word'] as const
export type Subject = (typeof subjects)[number]

/** Something words can be about. */
export interface Taggable {
  readonly subject: Subject
  readonly tag: Tag
  readonly label: string
}

export type Choice =
  | { readonly is: 'record'; readonly record: Taggable }
  | { readonly is: 'new'; readonly subject: Subject; readonly title: string }

/** `#` needs; `@` all else but free words; anything in the bar over marked words. */
export type Opened = '#' | '@' | 'any'

const offered: Readonly<Record<Opened, readonly Subject[]>> = {
  '#': ['need'],
  '@': ['stage', 'question', 'doubt', 'competitor', 'trend'],
  any: subjects,
}

const MOST_SHOWN = 6
/** Labels that only have it inside a word are shown when fewer than this fit better. */
const ENOUGH = 3

const INSIDE = 2

const orderOf = ({ subject }: Taggable): number => subjects.indexOf(subject)

export function choicesFor(records: readonly Taggable[], opened: Opened, typed: string): Choice[] {
  const wanted = fold(typed)
  const inMenu = records.filter(({ subject }) => offered[opened].includes(subject))
  const ranked = inMenu
    .flatMap((record) => {
      const rank = rankOf(fold(record.label), wanted)
      return rank === null ? [] : [{ record, rank }]
    })
    .sort((a, b) => a.rank - b.rank || orderOf(a.record) - orderOf(b.record))
  const better = ranked.filter(({ rank }) => rank < INSIDE)
  const found = (better.length >= ENOUGH ? better : ranked)
    .slice(0, wanted === '' ? ranked.length : MOST_SHOWN)
    .map(({ record }): Choice => ({ is: 'record', record }))
  if (wanted === '') return found
  const isThere = (subject: Subject) =>
    inMenu.some((record) => record.subject === subject && fold(record.label) === wanted)
  const missing = offered[opened]
    .filter((subject) => !isThere(subject))
    .map((subject): Choice => ({ is: 'new', subject, title: typed.trim() }))
  return [...found, ...missing]
}

/** The label begins with it, one of its words does, it is somewhere inside; null: not at all. */
function rankOf(label: string, wanted: string): number | null {
  if (wanted === '') return 0
  const bare = label.replace(/^\d+\s+/u, '')
  if (bare.startsWith(wanted) || label.startsWith(wanted)) return 0
  if (bare.split(/[\s-]+/u).some((word) => word.startsWith(wanted))) return 1
  return bare.includes(wanted) ? INSIDE : null
}

const fold = (words: string): string =>
  words.trim().normalize('NFD').replaceAll(/\p{M}/gu, '').toLocaleLowerCase()

export const signOf = (subject: Subject): string => (subject === 'need' ? '#' : subject === 'word' ? '' : '@')
