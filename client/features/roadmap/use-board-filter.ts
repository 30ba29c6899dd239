/** The filter stands in the address, so that a view of the board can be sent and kept (BD-7a). */
import { useCallback, useLayoutEffect, useMemo } from 'react'
import { useSearchParams } from 'react-router'
import { useBoard } from '#client/features/roadmap/board-context.tsx'
import {
  type BoardFilter,
  type FilterName,
  filterNames,
  isFiltering,
  noFilter,
} from '#client/features/roadmap/board-filter.ts'

export function useBoardFilter() {
  const [params, setParams] = useSearchParams()
  const filter = useMemo((): BoardFilter => {
    const asked = filterNames.map((name) => [name, params.get(name) ?? ''] as const)
    const found = Object.fromEntries(asked) as BoardFilter
    return isFiltering(found) ? found : noFilter
  }, [params])
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
  const set = useCallback((name: FilterName, value: string) => change({ [name]: value }), [change])
  const clear = useCallback(() => change(noFilter), [change])
  const toggleGaps = useCallback(
    () => set('status', filter.status === 'open' ? '' : 'open'),
    [set, filter.status],
  )
  return { filter, set, clear, toggleGaps }
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
