import { screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { beforeAll, expect, test } from 'vitest'
import { HistoryTab } from '#client/features/history/history-tab.tsx'
import { startTexts } from '#client/texts/start-texts.ts'
import type { ChangeEntry } from '#shared/protocol/history-calls.ts'
import { MY_SEAT, renderSession, type SessionSetting } from '#test/support/render-session.tsx'

beforeAll(() => void startTexts())

const change = (entry: number, more: Partial<ChangeEntry> = {}): ChangeEntry => ({
  entry,
  at: 1_700_000_000_000,
  document: 'board',
  collection: 'needs',
  recordId: 'n1',
  field: 'short',
  from: 'Audit',
  to: 'Audit in an hour',
  seatId: 'dan',
  reason: '',
  ...more,
})

const page = (entries: readonly ChangeEntry[], hasMore = false) => ({
  ok: true as const,
  reply: { entries: [...entries], hasMore },
})

function play(
  readHistory: NonNullable<SessionSetting['replies']>['readHistory'],
  setting: SessionSetting = {},
) {
  const played = renderSession(<HistoryTab />, {
    role: 'member',
    board: { needs: { n1: { short: 'Audit in an hour' } } },
    record: { seats: { dan: { name: 'Dan Reyes', role: 'member', joinedAt: 3 } } },
    ...setting,
    replies: { ...setting.replies, ...(readHistory && { readHistory }) },
  })
  return { user: userEvent.setup({ delay: null }), ...played }
}

const rows = async () =>
  within(await screen.findByRole('list', { name: /Changes/ })).findAllByRole('listitem')

test('[R103] whose change it was, when, from what to what, and why; earlier ones on demand', async () => {
  const first = change(7, { reason: 'Call six said so' })
  const { user, made } = play(({ query }) =>
    query?.before === '7'
      ? page([change(3, { field: '', from: null, to: { short: 'Audit' } })])
      : page([first], true),
  )
  const [row] = await rows()
  expect(row).toHaveTextContent('Need · title')
  expect(row).toHaveTextContent('Audit → Audit in an hour')
  expect(row).toHaveTextContent(/Dan, .*2023.*“Call six said so”/)
  await user.click(screen.getByRole('button', { name: 'Earlier ones' }))
  expect((await rows())[1]).toHaveTextContent('Audit in an hour added')
  expect(screen.queryByRole('button', { name: 'Earlier ones' })).toBeNull()
  await user.selectOptions(screen.getByRole('combobox', { name: 'Whose changes' }), 'Dan Reyes')
  expect(made.at(-1)).toMatchObject({ name: 'readHistory', query: { seat: 'dan' } })
})

test('[R104] whoever made a change says why, afterwards; others are not asked', async () => {
  const { user, made } = play(page([change(2, { seatId: MY_SEAT }), change(1)]))
  expect(await screen.findAllByText(/no reason given/)).toHaveLength(1)
  await user.click(screen.getByRole('button', { name: 'Say why: Audit in an hour' }))
  await user.type(screen.getByRole('textbox', { name: 'Why was it changed?' }), ' Too long before ')
  await user.click(screen.getByRole('button', { name: 'Keep it' }))
  expect(made.at(-1)).toMatchObject({
    name: 'giveReason',
    params: { entry: '2' },
    body: { reason: 'Too long before' },
  })
  expect(await screen.findByText(/“Too long before”/)).toBeVisible()
})

test('[R033] who only looks on is not offered to look at one person', async () => {
  play(page([]), { role: 'viewer' })
  expect(await screen.findByText('Nothing was changed yet.')).toBeVisible()
  expect(screen.queryByRole('combobox')).toBeNull()
})

test('without a line it says where the history is, and can be asked for again', async () => {
  let isBack = false
  const problem = { code: 'offline', title: '', faults: [], retryAfterS: null }
  const { user } = play(() => (isBack ? page([change(1)]) : { ok: false, problem }))
  expect(await screen.findByRole('alert')).toHaveTextContent('The history is on the server')
  isBack = true
  await user.click(screen.getByRole('button', { name: 'Look again' }))
  expect(await rows()).toHaveLength(1)
  expect(screen.queryByRole('alert')).toBeNull()
})
