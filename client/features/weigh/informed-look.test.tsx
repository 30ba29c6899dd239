import { screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { MemoryRouter } from 'react-router'
import { beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { SecondLookPage } from '#client/features/weigh/second-look-page.tsx'
import { startTexts } from '#client/texts/start-texts.ts'
import { guideQuestions, needs } from '#shared/board/schema.ts'
import { readRows } from '#shared/document/collection.ts'
import { weights } from '#shared/rounds/weights.ts'
import { demoContent } from '#test/support/demo-content.ts'
import { demoFile, imported } from '#test/support/demo-file.ts'
import { renderSession, type SessionSetting } from '#test/support/render-session.tsx'

beforeAll(() => {
  startTexts()
  vi.stubGlobal(
    'ResizeObserver',
    class {
      observe() {}
      disconnect() {}
    },
  )
  vi.spyOn(HTMLElement.prototype, 'clientWidth', 'get').mockReturnValue(600)
})
beforeEach(() => localStorage.clear())

const demo = demoContent()
const board = readRows(imported(demoFile()).docs.board, needs)
const subjects = ['Alarms', 'Audit', 'Installed', 'Whole', 'A person', 'A supplier', 'Shift staff'].map(
  (start) => {
    const need = Object.entries(demo.board?.needs ?? {}).find(([, { short }]) => short?.startsWith(start))
    return { id: need?.[0] ?? '', title: need?.[1].short ?? '' }
  },
)
const ballotOf = (points: readonly number[]) => ({
  points: Object.fromEntries(subjects.map(({ id }, index) => [id, points[index] ?? 0])),
  unsure: [],
  confidence: 4,
  abstained: false,
  reason: '',
})
const result = weights.tally(
  [
    [20, 25, 10, 20, 20, 5, 0],
    [20, 25, 10, 30, 15, 0, 0],
    [15, 25, 10, 40, 10, 0, 0],
  ].map((points, index) => ({ seatId: `s${index}`, functionName: 'Sales', ballot: ballotOf(points) })),
  { subjects, columns: [] },
  { anonymity: 'by_function', minFunctionSize: 2, shuffle: (values) => [...values] },
)

function informed(changes: object = {}): SessionSetting {
  const round = {
    kind: 'weights',
    number: 3,
    status: 'revealed' as const,
    informed: true,
    subjects,
    anonymity: 'by_function' as const,
    openedAt: 2_000_000_000_000,
    sealedCount: 3,
    expectedCount: 3,
    result: JSON.parse(JSON.stringify(result)),
    ...changes,
  }
  return { ...demo, record: { ...demo.record, rounds: { ...demo.record?.rounds, rw3: round } } }
}

const inRound = (): SessionSetting => ({
  ...informed({ status: 'open', result: null }),
  replies: {
    readBallot: { ok: true as const, reply: { ballot: null, sealed: false, receivedAt: null } as never },
  },
})

function open(setting: SessionSetting) {
  const played = renderSession(
    <MemoryRouter>
      <SecondLookPage />
    </MemoryRouter>,
    { role: 'member', ...setting },
  )
  return { user: userEvent.setup({ delay: null }), ...played }
}

describe('the second look after the envelope, revealed', () => {
  test('[design 6.11] how far the room moved, by function, where it still holds on; no verdict as on a guess', () => {
    open(informed())
    expect(screen.getByRole('heading', { level: 1 })).toHaveTextContent(
      'Same question, now that we have asked',
    )
    expect(screen.getByText('75 before, 83 now')).toBeInTheDocument()
    const holding = within(
      screen.getByRole('heading', { name: 'Still holding on' }).parentElement as HTMLElement,
    )
    expect(holding.getAllByRole('listitem').map((one) => one.textContent)).toEqual([
      'Whole yearly cost known before we sign: we give it 30, customers 14. ',
      'A person who knows our site answers at night: we give it 15, customers 21. ',
      'A supplier proven in our trade: we give it 2, customers 7. ',
    ])
    expect(screen.getByText('10 before, 25 now; customers 26')).toBeVisible()
    expect(screen.getByText('new on our ballot, 0 now; named, no points asked')).toBeVisible()
    expect(document.body.textContent).not.toMatch(/too (high|low)|too close to tell|nobody asked a customer/)
    expect(screen.queryByText('How the talk moved us')).toBeNull()
  })

  test('[AN-9a] it has its table, its sentence and marks the arrows walk', async () => {
    const { user } = open(informed())
    screen.getByRole('region', { name: /The room moved from 75 to 83 of 100 points/ }).focus()
    await user.keyboard('{ArrowDown}{ArrowRight}')
    expect(screen.getByText('Audit without a week of paperwork: we give it 25 now')).toHaveAttribute(
      'role',
      'status',
    )
    await user.keyboard('{ArrowRight}')
    expect(screen.getByText('Audit without a week of paperwork: customers 26')).toBeInTheDocument()
    await user.click(screen.getByRole('button', { name: /Show as table/ }))
    expect(screen.getByRole('row', { name: /^Whole/ })).toHaveTextContent('sign3330149')
    expect(screen.getByRole('row', { name: /^Shift/ })).toHaveTextContent(/none0.*none0/)
  })

  test('[C12] with four customers their single answers, and no figure of how near', () => {
    const calls = Object.fromEntries(Object.entries(demo.interviews?.interviews ?? {}).slice(0, 4))
    open({ ...informed(), interviews: { ...demo.interviews, interviews: calls } })
    expect(screen.queryByText('Still holding on')).toBeNull()
    expect(screen.getByText(/How near we came cannot be said/)).toHaveTextContent(
      '4 customers asked: too few to say.',
    )
    expect(screen.getAllByText(/; customers: \d+, \d+, \d+, \d+$/).length).toBeGreaterThan(5)
  })

  test('[U1] while the interviews are on their way nothing is said of them, neither beside the room nor on a ballot', async () => {
    const { unmount } = open({ ...informed(), interviews: {} })
    expect(screen.getByRole('heading', { level: 1 })).toHaveTextContent('The interviews are on their way')
    unmount()
    open({ ...inRound(), interviews: {} })
    expect(await screen.findByRole('spinbutton', { name: /^Whole/ })).toBeVisible()
    expect(screen.queryByText(/customers (gave|named)/)).toBeNull()
  })

  test('what somebody wrote on their ballot becomes a question for the next calls', async () => {
    localStorage.setItem('guessproof.known.rw3.seat-me', 'Price decides')
    const { user, docs } = open(informed())
    const form = within(screen.getByRole('form', { name: 'What do you know that they did not say?' }))
    expect(form.getByRole('textbox', { name: 'What do we know?' })).toHaveValue('Price decides')
    await user.type(
      form.getByRole('textbox', { name: 'What shall we ask a customer?' }),
      'What would you pay?',
    )
    await user.click(form.getByRole('button'))
    expect(readRows(docs.board, guideQuestions).map(({ text }) => text)).toContain('What would you pay?')
  })
})

describe('the ballot after the envelope', () => {
  test('[design 6.11] customers stand behind every slider, and a need we never listed is on it', async () => {
    open(inRound())
    expect(await screen.findByRole('heading', { level: 1 })).toHaveTextContent('now that we have asked')
    expect(screen.getByText('customers gave 26, probably 18 to 35')).toBeVisible()
    // The same whole points as everywhere: they add up to 100.
    expect(screen.getByText('customers gave 10, probably 5 to 13')).toBeVisible()
    expect(screen.getByText('customers named it; nobody was asked for points')).toBeVisible()
  })

  test('[S1] who sees it otherwise is asked what they know; it stays on the device', async () => {
    const { user, made, docs } = open(inRound())
    const cost = await screen.findByRole('spinbutton', { name: /^Whole/ })
    await user.type(cost, '60')
    expect(screen.queryByRole('textbox', { name: /What do you know/ })).toBeNull()
    await user.type(screen.getByRole('spinbutton', { name: /^Audit/ }), '40')
    const field = screen.getByRole('textbox', { name: 'What do you know that they did not say?' })
    expect(screen.getByText(/You see .*Whole yearly cost/)).toBeVisible()
    const before = made.length
    await user.type(field, 'Price decides')
    expect(localStorage.getItem('guessproof.known.rw3.seat-me')).toBe('Price decides')
    expect(JSON.stringify(made.slice(before))).not.toContain('Price')
    expect(readRows(docs.board, guideQuestions).some(({ text }) => text.includes('Price decides'))).toBe(
      false,
    )
  })

  test('a guess shows nobody’s points', async () => {
    open(informed({ status: 'open', result: null, informed: false }))
    expect(await screen.findByRole('heading', { level: 1 })).not.toHaveTextContent('now that we have asked')
    expect(screen.queryByText(/customers gave/)).toBeNull()
  })
})

test('[issue 5] the facilitator asks the same question again, with what customers named on the ballot', async () => {
  const { user, made } = open({ ...demo, role: 'facilitator' })
  await user.click(screen.getByRole('button', { name: 'Ask the room again' }))
  await user.click(screen.getByRole('button', { name: 'Open the round' }))
  expect(made.find(({ name }) => name === 'openRound')?.body).toMatchObject({
    kind: 'weights',
    subjects: expect.arrayContaining(subjects.map(({ id }) => id)),
  })
  expect(board).toHaveLength(7)
})
