/**
 * What components read of a session. Each hook subscribes to the least: a component renders again only when
 * what it asked for is different. Everything an answer shares with the one before keeps its identity.
 */
import {
  createElement,
  type ReactNode,
  useCallback,
  useEffect,
  useMemo,
  useRef,
  useState,
  useSyncExternalStore,
} from 'react'
import { useStore } from 'zustand'
import type { StoreApi } from 'zustand/vanilla'
import type { PersonPresent, SavedState, Session } from '#client/session/api.ts'
import type { Recognised, ReportShown } from '#client/session/followed-report.ts'
import { keepEqual } from '#client/session/keep-equal.ts'
import type { LiveSession } from '#client/session/live-session.ts'
import { SessionContext, useLiveSession } from '#client/session/session-context.ts'
import type { TextElement } from '#client/session/text-binding.ts'
import type { Collection, RowOf, Singleton } from '#shared/document/collection.ts'
import { type Agenda, agenda, type Round, rounds, type Seat, seats } from '#shared/record/schema.ts'
import { isRoundKind, type ResultOf, type RoundKindName, readResult } from '#shared/rounds/kinds.ts'

export function SessionProvider({ session, children }: { session: LiveSession; children: ReactNode }) {
  return createElement(SessionContext, { value: session }, children)
}

export const useSession = (): Session => useLiveSession()

/** State of saving and of the line, for the status text. */
export const useSaved = (): SavedState => useStore(useLiveSession().saved)

/** True while there is no line. Still while one types, as the next two are. */
export const useIsOffline = (): boolean =>
  useStore(useLiveSession().saved, ({ status }) => status === 'offline')

/** True once everything is as the server has it, until the line breaks; writing on does not end it. */
export function useIsSettled(): boolean {
  const last = useRef(false)
  return useStore(useLiveSession().saved, ({ status }) => {
    last.current = status === 'saved' || (status === 'saving' && last.current)
    return last.current
  })
}

/** Why the seat is closed, as a close code; null while it is not. */
export const useClosed = (): number | null =>
  useStore(useLiveSession().saved, (saved) => (saved.status === 'closed' ? saved.reason : null))

/** True until there is content to show: an empty board is not the truth yet. */
export const useIsLoading = (): boolean => !useStore(useLiveSession().loaded)

/** A row, or undefined when there is none of that id. */
export function useRow<C extends Collection>(of: C, id: string): RowOf<C> | undefined {
  return useStore(useLiveSession().rows(of), (rows) => rows.get(id))
}

/** Every row of a collection, in no promised order. Renders again with every row: lists take `useIds` or `useGroup`. */
export function useRows<C extends Collection>(of: C): readonly RowOf<C>[] {
  return useDerived(of, everyRow<RowOf<C>>)
}

const everyRow = <R>(rows: readonly R[]): readonly R[] => rows

export function useSingle<C extends Singleton>(of: C): RowOf<C> {
  return useStore(useLiveSession().single(of))
}

/** Ids chosen and sorted by `select`; the same list until those ids or their order change. */
export function useIds<C extends Collection>(
  of: C,
  select: (rows: readonly RowOf<C>[]) => readonly RowOf<C>[],
): readonly string[] {
  return useDerived(of, (rows) => select(rows).map(({ id }) => id))
}

/** Anything computed from a collection; what is equal to the last answer keeps its identity. */
export function useDerived<C extends Collection, T>(of: C, derive: (rows: readonly RowOf<C>[]) => T): T {
  return useKept(useLiveSession().rows(of), (rows) => derive([...rows.values()]))
}

/**
 * A way to sort the rows of a collection into named lists, computed once for everyone who shows one of them:
 * `const cells = grouping(cards, (rows) => new Map(...))`.
 */
export interface Grouping<C extends Collection> {
  readonly of: C
  readonly groups: (rows: readonly RowOf<C>[]) => ReadonlyMap<string, readonly string[]>
  readonly last: WeakMap<StoreApi<unknown>, Grouped>
}

interface Grouped {
  readonly rows: unknown
  readonly groups: ReadonlyMap<string, readonly string[]>
}

export const grouping = <C extends Collection>(of: C, groups: Grouping<C>['groups']): Grouping<C> => ({
  of,
  groups,
  last: new WeakMap(),
})

const noIds: readonly string[] = []

