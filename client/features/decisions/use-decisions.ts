/** Decisions in force, newest first, each with those it took the place of and why it should be looked at again (R072). */
import { useHeard } from '#client/round/use-heard.ts'
import { useRows, useSession } from '#client/session/hooks.ts'
import { erasures } from '#shared/interviews/schema.ts'
import { basisOf, type WhyStale, whyStale } from '#shared/reality/stale.ts'
import { type Decision, decisions } from '#shared/record/schema.ts'

export interface Standing {
  readonly decision: Decision
  readonly why: readonly WhyStale[]
  /** Newest first. */
  readonly earlier: readonly Decision[]
}

export function useDecisions(): { readonly standing: readonly Standing[]; readonly staleCount: number } {
  const session = useSession()
  const all = useRows(decisions)
  const { all: interviews } = useHeard()
  const erased = useRows(erasures)
  const there = new Set(interviews.map(({ id }) => id))
  const now = {
    basis: basisOf(interviews),
    today: new Date(session.serverNow()).toISOString().slice(0, 10),
    erasedInterviewIds: new Set(erased.map(({ interviewId }) => interviewId).filter((id) => !there.has(id))),
  }
  const standing = all
    .filter(({ supersededBy }) => supersededBy === null)
    .sort((a, b) => newestFirst(a, b))
    .map((decision) => ({ decision, why: whyStale(decision, now), earlier: chainBefore(decision, all) }))
  return { standing, staleCount: standing.filter(({ why }) => why.length > 0).length }
}

const newestFirst = (a: Decision, b: Decision): number =>
  a.decidedOn === b.decidedOn ? (a.id < b.id ? 1 : -1) : a.decidedOn < b.decidedOn ? 1 : -1

/** Every decision that this one took the place of, also through others; a ring, which only a file can bring, ends. */
export function chainBefore(decision: Decision, all: readonly Decision[]): readonly Decision[] {
  const found: Decision[] = []
  const seen = new Set([decision.id])
  let next = [decision.id]
  while (next.length > 0) {
    const before = all.filter(({ id, supersededBy }) => next.includes(supersededBy ?? '') && !seen.has(id))
    for (const { id } of before) seen.add(id)
    found.push(...before)
    next = before.map(({ id }) => id)
  }
  return found.sort(newestFirst)
}
