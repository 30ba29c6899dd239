/** What the closing is made of, out of the documents: the same lines as in the files. */
import { useMemo } from 'react'
import { useHeard } from '#client/round/use-heard.ts'
import { useDerived, useRows, useSingle } from '#client/session/hooks.ts'
import { actions, cards, knowledgeGaps, needs, promiseDrafts, stages } from '#shared/board/schema.ts'
import { byOrder } from '#shared/document/order.ts'
import { type Closing, closingOf } from '#shared/reality/closing.ts'
import { decisions, envelope, rounds, seats } from '#shared/record/schema.ts'

export function useClosing(): Closing {
  const { isOpen, all } = useHeard()
  const board = {
    needs: useDerived(needs, live),
    stages: useDerived(stages, live),
    cards: useDerived(cards, (rows) => rows.filter(({ binned }) => !binned)),
    gaps: useDerived(knowledgeGaps, live),
    actions: useDerived(actions, live),
    promiseDrafts: useDerived(promiseDrafts, (rows) => [...rows].sort(byOrder)),
  }
  const record = {
    decisions: useRows(decisions),
    rounds: useDerived(rounds, (rows) =>
      rows
        .filter(({ status }) => status !== 'discarded')
        .sort((a, b) => a.openedAt - b.openedAt || a.number - b.number || (a.id < b.id ? -1 : 1)),
    ),
    people: useRows(seats),
    interviewCount: useSingle(envelope).interviewCount,
  }
  const ground = [...Object.values(board), ...Object.values(record), isOpen, isOpen ? all : null]
  return useMemo(() => {
    const { people, ...told } = record
    const names = new Map(people.map(({ id, name }) => [id, name]))
    return closingOf({
      ...board,
      ...told,
      interviews: isOpen ? all : null,
      nameOf: (id) => names.get(id) ?? '',
    })
    // biome-ignore lint/correctness/useExhaustiveDependencies: what both objects hold, one by one
  }, ground)
}

const live = <R extends { readonly binned: unknown; readonly order: string; readonly id: string }>(
  rows: readonly R[],
): R[] => rows.filter(({ binned }) => !binned).sort(byOrder)
