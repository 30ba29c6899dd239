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
  rememberWorkshop(viewOf({}, 0), Date.now(), { stood, segment: 'Independent cafés' })
  open()
  const link = screen.getByRole('link', { name: /^Larderline for independent cafés/ })
  expect(link).toHaveTextContent('Action plan, this minute')
  expect(link.innerHTML).not.toContain('known')
  await userEvent.click(screen.getByRole('button', { name: /^Take Larderline/ }))
  expect(screen.queryByRole('link', { name: /^Larderline/ })).toBeNull()
  await userEvent.click(screen.getByRole('button', { name: 'Undo' }))
  expect(screen.getByRole('link', { name: /^Larderline/ })).toBeVisible()
})
