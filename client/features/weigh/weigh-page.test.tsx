import { act, screen, waitFor, within } from '@testing-library/react'
import { beforeAll, describe, expect, test } from 'vitest'
import { startTexts } from '#client/texts/start-texts.ts'
import { changeNeed } from '#shared/board/scene-edits.ts'
import { needs } from '#shared/board/schema.ts'
import { readRows } from '#shared/document/collection.ts'
import { demoNeeds, demoResult } from '#test/support/demo-weights.ts'
import { boardNeeds, inRound, openRound, playWeigh } from '#test/support/play-weigh.tsx'
import type { SessionSetting } from '#test/support/render-session.tsx'

beforeAll(startTexts)

describe('before the first round', () => {
  test('needs are added with Enter, renamed in place, moved and taken out', async () => {
    const { user, docs } = playWeigh('member', { board: {} })
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
    const { user } = playWeigh('member', { board: {} })
    const add = () => screen.queryByRole('textbox', { name: 'Add a need' })
    for (let count = 1; count <= 7; count++) {
      await user.type(add()!, `Need ${count}{Enter}`)
      if (count === 5) expect(screen.getByText('Five needs: about right.')).toBeInTheDocument()
    }
    expect(add()).toBeNull()
    expect(screen.getByText(/Seven needs are the most people can weigh/)).toBeInTheDocument()
  })

  test('[U3] what others change does not touch what somebody is typing', async () => {
    const { user, remote } = playWeigh('member')
    const field = screen.getByRole('textbox', { name: 'Need 1' })
    await user.type(field, '!')
    act(() => void remote(changeNeed, { id: 'n1', changes: { short: 'Theirs' } }))
    expect(field).toHaveFocus()
    expect(field).toHaveValue('Alarms I can trust!')
  })

  test('[SE-2a] the facilitator opens it, and the sentence follows the choice', async () => {
    const { user, made } = playWeigh('facilitator')
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
    const { user, made } = playWeigh('facilitator', {
      board: { needs: { n1: boardNeeds.needs.n1!, n2: boardNeeds.needs.n2! } },
    })
    const open = screen.getByRole('button', { name: 'Open the round' })
    expect(open).toHaveAttribute('aria-disabled', 'true')
    await user.click(open)
    expect(made.map(({ name }) => name)).not.toContain('openRound')
  })

  test('members wait for the facilitator by name; those who only look on may not edit', () => {
    playWeigh('member')
    expect(screen.getByRole('heading', { name: 'Noor opens the round soon.' })).toBeInTheDocument()
    expect(screen.queryByRole('button', { name: 'Open the round' })).toBeNull()
  })

  test('[S2] a viewer reads the list and has nothing to change it with', () => {
    playWeigh('viewer')
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
    const { user, made } = playWeigh('member', { ...inRound(), replies })
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
    playWeigh('member', { ...inRound({ anonymity: 'named' }), replies })
    expect(
      await screen.findByText(/Then the room sees each ballot with its name. You can unseal until Noor/),
    ).toBeInTheDocument()
  })

  test('[OF-3a] sealed without a line is never called sealed', async () => {
    const offline = {
      ok: false as const,
      problem: { code: 'offline', title: '', faults: [], retryAfterS: null },
    }
    const { user } = playWeigh('member', { ...inRound(), replies: { ...replies, putBallot: offline } })
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
    const { setRecord } = playWeigh('member', { ...inRound(), replies })
    await screen.findByRole('spinbutton', { name: 'Alarms I can trust' })
    act(() => setRecord({ rounds: { r1: { status: 'closed' } } }))
    expect(screen.getByRole('heading', { name: 'The round is closed.' })).toBeInTheDocument()
    expect(screen.getByText(/was not sealed in time, so it is not in round 1/)).toBeInTheDocument()
    expect(screen.queryByRole('button')).toBeNull()
  })
})

describe('rounds after one another', () => {
  const missingNobody = {
    roundProgress: { ok: true, reply: { sealed: [], started: [], missing: [] } },
  } as const
  const revealed = { ...openRound, status: 'revealed' as const, sealedCount: 10, result: demoResult() }

  test('weighing again keeps round 1 to look at', async () => {
    const { user } = playWeigh('sponsor', {
      record: { rounds: { r1: revealed, r2: { ...openRound, number: 2, openedAt: 20 } } },
    })
    expect(screen.getByText('6 of 9 have sealed')).toBeInTheDocument()
    await user.click(screen.getByRole('button', { name: 'Round 1' }))
    expect(screen.getByRole('heading', { level: 1 })).toHaveTextContent('Nine ballots, some agreement')
    await user.click(screen.getByRole('button', { name: 'Round 2, open' }))
    expect(screen.getByText('6 of 9 have sealed')).toBeInTheDocument()
  })

  test('the facilitator weighs again from the desk, with the setting of the round before', async () => {
    const { user, made } = playWeigh('facilitator', {
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
    const { user, setRecord } = playWeigh('facilitator', { ...inRound(), replies: missingNobody })
    await user.click(screen.getByRole('button', { name: 'Discard' }))
    act(() => setRecord({ rounds: { r1: { status: 'revealed', result: demoResult() } } }))
    await waitFor(() => expect(screen.getByRole('heading', { level: 1 })).toHaveFocus())
  })

  test('[AX-3a] a reveal before these eyes is announced once', () => {
    const { setRecord } = playWeigh('sponsor', inRound())
    act(() => setRecord({ rounds: { r1: { status: 'revealed', result: demoResult() } } }))
    expect(screen.getByText('The weights are revealed. Nine ballots, some agreement')).toBeInTheDocument()
  })
})
