import { act, fireEvent, screen } from '@testing-library/react'
import { afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { TimerChip } from '#client/app/timer-chip.tsx'
import { startTexts } from '#client/texts/start-texts.ts'
import type { Role } from '#shared/record/schema.ts'
import { renderSession, type SessionSetting } from '#test/support/render-session.tsx'

beforeAll(() => startTexts())
beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

const play = (role: Role, timer: NonNullable<SessionSetting['record']>['timer'] = {}) =>
  renderSession(<TimerChip />, { role, now: () => Date.now(), record: { timer } })
const later = (ms: number) => act(() => vi.advanceTimersByTime(ms))
const inMs = (ms: number) => ({ endsAt: Date.now() + ms })
const reading = () => screen.getByRole('timer')
const said = () => screen.getByRole('status').textContent

describe('the timer of a member', () => {
  test('[FA-2a] counts down to the end by the server’s clock, and says “Time”', () => {
    play('member', inMs(3_500))
    expect(reading()).toHaveTextContent('00:04')
    later(500)
    expect(reading()).toHaveTextContent('00:03')
    later(1_000)
    expect(reading()).toHaveTextContent('00:02')
    later(1_999)
    expect(reading()).toHaveTextContent('00:01')
    later(1)
    expect(reading()).toHaveTextContent('Time')
    later(60_000)
    expect(reading()).toHaveTextContent('Time')
    expect(screen.queryByRole('button')).toBeNull()
  })

  test('[AX-3a] one minute and the end are said once each; changes are not', () => {
    const { setRecord } = play('member', inMs(62_000))
    expect(said()).toBe('')
    later(2_000)
    expect(said()).toBe('One minute left.')
    act(() => setRecord({ timer: inMs(120_000) }))
    later(1_000)
    expect(reading()).toHaveTextContent('01:59')
    later(119_000)
    expect(said()).toBe('Time.')
  })

  test('who comes after the end is told nothing aloud', () => {
    play('member', inMs(-5_000))
    expect(reading()).toHaveTextContent('Time')
    expect(said()).toBe('')
  })

  test('paused it stands still', () => {
    play('member', { pausedWithMs: 90_000 })
    later(5_000)
    expect(reading()).toHaveTextContent('01:30')
    expect(reading()).toHaveAccessibleName('01:30, paused')
  })

  test('without a timer there is nothing', () => {
    play('member')
    expect(screen.queryByRole('timer')).toBeNull()
  })
})

describe('the timer of a facilitator', () => {
  const enter = (typed: string) => {
    fireEvent.change(screen.getByRole('textbox', { name: 'Minutes' }), { target: { value: typed } })
    fireEvent.click(screen.getByRole('button', { name: 'Start' }))
  }

  test('[FA-2a] T opens it; 5:30 starts it, +1 adds, and what is no time is said to be none', async () => {
    const { made } = play('facilitator')
    fireEvent.keyDown(document.body, { key: 't' })
    expect(screen.getByRole('textbox', { name: 'Minutes' })).toHaveFocus()
    enter('soon')
    expect(screen.getByRole('alert')).toHaveTextContent('Type minutes')
    enter('5:30')
    expect(screen.queryByRole('textbox')).toBeNull()
    expect(screen.getByRole('button', { name: 'Set the timer' })).toHaveFocus()
    fireEvent.keyDown(document.body, { key: 't' })
    enter('+1')
    await act(() => vi.advanceTimersByTimeAsync(0))
    expect(made.map(({ body }) => body)).toEqual([
      { action: 'start', ms: 330_000 },
      { action: 'add', ms: 60_000 },
    ])
  })

  test('it is paused, resumed, lengthened, shortened and taken away by button', async () => {
    const { made, setRecord } = play('facilitator', inMs(400_000))
    fireEvent.click(screen.getByRole('button', { name: 'Timer, 06:40 left: change it' }))
    for (const name of ['+1 min', '−1 min', 'Pause']) fireEvent.click(screen.getByRole('button', { name }))
    act(() => setRecord({ timer: { endsAt: null, pausedWithMs: 400_000 } }))
    for (const name of ['Go on', 'Take it away']) fireEvent.click(screen.getByRole('button', { name }))
    await act(() => vi.advanceTimersByTimeAsync(0))
    expect(made.map(({ body }) => body)).toEqual([
      { action: 'add', ms: 60_000 },
      { action: 'add', ms: -60_000 },
      { action: 'pause' },
      { action: 'resume' },
      { action: 'stop' },
    ])
  })

  test('Escape closes it and gives the focus back; a press elsewhere closes it too', () => {
    play('facilitator')
    const button = screen.getByRole('button', { name: 'Set the timer' })
    fireEvent.click(button)
    fireEvent.keyDown(screen.getByRole('textbox'), { key: 'Escape' })
    expect(screen.queryByRole('textbox')).toBeNull()
    expect(button).toHaveFocus()
    fireEvent.click(button)
    fireEvent.pointerDown(document.body)
    expect(screen.queryByRole('textbox')).toBeNull()
  })
})
