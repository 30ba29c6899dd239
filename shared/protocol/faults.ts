/** What a schema found wrong, as faults with JSON Pointers (RFC 6901). */
import type * as z from 'zod/mini'
import type { Fault } from '#shared/protocol/problems.ts'

const MAX_FAULTS = 100

export function faultsOf(error: z.core.$ZodError): Fault[] {
  return error.issues.slice(0, MAX_FAULTS).map((issue) => ({
    path: pointer(issue.path),
    message: issue.message,
  }))
}

/** A path as a JSON Pointer; the empty one means the whole. */
export const pointer = (path: readonly PropertyKey[]): string =>
  path.map((part) => `/${String(part).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('')
