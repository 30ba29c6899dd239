/**
 * Which cards, stages and lanes are on show: what the address of the page asks for (BD-7a). Pure. Nothing is filtered
 * out of the figures and the heading: they are of the whole board.
 */
import {
  type CellKey,
  cardIdsIn,
  cellKey,
  isSame,
  keep,
  type Layout,
  sameCells,
} from '#client/features/roadmap/layout.ts'
import type { Card, Lane, Stage } from '#shared/board/schema.ts'
import type { Coverage } from '#shared/statistics/coverage.ts'

/** As they stand in the address; an empty value asks for nothing. */
export const filterNames = ['search', 'function', 'phase', 'role', 'said', 'status', 'source'] as const
export type FilterName = (typeof filterNames)[number]
export type BoardFilter = Readonly<Record<FilterName, string>>

export const noFilter: BoardFilter = {
  search: '',
  function: '',
  phase: '',
  role: '',
  said: '',
  status: '',
  source: '',
}

export const isFiltering = (filter: BoardFilter): boolean => filterNames.some((name) => filter[name] !== '')

interface Board {
  readonly whole: Layout
  readonly stages: ReadonlyMap<string, Stage>
  readonly cards: ReadonlyMap<string, Card>
  readonly coverage: ReadonlyMap<string, Coverage>
}

export interface Shown {
  readonly layout: Layout
  /** Cards on show; null: all. */
  readonly cardIds: ReadonlySet<string> | null
}

/**
 * The board as the filter shows it. `pinned` stay on show whatever they are: cards the person wrote in or moved since
 * the filter was set, which must not vanish under their hands.
 */
export function narrow(
  board: Board,
  filter: BoardFilter,
  pinned: ReadonlySet<string>,
  previous: Shown,
): Shown {
  const { whole } = board
  if (!isFiltering(filter)) return { layout: whole, cardIds: null }
  const fits = matcher(board, filter)
  const cells = new Map<CellKey, readonly string[]>()
  const cardIds = new Set<string>()
  const filled = new Set<string>()
  for (const [key, ids] of whole.cells) {
    const stageId = key.slice(0, key.lastIndexOf('|'))
    if (!stageFits(board.stages.get(stageId), filter)) continue
    const left = ids.filter((id) => pinned.has(id) || fits(id, stageId))
    if (left.length === 0) continue
    for (const id of left) cardIds.add(id)
    filled.add(stageId)
    cells.set(key, keep(previous.layout.cells.get(key), left))
  }
  const stageIds = whole.stageIds.filter((id) => filled.has(id) || staysEmpty(board.stages.get(id), filter))
  const asksWhatIsOpen = (lane: Lane) => filter.status === 'open' && (lane === 'answer' || lane === 'tool')
  const lanes = whole.lanes.filter(
    (lane) => asksWhatIsOpen(lane) || whole.stageIds.some((id) => cells.has(cellKey(id, lane))),
  )
  const layout = {
    stageIds: keep(previous.layout.stageIds, stageIds),
    lanes: keep(previous.layout.lanes, cells.size === 0 ? whole.lanes : lanes),
    cells: sameCells(previous.layout.cells, cells) ? previous.layout.cells : cells,
  }
  return {
    layout: isSame(previous.layout, layout) ? previous.layout : layout,
    cardIds: sameIds(previous.cardIds, cardIds) ? previous.cardIds : cardIds,
  }
}

const stageFits = (stage: Stage | undefined, { phase, role }: BoardFilter): boolean =>
  (phase === '' || stage?.phase === phase) && (role === '' || (stage?.buyerRoles.includes(role) ?? false))

/** Without a card that fits a stage still shows where nothing was found, unless another function owns it. */
const staysEmpty = (stage: Stage | undefined, filter: BoardFilter): boolean =>
  stage !== undefined &&
  stageFits(stage, filter) &&
  (filter.function === '' || stage.ownerFunction === filter.function)

function matcher({ cards, stages, coverage }: Board, filter: BoardFilter) {
  const words = filter.search.toLocaleLowerCase().trim()
  return (id: string, stageId: string): boolean => {
    const card = cards.get(id)
    if (!card) return false
    if (words !== '' && !card.text.toLocaleLowerCase().includes(words)) return false
    if (filter.status !== '' && coverage.get(id) !== filter.status) return false
    if (filter.said !== '' && (filter.said === 'customers') !== isSaid(card)) return false
    if (filter.source !== '' && card.comesFrom !== filter.source) return false
    return (
      filter.function === '' || (card.ownerFunction || stages.get(stageId)?.ownerFunction) === filter.function
    )
  }
}

const isSaid = ({ raisedBy, quoteIds }: Card): boolean => raisedBy.length > 0 || quoteIds.length > 0

const sameIds = (a: ReadonlySet<string> | null, b: ReadonlySet<string>): boolean =>
  a !== null && a.size === b.size && [...b].every((id) => a.has(id))

/** Where in the whole cell a card lands that is dropped at a slot among the cards on show. Both count without the card. */
export function wholeIndex(
  whole: Layout,
  shown: Layout,
  cardId: string,
  to: { readonly stageId: string; readonly lane: Lane; readonly index: number },
): number {
  const others = (layout: Layout) => cardIdsIn(layout, to.stageId, to.lane).filter((id) => id !== cardId)
  const all = others(whole)
  const above = others(shown)[to.index - 1]
  if (above !== undefined) return all.indexOf(above) + 1
  const first = others(shown)[0]
  return to.index <= 0 ? (first === undefined ? all.length : all.indexOf(first)) : all.length
}

/** Choices there are on this board, each once, in the order of the stages. */
export function choicesOn(
  stages: readonly Stage[],
  cards: Iterable<Card>,
): { readonly functions: readonly string[]; readonly roles: readonly string[] } {
  const owners = [...stages.map(({ ownerFunction }) => ownerFunction)]
  for (const card of cards) if (!card.binned) owners.push(card.ownerFunction)
  return {
    functions: [...new Set(owners)].filter((name) => name !== ''),
    roles: [...new Set(stages.flatMap(({ buyerRoles }) => buyerRoles))],
  }
}
