/** What customers said beyond the product (R054): trends, other interests, and how long their buying took. */
import { countedFor } from '#shared/interviews/counted.ts'
import type { Interview, Quote } from '#shared/interviews/schema.ts'
import { type Summary, summarize } from '#shared/statistics/summary.ts'

/** A free tag of this beginning is a trend. */
const TREND = 'trend: '

export interface BeyondProduct {
  /** Words of the tag, and the interviews in which it came up, most often heard first. */
  readonly trends: readonly { readonly words: string; readonly interviewIds: readonly string[] }[]
  readonly interests: readonly { readonly interviewId: string; readonly words: string }[]
  readonly triggerToFirstContact: Weeks
  readonly firstContactToSignature: Weeks
}

export interface Weeks extends Summary {
  readonly values: readonly number[]
}

/** Of `asked`, the interviews that count; quotes of their doubles count for them. */
export function beyondProduct(
  asked: readonly Interview[],
  all: readonly Pick<Interview, 'id' | 'mergedInto'>[],
  quotes: readonly Pick<Quote, 'interviewId' | 'tags'>[],
): BeyondProduct {
  const counted = countedFor(all)
  const own = new Set(asked.map(({ id }) => id))
  const heard = new Map<string, Set<string>>()
  for (const { interviewId, tags } of quotes) {
    const id = counted.get(interviewId)
    if (id === undefined || !own.has(id)) continue
    for (const tag of tags)
      if (tag.startsWith(TREND)) {
        const words = tag.slice(TREND.length)
        heard.set(words, (heard.get(words) ?? new Set()).add(id))
      }
  }
  const weeks = (of: keyof Interview['timelineWeeks']): Weeks => {
    const values = asked.flatMap(({ timelineWeeks }) => timelineWeeks[of] ?? []).sort((a, b) => a - b)
    return { values, ...summarize(values) }
  }
  return {
    trends: [...heard]
      .map(([words, ids]) => ({ words, interviewIds: [...ids] }))
      .sort((a, b) => b.interviewIds.length - a.interviewIds.length || (a.words < b.words ? -1 : 1)),
    interests: asked.flatMap(({ id, otherInterests }) =>
      otherInterests.trim() === '' ? [] : [{ interviewId: id, words: otherInterests.trim() }],
    ),
    triggerToFirstContact: weeks('triggerToFirstContact'),
    firstContactToSignature: weeks('firstContactToSignature'),
  }
}
