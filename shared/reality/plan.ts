/**
 * What the action plan closes and what it leaves out (method P6). A gap is a question or doubt of the roadmap that is
 * not answered; it is closed by an action that is planned for it, not by one that is done and did not settle it.
 */
import type { Action } from '#shared/board/action-edits.ts'
import { liveStages } from '#shared/board/roadmap-edits.ts'
import type { Card, findings, Gap, Need, Stage } from '#shared/board/schema.ts'
import type { RowOf } from '#shared/document/collection.ts'
import { byOrder } from '#shared/document/order.ts'
import type { Decision } from '#shared/record/schema.ts'
import { type Coverage, coverageOf } from '#shared/statistics/coverage.ts'

type Finding = RowOf<typeof findings>

export const kinds = ['fix', 'improve', 'create'] as const
export type Kind = (typeof kinds)[number]

/** What an action may serve (R096); `learning` is what we do to know more. */
export const aims = ['conversion', 'satisfaction', 'retention', 'referral', 'profit', 'learning'] as const
export type Aim = (typeof aims)[number]

export const effects = ['revenueNote', 'marginNote', 'cashNote'] as const

/** Everything a plan may rest on, as it lies in the documents. */
export interface PlanGround {
  readonly actions: readonly Action[]
  readonly stages: readonly Stage[]
  readonly cards: readonly Card[]
  readonly findings: readonly Finding[]
  readonly decisions: readonly Decision[]
  readonly knowledgeGaps: readonly Gap[]
  readonly needs: readonly Need[]
  /** Needs that customers say want repair (method C8); none while the envelope is sealed. */
  readonly repairs: readonly string[]
}

export interface PlanGap {
  readonly cardId: string
  readonly coverage: Exclude<Coverage, 'answered'>
  /** Customers who raised it. */
  readonly voices: number
  /** Actions that are planned for it. */
  readonly actionIds: readonly string[]
}

/** What a stage lacks for the buyer to go on (method P4). */
export type DeadEnd = 'next-step' | 'person' | 'promise'

export interface PlanFigures {
  /** Actions that are neither binned nor dropped, in their order. */
  readonly live: readonly Action[]
  /** Questions and doubts that are not answered, most voices first. */
  readonly gaps: readonly PlanGap[]
  /** Gaps with an action, and actions that close one. */
  readonly closed: number
  readonly closing: number
  readonly perKind: Readonly<Record<Kind, number>>
  readonly perAim: Readonly<Record<Aim, number>>
  /** Actions without an aim. */
  readonly withoutAim: number
  /** Findings that no live action uses (R097). */
  readonly unusedFindings: readonly string[]
  readonly deadEnds: readonly { readonly stageId: string; readonly lacks: readonly DeadEnd[] }[]
  /** Repairs that nobody plans. */
  readonly unplannedRepairs: readonly string[]
  /** Live answers of which one of the six checks is not ticked (R087), and no action that improves them. */
  readonly uncheckedAnswers: readonly { readonly cardId: string; readonly unticked: number }[]
  /** Knowledge gaps that are open and in no action. */
  readonly unusedUnknowns: readonly string[]
  /** Actions that rest on nothing a customer said. */
  readonly opinions: readonly string[]
  /** Actions of which one of the three effects was not considered (R095). */
  readonly notConsidered: Readonly<Record<(typeof effects)[number], number>>
}

/** The six tests of an answer (R087). */
const CHECKS = 6

export function planFigures(ground: PlanGround): PlanFigures {
  const live = liveActions(ground.actions)
  const linked = new Set(live.flatMap(({ links }) => links))
  const gaps = gapsOf(ground, live)
  return {
    live,
    gaps,
    closed: gaps.filter(({ actionIds }) => actionIds.length > 0).length,
    closing: new Set(gaps.flatMap(({ actionIds }) => actionIds)).size,
    perKind: countBy(kinds, live, ({ kind }) => kind),
    perAim: countBy(aims, live, ({ aim }) => aim),
    withoutAim: live.filter(({ aim }) => aim === null).length,
    unusedFindings: [...ground.findings].sort(byOrder).flatMap(({ id }) => (linked.has(id) ? [] : [id])),
    deadEnds: deadEndsOf(ground.stages).filter(({ stageId }) => !linked.has(stageId)),
    unplannedRepairs: ground.repairs.filter((id) => !linked.has(id)),
    uncheckedAnswers: uncheckedAnswers(ground.cards, linked),
    unusedUnknowns: ground.knowledgeGaps
      .filter(({ id, binned, status }) => !binned && status === 'open' && !linked.has(id))
      .map(({ id }) => id),
    opinions: live.filter((action) => restsOnOpinion(action, ground)).map(({ id }) => id),
    notConsidered: {
      revenueNote: live.filter(({ revenueNote }) => revenueNote.trim() === '').length,
      marginNote: live.filter(({ marginNote }) => marginNote.trim() === '').length,
      cashNote: live.filter(({ cashNote }) => cashNote.trim() === '').length,
    },
  }
}

