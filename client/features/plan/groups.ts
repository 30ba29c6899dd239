/** Rows of the plan in groups: by kind, stage or owner, each in the order of the plan, of dates or of quick wins. */
import type { Action } from '#shared/board/action-edits.ts'
import { kinds } from '#shared/reality/plan.ts'

export const groupings = ['kind', 'stage', 'owner'] as const
export type Grouping = (typeof groupings)[number]

export interface Group {
  /** A kind, the id of a stage, or who owns it; empty for what has none. */
  readonly key: string
  readonly ids: readonly string[]
}

export interface Grouped {
  readonly by: Grouping
  /** Stages in their order. */
  readonly stageIds: readonly string[]
  /** The stage of a linked card, or the stage itself. */
  readonly stageOf: (link: string) => string | null
  readonly ownerOf: (action: Action) => string
}

/** Groups that have rows; those without a key come last. */
export function groupsOf(sorted: readonly Action[], { by, stageIds, stageOf, ownerOf }: Grouped): Group[] {
  const keyOf = (action: Action): string => {
    if (by === 'kind') return action.kind
    if (by === 'owner') return ownerOf(action)
    const own = new Set(action.links.flatMap((link) => stageOf(link) ?? []))
    return stageIds.find((id) => own.has(id)) ?? ''
  }
  const keys = {
    kind: kinds,
    stage: stageIds,
    owner: [...new Set(sorted.map(ownerOf))].sort((a, b) => a.localeCompare(b)),
  }[by]
  return [...new Set([...keys.filter((key) => key !== ''), ''])]
    .map((key) => ({ key, ids: sorted.filter((action) => keyOf(action) === key).map(({ id }) => id) }))
    .filter(({ ids }) => ids.length > 0)
}

/**
 * While somebody types in a row, rows stay where they are: what another changes must not move the field away from under
 * the hands. What is new joins its group at the end, what is gone goes.
 */
export function heldGroups(shown: readonly Group[], next: readonly Group[]): Group[] {
  const there = new Set(next.flatMap(({ ids }) => ids))
  const known = new Set(shown.flatMap(({ ids }) => ids))
  const fresh = (key: string) =>
    next.find((group) => group.key === key)?.ids.filter((id) => !known.has(id)) ?? []
  const kept = shown.map(({ key, ids }) => ({
    key,
    ids: [...ids.filter((id) => there.has(id)), ...fresh(key)],
  }))
  const keys = new Set(shown.map(({ key }) => key))
  const added = next.filter(({ key }) => !keys.has(key)).map(({ key }) => ({ key, ids: fresh(key) }))
  return [...kept, ...added].filter(({ ids }) => ids.length > 0)
}
