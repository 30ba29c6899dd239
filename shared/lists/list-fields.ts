/**
 * The fields of each kind of list. Headings are plain words, and those our own files have: what is taken out can come in
 * again. Nothing that customers gave is among them: a list cannot say what a customer said.
 */
import type { ListKind } from '#shared/board/list-edits.ts'
import { actions, cards, type Lane, lanes, needs, options, stages } from '#shared/board/schema.ts'
import {
  amount,
  dayField,
  functionField,
  type ListField,
  oneOf,
  ownerField,
  place,
  several,
  special,
  words,
} from '#shared/lists/list-field.ts'
import { choice, laneWords } from '#shared/report/file-words.ts'

type Ways = Readonly<Record<string, readonly string[]>>

/** Each choice in the words of our files, and in others. */
const ways = (ids: readonly string[], others: Ways = {}): Ways =>
  Object.fromEntries(ids.map((id) => [id, [choice(id), ...(others[id] ?? [])]]))

const needKinds = ways(['product', 'buying_process', 'service_after_sale'], {
  product: ['the product', 'offer', 'offering'],
  buying_process: ['buying', 'buying it', 'the buying', 'how we sell', 'how they buy'],
  service_after_sale: ['service', 'service after the sale', 'after sale', 'after sales', 'after the sale'],
})
const optionKinds: Ways = {
  competitor: ['competitor', 'rival', 'alternative', 'other firm'],
  us: ['us', 'we', 'our company', 'ourselves', 'own'],
  status_quo: ['doing nothing', 'do nothing', 'nothing', 'status quo', 'as it is', 'as is', 'stay as it is'],
}
const phaseWays = ways(['early', 'middle', 'late', 'after'], {
  middle: ['mid'],
  after: ['after sale', 'after sales', 'afterwards', 'later'],
})
const laneOthers: Readonly<Record<Lane, readonly string[]>> = {
  desire: ['desire', 'desires', 'wish', 'wishes', 'motivation'],
  concern: ['concern', 'concerns', 'worry', 'worries', 'fear', 'fears'],
  action: ['action', 'actions', 'step', 'steps'],
  question: ['question', 'questions', 'ask', 'asks'],
  skepticism: ['doubt', 'doubts', 'skepticism', 'scepticism', 'objection', 'objections'],
  answer: ['answer', 'answers', 'reply', 'proof'],
  tool: ['tool', 'tools', 'material', 'asset', 'assets'],
}
export const laneWays: Ways = Object.fromEntries(
  lanes.map((lane) => [lane, [laneWords[lane], ...laneOthers[lane]]]),
)
const answerStates = ways(['none', 'draft', 'live_weak', 'live_convincing'], {
  none: ['not there yet', 'none', 'missing', 'open'],
  draft: ['a draft', 'in work', 'planned'],
  live_weak: ['live, convinces half', 'live but weak', 'partly'],
  live_convincing: ['live and convincing', 'live, convincing', 'convincing'],
})
const proofs = ways(
  ['claim', 'document', 'example', 'demonstration', 'in_operation', 'peer_word', 'own_trial', 'guarantee'],
  {
    claim: ['we say so'],
    document: ['a document shows it', 'documents', 'data sheet', 'datasheet', 'certificate'],
    example: ['an example', 'case', 'case study'],
    demonstration: ['demo', 'we demonstrate it', 'demonstrated'],
    in_operation: ['seen at work', 'in operation', 'visit', 'site visit'],
    peer_word: ['a colleague tells it', 'reference', 'peer', 'testimonial'],
    own_trial: ['they try it', 'trial', 'test', 'pilot'],
    guarantee: ['a guarantee', 'warranty'],
  },
)
const truthWays = ways(['yes', 'partly', 'no', 'unchecked'], {
  yes: ['y', 'true', 'ja', 'oui'],
  partly: ['in part', 'partially', 'half'],
  no: ['n', 'false', 'nein', 'non'],
  unchecked: ['unchecked', 'unknown', 'not known', 'open'],
})
const actionKinds = ways(['fix', 'improve', 'create'], {
  fix: ['repair', 'mend', 'broken'],
  improve: ['better', 'improvement'],
  create: ['new', 'make', 'make new', 'build'],
})
const aims = ways(['conversion', 'satisfaction', 'retention', 'referral', 'profit', 'learning'], {
  conversion: ['more buyers convinced', 'more buyers', 'win', 'convert'],
  satisfaction: ['happier customers', 'happier'],
  retention: ['longer and larger business', 'keep', 'loyalty'],
  referral: ['more recommended', 'referrals', 'recommendation'],
  profit: ['more of it earned', 'margin'],
  learning: ['knowing more', 'learn', 'find out'],
})
const sizes = ways(['S', 'M', 'L'], {
  S: ['low', 'little'],
  M: ['mid', 'middle'],
  L: ['high', 'big', 'much'],
})
const actionStates = ways(['open', 'in_progress', 'done', 'dropped'], {
  open: ['to do', 'todo', 'not started', 'new', 'planned'],
  in_progress: ['started', 'doing', 'in work', 'running', 'ongoing', 'wip'],
  done: ['finished', 'closed', 'complete', 'completed'],
  dropped: ['cancelled', 'canceled', 'stopped', 'abandoned'],
})

