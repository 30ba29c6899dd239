/** The own ballot of an earlier round, as it was sealed. Nobody else gets it, the facilitator included. */
import type { CommandProblem, Session } from '#client/session/api.ts'
import type { BallotOf } from '#client/session/use-ballot.ts'
import { type RoundKindName, roundKinds } from '#shared/rounds/kinds.ts'

export type SealedBallot<K extends RoundKindName> =
  | { readonly ballot: BallotOf<K> }
  | { readonly none: 'not-sealed' | 'abstained' }
  | { readonly problem: CommandProblem }

export async function readSealed<K extends RoundKindName>(
  session: Session,
  kind: K,
  roundId: string,
): Promise<SealedBallot<K>> {
  const answer = await session.command('readBallot', { params: { roundId } })
  if (!answer.ok) return { problem: answer.problem }
  const kept = roundKinds[kind].ballot.safeParse(answer.reply.ballot)
  if (!kept.success || !answer.reply.sealed) return { none: 'not-sealed' }
  if ((kept.data as { readonly abstained?: boolean }).abstained) return { none: 'abstained' }
  return { ballot: kept.data as BallotOf<K> }
}
