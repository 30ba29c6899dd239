/** The board as a list is read against it; a change of the board changes what the list would do. */
import { useMemo } from 'react'
import { useDerived, useRows, useSeats, useSession, useSingle } from '#client/session/hooks.ts'
import { dayAt } from '#shared/board/due-date.ts'
import { actions, cards, functions, needs, options, scene, stages } from '#shared/board/schema.ts'
import { byOrder } from '#shared/document/order.ts'
import { type ListWorld, listWorld } from '#shared/lists/list-world.ts'
import { envelope } from '#shared/record/schema.ts'

export function useListWorld(): ListWorld {
  const session = useSession()
  const rows = {
    needs: useRows(needs),
    options: useRows(options),
    stages: useRows(stages),
    cards: useRows(cards),
    actions: useRows(actions),
    functions: useDerived(functions, (all) => [...all].sort(byOrder).map(({ name }) => name)),
    seats: useSeats(),
    today: dayAt(session.serverNow(), useSingle(scene).timezone),
    isSealed: useSingle(envelope).openedAt === null,
  }
  // biome-ignore lint/correctness/useExhaustiveDependencies: all of its values, each by itself
  return useMemo(() => listWorld(rows), Object.values(rows))
}
