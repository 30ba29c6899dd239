import { screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { beforeAll, expect, test } from 'vitest'
import { FirstLook } from '#client/app/first-look.tsx'
import { startTexts } from '#client/texts/start-texts.ts'
import { renderSession, type SessionSetting } from '#test/support/render-session.tsx'

beforeAll(startTexts)

const open = (rounds: NonNullable<NonNullable<SessionSetting['record']>['rounds']>) =>
  renderSession(<FirstLook weights={<p>the weights</p>} marks={<p>the marks</p>} />, { record: { rounds } })
const round = (kind: string, status: 'open' | 'revealed') => ({ kind, number: 1, status, openedAt: 1 })

test('before anything is revealed the first look says what it will show', () => {
  open({ r1: round('weights', 'open') })
  expect(screen.getByRole('heading', { level: 1 })).toHaveTextContent('Nothing is revealed yet.')
  expect(screen.queryByText('the weights')).toBeNull()
})

test('weights and marks of round 1 stand side by side, the one that is revealed first', async () => {
  const user = userEvent.setup({ delay: null })
  open({ r1: round('weights', 'revealed'), r2: round('marks', 'revealed') })
  expect(screen.getByText('the weights')).toBeInTheDocument()
  await user.click(screen.getByRole('button', { name: 'Marks' }))
  expect(screen.getByText('the marks')).toBeInTheDocument()
  expect(screen.queryByText('the weights')).toBeNull()
})

test('with one of them there is nothing to choose', () => {
  open({ r2: round('marks', 'revealed') })
  expect(screen.getByText('the marks')).toBeInTheDocument()
  expect(screen.queryByRole('button', { name: 'Marks' })).toBeNull()
})
