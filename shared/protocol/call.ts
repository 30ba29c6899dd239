/**
 * What a call of the HTTP contract is made of: method, address, who may make it, what it takes and gives.
 * The schemas of all calls build on these pieces.
 */
import * as z from 'zod/mini'

export const id = z.string().check(z.minLength(1), z.maxLength(64))
/** A name as typed: trimmed, 1 to 60 characters; the server cuts nothing silently. */
export const personName = z
  .string()
  .check(
    z.trim(),
    z.maxLength(60, { error: 'A name has at most 60 characters.' }),
    z.regex(/^[^\p{Cc}\p{Zl}\p{Zp}]*$/u, { error: 'A name is one line without control characters.' }),
    z.regex(/[^\p{C}\p{Z}]/u, { error: 'A name shows something.' }),
  )
export const functionName = z.string().check(z.trim(), z.maxLength(60))
export const line = (max: number) => z.string().check(z.trim(), z.maxLength(max))

/** Who may make a call: `anyone`; any `seat`; a seat with that role; `voter`: a seat that has a ballot in the round. */
export type Who = 'anyone' | 'seat' | 'facilitator' | 'researcher' | 'voter'

export interface Call {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
  /** With `:name` parameters, all opaque ids. */
  readonly path: string
  readonly who: Who
  readonly does: string
  readonly body?: z.ZodMiniType
  /** A body that is not JSON, by its media type. */
  readonly takes?: Readonly<Record<string, z.ZodMiniType>>
  /** Media types of a reply that is not, or not only, JSON. */
  readonly gives?: readonly string[]
  readonly reply: z.ZodMiniType
  /** Status of a success. */
  readonly status: 200 | 201
}

export const call = <const C extends Call>(one: C): C => one
export const workshop = '/api/workshops/:workshopId'
export const round = `${workshop}/rounds/:roundId`
export const nothing = z.object({})