/** Actions of the plan: not binned, not dropped. */
export const liveActions = (all: readonly Action[]): Action[] =>
  all.filter(({ binned, status }) => !binned && status !== 'dropped').sort(byOrder)

/** Still to be done, or done without anybody saying that it did not settle the matter. */
const isHopeFor = ({ status, settled }: Action): boolean =>
  status !== 'done' || settled === null || settled === 'yes'

export const isAsked = ({ place }: Card): boolean => place.lane === 'question' || place.lane === 'skepticism'

const answersTo = (cards: readonly Card[], id: string): readonly Card[] =>
  cards.filter(({ binned, place, settles }) => !binned && place.lane === 'answer' && settles.includes(id))

/** How far each question and doubt is answered; what lies in the bin is left out. */
export function coverageByCard(cards: readonly Card[]): ReadonlyMap<string, Coverage> {
  const answers = new Map<string, Card[]>()
  for (const card of cards) {
    if (card.binned || card.place.lane !== 'answer') continue
    for (const id of new Set(card.settles)) {
      const own = answers.get(id)
      if (own) own.push(card)
      else answers.set(id, [card])
    }
  }
  return new Map(
    cards
      .filter((card) => !card.binned && isAsked(card))
      .map(({ id }) => [id, coverageOf(answers.get(id) ?? [])]),
  )
}

const voicesOf = ({ raisedBy }: Card): number => new Set(raisedBy).size

function gapsOf({ cards }: PlanGround, live: readonly Action[]): PlanGap[] {
  const coverages = coverageByCard(cards)
  return cards
    .flatMap((card) => {
      const coverage = coverages.get(card.id) ?? 'answered'
      if (coverage === 'answered') return []
      const planned = live.filter((action) => isHopeFor(action) && action.links.includes(card.id))
      return [{ cardId: card.id, coverage, voices: voicesOf(card), actionIds: planned.map(({ id }) => id) }]
    })
    .sort((a, b) => b.voices - a.voices || (a.cardId < b.cardId ? -1 : 1))
}

export function deadEndsOf(stages: readonly Stage[]): PlanFigures['deadEnds'] {
  return liveStages(stages).flatMap(({ id, nextStepOffered, whoToAskNamed, continuesPromise }) => {
    const lacks: DeadEnd[] = []
    if (nextStepOffered === false) lacks.push('next-step')
    if (whoToAskNamed === false) lacks.push('person')
    if (continuesPromise === 'no') lacks.push('promise')
    return lacks.length === 0 ? [] : [{ stageId: id, lacks }]
  })
}

function uncheckedAnswers(
  cards: readonly Card[],
  linked: ReadonlySet<string>,
): PlanFigures['uncheckedAnswers'] {
  return cards.flatMap(({ id, binned, place, status, checks, settles }) => {
    const isLive =
      !binned && place.lane === 'answer' && (status === 'live_weak' || status === 'live_convincing')
    const given = Object.values(checks)
    if (!isLive || given.length === 0 || linked.has(id) || settles.some((one) => linked.has(one))) return []
    const unticked = Math.max(CHECKS, given.length) - given.filter((isTicked) => isTicked).length
    return unticked === 0 ? [] : [{ cardId: id, unticked }]
  })
}

function countBy<K extends string>(
  names: readonly K[],
  all: readonly Action[],
  of: (action: Action) => K | null,
): Readonly<Record<K, number>> {
  return Object.fromEntries(
    names.map((name) => [name, all.filter((action) => of(action) === name).length]),
  ) as Record<K, number>
}

