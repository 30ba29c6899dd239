import { render, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { MemoryRouter } from 'react-router'
import { afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import { DraftPage } from '#client/features/ask/draft-page.tsx'
import { startTexts } from '#client/texts/start-texts.ts'
import type { DraftView } from '#shared/protocol/guest-calls.ts'

const token = 't'.repeat(43)
const view: DraftView = {
  title: 'Larderline',
  promises: [{ id: 'p1', text: 'You reach somebody who knows.' }],
  stages: [
    {
      id: 's1',
      name: 'It breaks',
      endsWhen: 'somebody decides to look',
      lanes: [{ lane: 'question', cards: [{ id: 'c1', text: 'Who answers at night?' }] }],
    },
  ],
}
let replies: Record<string, { readonly status: number; readonly body: object } | null>
let sent: Record<string, unknown>[]

beforeAll(startTexts)
beforeEach(() => {
  localStorage.clear()
  replies = {
    '/api/draft/view': { status: 200, body: view },
    '/api/draft/remarks': { status: 201, body: { received: true } },
  }
  sent = []
  vi.stubGlobal('fetch', async (path: string, init: RequestInit) => {
    const reply = replies[path]
    if (!reply) throw new TypeError('Failed to fetch')
    if (path === '/api/draft/remarks') sent.push(JSON.parse(String(init.body)))
    return new Response(JSON.stringify(reply.body), { status: reply.status })
  })
})
afterEach(() => void vi.unstubAllGlobals())

const open = () =>
  render(
    <MemoryRouter>
      <DraftPage token={token} />
    </MemoryRouter>,
  )

test('a customer reads the draft, remarks beside a line and on the whole, and hands in once', async () => {
  open()
  expect(await screen.findByRole('heading', { level: 1, name: /Larderline/ })).toBeInTheDocument()
  const stage = screen.getByRole('region', { name: 'It breaks' })
  expect(within(stage).getByRole('heading', { level: 3, name: 'What they ask' })).toBeInTheDocument()
  expect(screen.getByRole('button', { name: /Hand in/ })).toHaveAttribute('aria-disabled', 'true')
  await userEvent.click(within(stage).getByRole('button', { name: 'Remark on “Who answers at night?”' }))
  await userEvent.keyboard('Nobody does')
  await userEvent.type(screen.getByLabelText('Anything else?'), ' Too long ')
  await userEvent.click(screen.getByRole('button', { name: /Hand in/ }))
  expect(await screen.findByText('Thank you. Your remarks have arrived.')).toBeInTheDocument()
  expect(sent).toEqual([
    expect.objectContaining({
      token,
      remarks: expect.arrayContaining([
        { about: 'c1', text: 'Nobody does' },
        { about: null, text: 'Too long' },
      ]),
    }),
  ])
})

test('[P1] what was written is there when the page is opened again, and goes off by itself when there is a line', async () => {
  const first = open()
  await userEvent.type(await screen.findByLabelText('Anything else?'), 'Too long')
  first.unmount()
  open()
  expect(await screen.findByLabelText('Anything else?')).toHaveValue('Too long')
  replies['/api/draft/remarks'] = null
  await userEvent.click(screen.getByRole('button', { name: /Hand in/ }))
  expect(await screen.findByText('Your remarks are on their way')).toBeInTheDocument()
  replies['/api/draft/remarks'] = { status: 201, body: { received: true } }
  window.dispatchEvent(new Event('online'))
  await waitFor(() => expect(screen.getByText('Thank you. Your remarks have arrived.')).toBeInTheDocument())
})

test('a link that is over says so', async () => {
  replies['/api/draft/view'] = { status: 410, body: { status: 410, code: 'guest-link-over', title: 'Over' } }
  open()
  expect(await screen.findByRole('heading', { level: 1 })).toHaveTextContent(/no longer|over|ended/i)
})
