/**
 * The table of round kinds. A new kind of secret vote is one new entry here; nothing else knows which kinds there are.
 */
import type * as z from 'zod/mini'
import type { Json } from '#shared/document/fields.ts'
import { cut } from '#shared/rounds/cut.ts'
import { cutResult } from '#shared/rounds/cut-result.ts'
import type { RoundKind } from '#shared/rounds/kind.ts'
import { marks } from '#shared/rounds/marks.ts'
import { marksResult } from '#shared/rounds/marks-result.ts'
import { notes } from '#shared/rounds/notes.ts'
import { notesResult } from '#shared/rounds/notes-result.ts'
import { weights } from '#shared/rounds/weights.ts'
import { weightsResult } from '#shared/rounds/weights-result.ts'

export const roundKinds = { notes, cut, weights, marks } as const

export type RoundKindName = keyof typeof roundKinds

const results = {
  notes: notesResult,
  cut: cutResult,
  weights: weightsResult,
  marks: marksResult,
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
