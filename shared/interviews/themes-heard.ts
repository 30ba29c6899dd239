/**
 * Which customers raised which themes. A theme is tagged on a call, an answer or a quote, and counts once for the
 * interview these count for; a merged theme counts as the one it was merged into, one that is gone not at all.
 */
import { byOrder } from '#shared/document/order.ts'
import { countedFor } from '#shared/interviews/counted.ts'
import type { Answer, Interview, Quote, Theme } from '#shared/interviews/schema.ts'

/** What is coded, as rows of the interviews. */
export interface Coded {
  readonly interviews: readonly Pick<Interview, 'id' | 'mergedInto' | 'themeIds'>[]
  readonly answers: readonly Pick<Answer, 'interviewId' | 'themeIds'>[]
  readonly quotes: readonly Pick<Quote, 'id' | 'interviewId' | 'themeIds'>[]
  readonly themes: readonly Pick<Theme, 'id' | 'mergedInto'>[]
}

/** Themes of each interview that counts, by its id, each theme once. */
export function themesHeard({ interviews, answers, quotes, themes }: Coded): ReadonlyMap<string, string[]> {
  const counted = countedFor(interviews)
  const themeOf = countedFor(themes)
  const heard = new Map<string, Set<string>>()
  const note = (interviewId: string, themeIds: readonly string[]) => {
    const id = counted.get(interviewId)
    if (id === undefined) return
    const own = heard.get(id) ?? new Set()
    heard.set(id, own)
    for (const themeId of themeIds) {
      const theme = themeOf.get(themeId)
      if (theme !== undefined) own.add(theme)
    }
  }
  for (const { id, themeIds } of interviews) note(id, themeIds)
  for (const { interviewId, themeIds } of [...answers, ...quotes]) note(interviewId, themeIds)
  return new Map([...heard].map(([id, own]) => [id, [...own]]))
}

/** In the order in which the calls were held. */
export const inCallOrder = (
  a: Pick<Interview, 'id' | 'date' | 'order'>,
  b: Pick<Interview, 'id' | 'date' | 'order'>,
): number => (a.date < b.date ? -1 : a.date > b.date ? 1 : byOrder(a, b))

export interface FindingRests {
  readonly themeIds: readonly string[]
  readonly quoteIds: readonly string[]
  readonly interviewIds: readonly string[]
}

/**
 * The interviews a finding rests on: those that raised one of its themes or gave one of its quotes. One that names
 * neither keeps the interviews it was written with.
 */
export function findingInterviews(finding: FindingRests, coded: Coded): string[] {
  const counted = countedFor(coded.interviews)
  const resting = new Set<string>()
  const rest = (interviewId: string) => {
    const id = counted.get(interviewId)
    if (id !== undefined) resting.add(id)
  }
  if (finding.themeIds.length === 0 && finding.quoteIds.length === 0) finding.interviewIds.forEach(rest)
  else {
    const themeOf = countedFor(coded.themes)
    const wanted = new Set(finding.themeIds.map((id) => themeOf.get(id)))
    for (const [id, own] of themesHeard(coded)) if (own.some((theme) => wanted.has(theme))) resting.add(id)
    const quoteIds = new Set(finding.quoteIds)
    for (const { id, interviewId } of coded.quotes) if (quoteIds.has(id)) rest(interviewId)
  }
  return coded.interviews.flatMap(({ id }) => (resting.has(id) ? [id] : []))
}
