import { fireEvent, render, screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { useState } from 'react'
import { beforeAll, describe, expect, test, vi } from 'vitest'
import { Ballot } from '#client/features/weigh/ballot.tsx'
import { emptyBallot } from '#client/features/weigh/ballot-value.ts'
import { startTexts } from '#client/texts/start-texts.ts'
import type { WeightsBallot } from '#shared/rounds/weights.ts'

beforeAll(startTexts)

const needs = [
  { id: 'n1', title: 'Price' },
  { id: 'n2', title: 'Speed' },
  { id: 'n3', title: 'Advice' },
]

function play(start: Partial<WeightsBallot> = {}) {
  const onSeal = vi.fn<(ballot: WeightsBallot) => void>()
  let latest: WeightsBallot = { ...emptyBallot, ...start }
  function Harness() {
    const [ballot, setBallot] = useState(latest)
    latest = ballot
    return (
      <Ballot
        needs={needs}
        ballot={ballot}
        edit={setBallot}
        onSeal={onSeal}
        isSealing={false}
        secrecy="Nobody sees your numbers."
        draftState=""
        progress={{ sealed: 2, expected: 3 }}
        problem={null}
      />
    )
  }
  render(<Harness />)
  const user = userEvent.setup({ delay: null })
  const field = (name: string) => screen.getByRole('spinbutton', { name })
  return { user, field, onSeal, ballot: () => latest }
}

const sealButton = () => screen.getByRole('button', { name: /seal$|Seal my ballot/ })

describe('a ballot by keyboard', () => {
  test('[SC-3c] digits type, Enter goes on, Tab moves between needs, Ctrl Enter seals', async () => {
    const { user, field, onSeal } = play()
    await user.click(field('Price'))
    await user.keyboard('60{Enter}')
    expect(field('Speed')).toHaveFocus()
    await user.keyboard('30{Tab}')
    expect(field('Advice')).toHaveFocus()
    await user.keyboard('10{Shift>}{Enter}{/Shift}')
    expect(field('Speed')).toHaveFocus()
    await user.keyboard('{Control>}{Enter}{/Control}')
    expect(onSeal).toHaveBeenCalledExactlyOnceWith({ ...emptyBallot, points: { n1: 60, n2: 30, n3: 10 } })
  })

  test('[SC-3c] arrows change by 1, with Shift by 5, pages by 10, Home empties, End and = take the rest', async () => {
    const { user, field, ballot } = play({ points: { n2: 40 } })
    await user.click(field('Price'))
    await user.keyboard('{ArrowUp}{ArrowUp}{Shift>}{ArrowUp}{/Shift}{PageUp}{ArrowDown}')
    expect(ballot().points.n1).toBe(16)
    await user.keyboard('{PageDown}{Shift>}{ArrowDown}{/Shift}')
    expect(ballot().points.n1).toBe(1)
    await user.keyboard('{End}')
    expect(ballot().points.n1).toBe(60)
    await user.keyboard('{Home}')
    expect(ballot().points.n1).toBe(0)
    await user.keyboard('=')
    expect(ballot().points.n1).toBe(60)
  })

  test('[SC-3c] a screen reader hears the need, its points and what remains', async () => {
    const { user, field } = play({ points: { n1: 25, n2: 60 } })
    expect(field('Price')).toHaveAttribute('aria-valuetext', '25 of 100, 15 remaining')
    await user.click(field('Advice'))
    await user.keyboard('20')
    expect(field('Price')).toHaveAttribute('aria-valuetext', '25 of 100, 5 too many')
  })

  test('? marks a need as not known; its points stay and count', async () => {
    const { user, field, ballot } = play({ points: { n1: 100 } })
    await user.click(field('Price'))
    await user.keyboard('?')
    expect(ballot()).toMatchObject({ unsure: ['n1'], points: { n1: 100 } })
    expect(screen.getByRole('checkbox', { name: 'I don’t know about Price' })).toBeChecked()
    expect(screen.getByText('Fine. Worth asking. The points count.')).toBeInTheDocument()
    expect(sealButton()).not.toHaveAttribute('aria-disabled')
    await user.keyboard('?')
    expect(ballot().unsure).toEqual([])
  })

  test('after the last need Enter goes to the seal, and C to how sure one is', async () => {
    const { user, field } = play()
    await user.click(field('Advice'))
    await user.keyboard('{Enter}')
    expect(sealButton()).toHaveFocus()
    await user.click(field('Advice'))
    await user.keyboard('c')
    expect(screen.getByRole('radio', { name: '1 of 5, a shot in the dark' })).toHaveFocus()
    await user.keyboard('{ArrowRight}')
    expect(screen.getByRole('radio', { name: '2 of 5' })).toBeChecked()
  })
})

describe('a ballot by hand', () => {
  test('[SC-3b] the rest goes to the need last touched, also where a tap gives no focus (Safari)', async () => {
    const { user, ballot } = play({ points: { n1: 40 } })
    const more = screen.getByRole('button', { name: 'More points for Speed' })
    fireEvent.pointerDown(more)
    fireEvent.pointerUp(more)
    fireEvent.click(more)
    await user.click(screen.getByRole('button', { name: 'Use up the rest here' }))
    expect(ballot().points).toEqual({ n1: 40, n2: 60 })
  })

  test('[SC-3a] buttons step by five, with Shift by one, and stop at what is left', async () => {
    const { user, ballot } = play({ points: { n2: 97 } })
    const more = screen.getByRole('button', { name: 'More points for Price' })
    await user.click(more)
    expect(ballot().points.n1).toBe(3)
    const fewer = screen.getByRole('button', { name: 'Fewer points for Speed' })
    await user.click(fewer)
    await user.keyboard('{Shift>}')
    await user.click(fewer)
    await user.keyboard('{/Shift}')
    expect(ballot().points.n2).toBe(91)
  })

  test('[SC-3a] too many are said, not cut: nothing is rescaled and the seal waits', async () => {
    const { user, field, ballot, onSeal } = play({ points: { n1: 80, n2: 4 } })
    await user.click(field('Advice'))
    await user.keyboard('20')
    expect(ballot().points).toEqual({ n1: 80, n2: 4, n3: 20 })
    expect(screen.getByText('too many')).toBeInTheDocument()
    expect(screen.getByRole('img', { name: '104 points placed, 4 too many' })).toBeInTheDocument()
    const seal = screen.getByRole('button', { name: 'Take 4 back to seal' })
    expect(seal).toHaveAttribute('aria-disabled', 'true')
    await user.click(seal)
    await user.keyboard('{Control>}{Enter}{/Control}')
    expect(onSeal).not.toHaveBeenCalled()
  })

  test('the seal says why it waits, and seals blanks as 0', async () => {
    const { user, field, onSeal } = play()
    expect(screen.getByRole('button', { name: 'Place all 100 to seal' })).toHaveAttribute(
      'aria-disabled',
      'true',
    )
    await user.click(field('Speed'))
    await user.keyboard('100')
    await user.click(screen.getByRole('button', { name: 'Seal my ballot' }))
    expect(onSeal).toHaveBeenCalledExactlyOnceWith({ ...emptyBallot, points: { n1: 0, n2: 100, n3: 0 } })
  })

  test('[SC-3b] share equally, use up the rest here, clear', async () => {
    const { user, field, ballot } = play()
    await user.click(screen.getByRole('button', { name: 'Share equally' }))
    expect(ballot().points).toEqual({ n1: 34, n2: 33, n3: 33 })
    await user.click(screen.getByRole('button', { name: 'Clear' }))
    expect(ballot().points).toEqual({})
    await user.click(field('Speed'))
    await user.keyboard('30')
    await user.click(field('Advice'))
    await user.click(screen.getByRole('button', { name: 'Use up the rest here' }))
    expect(ballot().points).toEqual({ n2: 30, n3: 70 })
  })

  test('[R026] not knowing how they would is sealed without points, with an optional reason', async () => {
    const { user, onSeal } = play({ points: { n1: 40 } })
    await user.click(screen.getByRole('button', { name: 'I do not know how they would' }))
    await user.keyboard('I started last month.')
    await user.click(screen.getByRole('button', { name: 'Seal as “I do not know”' }))
    expect(onSeal).toHaveBeenCalledExactlyOnceWith({
      ...emptyBallot,
      abstained: true,
      reason: 'I started last month.',
    })
  })

  test('not knowing can be taken back, and the points are still there', async () => {
    const { user, ballot } = play({ points: { n1: 40 } })
    await user.click(screen.getByRole('button', { name: 'I do not know how they would' }))
    await user.click(screen.getByRole('button', { name: 'Back to the points' }))
    expect(ballot().points).toEqual({ n1: 40 })
    expect(screen.getByRole('button', { name: 'I do not know how they would' })).toBeInTheDocument()
  })
})

test('[S1] others are a count and nameless envelopes', () => {
  play()
  expect(screen.getByText('2 of 3 have sealed')).toBeInTheDocument()
  expect(screen.getByRole('img', { name: '2 sealed envelopes, 1 open' })).toBeInTheDocument()
})

test('every need has its own group of controls', () => {
  play()
  const group = screen.getByRole('group', { name: 'Price' })
  expect(within(group).getByRole('spinbutton')).toBeInTheDocument()
  expect(within(group).getByRole('slider')).toHaveAttribute('tabindex', '-1')
})