/** What of the links of an action goes back to customers; interviews and quotes count by themselves elsewhere. */
export function evidenceOf(
  { links }: Pick<Action, 'links'>,
  { cards, findings, decisions, needs }: Omit<PlanGround, 'actions' | 'stages' | 'repairs' | 'knowledgeGaps'>,
): readonly string[] {
  const said = new Set<string>()
  for (const { id, binned, raisedBy, quoteIds } of cards)
    if (!binned && raisedBy.length + quoteIds.length > 0) said.add(id)
  for (const { id, interviewIds, quoteIds } of findings)
    if (interviewIds.length + quoteIds.length > 0) said.add(id)
  for (const { id, evidence } of decisions) if (evidence.length > 0) said.add(id)
  for (const { id, binned, mentionedBy, source } of needs)
    if (!binned && (mentionedBy.length > 0 || source === 'customers')) said.add(id)
  return links.filter((id) => said.has(id))
}

/** No link leads to anything a customer said (R094). */
export const restsOnOpinion = (action: Action, ground: Parameters<typeof evidenceOf>[1]): boolean =>
  evidenceOf(action, ground).length === 0

/**
 * What kind of action the state of the linked things asks for (R093): what is there and not true is broken, what is weak
 * half works, what is open is missing. Null where the links say nothing.
 */
export function proposedKind(
  links: readonly string[],
  { cards, stages, findings, knowledgeGaps, repairs }: PlanGround,
): Kind | null {
  const found = links.flatMap((id): Kind[] => {
    const card = cards.find((one) => one.id === id && !one.binned)
    if (card) return kindOfCard(card, cards)
    const finding = findings.find((one) => one.id === id)
    if (finding) return [kindOfFinding(finding)]
    if (repairs.includes(id)) return ['fix']
    if (deadEndsOf(stages).some(({ stageId }) => stageId === id)) return ['fix']
    return knowledgeGaps.some((one) => one.id === id) ? ['create'] : []
  })
  return kinds.find((kind) => found.includes(kind)) ?? null
}

function kindOfCard(card: Card, cards: readonly Card[]): Kind[] {
  if (card.place.lane === 'answer') return [card.trueToday === 'no' ? 'fix' : 'improve']
  if (!isAsked(card)) return []
  const answers = answersTo(cards, card.id)
  if (answers.some(({ trueToday }) => trueToday === 'no')) return ['fix']
  return coverageOf(answers) === 'open' ? ['create'] : ['improve']
}

const kindOfFinding = ({ kind }: Finding): Kind =>
  kind === 'wish' ? 'create' : kind === 'praise' || kind === 'trend' ? 'improve' : 'fix'

/** Marketing something new where customers ask for a repair: the plan wants to know why (R042). */
export const asksWhyNew = (action: Action, { repairs }: Pick<PlanGround, 'repairs'>): boolean =>
  action.kind === 'create' &&
  /marketing/iu.test(action.functionName) &&
  action.links.some((id) => repairs.includes(id))

const sizes = { S: 1, M: 2, L: 3 } as const

/** Impact over effort; null as long as one of them is not said. */
export const quickWin = ({ impact, effort }: Action): number | null =>
  impact === null || effort === null ? null : sizes[impact] / sizes[effort]

/** Quickest wins first; what cannot be told comes last. */
export const byQuickWin = (a: Action, b: Action): number =>
  (quickWin(b) ?? -1) - (quickWin(a) ?? -1) || byDue(a, b)

/** Earliest first, without a date last. */
export const byDue = (a: Action, b: Action): number => {
  const [one, other] = [a.due || '9', b.due || '9']
  return one === other ? byOrder(a, b) : one < other ? -1 : 1
}

/** The one to look at now: of those still to be done with the highest impact that is said, the earliest due. */
export function firstToDo(live: readonly Action[]): string | null {
  const todo = live.filter(({ status, due, impact }) => status !== 'done' && due !== '' && impact !== null)
  const most = Math.max(0, ...todo.map(({ impact }) => (impact ? sizes[impact] : 0)))
  return todo.filter(({ impact }) => impact !== null && sizes[impact] === most).sort(byDue)[0]?.id ?? null
}

export const isOverdue = ({ status, due }: Action, today: string): boolean =>
  due !== '' && due < today && status !== 'done' && status !== 'dropped'
