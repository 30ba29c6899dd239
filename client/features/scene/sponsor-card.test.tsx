import { act, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { beforeAll, expect, test } from 'vitest'
import { SponsorCard } from '#client/features/scene/sponsor-card.tsx'
import { startTexts } from '#client/texts/start-texts.ts'
import { renderSession } from '#test/support/render-session.tsx'

beforeAll(startTexts)

test('[D1] the sponsor’s card has the script and two minutes, until the room goes on', async () => {
  const user = userEvent.setup({ delay: null })
  const { setRecord } = renderSession(<SponsorCard />, { role: 'sponsor', name: 'Greta Vanterpool' })
  expect(screen.getByRole('heading', { name: 'You open it, Greta' })).toBeVisible()
  expect(screen.getByText(/^I will not vote today\. My job is to ask/)).toBeVisible()
  await user.click(screen.getByRole('button', { name: 'Start two minutes' }))
  expect(screen.getByRole('timer')).toHaveTextContent('2:00 left')
  act(() => setRecord({ agenda: { activity: 'needs' } }))
  expect(screen.queryByRole('heading')).toBeNull()
})
