/**
 * The report: what every file format is written from, built once, without any presentation. It is made of what the
 * masked workshop file holds and of nothing else, so that no format can give away what another leaves out. Every figure
 * carries its n and whether it is our guess or what customers gave.
 */
import type { WorkshopFile } from '#shared/exchange/file.ts'
import type { ExportPart } from '#shared/protocol/export-parts.ts'
import type { ReportAction, ReportQuote, ReportStage } from '#shared/report/report-map.ts'
import type { Verdict } from '#shared/statistics/comparison.ts'
import type { Tally } from '#shared/statistics/coverage.ts'

/** A guess of the room, a guess that had seen the answers, or what customers gave. */
export type Whose = 'guess' | 'second look' | 'customers'

export interface TeamFigure {
  readonly whose: 'guess' | 'second look'
  /** Null when all abstained. */
  readonly mean: number | null
  readonly n: number
  readonly round: number
  /** "Guess of 9 of us, round 2." */
  readonly label: string
}

export interface CustomerFigure {
  readonly whose: 'customers'
  /** Null below three customers. */
  readonly mean: number | null
  readonly n: number
  readonly label: string
}

export interface ReportNeed {
  readonly id: string
  readonly title: string
  readonly statement: string
  readonly kind: string
  readonly status: string
  /** Last guess before the envelope was opened, with whole points that add up to 100. */
  readonly guess: (TeamFigure & { readonly shown: number | null }) | null
  readonly secondLook: TeamFigure | null
  readonly customers:
    | (CustomerFigure & { readonly shown: number | null; readonly halfWidth: number | null })
    | null
  readonly gap: number | null
  readonly gapWords: string | null
  readonly verdict: Verdict | null
  readonly guessRank: number | null
  readonly customersRank: number | null
  /** Customers who named it first without being led to it. */
  readonly unaided: number
}

export interface ReportCell {
  readonly guess: (TeamFigure & { readonly unknown: number }) | null
  readonly customers: CustomerFigure | null
}

export interface ReportOption {
  readonly id: string
  readonly name: string
  readonly isUs: boolean
  readonly isStatusQuo: boolean
  /** Weighted mark, 0 to 10. */
  readonly guess: number | null
  readonly customers: number | null
}

export interface ReportGrid {
  readonly options: readonly ReportOption[]
  readonly rows: readonly {
    readonly needId: string
    readonly need: string
    /** One an option, in their order. */
    readonly cells: readonly ReportCell[]
  }[]
}

/** One value of a revealed round or of a customer. Values of anonymous rounds lie in no order and have no seat. */
export interface Score {
  readonly whose: Whose
  readonly round: number | null
  readonly kind: 'points' | 'mark'
  readonly needId: string
  readonly need: string
  readonly optionId: string
  readonly option: string
  /** Of a named round: who, where names are in; else empty. */
  readonly seat: string
  readonly functionName: string
  /** Pseudonym of the customer. */
  readonly customer: string
  readonly role: string
  readonly value: number
  readonly n: number
  /** ISO day of the reveal, or of the call. */
  readonly at: string
}

export interface ReportDecision {
  readonly id: string
  readonly kind: string
  readonly text: string
  readonly note: string
  readonly support: { readonly for: number; readonly against: number; readonly abstain: number }
  readonly dissent: readonly string[]
  readonly evidence: readonly string[]
  readonly quotes: readonly ReportQuote[]
  readonly decidedOn: string
  readonly reviewWhen: string
  readonly isSuperseded: boolean
}

export interface ReportInterview {
  readonly id: string
  readonly pseudonym: string
  readonly date: string
  readonly mode: string
  readonly source: string
  readonly minutes: number | null
  readonly role: string
  readonly trade: string
  readonly staff: number | null
  readonly sites: number | null
  readonly buyingRole: string
  readonly years: number | null
  readonly wonOrLost: string
  /** Points by need id; empty when they gave none that count. */
  readonly points: Readonly<Record<string, number>>
  readonly unaided: string
  readonly isDouble: boolean
  readonly answers: readonly { readonly question: string; readonly text: string }[]
}

