/**
 * Addresses that people write down. Only what leads to a page or a mailbox becomes a link; what a browser would run as
 * a program is refused where it is written and left out where it is read. Everything else is words.
 */
import type { Field } from '#shared/document/fields.ts'
import { text } from '#shared/document/fields.ts'

/** Characters that browsers pass over before and within the scheme of an address. */
const passedOver = /[\p{Cc}\p{Cf}\p{Z}]/gu
const program = /^(?:javascript|vbscript|data|blob):/iu
const withScheme = /^(?:https?:\/\/|mailto:)[^\s]+$/iu
const host = /^(?:[\p{L}\p{N}](?:[\p{L}\p{N}-]*[\p{L}\p{N}])?\.)+\p{L}{2,}(?::\d+)?(?:[/?#][^\s]*)?$/u
/** The same for JSON Schema, which knows no flags. */
const programPattern =
  '^\\s*(?:([jJ][aA][vV][aA]|[vV][bB])[sS][cC][rR][iI][pP][tT]|[dD][aA][tT][aA]|[bB][lL][oO][bB]):'

/** True for an address that a browser would run instead of opening a page. */
export const runsProgram = (address: string): boolean => program.test(address.replace(passedOver, ''))

/** Where a link of that text leads; null when it is no address of a page or mailbox. */
export function linkTarget(address: string): string | null {
  const trimmed = address.trim()
  if (withScheme.test(trimmed)) return trimmed
  return host.test(trimmed) ? `https://${trimmed}` : null
}

/** Where something can be found: an address, or words. Never one that runs as a program. */
export function whereabouts({ max }: { max: number }): Field<string> {
  const line = text({ max })
  const isProgram = (value: unknown) => typeof value === 'string' && runsProgram(value)
  return {
    ...line,
    read: (value) => (isProgram(value) ? '' : line.read(value)),
    fault: (value) =>
      isProgram(value)
        ? 'is an address that would run as a program; only addresses of pages (https) and mail are taken'
        : line.fault(value),
    schema: { ...line.schema, not: { pattern: programPattern } },
  }
}
