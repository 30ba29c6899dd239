/** How many customers were asked, and whether the room may know what they said. */
import type { CustomersAsked } from '#client/round/wording.ts'
import { useSingle } from '#client/session/hooks.ts'
import { envelope } from '#shared/record/schema.ts'

export function useCustomersAsked(): CustomersAsked {
  const { interviewCount, openedAt } = useSingle(envelope)
  return { count: interviewCount, isOpen: openedAt !== null }
}
