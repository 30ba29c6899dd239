import { render, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { MemoryRouter, Route, Routes, useLocation } from 'react-router'
import { afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import { JoinPage, keyOfCode } from '#client/features/join/join-page.tsx'
import type { Key } from '#client/features/join/who-form.tsx'
import { startTexts } from '#client/texts/start-texts.ts'

interface Answer {
  readonly status: number
  readonly body: object
}

/** Calls made, and what the server answers to each address. */
const made: { path: string; body: unknown }[] = []
let answers: Record<string, Answer> = {}

const lead = {
  workshopId: 'w1',
  title: 'Larderline for wholesalers',
  functions: ['Customer service', 'Finance', 'Sales'],
  role: 'member',
  seated: false,
}
const found: Answer = { status: 200, body: lead }
const seated: Answer = { status: 201, body: { workshopId: 'w1', seatId: 's1', role: 'member' } }
const problem = (status: number, code: string, more: object = {}): Answer => ({
  status,
  body: { type: 'about:blank', status, code, title: 'From the server', ...more },
})

beforeAll(startTexts)
beforeEach(() => {
  made.length = 0
  localStorage.clear()
  answers = { '/api/join/check': found, '/api/join': seated }
  vi.stubGlobal('fetch', async (path: string, init: RequestInit) => {
    made.push({ path, body: JSON.parse(String(init.body)) })
    const { status, body } = answers[path] ?? problem(404, 'not-found')
    return new Response(JSON.stringify(body), { status })
  })
})
afterEach(() => {
  vi.unstubAllGlobals()
})

function Address() {
  return <p>at {useLocation().pathname}</p>
}

function open(joinBy: Key | null) {
  render(
    <MemoryRouter initialEntries={['/join']}>
      <Routes>
        <Route path="/join" element={<JoinPage joinBy={joinBy} />} />
        <Route path="*" element={<Address />} />
      </Routes>
    </MemoryRouter>,
  )
}

const bodyOf = (path: string) => made.find((call) => call.path === path)?.body

test('[JN-1a] a typed code, a name and a function lead into the workshop', async () => {
  open(null)
  await userEvent.keyboard('k7m4qx')
  await userEvent.type(await screen.findByRole('textbox', { name: 'Your name' }), 'Marta Kowal')
  await userEvent.click(screen.getByRole('radio', { name: 'Customer service' }))
  await userEvent.click(screen.getByRole('button', { name: 'I’m in' }))
  expect(await screen.findByText('at /w/w1')).toBeVisible()
  expect(bodyOf('/api/join/check')).toEqual({ code: 'K7M4QX' })
  expect(bodyOf('/api/join')).toEqual({
    code: 'K7M4QX',
    name: 'Marta Kowal',
    functionName: 'Customer service',
  })
})

test('[JN-1a] a link goes straight to name and function, and its token joins', async () => {
  open({ token: 'secret-token' })
  expect(await screen.findByRole('heading', { name: 'Who are you today?' })).toBeVisible()
  expect(screen.getByText('Larderline for wholesalers')).toBeVisible()
  await userEvent.type(screen.getByRole('textbox', { name: 'Your name' }), 'Dan')
  await userEvent.click(screen.getByRole('radio', { name: 'Sales' }))
  await userEvent.keyboard('{Enter}')
  expect(await screen.findByText('at /w/w1')).toBeVisible()
  expect(bodyOf('/api/join')).toEqual({ token: 'secret-token', name: 'Dan', functionName: 'Sales' })
})

test('[JN-6a] whoever has a seat already goes in without a question', async () => {
  answers['/api/join/check'] = { status: 200, body: { ...lead, seated: true } }
  open(keyOfCode('k7m-4qx'))
  expect(await screen.findByText('at /w/w1')).toBeVisible()
  expect(made.map(({ path }) => path)).toEqual(['/api/join/check'])
})

test('[JN-2a] a wrong code says so, keeps its letters, and can be put right', async () => {
  answers['/api/join/check'] = problem(404, 'no-such-code')
  open(null)
  await userEvent.keyboard('k7n4qx')
  expect(await screen.findByText(/^No workshop with that code/)).toBeVisible()
  expect(
    screen
      .getAllByRole<HTMLInputElement>('textbox')
      .map(({ value }) => value)
      .join(''),
  ).toBe('K7N4QX')
  answers['/api/join/check'] = found
  await userEvent.click(screen.getByRole('textbox', { name: 'Character 3 of 6' }))
  await userEvent.keyboard('m')
  expect(await screen.findByRole('heading', { name: 'Who are you today?' })).toBeVisible()
})

test('[JN-7a] a code that was changed asks for the new one; too many tries say how long to wait', async () => {
  answers['/api/join/check'] = problem(410, 'code-changed')
  open(keyOfCode('K7M4QX'))
  expect(await screen.findByText('That code was changed. Ask the facilitator for the new one.')).toBeVisible()
  answers['/api/join/check'] = problem(429, 'too-many-tries', { retryAfterS: 41 })
  await userEvent.click(screen.getByRole('button', { name: 'Join' }))
  expect(await screen.findByText('Too many tries. Wait 41 seconds, then try once more.')).toBeVisible()
})

test('a link that leads nowhere offers to type the code', async () => {
  answers['/api/join/check'] = problem(410, 'link-revoked')
  open({ token: 'old' })
  expect(await screen.findByRole('heading', { name: 'This link leads nowhere' })).toBeVisible()
  await userEvent.click(screen.getByRole('button', { name: 'Type the code' }))
  expect(screen.getByRole('heading', { name: 'Type the code on the screen' })).toBeVisible()
})

test('[AC-4a] a link to the result in its old form leads to the page of the result, and asks for no name', async () => {
  answers['/api/join/check'] = problem(409, 'result-link')
  open({ token: 'reads' })
  expect(await screen.findByText('at /r')).toBeVisible()
})

test('nothing is sent before there is a name and a function, and the faults are named', async () => {
  open(keyOfCode('K7M4QX'))
  const go = await screen.findByRole('button', { name: 'I’m in' })
  await userEvent.click(go)
  expect(screen.getByText('Type your name, so that the room knows you are here.')).toBeVisible()
  await userEvent.type(screen.getByRole('textbox', { name: 'Your name' }), '  ')
  await userEvent.click(go)
  expect(screen.getByText('Choose one, so that the room can see who is missing.')).toBeVisible()
  await userEvent.click(screen.getByRole('textbox', { name: 'Your name' }))
  await userEvent.paste('x'.repeat(500))
  await userEvent.click(go)
  expect(screen.getByText('A name has at most 60 characters.')).toBeVisible()
  expect(bodyOf('/api/join')).toBeUndefined()
})

test('“Something else” takes an own function; the name is there again next time', async () => {
  open(keyOfCode('K7M4QX'))
  await userEvent.type(await screen.findByRole('textbox', { name: 'Your name' }), 'Zoë 🦊')
  await userEvent.click(screen.getByRole('radio', { name: 'Something else' }))
  await userEvent.type(screen.getByRole('textbox', { name: 'What do you call it?' }), 'Logistics')
  await userEvent.click(screen.getByRole('button', { name: 'I’m in' }))
  await screen.findByText('at /w/w1')
  expect(bodyOf('/api/join')).toEqual({ code: 'K7M4QX', name: 'Zoë 🦊', functionName: 'Logistics' })
  open(keyOfCode('K7M4QX'))
  expect(await screen.findByDisplayValue('Zoë 🦊')).toBeVisible()
})

test('a link that only watches asks for the name alone', async () => {
  answers['/api/join/check'] = { status: 200, body: { ...lead, role: 'viewer' } }
  open({ token: 'watch' })
  await userEvent.type(await screen.findByRole('textbox', { name: 'Your name' }), 'Claire')
  expect(screen.queryByRole('radio')).toBeNull()
  await userEvent.click(screen.getByRole('button', { name: 'I’m in' }))
  await waitFor(() => expect(bodyOf('/api/join')).toEqual({ token: 'watch', name: 'Claire' }))
})
