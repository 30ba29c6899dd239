/** Figures of the roadmap out of its cards (method C9). Only questions count here; doubts have a coverage of their own. */
import { type Card, type Phase, phases, proofKinds, type Stage } from '#shared/board/schema.ts'
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
  readonly balance: Balance
  readonly foresight: Foresight
  /** Answers by kind of proof. */
  readonly proofMix: Readonly<Record<(typeof proofKinds)[number], number>>
}

/** `stages` in their order. Binned cards and stages take no part; cards of no stage count in the total alone. */
export function mapFigures(stages: readonly Stage[], cards: readonly Card[]): MapFigures {
  const live = cards.filter(({ binned }) => !binned)
  const shown = stages.filter(({ binned }) => !binned)
  const phaseOf = new Map(shown.map(({ id, phase }) => [id, phase]))
  const answers = live.filter(({ place }) => place.lane === 'answer')
  const questions = live
    .filter(({ place }) => place.lane === 'question')
    .map((card) => asAsked(card, answersTo(answers, card.id), phaseOf))
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
    balance: balance(
      questions,
      answers.filter(isLive).map(({ place }) => isEarly(phaseOf.get(place.stageId))),
    ),
    foresight: foresight(questions),
    proofMix: proofMix(answers),
  }
}

const earlyPhases: readonly Phase[] = phases.slice(0, 2)
const isEarly = (phase: Phase | undefined): boolean => phase !== undefined && earlyPhases.includes(phase)
const isLive = ({ status }: AnswerGiven): boolean => status === 'live_weak' || status === 'live_convincing'

const answersTo = (answers: readonly Card[], id: string): readonly Card[] =>
  answers.filter(({ settles }) => settles.includes(id))

function asAsked(
  card: Card,
  answers: readonly AnswerGiven[],
  phaseOf: ReadonlyMap<string, Phase>,
): AskedQuestion {
  const coverage: Coverage = coverageOf(answers)
  return {
    id: card.id,
    stageId: card.place.stageId,
    isEarly: isEarly(phaseOf.get(card.place.stageId)),
    coverage,
    voices: new Set(card.raisedBy).size,
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
