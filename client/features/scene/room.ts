/**
 * Who is here, by function: one column a function, those of the board first, then any that people brought along.
 * Nobody waits for "something else": a function without a known desk has no column while it is empty.
 */
import { functionKind } from '#client/ui/function-kind.ts'
import type { Seat } from '#shared/record/schema.ts'

export interface Column {
  /** Empty for people without a function. */
  readonly name: string
  readonly here: readonly Seat[]
  readonly awaited: readonly Seat[]
}

export function columnsOf(
  functionNames: readonly string[],
  seats: readonly Seat[],
  presentIds: ReadonlySet<string>,
): readonly Column[] {
  const names = new Map(functionNames.map((name) => [keyOf(name), name]))
  for (const { functionName } of seats) {
    if (!names.has(keyOf(functionName))) names.set(keyOf(functionName), functionName)
  }
  const columns = [...names].map(([key, name]) => {
    const own = seats.filter(({ functionName }) => keyOf(functionName) === key)
    return {
      name,
      here: own.filter(({ id }) => presentIds.has(id)),
      awaited: own.filter(({ id }) => !presentIds.has(id)),
    }
  })
  return columns.filter(
    ({ name, here, awaited }) => here.length + awaited.length > 0 || functionKind(name) !== 'other',
  )
}

const keyOf = (name: string): string => name.trim().toLocaleLowerCase()
