/**
 * A sheet a stage for sales (method R099): what buyers ask there, what settles it and how it is proved, whom to bring
 * in, and what nobody can answer yet. Customers' words come first, by how many of them raised it; a guess says so.
 */
import { choice, coverageWords } from '#shared/report/file-words.ts'
import type { Report } from '#shared/report/report.ts'
import type { ReportCard, ReportQuote, ReportStage } from '#shared/report/report-map.ts'
import { type AskedLane, laneTags, saidWords, sheetWords, sourceWords } from '#shared/report/sheet-words.ts'
import type { Coverage } from '#shared/statistics/coverage.ts'

export interface SheetAnswer {
  readonly id: string
  readonly text: string
  /** `open`: not to be given today, `facts` say why. */
  readonly worth: Coverage
  /** Proof, whether it is true today, what delivers it. */
  readonly facts: readonly string[]
  readonly link: string
  readonly bringIn: string
}

/** A question, a doubt or a worry of the buyers. */
export interface SheetAsk {
  readonly id: string
  readonly lane: AskedLane
  readonly text: string
  readonly whose: 'customers' | 'guess'
  readonly raisedBy: number
  /** "4 of 10 customers", or that it is our guess. */
  readonly said: string
  /** "Doubt · unanswered · 4 of 10 customers" */
  readonly facts: string
  /** Null: a worry, which has none. */
  readonly coverage: Coverage | null
  /** What can be given first. */
  readonly answers: readonly SheetAnswer[]
  /** What to say while there is nothing to give; else empty. */
  readonly without: string
  /** Answers that are not here for want of room, in words; else empty. */
  readonly moreAnswers: string
}

export interface StageSheet {
  readonly stageId: string
  readonly number: number
  readonly name: string
  readonly phase: string
  readonly whoIsIn: readonly string[]
  readonly endsWhen: string
  /** "3 answered, 1 partly answered, 2 unanswered" */
  readonly counts: string
  /** Why nothing here is a customer's; else empty. */
  readonly note: string
  readonly asks: readonly SheetAsk[]
  /** What worries them and no answer is for. */
  readonly worries: readonly SheetAsk[]
  /** What is not here for want of room, in words; else empty. */
  readonly more: string
  /** Each with whose word it is. */
  readonly does: readonly string[]
  readonly next: readonly string[]
  readonly quotes: readonly ReportQuote[]
  /** Workshop, state, when and by whom. */
  readonly source: string
}

type SheetSource = Pick<Report, 'title' | 'meta' | 'isOpen' | 'customersAsked' | 'stages'>

const QUOTES = 2
const LONGEST_QUOTE = 180

/** The stages that have anything on them, in their order. Cards of no stage are on none. */
export function stageSheets(report: SheetSource): readonly StageSheet[] {
  const placed = report.stages.filter(({ number }) => number > 0)
  const cards = report.stages.flatMap((stage) => stage.cards)
  const settling = bySettled(cards.filter(({ lane }) => lane === 'answer'))
  const delivering = bySettled(cards.filter(({ lane }) => lane === 'tool'))
  return placed.flatMap((stage, index) => {
    if (stage.cards.length === 0) return []
    const all = stage.cards
      .flatMap((card) => askOf(card, stage, report.customersAsked, settling, delivering))
      .sort((a, b) => b.raisedBy - a.raisedBy || laneOrder.indexOf(a.lane) - laneOrder.indexOf(b.lane))
    return {
      stageId: stage.id,
      number: stage.number,
      name: stage.name,
      phase: choice(stage.phase),
      whoIsIn: stage.buyerRoles,
      endsWhen: stage.endsWhen,
      counts: countsOf(stage),
      note: !report.isOpen ? sheetWords.sealed : report.customersAsked === 0 ? sheetWords.notAsked : '',
      asks: all.filter((ask) => !isWorry(ask)),
      worries: all.filter(isWorry),
      more: '',
      does: stage.cards.flatMap(({ lane, text, raisedBy }) =>
        lane === 'action' ? `${text} (${saidWords(raisedBy, report.customersAsked)})` : [],
      ),
      next: nextOf(stage, placed[index + 1]),
      quotes: quotesOf(stage, all),
      source: sourceWords(report.title, report.meta),
    }
  })
}

const isWorry = ({ lane, answers }: SheetAsk): boolean => lane === 'concern' && answers.length === 0

const laneOrder: readonly AskedLane[] = ['question', 'skepticism', 'concern']
const isAskedLane = (lane: string): lane is AskedLane => laneOrder.some((one) => one === lane)

type CardsBySettled = ReadonlyMap<string, readonly ReportCard[]>

