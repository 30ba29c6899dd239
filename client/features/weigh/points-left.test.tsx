import { act, render, screen } from '@testing-library/react'

import { afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import { PointsLeft } from '#client/features/weigh/points-left.tsx'
import { startTexts } from '#client/texts/start-texts.ts'

beforeAll(startTexts)
beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

test('what is left is said aloud at most once a second, the newest last', () => {
  const ids = ['a']
  const { rerender } = render(<PointsLeft points={{}} ids={ids} />)
  const said = () => screen.getByRole('status').textContent
  const heard = new Set([said()])
  for (let value = 1; value <= 30; value++) {
    rerender(<PointsLeft points={{ a: value }} ids={ids} />)
    act(() => void vi.advanceTimersByTime(100))
    heard.add(said())
  }
  expect(heard.size).toBeLessThanOrEqual(5)
  act(() => void vi.advanceTimersByTime(1_000))
  expect(said()).toBe('70 points left.')
})

test('all placed is said as ready to seal', () => {
  render(<PointsLeft points={{ a: 100 }} ids={['a']} />)
  expect(screen.getByRole('status')).toHaveTextContent('All 100 points are placed. You can seal.')
})
