/** What the map says as a whole (method C9): voices, early and late, foresight and kinds of proof. */
import type { Coverage, Tally } from '#shared/statistics/coverage.ts'

export interface AskedQuestion {
  readonly id: string
  readonly stageId: string
  /** True in the first two of the four phases. */
  readonly isEarly: boolean
  readonly coverage: Coverage
  /** Customers who asked it. */
  readonly voices: number
  readonly foreseenByTeam: boolean
}

export interface Voices {
  readonly voices: number
  /** Voices of answered questions. */
  readonly voicesAnswered: number
  /** voicesAnswered / voices; null when nobody asked. */
  readonly voiceCoverage: number | null
}

/** Coverage weighted by how many customers asked. */
export function voicesOf(questions: readonly AskedQuestion[]): Voices {
  const voices = count(questions)
  const voicesAnswered = count(questions.filter(({ coverage }) => coverage === 'answered'))
  return { voices, voicesAnswered, voiceCoverage: voices === 0 ? null : voicesAnswered / voices }
}

const count = (questions: readonly AskedQuestion[]): number =>
  questions.reduce((all, { voices }) => all + voices, 0)

/** Share of questions answered, 0 to 1, weak ones counting half; null without questions. */
export function halfCredit({ answered, weak, open }: Tally): number | null {
  const all = answered + weak + open
  return all === 0 ? null : (answered + weak / 2) / all
}

/** From how much tilt effort is said to lean to one side. */
const LEANS_FROM = 0.1

export interface Balance {
  /** Live answers in the first two phases, and all. */
  readonly answersEarly: number
  readonly answers: number
  readonly voicesEarly: number
  readonly voices: number
  /** Share of live answers that are early minus share of voices that are early, −1 to 1; null without either. */
  readonly tilt: number | null
  readonly leans: 'beginning' | 'end' | 'neither' | null
}

/** Where the effort goes and where the voices are. `liveAnswers`: for each live answer, whether its stage is early. */
export function balance(questions: readonly AskedQuestion[], liveAnswers: readonly boolean[]): Balance {
  const answersEarly = liveAnswers.filter((isEarly) => isEarly).length
  const voices = count(questions)
  const voicesEarly = count(questions.filter(({ isEarly }) => isEarly))
  const tilt =
    liveAnswers.length === 0 || voices === 0 ? null : answersEarly / liveAnswers.length - voicesEarly / voices
  const leans =
    tilt === null ? null : tilt >= LEANS_FROM ? 'beginning' : tilt <= -LEANS_FROM ? 'end' : 'neither'
  return { answersEarly, answers: liveAnswers.length, voicesEarly, voices, tilt, leans }
}

export interface Foresight {
  /** Of the questions customers asked, how many the team had written before. */
  readonly asked: number
  readonly askedAndForeseen: number
  readonly recall: number | null
  /** Of the questions the team had written, how many were asked. */
  readonly foreseen: number
  readonly precision: number | null
  /** Written by the team, asked by nobody. */
  readonly neverAsked: readonly string[]
  /** Asked and not foreseen, most voices first. */
  readonly surprises: readonly string[]
}

export function foresight(questions: readonly AskedQuestion[]): Foresight {
  const asked = questions.filter(({ voices }) => voices > 0)
  const foreseen = questions.filter(({ foreseenByTeam }) => foreseenByTeam)
  const both = asked.filter(({ foreseenByTeam }) => foreseenByTeam).length
  return {
    asked: asked.length,
    askedAndForeseen: both,
    recall: asked.length === 0 ? null : both / asked.length,
    foreseen: foreseen.length,
    precision: foreseen.length === 0 ? null : both / foreseen.length,
    neverAsked: foreseen.filter(({ voices }) => voices === 0).map(({ id }) => id),
    surprises: asked
      .filter(({ foreseenByTeam }) => !foreseenByTeam)
      .sort((a, b) => b.voices - a.voices || (a.id < b.id ? -1 : 1))
      .map(({ id }) => id),
  }
}
