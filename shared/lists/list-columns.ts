/**
 * What each column of a list holds: chosen by hand, else told by its heading. Where two headings tell the same, the surer
 * one has it; what nothing tells is left out and said so.
 */
import { comparable } from '#shared/intake/names.ts'
import type { ListShape } from '#shared/lists/list-fields.ts'

export const SKIP = 'skip'
export const ID = 'id'

export interface ListColumn {
  readonly index: number
  /** As it stands in the file; a column without a heading is called by its letter. */
  readonly header: string
  /** Name of a field, `id`, or `skip`. */
  readonly to: string
  readonly by: 'hand' | 'name' | 'nothing'
}

/** Headings of what customers said or gave: a list cannot bring that in. */
const HEARD = /\b(?:customers?|raised by|said by|heard from|quotes?|interviews?|source|buyers? said)\b/

export const isHeard = ({ header, to }: ListColumn): boolean => to === SKIP && HEARD.test(comparable(header))

interface Claim {
  readonly index: number
  readonly to: string
  /** How sure the heading is; 0 is the surest. */
  readonly rank: number
}

/** What headings say by themselves, the surest first. */
function claimsOf(headers: readonly string[], { fields, ids }: ListShape): Claim[] {
  const all = [...fields.map(({ name, words }) => [name, words] as const), [ID, ids] as const]
  return headers
    .flatMap((header, index) => {
      const word = comparable(header)
      if (word === '') return []
      return all.flatMap(([to, words]): Claim[] => {
        const rank = words.findIndex((one) => comparable(one) === word)
        return rank < 0 ? [] : [{ index, to, rank }]
      })
    })
    .sort((a, b) => a.rank - b.rank || a.index - b.index)
}

export const knownHeadings = (headers: readonly string[], shape: ListShape): number =>
  new Set(claimsOf(headers, shape).map(({ index }) => index)).size

export function listColumns(
  headers: readonly string[],
  shape: ListShape,
  chosen: Readonly<Record<number, string>>,
): ListColumn[] {
  const told = new Map<number, string>()
  const taken = new Set(Object.values(chosen))
  for (const { index, to } of claimsOf(headers, shape)) {
    if (told.has(index) || taken.has(to) || chosen[index] !== undefined) continue
    told.set(index, to)
    taken.add(to)
  }
  return headers.map((text, index) => {
    const header = text.replace(/\s+/g, ' ').trim() || letterOf(index)
    const byHand = chosen[index]
    if (byHand !== undefined) return { index, header, to: byHand, by: 'hand' }
    const to = told.get(index)
    return to === undefined ? { index, header, to: SKIP, by: 'nothing' } : { index, header, to, by: 'name' }
  })
}

/** As a spreadsheet calls a column. */
export function letterOf(index: number): string {
  const last = String.fromCharCode(65 + (index % 26))
  return index < 26 ? last : letterOf(Math.floor(index / 26) - 1) + last
}
