/** A round of whatever kind as screens get it, and who has a ballot in it. */
import type { Round, Seat } from '#shared/record/schema.ts'

/** What all kinds of rounds have in common: everything but what a ballot holds and a reveal publishes. */
export type AnyRound = Omit<Round, 'kind' | 'result'>

/** Members vote; whoever has seen customers' answers makes no guess (R049). The server has the last word. */
export const hasBallot = (seat: Pick<Seat, 'role' | 'hasSeenResults'>, round: Pick<AnyRound, 'informed'>) =>
  seat.role === 'member' && (round.informed || !seat.hasSeenResults)

export const progressOf = ({ sealedCount, expectedCount }: AnyRound) => ({
  sealed: sealedCount,
  expected: expectedCount,
})

export const isEveryoneIn = ({ sealedCount, expectedCount }: AnyRound): boolean =>
  expectedCount > 0 && sealedCount >= expectedCount
