/** The screen of weighing with the needs of the sample workshop, as one role sees it. */
import userEvent, { type UserEvent } from '@testing-library/user-event'
import { WeighPage } from '#client/features/weigh/weigh-page.tsx'
import type { Role } from '#shared/record/schema.ts'
import { demoNeeds } from '#test/support/demo-weights.ts'
import { renderSession, type SessionSetting } from '#test/support/render-session.tsx'

export const boardNeeds = {
  needs: Object.fromEntries(
    demoNeeds.map(({ id, title }, index) => [
      id,
      { short: title, status: 'active' as const, order: `a${index}` },
    ]),
  ),
}
export const seats = {
  noor: { name: 'Noor Haddad', role: 'facilitator' as const, joinedAt: 1 },
  dan: { name: 'Dan Reyes', role: 'member' as const, functionName: 'Customer service', joinedAt: 3 },
  hanne: { name: 'Hanne Lund', role: 'member' as const, functionName: 'Product', joinedAt: 4 },
}
export const openRound = {
  kind: 'weights',
  number: 1,
  status: 'open' as const,
  subjects: demoNeeds.map(({ id, title }) => ({ id, title })),
  anonymity: 'by_function' as const,
  minFunctionSize: 3,
  openedAt: 10,
  sealedCount: 6,
  expectedCount: 9,
}

export function playWeigh(
  role: Role,
  setting: SessionSetting = {},
): ReturnType<typeof renderSession> & { user: UserEvent } {
  const played = renderSession(<WeighPage />, {
    role,
    board: boardNeeds,
    ...setting,
    record: { seats, ...setting.record },
  })
  return { user: userEvent.setup({ delay: null }), ...played }
}

export const inRound = (changes: object = {}) => ({
  record: { rounds: { r1: { ...openRound, ...changes } } },
})
