import { render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { MemoryRouter } from 'react-router'
import { beforeAll, beforeEach, expect, test, vi } from 'vitest'
import { HomePage } from '#client/features/home/home-page.tsx'
import { rememberWorkshop } from '#client/session/workshops.ts'
import { startTexts } from '#client/texts/start-texts.ts'
import { Toasts } from '#client/ui/toasts.tsx'
import { viewOf } from '#test/support/render-session.tsx'

beforeAll(startTexts)
beforeEach(() => {
  vi.stubGlobal('matchMedia', () => ({
    matches: false,
    addEventListener: () => {},
    removeEventListener: () => {},
  }))
})

const open = () =>
  render(
    <MemoryRouter>
      <HomePage joinCard={null} onDemoWanted={() => {}} />
      <Toasts />
    </MemoryRouter>,
  )

test('a first visit reads how it works instead of a list', () => {
  open()
  expect(screen.getByRole('heading', { name: 'How it works' })).toBeVisible()
  expect(screen.queryByRole('heading', { name: 'My workshops' })).toBeNull()
})

test('what is missing to start is named, keeps its hint until then, and gets the focus', async () => {
  open()
  await userEvent.click(screen.getByRole('button', { name: 'Start a workshop' }))
  expect(screen.getByText(/^A product and a kind of customer/)).toBeVisible()
  await userEvent.click(screen.getByRole('button', { name: 'Open the workshop' }))
  expect(screen.getByLabelText('What is it about?')).toHaveFocus()
  await userEvent.keyboard('Dosing pumps')
  await userEvent.click(screen.getByRole('button', { name: 'Open the workshop' }))
  expect(screen.getByLabelText('Your name')).toHaveFocus()
  expect(screen.getByText('Type your name: the room wants to know who leads.')).toBeVisible()
})

test('my workshops say where each stands, and one taken off the list can be had back', async () => {
  const stood = { activity: 'plan', isEnvelopeOpen: false } as const
  rememberWorkshop(viewOf({}, 0), Date.now(), {
    stood,
    named: { company: '', product: '', segment: 'Independent cafés' },
  })
  open()
  const link = screen.getByRole('link', { name: /^Larderline for independent cafés/ })
  expect(link).toHaveTextContent('Action plan, this minute')
  expect(link.innerHTML).not.toContain('known')
  await userEvent.click(screen.getByRole('button', { name: /^Take Larderline/ }))
  expect(screen.queryByRole('link', { name: /^Larderline/ })).toBeNull()
  await userEvent.click(screen.getByRole('button', { name: 'Undo' }))
  expect(screen.getByRole('link', { name: /^Larderline/ })).toBeVisible()
})

const larderline = { company: 'Brackwell', product: 'Larderline' }
const remember = (workshopId: string, segment: string, dues: string[] = []) =>
  rememberWorkshop(
    { ...viewOf({ role: 'facilitator' }, 0), workshopId, title: `Larderline, ${segment}` },
    Date.now(),
    {
      named: { ...larderline, segment },
      plan: { open: 4, dues, ownerless: 1, promisedFrom: null },
    },
  )

test('[AC-6a] segments of one product stand under it, with what is overdue and without an owner', async () => {
  localStorage.clear()
  window.dispatchEvent(new StorageEvent('storage', { key: 'guessproof:workshops' }))
  remember('one', 'Cafés')
  remember('two', 'Wholesalers', ['2020-01-01', '2999-01-01'])
  open()
  expect(screen.getByRole('heading', { level: 3, name: /^Larderline/ })).toHaveTextContent('Brackwell')
  expect(screen.getByText('1 action is overdue. 2 actions have no owner.')).toBeVisible()
  const [first, second] = screen.getAllByRole('link', { name: /^(Cafés|Wholesalers)/ })
  expect(first).toHaveTextContent('Wholesalers')
  expect(second).toHaveTextContent('Cafés')
  const plan = screen.getByRole('link', {
    name: 'Plan of Larderline, Wholesalers, 1 action overdue, 1 without an owner',
  })
  expect(plan).toHaveAttribute('href', '/w/two/plan')
})

test('[AC-6a] a new workshop on a known product can start from it, with its open actions', async () => {
  remember('one', 'Cafés')
  const fetched = vi.fn(async (..._: unknown[]) =>
    Response.json({ workshopId: 'new', seatId: 's' }, { status: 201 }),
  )
  vi.stubGlobal('fetch', fetched)
  open()
  await userEvent.click(screen.getByRole('button', { name: 'Start a workshop' }))
  expect(screen.queryByRole('switch')).toBeNull()
  await userEvent.type(screen.getByLabelText('What is it about?'), 'Larderline for hotels')
  await userEvent.click(screen.getByRole('switch', { name: /^Start from “Larderline, Cafés”/ }))
  expect(screen.queryByLabelText('Your name')).toBeNull()
  expect(screen.getByRole('switch', { name: 'Carry over 4 open actions' })).toBeChecked()
  await userEvent.click(screen.getByRole('button', { name: 'Open the workshop' }))
  const [path, init] = fetched.mock.calls[0] as [string, RequestInit]
  expect(path).toBe('/api/workshops/one/repeat')
  expect(JSON.parse(String(init.body))).toEqual({ title: 'Larderline for hotels', carryActions: true })
  vi.unstubAllGlobals()
})

test('of many workshops the first are shown, the rest when asked for', async () => {
  for (let at = 0; at < 50; at++)
    rememberWorkshop({ ...viewOf({}, 0), workshopId: `m${at}`, title: `Many ${at}` }, Date.now())
  open()
  const many = () => screen.getAllByRole('link', { name: /^Many/ })
  expect(many().length).toBeLessThan(10)
  await userEvent.click(screen.getByRole('button', { name: 'Show all 50' }))
  expect(many()).toHaveLength(50)
})

test('a workshop file that is being opened can no longer be cancelled, and one that is gone says so', async () => {
  localStorage.clear()
  const held = {
    title: 'Cafés',
    company: '',
    product: '',
    segment: '',
    version: 1,
    exportedAt: '',
    counts: {},
  }
  const answer = { ...held, exportedBy: '', appVersion: '', server: '', sealed: [], changes: 0 }
  vi.stubGlobal('fetch', (path: string) =>
    path.endsWith('/preview') ? Promise.resolve(Response.json(answer)) : new Promise(() => {}),
  )
  open()
  const gone = new File(['{}'], 'gone.json', { type: 'application/json' })
  Object.defineProperty(gone, 'text', { value: () => Promise.reject(new Error('NotReadableError')) })
  await userEvent.upload(screen.getByTestId('workshop-file'), gone)
  expect(await screen.findByRole('alert')).toHaveTextContent('gone.json')
  await userEvent.upload(screen.getByTestId('workshop-file'), new File(['{}'], 'cafes.json'))
  await userEvent.click(await screen.findByRole('button', { name: 'Open the workshop' }))
  expect(screen.getByRole('button', { name: 'Cancel' })).toHaveAttribute('aria-disabled', 'true')
  vi.unstubAllGlobals()
})

test('[EX-4a] a workshop file says what it holds before it is opened', async () => {
  localStorage.clear()
  const held = {
    title: 'Larderline for cafés',
    company: 'Brackwell',
    product: 'Larderline',
    segment: 'Cafés',
    version: 1,
    exportedAt: '2026-03-14T10:00:00.000Z',
    exportedBy: 'Ines Aldana',
    appVersion: '1',
    server: '',
    sealed: ['interviews', 'rounds/weights/2'],
    counts: { needs: 5, cards: 1 },
    changes: 3,
  }
  const asked: string[] = []
  vi.stubGlobal('fetch', async (path: string) => {
    asked.push(path)
    return path.endsWith('/preview')
      ? Response.json(held)
      : Response.json({ workshopId: 'w', seatId: 's' }, { status: 201 })
  })
  open()
  const file = new File(['{"format":"guessproof.workshop"}'], 'cafes.json', { type: 'application/json' })
  await userEvent.upload(screen.getByTestId('workshop-file'), file)
  const dialog = await screen.findByRole('dialog', { name: 'Larderline for cafés' })
  expect(dialog).toHaveTextContent('5 needs1 card3 changes in its history')
  expect(dialog).toHaveTextContent('The customers’ answers were sealed when it was taken out')
  expect(dialog).toHaveTextContent('Taken out on Saturday, 14 March 2026 by Ines Aldana.')
  expect(asked).toEqual(['/api/workshops/import/preview'])
  await userEvent.click(screen.getByRole('button', { name: 'Open the workshop' }))
  expect(asked).toEqual(['/api/workshops/import/preview', '/api/workshops/import'])
  vi.unstubAllGlobals()
})
