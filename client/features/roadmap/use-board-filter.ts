/**
 * The filter stands in the address, so that a view of the board can be sent and kept (BD-7a). The words looked for count
 * as they are typed; the address follows.
 */
import { useCallback, useDeferredValue, useLayoutEffect, useMemo } from 'react'
import { useSearchParams } from 'react-router'
import { useBoard } from '#client/features/roadmap/board-context.tsx'
import {
  type BoardFilter,
  type FilterName,
  filterNames,
  isFiltering,
  noFilter,
} from '#client/features/roadmap/board-filter.ts'
import { useTypedAhead } from '#client/lib/use-typed-ahead.ts'

export function useBoardFilter() {
  const [params, setParams] = useSearchParams()
  const change = useCallback(
    (changes: Partial<BoardFilter>) =>
      setParams(
        (before) => {
          const next = new URLSearchParams(before)
          for (const [name, value] of Object.entries(changes)) {
            if (value === '') next.delete(name)
            else next.set(name, value)
          }
          return next
        },
        { replace: true },
      ),
    [setParams],
  )
  const search = useTypedAhead(params.get('search') ?? '', (typed) => change({ search: typed }))
  // The letter is painted first, then the board.
  const words = useDeferredValue(search.value)
  const filter = useMemo((): BoardFilter => {
    const asked = filterNames.map((name) => [name, params.get(name) ?? ''] as const)
    const found = { ...Object.fromEntries(asked), search: words } as BoardFilter
    return isFiltering(found) ? found : noFilter
  }, [params, words])
  const set = useCallback((name: FilterName, value: string) => change({ [name]: value }), [change])
  const clear = useCallback(() => change(noFilter), [change])
  const toggleGaps = useCallback(
    () => set('status', filter.status === 'open' ? '' : 'open'),
    [set, filter.status],
  )
  return { filter, search, set, clear, toggleGaps }
}

export type BoardFiltering = ReturnType<typeof useBoardFilter>

/** Shows the board as the address asks. */
export function useFilterOfAddress(filter: BoardFilter): void {
  const { setFilter, control } = useBoard()
  useLayoutEffect(() => {
    control.noteFilter()
    setFilter(filter)
  }, [setFilter, control, filter])
}
