/**
 * The table of round kinds. A new kind of secret vote is one new entry here; nothing else knows which kinds there are.
 */
import type * as z from 'zod/mini'
import type { Json } from '#shared/document/fields.ts'
import { category } from '#shared/rounds/category.ts'
import { characteristic } from '#shared/rounds/characteristic.ts'
import { confidence } from '#shared/rounds/confidence.ts'
import { confidenceResult } from '#shared/rounds/confidence-result.ts'
import { cut } from '#shared/rounds/cut.ts'
import { cutResult } from '#shared/rounds/cut-result.ts'
import {
  categoryResult,
  characteristicResult,
  dotsResult,
  supportResult,
  truthResult,
} from '#shared/rounds/debate-results.ts'
import { dots } from '#shared/rounds/dots.ts'
import type { RoundKind } from '#shared/rounds/kind.ts'
import { marks } from '#shared/rounds/marks.ts'
import { marksResult } from '#shared/rounds/marks-result.ts'
import { notes } from '#shared/rounds/notes.ts'
import { notesResult } from '#shared/rounds/notes-result.ts'
import { support } from '#shared/rounds/support.ts'
import { truth } from '#shared/rounds/truth.ts'
import { weights } from '#shared/rounds/weights.ts'
import { weightsResult } from '#shared/rounds/weights-result.ts'

export const roundKinds = {
  notes,
  cut,
  weights,
  marks,
  dots,
  support,
  truth,
  category,
  characteristic,
  confidence,
} as const

export type RoundKindName = keyof typeof roundKinds

const results = {
  notes: notesResult,
  cut: cutResult,
  weights: weightsResult,
  marks: marksResult,
  dots: dotsResult,
  support: supportResult,
  truth: truthResult,
  category: categoryResult,
  characteristic: characteristicResult,
  confidence: confidenceResult,
} as const satisfies Record<RoundKindName, z.ZodMiniType>

export type ResultOf<N extends RoundKindName> = z.output<(typeof results)[N]>

export const isRoundKind = (name: string): name is RoundKindName => Object.hasOwn(roundKinds, name)

/**
 * A kind for code that knows none in particular: parse with its `ballot`, then hand what it gave to `faults` and `tally`.
 */
export const roundKind = (name: RoundKindName): RoundKind<unknown, Json> => roundKinds[name]

/** A published result as this version knows it, or null: never throws, whatever a document or file holds. */
export function readResult<N extends RoundKindName>(kind: N, json: unknown): ResultOf<N> | null {
  const parsed = results[kind].safeParse(json)
  return parsed.success ? (parsed.data as ResultOf<N>) : null
}
