import { act, fireEvent, render, screen } from '@testing-library/react'

import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { StepperButton } from '#client/ui/stepper-button.tsx'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

function play() {
  const onStep = vi.fn()
  render(
    <StepperButton label="More" className="" onStep={onStep}>
      +
    </StepperButton>,
  )
  return { onStep, button: screen.getByRole('button', { name: 'More' }) }
}

test('[SC-3a] a press that is held repeats until it is let go, and its end is not one more', () => {
  const { onStep, button } = play()
  fireEvent.pointerDown(button, { button: 0 })
  act(() => void vi.advanceTimersByTime(399))
  expect(onStep).not.toHaveBeenCalled()
  act(() => void vi.advanceTimersByTime(1 + 3 * 110))
  expect(onStep).toHaveBeenCalledTimes(4)
  fireEvent.pointerUp(button)
  fireEvent.click(button)
  act(() => void vi.advanceTimersByTime(2_000))
  expect(onStep).toHaveBeenCalledTimes(4)
  fireEvent.click(button)
  expect(onStep).toHaveBeenCalledTimes(5)
})

test('a finger that starts to scroll on the button changes nothing', () => {
  const { onStep, button } = play()
  fireEvent.pointerDown(button, { button: 0 })
  fireEvent.pointerCancel(button)
  act(() => void vi.advanceTimersByTime(2_000))
  expect(onStep).not.toHaveBeenCalled()
})
