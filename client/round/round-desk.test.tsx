import { act, screen, within } from '@testing-library/react'
import { beforeAll, describe, expect, test } from 'vitest'
import { startTexts } from '#client/texts/start-texts.ts'
import { inRound, openRound, playWeigh, seats } from '#test/support/play-weigh.tsx'
import { MY_SEAT } from '#test/support/render-session.tsx'

beforeAll(startTexts)

describe('while the room weighs', () => {
  const missing = (ids: readonly string[]) =>
    ({ roundProgress: { ok: true, reply: { sealed: [], started: [], missing: [...ids] } } }) as const

  test('[S1] whoever has no ballot waits with a count and envelopes, without names', () => {
    playWeigh('sponsor', inRound())
    expect(screen.getByText('6 of 9 have sealed')).toBeInTheDocument()
    expect(screen.getByRole('img', { name: '6 sealed envelopes, 3 open' })).toBeInTheDocument()
    expect(screen.queryByText(/Dan/)).toBeNull()
    expect(screen.queryByRole('toolbar')).toBeNull()
  })

  test('[R049] a member who has seen customers’ answers does not guess', () => {
    playWeigh('member', {
      record: { seats: { ...seats, [MY_SEAT]: { hasSeenResults: true } }, rounds: { r1: openRound } },
    })
    expect(screen.getByText('You have seen what customers said, so you do not guess.')).toBeInTheDocument()
    expect(screen.queryByRole('spinbutton')).toBeNull()
  })

  test('revealing with a ballot open asks first and names who is left out, to the facilitator alone', async () => {
    const { user, made } = playWeigh('facilitator', {
      ...inRound({ sealedCount: 8 }),
      replies: missing(['dan']),
    })
    expect(screen.queryByText(/Dan/)).toBeNull()
    await user.click(screen.getByRole('button', { name: /Reveal/ }))
    const question = screen.getByRole('dialog', { name: 'One ballot is still open' })
    expect(question).toHaveTextContent(
      'If you reveal now, Dan’s ballot is left out of round 1. They can still see the result.',
    )
    await user.click(within(question).getByRole('button', { name: 'Wait for Dan' }))
    expect(made.map(({ name }) => name)).not.toContain('revealRound')
    await user.keyboard('r')
    await user.click(screen.getByRole('button', { name: 'Reveal without Dan' }))
    expect(made.map(({ name }) => name)).toContain('revealRound')
  })

  test('the timer stands large on the wall and on the desk, where it gets a minute more or a pause', async () => {
    const now = Date.UTC(2026, 4, 12, 9, 0)
    const { user, made, setRecord } = playWeigh('facilitator', {
      ...inRound(),
      replies: missing([]),
      now: () => now,
    })
    expect(screen.queryByRole('button', { name: '+1 min' })).toBeNull()
    act(() => setRecord({ timer: { endsAt: now + 72_000 } }))
    expect(screen.getAllByText('01:12')).toHaveLength(2)
    await user.click(screen.getByRole('button', { name: '+1 min' }))
    await user.click(screen.getByRole('button', { name: 'Pause' }))
    expect(made.filter(({ name }) => name === 'setTimer').map(({ body }) => body)).toEqual([
      { action: 'add', ms: 60_000 },
      { action: 'pause' },
    ])
  })

  test('[SC-8a] with everyone in, the reveal needs no question', async () => {
    const { user, made } = playWeigh('facilitator', { ...inRound({ sealedCount: 9 }), replies: missing([]) })
    expect(screen.getByText('All nine are sealed. Ready when you are.')).toBeInTheDocument()
    await user.click(screen.getByRole('button', { name: 'Reveal: all 9 are in' }))
    expect(made.map(({ name }) => name)).toContain('revealRound')
  })

  test('[FA-6a] who is still open, how far, and whether they are here, for the facilitator alone', async () => {
    const { user, present } = playWeigh('facilitator', {
      ...inRound({ sealedCount: 7 }),
      replies: {
        roundProgress: { ok: true, reply: { sealed: [], started: ['dan'], missing: ['dan', 'hanne'] } },
      },
    })
    act(() => present('dan', {}, 'Dan Roth'))
    await user.click(screen.getByRole('button', { name: '2 still open' }))
    const open = within(screen.getByRole('dialog', { name: '2 still open' })).getAllByRole('listitem')
    expect(open.map(({ textContent }) => textContent)).toEqual([
      'Dan in progress',
      'Hanne not started, offline',
    ])
  })

  test('with nothing sealed there is nothing to reveal', async () => {
    const { user, made } = playWeigh('facilitator', {
      ...inRound({ sealedCount: 0 }),
      replies: missing(['dan']),
    })
    await user.click(screen.getByRole('button', { name: /Reveal/ }))
    expect(screen.getByRole('dialog', { name: 'No ballot is sealed' })).toBeInTheDocument()
    expect(made.map(({ name }) => name)).not.toContain('revealRound')
  })

  test('discarding asks once more, and Escape keeps the round', async () => {
    const { user, made } = playWeigh('facilitator', { ...inRound(), replies: missing(['dan', 'hanne']) })
    await user.click(screen.getByRole('button', { name: 'Discard' }))
    await user.keyboard('{Escape}')
    expect(screen.queryByRole('dialog')).toBeNull()
    await user.click(screen.getByRole('button', { name: 'Discard' }))
    await user.click(screen.getByRole('button', { name: 'Discard the round' }))
    expect(made.map(({ name }) => name)).toContain('discardRound')
  })

  test('a refused command is said in a sentence', async () => {
    const { user } = playWeigh('facilitator', {
      ...inRound(),
      replies: {
        ...missing(['dan']),
        closeRound: { ok: false, problem: { code: 'offline', title: '', faults: [], retryAfterS: null } },
      },
    })
    await user.click(screen.getByRole('button', { name: 'Close the round' }))
    expect(await screen.findByRole('alert')).toHaveTextContent(
      'You are offline. Try again when you are back.',
    )
  })
})
