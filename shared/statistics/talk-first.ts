/** What to talk about first (method C2). */

export interface TalkTopic {
  /** Position of the need in the lists given. */
  readonly need: number
  /** Points squared; only its order has a meaning. */
  readonly value: number
}

/** Needs by mean times standard deviation, largest first: before the customers are revealed. Needs without sd are left out. */
export function talkFirst(means: readonly number[], sds: readonly (number | null)[]): TalkTopic[] {
  return inOrder(means.map((mean, need) => ({ need, value: mean * (sds[need] ?? Number.NaN) })))
}

/** Needs by the size of the gap times the customers' points, largest first: after the reveal. */
export function talkFirstAfterReveal(guess: readonly number[], customers: readonly number[]): TalkTopic[] {
  return inOrder(
    customers.map((points, need) => ({ need, value: Math.abs((guess[need] ?? 0) - points) * points })),
  )
}

const inOrder = (topics: readonly TalkTopic[]): TalkTopic[] =>
  topics.filter(({ value }) => !Number.isNaN(value)).sort((a, b) => b.value - a.value || a.need - b.need)
