import { act, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { beforeAll, describe, expect, test } from 'vitest'
import { driftOf } from '#client/features/weigh/drift-figures.ts'
import { movedRows } from '#client/features/weigh/moved.ts'
import { SecondLookPage } from '#client/features/weigh/second-look-page.tsx'
import { startTexts } from '#client/texts/start-texts.ts'
import { readRows } from '#shared/document/collection.ts'
import { rounds } from '#shared/record/schema.ts'
import { readResult } from '#shared/rounds/kinds.ts'
import { demoFile, imported } from '#test/support/demo-file.ts'
import { demoNeeds, demoResult, resultOf } from '#test/support/demo-weights.ts'
import { boardNeeds, openRound, seats } from '#test/support/play-weigh.tsx'
import { renderSession, type SessionSetting } from '#test/support/render-session.tsx'

beforeAll(startTexts)

const first = { ...openRound, status: 'revealed' as const, result: demoResult() as never }
const second = { ...openRound, number: 2, openedAt: 30 }

/** As the analysis gives it for the sample workshop (method C5). */
const drift = {
  n: 9,
  disagreementBefore: 28.33,
  disagreementAfter: 19.31,
  convergence: 0.318,
  toGroup: -0.06,
  toSenior: 0.41,
  words: 'strong',
  alliesOfSenior: 0,
  seniorMoved: 0,
  othersMovedMean: 15.6,
  confidenceBefore: 3.33,
  confidenceAfter: 4,
}
const answers = (part: object = drift) => ({
  replies: { analysis: { ok: true as const, reply: { drift: part } } },
})

function open(setting: SessionSetting = {}) {
  const user = userEvent.setup({ delay: null })
  const played = renderSession(<SecondLookPage />, {
    role: 'member',
    name: 'Rosa Brandt',
    board: boardNeeds,
    ...setting,
    record: { seats, ...setting.record },
  })
  return { user, ...played }
}

/** The four guess rounds of the sample workshop. */
function demoRounds() {
  const { docs } = imported(demoFile())
  const guesses = readRows(docs.record, rounds).filter(({ kind }) => kind === 'weights' || kind === 'marks')
  return Object.fromEntries(guesses.map(({ id, ...row }) => [id, { ...row, driftShared: false }]))
}

describe('before the second round', () => {
  test('without a revealed round there is nothing to look at twice', () => {
    open({ record: { rounds: { r1: openRound } } })
    expect(screen.getByRole('heading', { name: 'There is nothing to look at twice yet.' })).toBeVisible()
  })

  test('[FA-8a] the facilitator opens round 2 like the first; others are told who does', async () => {
    const { user, made, unmount } = open({ role: 'facilitator', record: { rounds: { r1: first } } })
    expect(screen.getByRole('heading', { level: 1 })).toHaveTextContent('now that we have talked')
    expect(screen.getByText(/Round 1 is kept as it is/)).toBeVisible()
    await user.click(screen.getByRole('button', { name: 'Open the round' }))
    expect(made.find(({ name }) => name === 'openRound')?.body).toEqual({
      kind: 'weights',
      subjects: demoNeeds.map(({ id }) => id),
      anonymity: 'by_function',
      minFunctionSize: 3,
    })
    unmount()
    open({ record: { rounds: { r1: first } } })
    expect(screen.getByText('Noor opens round 2 when the talk is over.')).toBeVisible()
  })
})

describe('the ballot of the second round', () => {
  const inSecond = (reply: object, changes: object = {}): SessionSetting => ({
    record: { rounds: { r1: { ...first, ...changes }, r2: second } },
    replies: {
      readBallot: ({ params }) => ({
        ok: true as const,
        reply: (params.roundId === 'r1' ? reply : { ballot: null, sealed: false, receivedAt: null }) as never,
      }),
    },
  })
  const mine = {
    ballot: {
      points: { n1: 20, n2: 5, n3: 5, n4: 50, n5: 10, n6: 10 },
      unsure: ['n3'],
      confidence: 5,
      abstained: false,
      reason: '',
    },
    sealed: true,
    receivedAt: 5,
  }
  const start = () => screen.findByRole('button', { name: 'Start from my ballot of round 1' })
  const cost = () => screen.getByRole('spinbutton', { name: 'Whole yearly cost known before we sign' })

  test('[SC-10a] nothing is filled in by itself; on asking it is one’s own first ballot, and it can be cleared', async () => {
    const { user } = open(inSecond(mine))
    await start()
    expect(cost()).toHaveValue('')
    await user.click(await start())
    await waitFor(() => expect(cost()).toHaveValue('50'))
    expect(screen.getByText('This is your ballot of round 1. Change it, or clear it.')).toBeVisible()
    expect(screen.queryByRole('button', { name: 'Start from my ballot of round 1' })).toBeNull()
    // How sure one is, is asked anew.
    expect(screen.queryByRole('radio', { checked: true })).toBeNull()
    await user.click(screen.getByRole('button', { name: 'Clear' }))
    expect(cost()).toHaveValue('')
    expect(await start()).toBeVisible()
  })

  test.each([
    ['said that they do not know', { ...mine, ballot: { ...mine.ballot, points: {}, abstained: true } }],
    ['came after it', { ballot: null, sealed: false, receivedAt: null }],
    ['did not seal it', { ...mine, sealed: false }],
  ])('[SC-10a] who %s in round 1 is offered nothing to start from', async (_, first) => {
    const { made } = open(inSecond(first))
    await screen.findByRole('spinbutton', { name: 'Whole yearly cost known before we sign' })
    await waitFor(() =>
      expect(made.some(({ name, params }) => name === 'readBallot' && params.roundId === 'r1')).toBe(true),
    )
    await act(async () => {})
    expect(screen.queryByRole('button', { name: /Start from my ballot/ })).toBeNull()
  })
})

describe('after the second reveal, with the sample workshop', () => {
  test('[AN-6a] each need shows both rounds in numbers, and what came closer', () => {
    open({ record: { rounds: demoRounds() } })
    expect(screen.getByRole('heading', { level: 1 })).toHaveTextContent('What the talk moved')
    const table = screen.getByRole('table', { name: 'Points by need, round 1 and round 2' })
    const row = within(table).getByRole('row', { name: /Whole yearly cost/ })
    expect(row).toHaveTextContent('18 on average, 10 to 50')
    expect(row).toHaveTextContent(/closer/)
    expect(
      screen.getByText(/Round 1: 9 ballots. Round 2: 10 ballots. None of it comes from a customer/),
    ).toBeVisible()
  })

  test('[method C3] 46 “?” became 21 though nobody asked a customer; the sentence is said', () => {
    open({ record: { rounds: demoRounds() } })
    expect(screen.getByText('46 before, 21 now')).toBeInTheDocument()
    expect(screen.getByText(/25 “\?” were filled in between/)).toBeVisible()
    expect(screen.getByText('Between the two rounds nobody asked a customer.')).toBeVisible()
  })

  test('[method B4] the facilitator looks first, alone, and shows the room', async () => {
    const { user, made } = open({ role: 'facilitator', record: { rounds: demoRounds() }, ...answers() })
    expect(screen.getByText('Only you see this, Rosa Brandt.', { exact: false })).toBeVisible()
    expect(screen.queryByText('28.3 → 19.3')).toBeNull()
    await user.click(screen.getByRole('button', { name: 'Look at it first' }))
    expect(await screen.findByText('28.3 → 19.3')).toBeVisible()
    expect(screen.getByText(/32 % of it went/)).toBeVisible()
    expect(screen.getByText('Strong: on average 41 % of the way to it.')).toBeVisible()
    expect(screen.getByText(/Nobody moved towards the group’s first average/)).toBeVisible()
    expect(screen.getByText('That ballot itself moved 0 points, the others 15.6 on average.')).toBeVisible()
    expect(screen.getByText('3.3 → 4.0')).toBeVisible()
    expect(screen.getByText(/This shows movement, not its cause/)).toBeVisible()
    await user.click(screen.getByRole('button', { name: 'Show the room' }))
    const newest = Object.entries(demoRounds()).find(([, row]) => row.kind === 'weights' && row.number === 2)
    expect(made.at(-1)).toMatchObject({ name: 'shareDrift', params: { roundId: newest?.[0] }, body: {} })
  })

  test.each([
    ['no-seniority', 'No seat is marked as the most senior, so this cannot be said.'],
    ['cannot-be-told-apart', 'It cannot be told apart from the pull of the group.'],
  ])('[method C5] no pull is said to be none for the right reason: %s', async (why, sentence) => {
    const none = { ...drift, toGroup: null, toSenior: null, words: null, why }
    const { user } = open({ role: 'facilitator', record: { rounds: demoRounds() }, ...answers(none) })
    await user.click(screen.getByRole('button', { name: 'Look at it first' }))
    expect(await screen.findByText(sentence)).toBeVisible()
    expect(screen.queryByText(/That ballot itself moved/)).toBeNull()
  })

  test('without figures there is nothing to show the room', async () => {
    const { user } = open({ role: 'facilitator', record: { rounds: demoRounds() } })
    await user.click(screen.getByRole('button', { name: 'Look at it first' }))
    expect(await screen.findByText('There are no figures for these two rounds.')).toBeVisible()
    expect(screen.queryByRole('button', { name: 'Show the room' })).toBeNull()
  })

  test('[S1] others ask for no figures before they are shown, and get them without loading again', async () => {
    const all = demoRounds()
    const id = Object.entries(all).find(([, row]) => row.kind === 'weights' && row.number === 2)?.[0] ?? ''
    const { made, setRecord } = open({ record: { rounds: all }, ...answers() })
    expect(screen.getByText(/decides whether the room sees it/)).toBeVisible()
    expect(made.some(({ name }) => name === 'analysis')).toBe(false)
    act(() => setRecord({ rounds: { [id]: { driftShared: true } } }))
    expect(await screen.findByText('28.3 → 19.3')).toBeVisible()
    expect(screen.queryByRole('button', { name: 'Show the room' })).toBeNull()
  })

  test('[method C5] below five people nothing is said of who moved where', async () => {
    const all = Object.fromEntries(
      Object.entries(demoRounds()).map(([id, row]) => [id, { ...row, driftShared: true }]),
    )
    open({
      record: { rounds: all },
      ...answers({ ...drift, n: 4, toGroup: null, toSenior: null, words: null, why: 'too-few-people' }),
    })
    expect(await screen.findByText(/too few to say who moved where/)).toBeVisible()
    expect(screen.queryByText('Pull of the most senior first ballot')).toBeNull()
  })

  test('[B3] who sees the second reveal happen sees it beat by beat, and what moved only on asking', async () => {
    const all = demoRounds()
    const id = Object.entries(all).find(([, row]) => row.kind === 'weights' && row.number === 2)?.[0] ?? ''
    const open2 = { ...all[id], status: 'open' as const, result: null }
    const { setRecord } = open({ role: 'viewer', record: { rounds: { ...all, [id]: open2 } } })
    act(() => setRecord({ rounds: { [id]: { ...all[id] } } }))
    expect(await screen.findByRole('button', { name: 'What moved' })).toBeVisible()
    expect(screen.queryByRole('heading', { name: /What the talk moved/ })).toBeNull()
  })

  test('the tabs lead to each round and back', async () => {
    const { user } = open({ record: { rounds: demoRounds() } })
    const tabs = screen.getByRole('navigation', { name: 'Rounds' })
    await user.click(within(tabs).getByRole('button', { name: 'Round 2' }))
    expect(screen.queryByRole('heading', { name: /What the talk moved/ })).toBeNull()
    await user.click(within(tabs).getByRole('button', { name: 'What moved' }))
    expect(screen.getByRole('heading', { name: /What the talk moved/ })).toBeVisible()
  })
})

describe('what moved', () => {
  const even = (...points: number[]) => [...points, ...Array.from({ length: 6 - points.length }, () => 0)]

  test('closer, further apart and as before are counted from lowest to highest', () => {
    const before = resultOf([even(60, 20, 20), even(20, 20, 60)])
    const after = resultOf([even(50, 10, 40), even(30, 10, 60), even(30, 40, 30)])
    const by = new Map(movedRows(before, after).map(({ needId, apartBy }) => [needId, apartBy]))
    expect(by.get('n1')).toBe(-20)
    expect(by.get('n2')).toBe(30)
    expect(by.get('n4')).toBe(0)
  })

  test('a need of one round only has no change, and never counts as 0', () => {
    const { perNeed, ...rest } = resultOf([even(50, 50)])
    const fewer = { ...rest, perNeed: perNeed.filter(({ needId }) => needId !== 'n2') }
    const row = movedRows(fewer, { ...rest, perNeed }).find(({ needId }) => needId === 'n2')
    expect(row).toMatchObject({ before: null, apartBy: null })
    expect(row?.after?.mean).toBe(50)
  })
})

test('figures that are sealed, missing or of another shape are no figures', () => {
  expect(driftOf(null)).toBeNull()
  expect(driftOf({})).toBeNull()
  expect(driftOf({ drift: { sealed: true } })).toBeNull()
  expect(driftOf({ drift: { n: 'nine' } })).toBeNull()
  expect(driftOf({ drift: { n: 3 } })).toMatchObject({ n: 3, toSenior: null, convergence: null })
})

test('the sample workshop is read as the product publishes it', () => {
  const published = Object.values(demoRounds()).map(({ kind, result }) =>
    kind === 'weights' ? readResult('weights', result) : readResult('marks', result),
  )
  expect(published).toHaveLength(4)
  expect(published.every((one) => one !== null)).toBe(true)
})