export interface Response {
  readonly kind: string
  readonly number: number
  readonly status: string
  readonly informed: boolean
  /** Sealed ballots of those expected; null before the reveal. */
  readonly sealed: number | null
  readonly expected: number | null
  readonly revealedAt: string
}

export interface ReportMeta {
  readonly workshopId: string
  readonly appVersion: string
  /** ISO 8601. */
  readonly exportedAt: string
  readonly exportedBy: string
  readonly server: string
  readonly state: 'draft' | 'final'
}

/** What the room takes away: what it knows now, what it still does not, and when it looks again (method P7). */
export interface ReportClosing {
  /** Whole sentences; each figure in them with its n and whose it is. */
  readonly known: readonly string[]
  readonly unknown: readonly string[]
  /** With a day first, earliest first; `day` is empty where something has to happen before. */
  readonly looks: readonly { readonly day: string; readonly words: string }[]
  /** Each empty where it was not said. */
  readonly sponsor: {
    readonly name: string
    readonly opening: string
    readonly word: string
    readonly will: string
  }
  /** How sure the room was of its guesses, 1 to 5, by round. */
  readonly confidence: readonly { readonly label: string; readonly mean: number; readonly n: number }[]
  /** Names only where they were asked for. */
  readonly tookPart: readonly {
    readonly functionName: string
    readonly seats: number
    readonly names: readonly string[]
  }[]
  /** ISO day; null while the workshop is a draft. */
  readonly closedOn: string | null
  /** The part that a sentence says again, with which it goes. */
  readonly parts: Readonly<Record<string, ExportPart>>
}

export interface Report {
  readonly meta: ReportMeta
  readonly title: string
  readonly goal: string
  readonly decisionToMake: string
  readonly company: string
  readonly product: string
  readonly segment: string
  readonly category: string
  /** What is left out, in whole sentences. */
  readonly sealed: readonly string[]
  readonly isOpen: boolean
  readonly overrideReason: string
  readonly responses: readonly Response[]
  /** "9 of 10 sealed (round 2, weights)". */
  readonly responseRate: string
  readonly functions: readonly { readonly name: string; readonly seats: number }[]
  readonly customersAsked: number
  /** Sentences that go with the customers' figures. */
  readonly caveats: readonly string[]
  readonly needs: readonly ReportNeed[]
  readonly needsTotal: { readonly guessN: number; readonly customersN: number }
  /** "4 of 10 pairs in the same order"; empty without a comparison. */
  readonly orderWords: string
  readonly overlooked: readonly { readonly title: string; readonly givenBy: number; readonly n: number }[]
  readonly imagined: readonly string[]
  readonly grid: ReportGrid | null
  readonly leads: readonly string[]
  readonly scores: readonly Score[]
  readonly findings: readonly {
    readonly text: string
    readonly customers: number
    readonly words: string
    readonly quotes: readonly ReportQuote[]
  }[]
  readonly promise: {
    readonly text: string
    readonly isAdopted: boolean
    readonly quotes: readonly ReportQuote[]
  } | null
  readonly promiseHistory: readonly {
    readonly text: string
    readonly status: string
    readonly because: string
  }[]
  readonly stages: readonly ReportStage[]
  readonly roadmapTotal: Tally
  readonly neverAsked: readonly string[]
  readonly gaps: readonly {
    readonly id: string
    readonly text: string
    readonly status: string
    readonly answeredBy: string
    readonly owner: string
    readonly due: string
  }[]
  readonly decisions: readonly ReportDecision[]
  readonly actions: readonly ReportAction[]
  readonly interviews: readonly ReportInterview[]
  readonly evidence: readonly Readonly<Record<'kind' | 'text' | 'source' | 'date', string>>[]
  readonly quotes: readonly (ReportQuote & {
    readonly stages: readonly string[]
    readonly needs: readonly string[]
  })[]
  readonly parking: readonly {
    readonly text: string
    readonly functionName: string
    readonly status: string
  }[]
  readonly closing: ReportClosing
  readonly history: readonly {
    readonly at: string
    readonly what: string
    readonly recordId: string
    readonly field: string
    readonly from: string
    readonly to: string
    readonly by: string
    readonly reason: string
  }[]
  readonly file: WorkshopFile
}
