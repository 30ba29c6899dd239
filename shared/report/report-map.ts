/** The roadmap and the plan of a report: stages with their cards, actions, and the quotes they rest on. */
import type { Lane, Phase } from '#shared/board/schema.ts'
import type { Coverage, Tally } from '#shared/statistics/coverage.ts'

export interface ReportQuote {
  readonly id: string
  readonly text: string
  /** Pseudonym and role: "Heron, quality manager". */
  readonly by: string
  readonly interviewId: string
}

export interface ReportCard {
  readonly id: string
  readonly stageId: string
  readonly lane: Lane
  readonly text: string
  /** Questions and doubts: how far answered. */
  readonly coverage: Coverage | null
  /** Customers who raised it, of all asked; 0: our guess. */
  readonly raisedBy: number
  readonly whose: 'guess' | 'customers'
  readonly status: string
  readonly proof: string
  readonly trueToday: string
  readonly link: string
  readonly owner: string
  /** The function that has it, or the owner's. */
  readonly ownerFunction: string
  readonly settles: readonly string[]
  readonly settlesIds: readonly string[]
  /** Answers: how far it answers what it settles, as it is today. */
  readonly worth: Coverage | null
  readonly quotes: readonly ReportQuote[]
  readonly hurdles: string
  readonly outcome: string
}

export interface ReportStage {
  readonly id: string
  readonly number: number
  readonly name: string
  readonly phase: Phase
  readonly owner: string
  readonly buyerRoles: readonly string[]
  readonly endsWhen: string
  readonly weeks: number | null
  readonly counts: Tally
  readonly isNeglected: boolean
  /** Null: nobody has checked. */
  readonly nextStepOffered: boolean | null
  readonly whoToAskNamed: boolean | null
  readonly cards: readonly ReportCard[]
  readonly quotes: readonly ReportQuote[]
}

export interface ReportAction {
  readonly id: string
  readonly title: string
  readonly kind: 'fix' | 'improve' | 'create'
  readonly aim: string
  readonly owner: string
  readonly functionName: string
  readonly due: string
  readonly promisedOn: string
  readonly effort: string
  readonly impact: string
  readonly measure: string
  readonly baseline: string
  readonly target: string
  readonly latest: string
  readonly whyNew: string
  readonly settled: string
  readonly revenue: string
  readonly margin: string
  readonly cash: string
  readonly status: 'open' | 'in_progress' | 'done' | 'dropped'
  /** What it rests on of what customers said, in words; empty: it rests on opinion (R094). */
  readonly evidence: readonly string[]
  /** All it closes or uses, in words. */
  readonly tiedTo: readonly string[]
  readonly quotes: readonly ReportQuote[]
}
