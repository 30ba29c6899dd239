/**
 * The workshop file of a repeat: what a room set up comes over, what it said does not. Every field that comes over is
 * named here. Seats, rounds, ballots, interviews, quotes, findings and decisions have no place in it; of what customers
 * said the figures alone come over, in the record, where they are nobody's of the new workshop.
 */
import type { boardCollections, boardSingles } from '#shared/board/schema.ts'
import { readValues } from '#shared/document/collection.ts'
import type { Json, JsonObject } from '#shared/document/fields.ts'
import { type FileRow, FORMAT, rowsOf, singleOf, VERSION, type WorkshopFile } from '#shared/exchange/file.ts'
import { seats } from '#shared/record/schema.ts'
import { formerFiguresOf } from '#shared/report/former-figures.ts'
import type { Report } from '#shared/report/report.ts'

export interface Repeat {
  readonly title: string
  /** Also open actions, and what we still do not know. */
  readonly carriesActions: boolean
  readonly workshopId: string
  /** Epoch ms. */
  readonly at: number
}

type Fields<N extends keyof typeof boardCollections> =
  readonly (keyof (typeof boardCollections)[N]['fields'])[]

const sceneFields: readonly (keyof (typeof boardSingles)['scene']['fields'])[] = [
  'goal',
  'decisionToMake',
  'company',
  'companyNote',
  'product',
  'productNote',
  'segment',
  'customersInSegment',
  'profitableFitNote',
  'currency',
  'timezone',
  'anonymityNote',
]
const guideFields = ['version', 'basedOn', 'opening', 'closing', 'minutes']
const optionFields: Fields<'options'> = ['name', 'kind', 'note', 'order']
const needFields: Fields<'needs'> = ['short', 'statement', 'kind', 'generic', 'status', 'order']
const stageFields: Fields<'stages'> = [
  'name',
  'phase',
  'ownerFunction',
  'buyerRoles',
  'endsWhen',
  'typicalWeeks',
  'nextStepOffered',
  'whoToAskNamed',
  'continuesPromise',
  'loopsBackTo',
  'order',
]
/** Without who raised it: whether customers of today say so is to be heard. */
const cardFields: Fields<'cards'> = [
  'text',
  'place',
  'concerns',
  'comesFrom',
  'settles',
  'proof',
  'link',
  'status',
  'ownerFunction',
  'trueToday',
  'checks',
  'hurdles',
]
const questionFields: Fields<'guideQuestions'> = ['theme', 'text', 'captures', 'probes', 'order']
const gapFields: Fields<'knowledgeGaps'> = ['text', 'guideQuestionId', 'order']
const actionFields: Fields<'actions'> = [
  'title',
  'kind',
  'aim',
  'functionName',
  'due',
  'promisedOn',
  'effort',
  'impact',
  'measure',
  'baseline',
  'target',
  'revenueNote',
  'marginNote',
  'cashNote',
  'latest',
  'whyNew',
  'status',
  'order',
]

/** `file` is masked already; `report` is made of it. */
export function repeatFile(file: WorkshopFile, report: Report, repeat: Repeat): WorkshopFile {
  const { board } = file.workshop
  const all = (name: string, fields: readonly string[]): FileRow[] =>
    rowsOf(board, name)
      .filter(({ binned }) => binned === undefined || binned === null)
      .map((row) => picked(row, fields))
  const needs = all('needs', needFields).filter(({ status }) => status === 'active')
  const stages = all('stages', stageFields)
  const cards = all('cards', cardFields)
  const stillOpen = new Set(
    rowsOf(board, 'knowledgeGaps').flatMap(({ id, status }) => (status === 'answered' ? [] : id)),
  )
  const gaps = repeat.carriesActions
    ? all('knowledgeGaps', gapFields).filter(({ id }) => stillOpen.has(id))
    : []
  const rest = new Set([...needs, ...stages, ...cards, ...gaps].map(({ id }) => id))
  return {
    format: FORMAT,
    version: VERSION,
    exportedAt: '',
    appVersion: '',
    sealed: [],
    workshop: {
      board: {
        scene: { ...values(singleOf(board, 'scene'), sceneFields), title: repeat.title },
        roadmap: values(singleOf(board, 'roadmap'), ['category']),
        guide: values(singleOf(board, 'guide'), guideFields),
        functions: all('functions', ['name', 'order']),
        options: all('options', optionFields),
        needs,
        stages,
        cards,
        guideQuestions: all('guideQuestions', questionFields),
        knowledgeGaps: gaps,
        promiseDrafts: rowsOf(board, 'promiseDrafts')
          .filter(({ status }) => status === 'adopted')
          .map((row) => picked(row, ['text', 'order'])),
        actions: repeat.carriesActions ? openActions(file, rest) : [],
      },
      record: {
        former: {
          workshopId: repeat.workshopId,
          title: report.title.slice(0, TITLE),
          takenAt: repeat.at,
          figures: formerFiguresOf(report) as unknown as Json,
        },
      },
      history: [],
    },
  }
}

const TITLE = 120

/** With the function of who had promised it, and with what it is tied to if that comes over too. */
function openActions(file: WorkshopFile, there: ReadonlySet<string>): FileRow[] {
  const { board, record } = file.workshop
  const functionOf = new Map(
    rowsOf(record, 'seats').map((row) => [row.id, readValues(seats, row).functionName]),
  )
  return rowsOf(board, 'actions')
    .filter(({ binned, status }) => (binned ?? null) === null && status !== 'done' && status !== 'dropped')
    .map((row) => {
      const { functionName, ownerSeatId, links } = row
      const ofOwner = functionOf.get(String(ownerSeatId ?? '')) ?? ''
      return {
        ...picked(row, actionFields),
        functionName: typeof functionName === 'string' && functionName !== '' ? functionName : ofOwner,
        links: Array.isArray(links) ? links.filter((id) => there.has(String(id))) : [],
      }
    })
}

const picked = (row: FileRow, fields: readonly string[]): FileRow => ({ id: row.id, ...values(row, fields) })

const values = (from: JsonObject, fields: readonly string[]): JsonObject =>
  Object.fromEntries(
    fields.flatMap((key) => {
      const value = Object.hasOwn(from, key) ? from[key] : undefined
      return value === undefined ? [] : [[key, value]]
    }),
  )
