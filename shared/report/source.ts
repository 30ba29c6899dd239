/**
 * What a report is made of: the records of a workshop file as this version reads them, in their order, without what is
 * in the bin. The file is already what whoever asked may see; nothing else is looked at.
 */
import {
  type boardCollections,
  cards,
  findings,
  functions,
  guide,
  guideQuestions,
  knowledgeGaps,
  needs,
  options,
  parkingLot,
  actions as planActions,
  promiseDrafts,
  roadmap,
  scene,
  stages,
} from '#shared/board/schema.ts'
import { type Collection, type RowOf, readValues, type Singleton } from '#shared/document/collection.ts'
import { byOrder, type Ordered } from '#shared/document/order.ts'
import {
  type FilePart,
  type HistoryEntry,
  rowsOf,
  singleOf,
  type WorkshopFile,
} from '#shared/exchange/file.ts'
import { answers, evidence, type Interview, interviews, quotes, themes } from '#shared/interviews/schema.ts'
import { closing, decisions, envelope, rounds, seats } from '#shared/record/schema.ts'
import { cleaned } from '#shared/report/clean.ts'

export interface Heard {
  readonly interviews: readonly Interview[]
  readonly answers: readonly RowOf<typeof answers>[]
  readonly quotes: readonly RowOf<typeof quotes>[]
  readonly themes: readonly RowOf<typeof themes>[]
  readonly evidence: readonly RowOf<typeof evidence>[]
}

type BoardRows = {
  readonly [N in
    | 'functions'
    | 'options'
    | 'needs'
    | 'stages'
    | 'findings'
    | 'promiseDrafts'
    | 'parkingLot'
    | 'guideQuestions']: readonly RowOf<(typeof boardCollections)[N]>[]
}

export interface ReportSource extends BoardRows {
  readonly file: WorkshopFile
  readonly scene: RowOf<typeof scene>
  readonly roadmap: RowOf<typeof roadmap>
  readonly guide: RowOf<typeof guide>
  readonly cards: readonly RowOf<typeof cards>[]
  readonly gaps: readonly RowOf<typeof knowledgeGaps>[]
  readonly actions: readonly RowOf<typeof planActions>[]
  readonly envelope: RowOf<typeof envelope>
  readonly closing: RowOf<typeof closing>
  readonly seats: readonly RowOf<typeof seats>[]
  readonly rounds: readonly RowOf<typeof rounds>[]
  readonly decisions: readonly RowOf<typeof decisions>[]
  /** Null while sealed. */
  readonly heard: Heard | null
  readonly history: readonly HistoryEntry[]
}

export function readSource(file: WorkshopFile): ReportSource {
  const whole = cleaned(file) as WorkshopFile
  const { board, record, interviews: told, history } = whole.workshop
  return {
    file: whole,
    scene: one(board, 'scene', scene),
    roadmap: one(board, 'roadmap', roadmap),
    guide: one(board, 'guide', guide),
    functions: inOrder(all(board, 'functions', functions)),
    options: inOrder(all(board, 'options', options)),
    needs: inOrder(all(board, 'needs', needs)),
    stages: inOrder(all(board, 'stages', stages)),
    cards: inOrder(all(board, 'cards', cards).map((card) => ({ ...card, order: card.place.order }))),
    gaps: inOrder(all(board, 'knowledgeGaps', knowledgeGaps)),
    guideQuestions: inOrder(all(board, 'guideQuestions', guideQuestions)),
    findings: inOrder(all(board, 'findings', findings)),
    promiseDrafts: inOrder(all(board, 'promiseDrafts', promiseDrafts)),
    actions: inOrder(all(board, 'actions', planActions)),
    parkingLot: inOrder(all(board, 'parkingLot', parkingLot)),
    envelope: one(record, 'envelope', envelope),
    closing: one(record, 'closing', closing),
    seats: all(record, 'seats', seats),
    rounds: all(record, 'rounds', rounds)
      .filter(({ status }) => status !== 'discarded')
      .sort((a, b) => a.openedAt - b.openedAt || a.number - b.number || (a.id < b.id ? -1 : 1)),
    decisions: all(record, 'decisions', decisions),
    heard: told ? heardIn(told) : null,
    history,
  }
}

const heardIn = (part: FilePart): Heard => ({
  interviews: inOrder(all(part, 'interviews', interviews)),
  answers: inOrder(all(part, 'answers', answers)),
  quotes: inOrder(all(part, 'quotes', quotes)),
  themes: inOrder(all(part, 'themes', themes)),
  evidence: all(part, 'evidence', evidence),
})

/** Without what lies in the bin. */
function all<C extends Collection>(part: FilePart, name: string, of: C): RowOf<C>[] {
  return rowsOf(part, name)
    .filter(({ binned }) => binned === undefined || binned === null)
    .map((row) => ({ id: row.id, ...readValues(of, row) }) as unknown as RowOf<C>)
}

const one = <S extends Singleton>(part: FilePart, name: string, of: S): RowOf<S> =>
  readValues(of, singleOf(part, name)) as RowOf<S>

const inOrder = <T extends Ordered>(rows: readonly T[]): T[] => [...rows].sort(byOrder)
