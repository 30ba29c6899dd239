import { act, screen, waitFor, within } from '@testing-library/react'
import { MemoryRouter } from 'react-router'
import { afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { MarkPage } from '#client/features/mark/mark-page.tsx'
import { startTexts } from '#client/texts/start-texts.ts'
import { openMarks, playMark } from '#test/support/play-mark.tsx'
import { renderSession } from '#test/support/render-session.tsx'

/** On this device, whether there is no keyboard to expect. */
const device = (isByHand: boolean) =>
  vi.stubGlobal('matchMedia', () => ({
    matches: isByHand,
    addEventListener() {},
    removeEventListener() {},
  }))
const byHand = () => device(true)

beforeAll(startTexts)
beforeEach(() => device(false))
afterEach(() => {
  vi.unstubAllGlobals()
})

const inRound = { record: { rounds: { r1: openMarks } } } as const
const lastBallot = (made: readonly { name: string; body: unknown }[]) =>
  made.filter(({ name }) => name === 'putBallot').at(-1)?.body

describe('before the first round', () => {
  test('the facilitator opens it over the needs of the list and the columns of the scene', async () => {
    const { user, made } = playMark('facilitator')
    await user.click(screen.getByRole('button', { name: 'Open the round' }))
    expect(made.find(({ name }) => name === 'openRound')?.body).toEqual({
      kind: 'marks',
      subjects: ['n1', 'n2', 'n3'],
      columns: ['us', 'a', 'b'],
      anonymity: 'anonymous',
      minFunctionSize: 3,
    })
  })

  test('[R040] buying nothing is proposed once as a column', async () => {
    const { user } = playMark('member')
    await user.click(screen.getByRole('button', { name: 'Add it as a column' }))
    expect(screen.getByText('Buy nothing')).toBeInTheDocument()
    expect(screen.queryByRole('button', { name: 'Add it as a column' })).toBeNull()
  })

  test('without a competitor there is nothing to open', async () => {
    const { user, made } = playMark('facilitator', {
      board: { needs: { n1: { short: 'A', status: 'active' } }, options: { us: { name: 'Us', kind: 'us' } } },
    })
    await user.click(screen.getByRole('button', { name: /Open the round/ }))
    expect(made.map(({ name }) => name)).not.toContain('openRound')
  })

  test('[S2] a viewer reads along', () => {
    playMark('viewer')
    expect(screen.getByText('You read along here. Members mark.')).toBeInTheDocument()
    expect(screen.queryByRole('button')).toBeNull()
  })
})

describe('one’s own ballot', () => {
  test('[method D5] on every device the same order of columns, our own never first', async () => {
    const { unmount } = playMark('member', inRound)
    await screen.findByRole('grid')
    const names = () => screen.getAllByRole('columnheader').map((one) => one.textContent)
    const order = names()
    expect(order[1]).not.toMatch(/^Brackwell/)
    unmount()
    playMark('member', inRound)
    await screen.findByRole('grid')
    expect(names()).toEqual(order)
  })

  test('[SC-7a] marks are sealed, the server’s receipt is shown, and unsealing gives them back', async () => {
    const { user, made } = playMark('member', inRound)
    const [first] = await screen.findAllByRole('gridcell')
    act(() => first?.focus())
    await user.keyboard('7{Control>}{Enter}{/Control}')
    expect(await screen.findByRole('heading', { name: 'Sealed.' })).toBeInTheDocument()
    expect(lastBallot(made)).toMatchObject({ sealed: true, abstained: false })
    await user.click(screen.getByRole('button', { name: 'Unseal and change it' }))
    expect(await screen.findByRole('gridcell', { name: /: 7$/ })).toBeInTheDocument()
  })

  test('a ballot the server refuses is said in its sentence, and nothing is lost', async () => {
    const refused = {
      ok: false as const,
      problem: {
        code: 'ballot-invalid',
        title: 'This ballot does not fit the round.',
        faults: [{ path: '/marks', message: 'This need is not part of the round.' }],
        retryAfterS: null,
      },
    }
    const { user } = playMark('member', { ...inRound, replies: { putBallot: refused } })
    const [first] = await screen.findAllByRole('gridcell')
    act(() => first?.focus())
    await user.keyboard('7')
    await user.click(screen.getByRole('button', { name: 'Seal my ballot' }))
    expect(await screen.findByRole('alert')).toHaveTextContent(/does not fit|not part/)
    expect(screen.getByRole('gridcell', { name: /: 7$/ })).toBeInTheDocument()
  })

  test('those without a ballot wait with the screen', () => {
    playMark('sponsor', inRound)
    expect(screen.getByText('1 of 9 have sealed')).toBeInTheDocument()
    expect(screen.queryByRole('grid')).toBeNull()
  })
})

describe('by hand', () => {
  test('[SC-4b] one need at a time: a tap marks and goes on by itself, to the last and to sealing', async () => {
    byHand()
    const { user, made } = playMark('member', inRound)
    expect(await screen.findByRole('heading', { name: 'Alarms I can trust' })).toBeInTheDocument()
    expect(screen.getByText('Need 1 of 3')).toBeInTheDocument()
    const pad = () => within(screen.getByRole('group', { name: /Brackwell|Quillmark|Norvane/ }))
    expect(pad().getAllByRole('button')).toHaveLength(12)
    for (const mark of ['8', '10', '0']) await user.click(pad().getByRole('button', { name: mark }))
    expect(screen.getByRole('heading', { name: 'Audit without paperwork' })).toBeInTheDocument()
    await user.click(pad().getByRole('button', { name: 'I don’t know' }))
    expect(screen.getByText('3 of 9 marked')).toBeInTheDocument()
    await user.click(screen.getByRole('button', { name: 'Next' }))
    await user.click(screen.getByRole('button', { name: 'Next' }))
    expect(screen.getByRole('heading', { name: 'Before you seal' })).toBeInTheDocument()
    await user.click(screen.getByRole('radio', { name: '4 of 5' }))
    await user.click(screen.getByRole('button', { name: 'Seal my ballot' }))
    expect(await screen.findByRole('heading', { name: 'Sealed.' })).toBeInTheDocument()
    const sealed = lastBallot(made) as { marks: Record<string, Record<string, number | null>> }
    expect(sealed).toMatchObject({ sealed: true, confidence: 4, abstained: false })
    expect(
      Object.values(sealed.marks)
        .map(({ n1 }) => n1)
        .sort((a, b) => (a ?? 0) - (b ?? 0)),
    ).toEqual([0, 8, 10])
    expect(Object.values(sealed.marks).filter((column) => Object.hasOwn(column, 'n2'))).toEqual([
      expect.objectContaining({ n2: null }),
    ])
  })

  test('[SC-4b] a mark can be corrected by tapping its row, and Back goes back', async () => {
    byHand()
    const { user } = playMark('member', inRound)
    await screen.findByRole('heading', { name: 'Alarms I can trust' })
    await user.click(screen.getByRole('button', { name: /^Brackwell/ }))
    await user.click(
      within(screen.getByRole('group', { name: 'Brackwell' })).getByRole('button', { name: '4' }),
    )
    await waitFor(() => expect(screen.getByRole('button', { name: /^Brackwell.*4$/ })).toBeInTheDocument())
    await user.click(screen.getByRole('button', { name: 'Next' }))
    await user.click(screen.getByRole('button', { name: 'Back' }))
    await user.click(screen.getByRole('button', { name: /^Brackwell/ }))
    await user.click(
      within(screen.getByRole('group', { name: 'Brackwell' })).getByRole('button', { name: '9' }),
    )
    expect(screen.getByText('1 of 9 marked')).toBeInTheDocument()
  })
})

describe('[SC-10a] a second round', () => {
  const first = { ...openMarks, status: 'revealed' as const, result: { other: 1 } }
  const second = { ...openMarks, number: 2, openedAt: 20 }
  const kept = {
    marks: { us: { n1: 8, gone: 4 }, dropped: { n1: 2 } },
    ranges: { n1: { low: 6, high: 9, surePct: 80 } },
    confidence: 4,
    abstained: false,
    reason: '',
  }
  const play = (ballot: object | null) =>
    playMark('member', {
      record: { rounds: { r1: first, r2: second } },
      replies: {
        readBallot: ({ params }) =>
          ({
            ok: true,
            reply:
              params.roundId === 'r1'
                ? { ballot, sealed: true, receivedAt: 1 }
                : { ballot: null, sealed: false, receivedAt: null },
          }) as never,
      },
    })

  test('starts empty, or from the own marks of the first where that is asked for', async () => {
    const { user, made } = play(kept)
    expect(await screen.findByText('0 of 9 marked')).toBeInTheDocument()
    await user.click(await screen.findByRole('button', { name: 'Start from my ballot of round 1' }))
    expect(await screen.findByText('1 of 9 marked')).toBeInTheDocument()
    await waitFor(() => expect(lastBallot(made)).toMatchObject({ marks: { us: { n1: 8 } } }))
    const sent = lastBallot(made) as { marks: object; confidence?: number }
    expect(sent.marks).toEqual({ us: { n1: 8 } })
    expect(sent.confidence).toBeUndefined()
  })

  test('who did not know has nothing to start from, and is offered none', async () => {
    play({ marks: {}, abstained: true, reason: '' })
    expect(await screen.findByText('0 of 9 marked')).toBeInTheDocument()
    await waitFor(() => expect(screen.queryByRole('button', { name: /^Start from my ballot/ })).toBeNull())
  })

  test('who looks back sees the first round before the open one', () => {
    renderSession(
      <MemoryRouter>
        <MarkPage looksBack />
      </MemoryRouter>,
      { record: { rounds: { r1: first, r2: second } } },
    )
    expect(screen.getByRole('button', { name: 'Round 1' })).toHaveAttribute('aria-current', 'true')
  })
})