function bySettled(cards: readonly ReportCard[]): CardsBySettled {
  const found = new Map<string, ReportCard[]>()
  for (const card of cards)
    for (const id of card.settlesIds) {
      const known = found.get(id)
      if (known) known.push(card)
      else found.set(id, [card])
    }
  return found
}

const worthOrder: readonly Coverage[] = ['answered', 'weak', 'open']

function askOf(
  { id, lane, text, whose, raisedBy, coverage, ownerFunction }: ReportCard,
  stage: ReportStage,
  customersAsked: number,
  settling: CardsBySettled,
  delivering: CardsBySettled,
): SheetAsk[] {
  if (!isAskedLane(lane)) return []
  const answers = (settling.get(id) ?? [])
    .map((card) => answerOf(card, delivering.get(card.id) ?? []))
    .sort((a, b) => worthOrder.indexOf(a.worth) - worthOrder.indexOf(b.worth))
  const isUnanswered = answers.every(({ worth }) => worth === 'open')
  const whom = answers.find(({ bringIn }) => bringIn !== '')?.bringIn || ownerFunction || stage.owner
  const said = saidWords(raisedBy, customersAsked)
  return [
    {
      id,
      lane,
      text,
      whose,
      raisedBy,
      said,
      facts: [laneTags[lane], coverage ? coverageWords[coverage] : '', said]
        .filter((one) => one !== '')
        .join(' · '),
      coverage,
      answers,
      without: isUnanswered && lane !== 'concern' ? sheetWords.noAnswer(whom) : '',
      moreAnswers: '',
    },
  ]
}

function answerOf(card: ReportCard, tools: readonly ReportCard[]): SheetAnswer {
  const worth = card.worth ?? 'open'
  const isUntrue = card.trueToday === choice('no')
  const notYet = card.status === choice('draft') ? sheetWords.draft : sheetWords.missing
  return {
    id: card.id,
    text: card.text,
    worth,
    facts: [
      ...(worth === 'open' ? [isUntrue ? sheetWords.untrue : notYet] : []),
      sheetWords.proof(card.proof),
      ...(isUntrue ? [] : [sheetWords.trueToday(card.trueToday)]),
      ...(worth === 'weak' ? [sheetWords.half] : []),
      ...(tools.length === 0 ? [] : [sheetWords.tool(tools.map(({ text }) => text).join(', '))]),
    ],
    link: card.link,
    bringIn: whoOf(card),
  }
}

/** "Ines (Sales)" where names are in, else the function. */
const whoOf = ({ owner, ownerFunction }: ReportCard): string =>
  owner === '' || owner === ownerFunction || ownerFunction === ''
    ? owner || ownerFunction
    : `${owner} (${ownerFunction})`

function countsOf({ counts: { answered, weak, open } }: ReportStage): string {
  return answered + weak + open === 0
    ? ''
    : `${answered} answered, ${weak} partly answered, ${open} unanswered`
}

function nextOf(stage: ReportStage, next: ReportStage | undefined): string[] {
  const { nextStepOffered, whoToAskNamed, owner } = stage
  const to = next?.name ?? ''
  return [
    nextStepOffered === null
      ? sheetWords.unsureOffered(to)
      : nextStepOffered
        ? sheetWords.offered(to)
        : sheetWords.notOffered(to),
    owner === ''
      ? sheetWords.nameNobody
      : whoToAskNamed === false
        ? sheetWords.nameMissing(owner)
        : sheetWords.name(owner),
  ]
}

/** Short ones about what most customers raised, each of somebody else as far as there are. */
function quotesOf(stage: ReportStage, asks: readonly SheetAsk[]): ReportQuote[] {
  const byCard = new Map(stage.cards.map((card) => [card.id, card.quotes]))
  const all = [...asks.flatMap(({ id }) => byCard.get(id) ?? []), ...stage.quotes]
  const known = [...new Map(all.map((quote) => [quote.id, quote])).values()]
  const seldom = (quote: ReportQuote) =>
    known.findIndex(({ by }) => by === quote.by) < known.indexOf(quote) ? 1 : 0
  const long = ({ text }: ReportQuote) => (text.length > LONGEST_QUOTE ? 1 : 0)
  return known
    .filter(({ text }) => text.trim() !== '')
    .map((quote) => ({ quote, rank: 2 * seldom(quote) + long(quote) }))
    .sort((a, b) => a.rank - b.rank)
    .slice(0, QUOTES)
    .map(({ quote }) => ({ ...quote, text: shortened(quote.text) }))
}

/** Ends where a word does. */
function shortened(text: string): string {
  const characters = [...text.replace(/\s+/g, ' ').trim()]
  if (characters.length <= LONGEST_QUOTE) return characters.join('')
  const cut = characters.slice(0, LONGEST_QUOTE).join('')
  return `${cut.replace(/\s\S*$/u, '')}…`
}