const { fields: need } = needs
const { fields: option } = options
const { fields: stage } = stages
const { fields: card } = cards
const { fields: action } = actions

const needFields: readonly ListField[] = [
  words('short', need.short, [
    'need',
    'title',
    'short title',
    'short',
    'name',
    'need title',
    'outcome',
    'job',
    'requirement',
    'what customers want',
    'what they want',
  ]),
  words('statement', need.statement, [
    'statement',
    'sentence',
    'description',
    'in a sentence',
    'details',
    'wording',
  ]),
  oneOf('kind', needKinds, ['kind', 'type', 'kind of need', 'category']),
]

const optionFields: readonly ListField[] = [
  words('name', option.name, [
    'option',
    'competitor',
    'name',
    'competitors',
    'company',
    'firm',
    'rival',
    'alternative',
    'vendor',
    'brand',
  ]),
  oneOf('kind', optionKinds, ['kind', 'type']),
  words('note', option.note, ['note', 'notes', 'comment', 'comments', 'remarks', 'description'], false),
]

const stageFields: readonly ListField[] = [
  words('name', stage.name, ['name of the stage', 'name', 'stage name', 'stage', 'step', 'title']),
  oneOf('phase', phaseWays, ['phase', 'part of buying', 'when']),
  functionField('ownerFunction', stage.ownerFunction, [
    'owner',
    'owner function',
    'owner of the stage',
    'stage owner',
    'function',
    'owned by',
    'responsible',
    'department',
    'team',
  ]),
  words('endsWhen', stage.endsWhen, [
    'ends when',
    'ends',
    'end',
    'done when',
    'exit',
    'exit criterion',
    'until',
  ]),
  amount('typicalWeeks', stage.typicalWeeks, [
    'weeks',
    'typical weeks',
    'how long',
    'duration',
    'duration weeks',
    'weeks it takes',
  ]),
  several('buyerRoles', stage.buyerRoles, [
    'who takes part',
    'who buys',
    'buyer roles',
    'roles',
    'buyers',
    'people',
    'who is involved',
    'on the buyer’s side',
  ]),
]

