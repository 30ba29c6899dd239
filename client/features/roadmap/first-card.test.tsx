import { act, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { MemoryRouter } from 'react-router'
import { beforeEach, expect, test, vi } from 'vitest'
import { RoadmapPage } from '#client/features/roadmap/roadmap-page.tsx'
import { startTexts } from '#client/texts/start-texts.ts'
import { renderSession } from '#test/support/render-session.tsx'

startTexts()
beforeEach(() => {
  vi.stubGlobal('matchMedia', () => ({
    matches: false,
    addEventListener: () => {},
    removeEventListener: () => {},
  }))
})

test('[U3] typing goes on in the field while the first card of an empty cell appears', async () => {
  const user = userEvent.setup()
  renderSession(
    <MemoryRouter>
      <RoadmapPage />
    </MemoryRouter>,
    { board: { stages: { s1: { name: 'It breaks', order: 'a0' } } } },
  )
  const cell = screen.getByRole('gridcell', { name: /^What they do in It breaks/ })
  act(() => cell.focus())
  await user.keyboard('nWrites it down{Enter}')
  await waitFor(() => expect(screen.getByRole('group', { name: /: Writes it down,/ })).toBeVisible())
  expect(screen.getByLabelText('New action in It breaks')).toHaveFocus()
  await user.keyboard('Not lost{Enter}')
  await waitFor(() => expect(screen.getByRole('group', { name: /: Not lost,/ })).toBeVisible())
})
