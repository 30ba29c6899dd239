import { render, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { MemoryRouter } from 'react-router'
import { afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import { AskPage } from '#client/features/ask/ask-page.tsx'
import { startTexts } from '#client/texts/start-texts.ts'
import type { GuestForm } from '#shared/protocol/guest-calls.ts'

const token = 't'.repeat(43)
const form: GuestForm = {
  title: 'Larderline',
  question: 'What was the one thing?',
  needs: [
    { id: 'n1', short: 'Alarms', statement: 'They reach someone' },
    { id: 'n2', short: 'Price', statement: '' },
  ],
  options: [
    { id: 'o1', name: 'Brackwell' },
    { id: 'o2', name: 'Quillmark' },
  ],
  forMany: false,
}

interface Reply {
  readonly status: number
  readonly body: object
}
const problem = (status: number, code: string, more: object = {}): Reply => ({
  status,
  body: { status, code, title: 'From the server: do this', ...more },
})
const received: Reply = { status: 201, body: { received: true } }
/** What the server answers; null: there is no line. */
let replies: Record<string, Reply | null>
let sent: Record<string, unknown>[]

beforeAll(startTexts)
beforeEach(() => {
  localStorage.clear()
  replies = { '/api/ask/form': { status: 200, body: form }, '/api/ask/answer': received }
  sent = []
  vi.stubGlobal('fetch', async (path: string, init: RequestInit) => {
    const reply = replies[path]
    if (!reply) throw new TypeError('Failed to fetch')
    if (path === '/api/ask/answer') sent.push(JSON.parse(String(init.body)))
    return new Response(JSON.stringify(reply.body), { status: reply.status })
  })
})
afterEach(() => void vi.unstubAllGlobals())

const open = (with_: string | null = token) =>
  render(
    <MemoryRouter>
      <AskPage token={with_} />
    </MemoryRouter>,
  )

const next = () => userEvent.click(screen.getByRole('button', { name: 'Next' }))
const heading = (name: RegExp) => screen.findByRole('heading', { level: 1, name })

async function writeFirst() {
  await userEvent.type(await screen.findByLabelText('What was the one thing?'), 'A person at night')
  await next()
  await heading(/How much did each/)
}

async function toTheEnd() {
  await writeFirst()
  await userEvent.click(screen.getByLabelText('I cannot put numbers on it'))
  await next()
  await heading(/How well/)
  await next()
  await heading(/Before you hand it in/)
}

async function handIn() {
  await userEvent.click(screen.getByLabelText('My answers may be kept, under an invented name'))
  await userEvent.click(screen.getByRole('button', { name: 'Hand in' }))
}

test('[method D8] the open question comes before any list, and cannot be gone back to once the list was seen', async () => {
  open()
  expect(await heading(/A few questions about Larderline/)).toBeInTheDocument()
  await screen.findByLabelText('What was the one thing?')
  expect(document.body).not.toHaveTextContent(/Alarms|Price|Brackwell/)
  expect(screen.getByRole('button', { name: 'Next' })).toHaveAttribute('aria-disabled', 'true')
  await writeFirst()
  expect(screen.getByText('Alarms')).toBeInTheDocument()
  expect(screen.queryByRole('button', { name: 'Back' })).toBeNull()
})

test('points must be 100 in all; marks are asked for what is known at first hand; all is handed in', async () => {
  open()
  await writeFirst()
  const points = (need: string) => screen.getByRole('spinbutton', { name: `Points: ${need}` })
  await userEvent.type(points('Alarms'), '70')
  expect(screen.getByRole('button', { name: 'Next' })).toHaveAttribute('aria-disabled', 'true')
  await userEvent.type(points('Price'), '31')
  expect(screen.getByText('1 point too many')).toBeInTheDocument()
  await userEvent.type(points('Price'), '{ArrowDown}')
  await userEvent.type(
    screen.getByLabelText('Is something missing from this list?'),
    'Calibration\n\nTraining',
  )
  await next()
  await userEvent.selectOptions(await screen.findByRole('combobox', { name: /Brackwell/ }), 'I am a customer')
  await userEvent.selectOptions(
    screen.getByRole('combobox', { name: /Quillmark/ }),
    'I have only heard of it',
  )
  expect(screen.queryByRole('group', { name: /Quillmark: / })).toBeNull()
  await userEvent.click(screen.getByRole('button', { name: '8' }))
  await userEvent.click(screen.getByRole('button', { name: 'I don’t know' }))
  await next()
  await heading(/Before you hand it in/)
  await userEvent.type(screen.getByLabelText(/What is your job/), 'Buyer')
  await handIn()
  expect(await screen.findByText('Thank you. Your answers have arrived.')).toBeInTheDocument()
  expect(sent).toMatchObject([
    {
      token,
      question: 'What was the one thing?',
      unaided: 'A person at night',
      weights: { status: 'given', points: { n1: 70, n2: 30 } },
      missing: ['Calibration', 'Training'],
      marks: [
        { optionId: 'o1', basis: 'customer', marks: { n1: 8, n2: null } },
        { optionId: 'o2', basis: 'heard_of', marks: {} },
      ],
      role: 'Buyer',
      consent: { notes: true, quotesInside: false, quotesOutside: false },
    },
  ])
  expect(JSON.stringify(localStorage)).not.toContain('A person at night')
})

test('nothing is handed in without leave to keep it, nor when nothing is answered', async () => {
  open()
  await userEvent.click(await screen.findByRole('button', { name: 'Skip this question' }))
  await next()
  await next()
  await heading(/Before you hand it in/)
  expect(screen.getByText(/Nothing is answered yet/)).toBeInTheDocument()
  await userEvent.type(screen.getByLabelText(/Anything else/), 'Call me')
  expect(screen.getByText(/Without leave to keep your answers/)).toBeInTheDocument()
  await userEvent.click(screen.getByRole('button', { name: 'Hand in' }))
  expect(sent).toEqual([])
})

test('what is written stays on the device; a reload goes on where it was, also without a line', async () => {
  const first = open()
  await writeFirst()
  await userEvent.type(screen.getByRole('spinbutton', { name: 'Points: Alarms' }), '40')
  first.unmount()
  replies['/api/ask/form'] = null
  open()
  expect(await screen.findByRole('spinbutton', { name: 'Points: Alarms' })).toHaveValue('40')
})

test('without a line the answers wait on the device and go off by themselves when there is one', async () => {
  open()
  await toTheEnd()
  replies['/api/ask/answer'] = null
  await handIn()
  expect(await screen.findByText(/There is no connection/)).toBeInTheDocument()
  replies['/api/ask/answer'] = received
  window.dispatchEvent(new Event('online'))
  expect(await screen.findByText('Thank you. Your answers have arrived.')).toBeInTheDocument()
  expect(sent).toHaveLength(1)
})

test('what the server would not take is said, and nothing that was written is lost', async () => {
  open()
  await toTheEnd()
  const faults = [{ path: '/weights/points', message: 'The points add up to 105.' }]
  replies['/api/ask/answer'] = problem(422, 'guest-faults', { faults })
  await handIn()
  expect(await screen.findByRole('alert')).toHaveTextContent('The points add up to 105.')
  expect(JSON.stringify(localStorage)).toContain('A person at night')
  replies['/api/ask/answer'] = received
  await userEvent.click(screen.getByRole('button', { name: 'Hand in' }))
  expect(await screen.findByText('Thank you. Your answers have arrived.')).toBeInTheDocument()
  expect(new Set(sent.map(({ guest }) => guest)).size).toBe(1)
})

test.each([
  ['guest-link-used', 410, 'This link has been used'],
  ['guest-link-over', 410, 'This link is no longer open'],
  ['no-such-guest-link', 404, 'This link leads nowhere'],
  ['bad-request', 400, 'This link leads nowhere'],
])('a link that answers %s says so on a page of its own', async (code, status, fact) => {
  replies['/api/ask/form'] = problem(status, code)
  open()
  expect(await heading(new RegExp(fact))).toBeInTheDocument()
  expect(screen.queryByRole('button')).toBeNull()
})

test('an address without a token leads nowhere; a server that does not answer is asked again', async () => {
  open(null)
  expect(await heading(/This link leads nowhere/)).toBeInTheDocument()
  replies['/api/ask/form'] = null
  open()
  expect(await heading(/The questions could not be opened/)).toBeInTheDocument()
  replies['/api/ask/form'] = { status: 200, body: form }
  await userEvent.click(screen.getByRole('button', { name: 'Try again' }))
  expect(await screen.findByLabelText('What was the one thing?')).toBeInTheDocument()
})

test('with a link for many the next guest begins on the same device, with a key of their own', async () => {
  replies['/api/ask/form'] = { status: 200, body: { ...form, forMany: true } }
  open()
  await toTheEnd()
  await handIn()
  await userEvent.click(await screen.findByRole('button', { name: 'Somebody else answers on this device' }))
  expect(await screen.findByLabelText('What was the one thing?')).toHaveValue('')
  await toTheEnd()
  await handIn()
  await waitFor(() => expect(new Set(sent.map(({ guest }) => guest)).size).toBe(2))
})
