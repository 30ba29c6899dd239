/**
 * Figures of the roadmap out of its cards and stages (method C9, P4). Only questions count in coverage, voices and
 * foresight; doubts have a coverage of their own.
 */
import { type Card, type Phase, phases, proofKinds, type Stage } from '#shared/board/schema.ts'
import { balanceWords } from '#shared/reality/map-words.ts'
import { type DeadEnd, deadEndsOf } from '#shared/reality/plan.ts'
import {
  type AnswerGiven,
  type Coverage,
  coverageOf,
  type Tally,
  tally,
} from '#shared/statistics/coverage.ts'
import {
  type AskedQuestion,
  type Balance,
  balance,
  type Foresight,
  foresight,
  halfCredit,
  type Voices,
  voicesOf,
} from '#shared/statistics/roadmap.ts'

export interface StageOfMap extends Tally, Voices {
  readonly stageId: string
  readonly title: string
  /** Share answered, weak ones half; null without questions. */
  readonly coverage: number | null
}

export interface MapFigures {
  readonly perStage: readonly StageOfMap[]
  readonly total: Omit<StageOfMap, 'stageId' | 'title'>
  readonly balance: Balance & { readonly words: string }
  readonly foresight: Foresight
  /** Answers by kind of proof. */
  readonly proofMix: Readonly<Record<(typeof proofKinds)[number], number>>
  /** Late stages all of whose answers are mere claims (R083). */
  readonly onlyClaims: readonly string[]
  /** Stages at which the buyer is left standing (R080). */
  readonly deadEnds: readonly { readonly stageId: string; readonly lacks: readonly DeadEnd[] }[]
  readonly tools: ToolFigures
  readonly leaks: LeakFigures
}

export interface ToolFigures {
  readonly tools: number
  /** Tools and channels no customer has mentioned (R062). */
  readonly unmentioned: readonly string[]
}

/** Buyers seen leaving (R088): as noted at the stages, the most first; no shape is assumed. */
export interface LeakFigures {
  readonly perStage: readonly { readonly stageId: string; readonly left: number }[]
  readonly left: number
  /** Of them in the first two of the four phases. */
  readonly leftEarly: number
  readonly stagesNotNoted: number
}

/** Interview to the one it counts for; whoever is not in it counts for itself. */
export type CountedFor = ReadonlyMap<string, string>

/**
 * `stages` in their order. Binned cards and stages take no part; cards of no stage count in the total alone. With
 * `counted`, a customer of two interviews is one voice.
 */
export function mapFigures(
  stages: readonly Stage[],
  cards: readonly Card[],
  counted: CountedFor = new Map(),
): MapFigures {
  const live = cards.filter(({ binned }) => !binned)
  const shown = stages.filter(({ binned }) => !binned)
  const phaseOf = new Map(shown.map(({ id, phase }) => [id, phase]))
  const answers = live.filter(({ place }) => place.lane === 'answer')
  const questions = askedQuestions(shown, live, counted)
  const balanced = balance(
    questions,
    answers.filter(isLive).map(({ place }) => isEarly(phaseOf.get(place.stageId))),
  )
  const ofStages = (all: readonly AskedQuestion[]) => {
    const counts = tally(all.map(({ coverage }) => coverage))
    return { ...counts, ...voicesOf(all), coverage: halfCredit(counts) }
  }
  return {
    perStage: shown.map(({ id, name }) => ({
      stageId: id,
      title: name,
      ...ofStages(questions.filter(({ stageId }) => stageId === id)),
    })),
    total: ofStages(questions),
    balance: { ...balanced, words: balanceWords(balanced) },
    foresight: foresight(questions),
    proofMix: proofMix(answers),
    onlyClaims: onlyClaims(shown, answers),
    deadEnds: deadEndsOf(shown),
    tools: toolFigures(live.filter(({ place }) => place.lane === 'tool')),
    leaks: leakFigures(shown),
  }
}

/** Every question of the board with its coverage and its voices, in the order of the cards. */
export function askedQuestions(
  stages: readonly Stage[],
  cards: readonly Card[],
  counted: CountedFor,
): readonly AskedQuestion[] {
  const live = cards.filter(({ binned }) => !binned)
  const phaseOf = new Map(stages.map(({ id, phase }) => [id, phase]))
  const answers = answersBySettled(live.filter(({ place }) => place.lane === 'answer'))
  return live
    .filter(({ place }) => place.lane === 'question')
    .map((card) => asAsked(card, answers.get(card.id) ?? [], phaseOf, counted))
}

const earlyPhases: readonly Phase[] = phases.slice(0, 2)
export const isEarly = (phase: Phase | undefined): boolean =>
  phase !== undefined && earlyPhases.includes(phase)
/** An answer that customers can meet today, whatever it does for them. */
export const isLive = ({ status }: Pick<AnswerGiven, 'status'>): boolean =>
  status === 'live_weak' || status === 'live_convincing'

/** Customers who said it, doubles as one. */
export const voicesIn = ({ raisedBy }: Pick<Card, 'raisedBy'>, counted: CountedFor): number =>
  new Set(raisedBy.map((id) => counted.get(id) ?? id)).size

function answersBySettled(answers: readonly Card[]): ReadonlyMap<string, readonly Card[]> {
  const found = new Map<string, Card[]>()
  for (const answer of answers)
    for (const id of answer.settles) {
      const known = found.get(id)
      if (known) known.push(answer)
      else found.set(id, [answer])
    }
  return found
}

function asAsked(
  card: Card,
  answers: readonly AnswerGiven[],
  phaseOf: ReadonlyMap<string, Phase>,
  counted: CountedFor,
): AskedQuestion {
  const coverage: Coverage = coverageOf(answers)
  return {
    id: card.id,
    stageId: card.place.stageId,
    isEarly: isEarly(phaseOf.get(card.place.stageId)),
    coverage,
    voices: voicesIn(card, counted),
    foreseenByTeam: card.foreseenByTeam,
  }
}

function proofMix(answers: readonly Card[]): MapFigures['proofMix'] {
  const counts = Object.fromEntries(proofKinds.map((kind) => [kind, 0])) as Record<
    (typeof proofKinds)[number],
    number
  >
  for (const { proof } of answers) if (proof) counts[proof]++
  return counts
}

const onlyClaims = (stages: readonly Stage[], answers: readonly Card[]): string[] =>
  stages.flatMap(({ id, phase }) => {
    const own = answers.filter(({ place }) => place.stageId === id)
    return !isEarly(phase) && own.length > 0 && own.every(({ proof }) => proof === 'claim') ? [id] : []
  })

const toolFigures = (tools: readonly Card[]): ToolFigures => ({
  tools: tools.length,
  unmentioned: tools
    .filter(({ raisedBy, quoteIds }) => raisedBy.length + quoteIds.length === 0)
    .map(({ id }) => id),
})

function leakFigures(stages: readonly Stage[]): LeakFigures {
  const noted = stages.flatMap(({ id, phase, dropOutSeen }) =>
    dropOutSeen === null ? [] : [{ stageId: id, left: dropOutSeen, isEarly: isEarly(phase) }],
  )
  const total = (all: typeof noted) => all.reduce((sum, { left }) => sum + left, 0)
  return {
    perStage: noted
      .filter(({ left }) => left > 0)
      .sort((a, b) => b.left - a.left)
      .map(({ stageId, left }) => ({ stageId, left })),
    left: total(noted),
    leftEarly: total(noted.filter((one) => one.isEarly)),
    stagesNotNoted: stages.length - noted.length,
  }
}
