/** The closing on the screen: every line opens its source, the sponsor's words, how sure we are, draft and closed. */
import { act, screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { MemoryRouter } from 'react-router'
import { beforeAll, expect, test, vi } from 'vitest'
import { ClosingPage } from '#client/features/closing/closing-page.tsx'
import { startTexts } from '#client/texts/start-texts.ts'
import { demoContent } from '#test/support/demo-content.ts'
import { MY_SEAT, renderSession, type SessionSetting } from '#test/support/render-session.tsx'

beforeAll(() => {
  startTexts()
  const wide = { matches: false, addEventListener: () => {}, removeEventListener: () => {} }
  vi.stubGlobal('matchMedia', () => wide)
})

function open(setting: SessionSetting = {}) {
  const user = userEvent.setup({ delay: null })
  const page = (
    <MemoryRouter>
      <ClosingPage />
    </MemoryRouter>
  )
  return { user, ...renderSession(page, setting) }
}

const part = (name: string) => within(screen.getByRole('region', { name }))
const demo = demoContent()

test('[P7] [R101] the demo: the promise with quotes, and three lists of which each line opens where it comes from', () => {
  open({ ...demo, role: 'member' })
  const promise = part('What we promise')
  expect(promise.getByText(/^Your stores pass the next audit/)).toBeVisible()
  const quotes = promise.getAllByRole('listitem').map(({ textContent }) => textContent)
  expect(quotes).toHaveLength(3)
  expect(new Set(quotes.map((words) => words?.match(/Customer \d+/u)?.[0])).size).toBe(3)
  const first = part('What we know now').getAllByRole('link')[0]
  expect(first).toHaveTextContent(
    /^Customers put “Audit without a week of paperwork” first.* 9 customers asked/,
  )
  expect(first).toHaveAttribute('href', expect.stringMatching(/\/reality$/))
  for (const name of ['What we know now', 'What we still do not know', 'When we look again'])
    for (const line of part(name).getAllByRole('listitem'))
      expect(within(line).getByRole('link')).toBeVisible()
})

test('[R028] how sure, round by round with its n; a member opens no round', () => {
  open({ ...demo, role: 'member' })
  const sure = part('How sure are we?')
  expect(sure.getByRole('listitem', { name: 'Our guess, round 1: 3.3 of 5, said by 9 of us' })).toBeVisible()
  expect(sure.getByRole('listitem', { name: 'Our guess, round 2: 4.0 of 5, said by 10 of us' })).toBeVisible()
  expect(sure.getByRole('listitem', { name: 'At the close: 2.9 of 5, said by 10 of us' })).toBeVisible()
  expect(sure.getByRole('listitem', { name: '3: 7 of 10' })).toBeVisible()
  expect(sure.queryByRole('button', { name: 'Ask once more' })).toBeNull()
})

test('[AC-4a] the facilitator closes it and opens it again; nothing on the page is locked by it', async () => {
  const { user, made, setRecord } = open({ role: 'facilitator', name: 'Fay' })
  expect(screen.getByText('Draft')).toBeVisible()
  await user.click(screen.getByRole('button', { name: 'Close the workshop' }))
  expect(made.at(-1)).toMatchObject({ name: 'closeWorkshop', body: { closed: true } })
  act(() => setRecord({ closing: { closedAt: Date.UTC(2026, 3, 16), closedBy: MY_SEAT } }))
  expect(screen.getByText(/^Closed on Thursday, April 16, 2026 by Fay/)).toBeVisible()
  expect(screen.getByRole('textbox', { name: 'At the close' })).toBeEnabled()
  await user.click(screen.getByRole('button', { name: 'Open it again' }))
  expect(made.at(-1)).toMatchObject({ name: 'closeWorkshop', body: { closed: false } })
})

test('an empty workshop says what is missing; a vote takes the whole page', async () => {
  const { setRecord } = open({ role: 'member' })
  expect(screen.getByText('There is no promise yet.')).toBeVisible()
  expect(screen.getByText(/^No customer has been asked yet/)).toBeVisible()
  expect(screen.queryByRole('button', { name: 'Close the workshop' })).toBeNull()
  act(() => setRecord({ rounds: { r1: { kind: 'confidence', number: 1, status: 'open', informed: true } } }))
  expect(
    await screen.findByRole('heading', { name: 'How sure are you that this room knows its customers?' }),
  ).toBeVisible()
  expect(screen.getAllByRole('radio')).toHaveLength(5)
  const result = { n: 2, mean: 2.5, counts: [0, 1, 1, 0, 0] }
  act(() => setRecord({ rounds: { r1: { status: 'revealed', result, sealedCount: 2, expectedCount: 2 } } }))
  expect(screen.getByRole('heading', { name: 'How sure are we?' })).toHaveFocus()
  expect(screen.getByRole('listitem', { name: '2: 1 of 2' })).toBeVisible()
})

test('[R006] the sponsor writes it; others read it; a facilitator does not for a sponsor who is here', async () => {
  const said = { opening: 'I will not vote today.', spokenBy: MY_SEAT, writtenBy: MY_SEAT }
  const sponsor = open({ role: 'sponsor', record: { closing: said } })
  const field = screen.getByRole('textbox', { name: 'One thing I will do myself' })
  await sponsor.user.type(field, 'Ring one of them')
  await sponsor.user.click(screen.getByRole('button', { name: 'Keep it' }))
  expect(sponsor.made).toMatchObject([{ name: 'putSponsorWord', body: { will: 'Ring one of them' } }])
  sponsor.unmount()
  open({ role: 'member', record: { closing: said } })
  expect(screen.getByText('I will not vote today.')).toBeVisible()
  expect(screen.queryByRole('textbox')).toBeNull()
})
