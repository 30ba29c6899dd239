import { screen } from '@testing-library/react'
import { MemoryRouter, useLocation } from 'react-router'
import { expect, test, vi } from 'vitest'
import { RoadmapPage } from '#client/features/roadmap/roadmap-page.tsx'
import { startTexts } from '#client/texts/start-texts.ts'
import { renderSession } from '#test/support/render-session.tsx'

startTexts()
vi.stubGlobal('matchMedia', () => ({
  matches: false,
  addEventListener: () => {},
  removeEventListener: () => {},
}))

const Address = () => <output>{useLocation().search}</output>

test('[R101] an address leads to one card: its panel opens, and the address is the board’s again', async () => {
  renderSession(
    <MemoryRouter initialEntries={['/?card=q1&phase=early']}>
      <RoadmapPage />
      <Address />
    </MemoryRouter>,
    {
      board: {
        stages: { s1: { name: 'Look around', order: 'a0' } },
        cards: { q1: { text: 'Does it fit?', place: { stageId: 's1', lane: 'question', order: 'a0' } } },
      },
    },
  )
  expect(await screen.findByRole('dialog', { name: 'Does it fit?' })).toBeVisible()
  expect(screen.getAllByRole('status').map((one) => one.textContent)).toContain('?phase=early')
})