/** Ids of one group, sorted as the grouping sorts; the same list until it changes. */
export function useGroup<C extends Collection>(by: Grouping<C>, key: string): readonly string[] {
  const store = useLiveSession().rows(by.of)
  return useStore(store, (rows) => {
    const last = by.last.get(store as StoreApi<unknown>)
    if (last?.rows === rows) return last.groups.get(key) ?? noIds
    const groups = keepEqual(last?.groups, by.groups([...rows.values()]))
    by.last.set(store as StoreApi<unknown>, { rows, groups })
    return groups.get(key) ?? noIds
  })
}

/**
 * A ref for a textarea or input that shows a shared text and types into it, together with others. The field must
 * be uncontrolled: no `value`, no `defaultValue`.
 */
export function useSharedText(of: Collection, id: string, field: string) {
  const session = useLiveSession()
  return useCallback(
    (element: TextElement | null) => (element ? session.bindText(element, of, id, field) : undefined),
    [session, of, id, field],
  )
}

/** A shared text of the board as it stands, and where others write in it: for what a field draws over itself. */
export function useSharedWords(of: Collection, id: string, field: string) {
  const session = useLiveSession()
  const words = useMemo(() => session.words(of, id, field), [session, of, id, field])
  return useSyncExternalStore(words.listen, words.get)
}

/** What a file would be written from, and its first page; null until it is made. */
export function useReport({ people, masked, private: withPrivate }: Recognised): ReportShown | null {
  const session = useLiveSession()
  const [shown, setShown] = useState<ReportShown | null>(null)
  useEffect(
    () => session.followReport({ people, masked, private: withPrivate }, setShown),
    [session, people, masked, withPrivate],
  )
  return shown
}

/** The session as the editor of notes needs it; nothing else may look inside. */
export const useNotesSession = (): LiveSession => useLiveSession()

/** Everyone here, oneself included, in the order in which they joined. */
export const usePresent = (): readonly PersonPresent[] =>
  useStore(useLiveSession().present, ({ people }) => people)

/** Others who have that card, row or cell in hand. */
export function useWhoHas(id: string): readonly PersonPresent[] {
  const session = useLiveSession()
  return useKept(session.present, ({ holding }) => {
    const holders = holding.get(id) ?? nobody
    return holders.some(({ seatId }) => seatId === session.seatId)
      ? holders.filter(({ seatId }) => seatId !== session.seatId)
      : holders
  })
}

const nobody: readonly PersonPresent[] = []

/** One's own seat as the record has it; undefined until the record has arrived. */
export const useMySeat = (): Seat | undefined => useRow(seats, useLiveSession().seatId)

/** All seats that are not removed, in the order in which they joined. */
export const useSeats = (): readonly Seat[] =>
  useDerived(seats, (all) =>
    all
      .filter((seat) => seat.removedAt === null)
      .sort((a, b) => a.joinedAt - b.joinedAt || (a.id < b.id ? -1 : 1)),
  )

export const useAgenda = (): Agenda => useSingle(agenda)

/** A round with its results as this version of the product knows them; null before the reveal. */
export type RoundOf<K extends RoundKindName> = Omit<Round, 'kind' | 'result'> & {
  readonly kind: K
  readonly result: ResultOf<K> | null
}
type AnyRound = { [K in RoundKindName]: RoundOf<K> }[RoundKindName]

/** Rounds that were not discarded, oldest first; of one kind when asked for. Unknown kinds are left out. */
export function useRounds(): readonly AnyRound[]
export function useRounds<K extends RoundKindName>(kind: K): readonly RoundOf<K>[]
export function useRounds(kind?: RoundKindName): readonly AnyRound[] {
  return useDerived(rounds, (all) =>
    all
      .filter((round) => round.status !== 'discarded' && (kind === undefined || round.kind === kind))
      .sort((a, b) => a.openedAt - b.openedAt || a.number - b.number)
      .flatMap((round) => (isRoundKind(round.kind) ? [parsedRound(round, round.kind)] : [])),
  )
}

/** The result of a round never changes once published, so it is parsed once. */
const parsed = new WeakMap<object, unknown>()

function parsedRound(round: Round, kind: RoundKindName): AnyRound {
  const { result } = round
  if (typeof result !== 'object' || result === null) return { ...round, kind, result: null } as AnyRound
  if (!parsed.has(result)) parsed.set(result, readResult(kind, result))
  return { ...round, kind, result: parsed.get(result) } as AnyRound
}

/** A selection that keeps the identity of whatever is equal to its last answer. */
function useKept<S, T>(store: StoreApi<S>, select: (state: S) => T): T {
  const last = useRef<{ value: T } | null>(null)
  return useStore(store, (state) => {
    const value = keepEqual(last.current?.value, select(state))
    last.current = { value }
    return value
  })
}