const cardFields: readonly ListField[] = [
  special('stage', ['name of the stage', 'stage name', 'stage', 'step']),
  special('lane', ['lane', 'row', 'kind of card', 'kind', 'type', 'category']),
  words('text', card.text, ['card', 'text', 'words', 'question', 'title', 'content', 'what', 'name']),
  special('settles', [
    'settles',
    'answers which question',
    'which question',
    'answers question',
    'answer to',
    'answers',
    'settles which',
  ]),
  oneOf('status', answerStates, ['status of the answer', 'status', 'state'], 'none'),
  oneOf('proof', proofs, ['proof', 'kind of proof', 'proven by']),
  oneOf('trueToday', truthWays, ['true today', 'is it true today', 'true'], 'unchecked'),
  place('link', card.link, ['link', 'url', 'address', 'where it is', 'where', 'web address']),
  ownerField({ function: 'ownerFunction', name: null }, card.ownerFunction, [
    'owner',
    'responsible',
    'owned by',
    'who',
    'function',
    'department',
  ]),
  words('hurdles', card.hurdles, ['hurdles', 'obstacles'], false),
  words('outcome', card.outcome, ['outcome', 'how it came out', 'result'], false),
]

const actionFields: readonly ListField[] = [
  words('title', action.title, [
    'action',
    'title',
    'what',
    'task',
    'to do',
    'activity',
    'measure to take',
    'name',
  ]),
  oneOf('kind', actionKinds, ['kind', 'type', 'type of action']),
  oneOf('aim', aims, ['aim', 'serves', 'what it serves', 'purpose', 'objective', 'goal']),
  ownerField({ function: 'functionName', name: 'ownerName' }, action.ownerName, [
    'owner',
    'who',
    'responsible',
    'assigned to',
    'assignee',
    'person',
    'owned by',
  ]),
  functionField('functionName', action.functionName, ['function', 'department', 'team']),
  dayField('due', ['due', 'due date', 'by when', 'when', 'deadline', 'by', 'date', 'until', 'finish by']),
  oneOf('status', actionStates, ['status', 'state', 'progress']),
  oneOf('effort', sizes, ['effort', 'size', 'work']),
  oneOf('impact', sizes, ['impact', 'effect', 'benefit', 'value']),
  words('measure', action.measure, ['measure', 'measured by', 'metric', 'kpi', 'indicator']),
  words('baseline', action.baseline, ['start', 'baseline', 'from', 'start value', 'today']),
  words('target', action.target, ['target', 'target value', 'to']),
  words('latest', action.latest, ['now', 'latest', 'current', 'current value']),
  words('whyNew', action.whyNew, ['why something new', 'why new'], false),
  words('revenueNote', action.revenueNote, ['effect on revenue', 'revenue'], false),
  words('marginNote', action.marginNote, ['effect on margin', 'margin'], false),
  words('cashNote', action.cashNote, ['effect on cash', 'cash'], false),
]

export interface ListShape {
  /** Without it a row is nothing. */
  readonly main: string
  /** Headings of ids in our own files. */
  readonly ids: readonly string[]
  /** Names of the sheet, and of the file in the zip, in our own files. */
  readonly sheets: readonly string[]
  readonly fields: readonly ListField[]
}

export const listShapes: Readonly<Record<ListKind, ListShape>> = {
  needs: { main: 'short', ids: ['need id', 'id'], sheets: ['Needs'], fields: needFields },
  competitors: {
    main: 'name',
    ids: ['option id', 'competitor id', 'id'],
    sheets: ['Competitors', 'Competition', 'Options'],
    fields: optionFields,
  },
  stages: { main: 'name', ids: ['stage id', 'id'], sheets: ['Stages'], fields: stageFields },
  cards: { main: 'text', ids: ['card id', 'id'], sheets: ['Cards', 'Roadmap'], fields: cardFields },
  actions: {
    main: 'title',
    ids: ['action id', 'id'],
    sheets: ['Actions', 'Action plan', 'Plan'],
    fields: actionFields,
  },
}

/** What a cell says with words for nothing, as our own files write them and as people do. */
export const saysNothing = (cell: string): boolean =>
  /^(?:|[-–—.]|n\/a|no owner|no date|not considered|unplaced)$/i.test(cell.trim())
