import { act, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { beforeAll, describe, expect, test } from 'vitest'
import { WeighPage } from '#client/features/weigh/weigh-page.tsx'
import { startTexts } from '#client/texts/start-texts.ts'
import { needs } from '#shared/board/schema.ts'
import { readRows } from '#shared/document/collection.ts'
import type { Role } from '#shared/record/schema.ts'
import { demoNeeds, demoResult } from '#test/support/demo-weights.ts'
import { MY_SEAT, renderSession, type SessionSetting } from '#test/support/render-session.tsx'

beforeAll(startTexts)

const boardNeeds = {
  needs: Object.fromEntries(
    demoNeeds.map(({ id, title }, index) => [
      id,
      { short: title, status: 'active' as const, order: `a${index}` },
    ]),
  ),
}
const seats = {
  noor: { name: 'Noor Haddad', role: 'facilitator' as const, joinedAt: 1 },
  dan: { name: 'Dan Reyes', role: 'member' as const, functionName: 'Customer service', joinedAt: 3 },
  hanne: { name: 'Hanne Lund', role: 'member' as const, functionName: 'Product', joinedAt: 4 },
}
const openRound = {
  kind: 'weights',
  number: 1,
  status: 'open' as const,
  subjects: demoNeeds.map(({ id, title }) => ({ id, title })),
  anonymity: 'by_function' as const,
  minFunctionSize: 3,
  openedAt: 10,
  sealedCount: 6,
  expectedCount: 9,
}

function play(role: Role, setting: SessionSetting = {}) {
  const played = renderSession(<WeighPage />, {
    role,
    board: boardNeeds,
    ...setting,
    record: { seats, ...setting.record },
  })
  return { user: userEvent.setup({ delay: null }), ...played }
}

const inRound = (changes: object = {}) => ({ record: { rounds: { r1: { ...openRound, ...changes } } } })

describe('before the first round', () => {
  test('needs are added with Enter, renamed in place, moved and taken out', async () => {
    const { user, docs } = play('member', { board: {} })
    const add = screen.getByRole('textbox', { name: 'Add a need' })
    await user.type(add, 'Cheap{Enter}Fast{Enter}')
    expect(add).toHaveFocus()
    const list = screen.getByRole('list', { name: 'Needs to weigh' })
    const names = () =>
      within(list)
        .queryAllByRole('textbox')
        .map((field) => (field as HTMLInputElement).value)
    expect(names()).toEqual(['Cheap', 'Fast'])

    await user.clear(screen.getByRole('textbox', { name: 'Need 1' }))
    await user.type(screen.getByRole('textbox', { name: 'Need 1' }), 'Known price{Enter}')
    await user.click(screen.getByRole('button', { name: 'Move Fast up' }))
    expect(names()).toEqual(['Fast', 'Known price'])
    await user.click(screen.getByRole('button', { name: 'Remove Fast' }))
    expect(names()).toEqual(['Known price'])
    expect(readRows(docs.board, needs).find(({ short }) => short === 'Fast')?.binned).not.toBeNull()
  })

  test('[method D3] five are advised and seven are the most', async () => {
    const { user } = play('member', { board: {} })
    const add = () => screen.queryByRole('textbox', { name: 'Add a need' })
    for (let count = 1; count <= 7; count++) {
      await user.type(add()!, `Need ${count}{Enter}`)
      if (count === 5) expect(screen.getByText('Five needs: about right.')).toBeInTheDocument()
    }
    expect(add()).toBeNull()
    expect(screen.getByText(/Seven needs are the most people can weigh/)).toBeInTheDocument()
  })

  test('[U3] what others change does not touch what somebody is typing', async () => {
    const { user, remote } = play('member')
    const { changeNeed } = await import('#shared/board/scene-edits.ts')
    const field = screen.getByRole('textbox', { name: 'Need 1' })
    await user.type(field, '!')
    act(() => void remote(changeNeed, { id: 'n1', changes: { short: 'Theirs' } }))
    expect(field).toHaveFocus()
    expect(field).toHaveValue('Alarms I can trust!')
  })

  test('[SE-2a] the facilitator opens it, and the sentence follows the choice', async () => {
    const { user, made } = play('facilitator')
    expect(screen.getByText(/numbers without names or functions/)).toBeInTheDocument()
    await user.click(screen.getByRole('radio', { name: /Functions, not names/ }))
    expect(screen.getByText(/a function only from 3 ballots on/)).toBeInTheDocument()
    await user.click(screen.getByRole('switch'))
    expect(screen.getByText(/a function only from 2 ballots on/)).toBeInTheDocument()
    await user.click(screen.getByRole('button', { name: 'Open the round' }))
    expect(made).toContainEqual({
      name: 'openRound',
      params: expect.anything(),
      body: {
        kind: 'weights',
        subjects: demoNeeds.map(({ id }) => id),
        anonymity: 'by_function',
        minFunctionSize: 2,
      },
    })
  })

  test('two needs are too few to open a round', async () => {
    const { user, made } = play('facilitator', {
      board: { needs: { n1: boardNeeds.needs.n1!, n2: boardNeeds.needs.n2! } },
    })
    const open = screen.getByRole('button', { name: 'Open the round' })
    expect(open).toHaveAttribute('aria-disabled', 'true')
    await user.click(open)
    expect(made.map(({ name }) => name)).not.toContain('openRound')
  })

  test('members wait for the facilitator by name; those who only look on may not edit', () => {
    play('member')
    expect(screen.getByRole('heading', { name: 'Noor opens the round soon.' })).toBeInTheDocument()
    expect(screen.queryByRole('button', { name: 'Open the round' })).toBeNull()
  })

  test('[S2] a viewer reads the list and has nothing to change it with', () => {
    play('viewer')
    expect(screen.getByText('Alarms I can trust')).toBeInTheDocument()
    expect(screen.queryByRole('textbox')).toBeNull()
    expect(screen.queryByRole('button', { name: /Remove/ })).toBeNull()
  })
})

describe('one’s own ballot', () => {
  const replies = {
    readBallot: { ok: true, reply: { ballot: null, sealed: false, receivedAt: null } },
    putBallot: (made: { body: unknown }) => ({
      ok: true as const,
      reply: {
        sealed: (made.body as { sealed: boolean }).sealed,
        receivedAt: Date.UTC(2026, 4, 12, 9, 0, 12),
      },
    }),
  } as const satisfies SessionSetting['replies']

  test('[SC-7a] sealing gives the server’s receipt, and unsealing gives the ballot back', async () => {
    const { user, made } = play('member', { ...inRound(), replies })
    await user.click(await screen.findByRole('spinbutton', { name: 'Alarms I can trust' }))
    await user.keyboard('100')
    await user.click(screen.getByRole('button', { name: 'Seal my ballot' }))
    expect(await screen.findByRole('heading', { name: 'Sealed.' })).toBeInTheDocument()
    expect(
      screen.getByText(/^Saved on the server \d\d:00:12 · you can still change this$/),
    ).toBeInTheDocument()
    const sealed = made.filter(({ name }) => name === 'putBallot').at(-1)?.body
    expect(sealed).toMatchObject({ sealed: true, points: { n1: 100, n2: 0, n6: 0 }, abstained: false })

    await waitFor(() => expect(screen.getByRole('heading', { name: 'Sealed.' })).toHaveFocus())

    await user.click(screen.getByRole('button', { name: 'Unseal and change it' }))
    expect(await screen.findByRole('spinbutton', { name: 'Alarms I can trust' })).toHaveValue('100')
    await waitFor(() =>
      expect(made.filter(({ name }) => name === 'putBallot').at(-1)?.body).toMatchObject({ sealed: false }),
    )
  })

  test('[SE-2a] the ballot says who will see what, from the round’s own setting', async () => {
    play('member', { ...inRound({ anonymity: 'named' }), replies })
    expect(
      await screen.findByText(/Then the room sees each ballot with its name. You can unseal until Noor/),
    ).toBeInTheDocument()
  })

  test('[OF-3a] sealed without a line is never called sealed', async () => {
    const offline = {
      ok: false as const,
      problem: { code: 'offline', title: '', faults: [], retryAfterS: null },
    }
    const { user } = play('member', { ...inRound(), replies: { ...replies, putBallot: offline } })
    await user.click(await screen.findByRole('spinbutton', { name: 'Alarms I can trust' }))
    await user.keyboard('100')
    await user.click(screen.getByRole('button', { name: 'Seal my ballot' }))
    expect(await screen.findByRole('heading', { name: 'Not sent yet.' })).toBeInTheDocument()
    expect(
      screen.getByText('Your ballot is safe on this device. We will send it when you are back.'),
    ).toBeInTheDocument()
    expect(screen.queryByRole('heading', { name: 'Sealed.' })).toBeNull()
  })

  test('[SC-7a] after the close nothing can be pressed and it says why', async () => {
    const { setRecord } = play('member', { ...inRound(), replies })
    await screen.findByRole('spinbutton', { name: 'Alarms I can trust' })
    act(() => setRecord({ rounds: { r1: { status: 'closed' } } }))
    expect(screen.getByRole('heading', { name: 'The round is closed.' })).toBeInTheDocument()
    expect(screen.getByText(/was not sealed in time, so it is not in round 1/)).toBeInTheDocument()
    expect(screen.queryByRole('button')).toBeNull()
  })
})

describe('while the room weighs', () => {
  const missing = (ids: readonly string[]) =>
    ({ roundProgress: { ok: true, reply: { sealed: [], started: [], missing: [...ids] } } }) as const

  test('[S1] whoever has no ballot waits with a count and envelopes, without names', () => {
    play('sponsor', inRound())
    expect(screen.getByText('6 of 9 have sealed')).toBeInTheDocument()
    expect(screen.getByRole('img', { name: '6 sealed envelopes, 3 open' })).toBeInTheDocument()
    expect(screen.queryByText(/Dan/)).toBeNull()
    expect(screen.queryByRole('toolbar')).toBeNull()
  })

  test('[R049] a member who has seen customers’ answers does not guess', () => {
    play('member', {
      record: { seats: { ...seats, [MY_SEAT]: { hasSeenResults: true } }, rounds: { r1: openRound } },
    })
    expect(screen.getByText('You have seen what customers said, so you do not guess.')).toBeInTheDocument()
    expect(screen.queryByRole('spinbutton')).toBeNull()
  })

  test('revealing with a ballot open asks first and names who is left out, to the facilitator alone', async () => {
    const { user, made } = play('facilitator', {
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

  test('[SC-8a] with everyone in, the reveal needs no question', async () => {
    const { user, made } = play('facilitator', { ...inRound({ sealedCount: 9 }), replies: missing([]) })
    expect(screen.getByText('All nine are sealed. Ready when you are.')).toBeInTheDocument()
    await user.click(screen.getByRole('button', { name: /Reveal/ }))
    expect(made.map(({ name }) => name)).toContain('revealRound')
  })

  test('with nothing sealed there is nothing to reveal', async () => {
    const { user, made } = play('facilitator', { ...inRound({ sealedCount: 0 }), replies: missing(['dan']) })
    await user.click(screen.getByRole('button', { name: /Reveal/ }))
    expect(screen.getByRole('dialog', { name: 'No ballot is sealed' })).toBeInTheDocument()
    expect(made.map(({ name }) => name)).not.toContain('revealRound')
  })

  test('discarding asks once more, and Escape keeps the round', async () => {
    const { user, made } = play('facilitator', { ...inRound(), replies: missing(['dan', 'hanne']) })
    await user.click(screen.getByRole('button', { name: 'Discard' }))
    await user.keyboard('{Escape}')
    expect(screen.queryByRole('dialog')).toBeNull()
    await user.click(screen.getByRole('button', { name: 'Discard' }))
    await user.click(screen.getByRole('button', { name: 'Discard the round' }))
    expect(made.map(({ name }) => name)).toContain('discardRound')
  })

  test('a refused command is said in a sentence', async () => {
    const { user } = play('facilitator', {
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

describe('rounds after one another', () => {
  const missingNobody = {
    roundProgress: { ok: true, reply: { sealed: [], started: [], missing: [] } },
  } as const
  const revealed = { ...openRound, status: 'revealed' as const, sealedCount: 10, result: demoResult() }

  test('weighing again keeps round 1 to look at', async () => {
    const { user } = play('sponsor', {
      record: { rounds: { r1: revealed, r2: { ...openRound, number: 2, openedAt: 20 } } },
    })
    expect(screen.getByText('6 of 9 have sealed')).toBeInTheDocument()
    await user.click(screen.getByRole('button', { name: 'Round 1' }))
    expect(screen.getByRole('heading', { level: 1 })).toHaveTextContent('Nine ballots, some agreement')
    await user.click(screen.getByRole('button', { name: 'Round 2, open' }))
    expect(screen.getByText('6 of 9 have sealed')).toBeInTheDocument()
  })

  test('the facilitator weighs again from the desk, with the setting of the round before', async () => {
    const { user, made } = play('facilitator', {
      record: { rounds: { r1: { ...revealed, minFunctionSize: 2 } } },
    })
    await user.click(screen.getByRole('button', { name: 'Weigh again' }))
    await user.click(screen.getByRole('button', { name: 'Open the round' }))
    expect(made.find(({ name }) => name === 'openRound')?.body).toMatchObject({
      anonymity: 'by_function',
      minFunctionSize: 2,
    })
  })

  test('[AX-4a] when the round goes on under the focus, the focus goes to the new heading', async () => {
    const { user, setRecord } = play('facilitator', { ...inRound(), replies: missingNobody })
    await user.click(screen.getByRole('button', { name: 'Discard' }))
    act(() => setRecord({ rounds: { r1: { status: 'revealed', result: demoResult() } } }))
    await waitFor(() => expect(screen.getByRole('heading', { level: 1 })).toHaveFocus())
  })

  test('[AX-3a] a reveal before these eyes is announced once', () => {
    const { setRecord } = play('sponsor', inRound())
    act(() => setRecord({ rounds: { r1: { status: 'revealed', result: demoResult() } } }))
    expect(screen.getByText('The weights are revealed. Nine ballots, some agreement')).toBeInTheDocument()
  })
})
