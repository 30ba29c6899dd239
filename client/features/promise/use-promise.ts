/** Drafts of the promise with what the last revealed rounds said of each, and the decisions in force. */
import { useDerived, useRounds, useRows } from '#client/session/hooks.ts'
import type { PromiseDraft, PromiseReaction } from '#shared/board/promise-edits.ts'
import { actions, promiseDrafts, promiseReactions } from '#shared/board/schema.ts'
import { byOrder } from '#shared/document/order.ts'
import { type Decision, decisions } from '#shared/record/schema.ts'
import type { SupportResult, TruthResult } from '#shared/rounds/debate-results.ts'

export interface VotedDraft {
  readonly draft: PromiseDraft
  /** Its place among all versions, from 1. */
  readonly number: number
  readonly support: SupportResult['perSubject'][number] | null
  readonly truth: TruthResult['perSubject'][number] | null
  /** What customers said when it was shown to them. */
  readonly reactions: readonly PromiseReaction[]
  /** A live action of the plan that makes it true. */
  readonly action: string | null
}

export function useDrafts(): readonly VotedDraft[] {
  const drafts = useDerived(promiseDrafts, (all) => [...all].sort(byOrder))
  const supports = useRounds('support').filter(({ status }) => status === 'revealed')
  const truths = useRounds('truth').filter(({ status }) => status === 'revealed')
  const plan = useRows(actions)
  const reactions = useDerived(promiseReactions, (all) => [...all].sort(byOrder))
  return drafts.map((draft, index) => {
    const given = <R extends { readonly subjectId: string }>(
      rounds: readonly { readonly result: { readonly perSubject: readonly R[] } | null }[],
    ): R | null =>
      rounds
        .flatMap(({ result }) => result?.perSubject ?? [])
        .findLast(({ subjectId }) => subjectId === draft.id) ?? null
    return {
      draft,
      number: index + 1,
      support: given(supports),
      truth: given(truths),
      reactions: reactions.filter(({ draftId }) => draftId === draft.id),
      action:
        plan.find(({ links, status, binned }) => !binned && status !== 'dropped' && links.includes(draft.id))
          ?.title ?? null,
    }
  })
}

/** Whether it can be adopted: a "no" of those who deliver needs an action first (R065). */
export const needsAction = ({ truth, action }: VotedDraft): boolean => (truth?.no ?? 0) > 0 && action === null

/** The decision of a kind in force, if there is one. */
export function useDecision(kind: Decision['kind']): Decision | undefined {
  return useDerived(decisions, (all) =>
    all
      .filter((one) => one.kind === kind && one.supersededBy === null)
      .sort((a, b) => (a.decidedOn < b.decidedOn ? -1 : 1))
      .at(-1),
  )
}
