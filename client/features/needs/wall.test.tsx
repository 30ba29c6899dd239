/** The wall, the shortlist and the cutting vote on real documents. */
import { act, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { NeedsPage } from '#client/features/needs/needs-page.tsx'
import { startTexts } from '#client/texts/start-texts.ts'
import { useToasts } from '#client/ui/toast-store.ts'
import { mergeNotes } from '#shared/board/need-edits.ts'
import { type Need, needNotes, needs } from '#shared/board/schema.ts'
import { readRows } from '#shared/document/collection.ts'
import { byOrder } from '#shared/document/order.ts'
import type { Role } from '#shared/record/schema.ts'
import { renderSession, type SessionSetting } from '#test/support/render-session.tsx'

beforeAll(startTexts)
beforeEach(() => {
  localStorage.clear()
  vi.stubGlobal('matchMedia', () => ({
    matches: false,
    addEventListener: () => {},
    removeEventListener: () => {},
  }))
})

const written = ['Back before the shift', 'Shift never stops', 'No call centre', 'Quality', 'Best quality']
const board = {
  needNotes: Object.fromEntries(
    written.map((text, index) => [
      `w${index}`,
      { text, order: `a${index}`, count: index === 0 ? 3 : 1, roundId: 'r1' },
    ]),
  ),
}
const revealed = {
  kind: 'notes',
  number: 1,
  status: 'revealed' as const,
  openedAt: 10,
  result: { n: 4, notes: written.map((text) => ({ text, count: 1, functionName: null })) },
}
const sevenNeeds = (count = 7, status: Need['status'] = 'active') => ({
  needs: Object.fromEntries(
    Array.from({ length: count }, (_, index) => [
      `n${index + 1}`,
      { short: `Need ${index + 1}`, status, order: `a${index}` },
    ]),
  ),
})

function play(role: Role, setting: SessionSetting = {}) {
  const onAgreed = vi.fn()
  const played = renderSession(<NeedsPage onAgreed={onAgreed} />, {
    role,
    board,
    ...setting,
    record: { ...setting.record, rounds: { r1: revealed, ...setting.record?.rounds } },
  })
  const read = () =>
    readRows(played.docs.board, needs)
      .filter(({ binned }) => binned === null)
      .sort(byOrder)
  const needOf = (noteId: string) =>
    readRows(played.docs.board, needNotes).find(({ id }) => id === noteId)?.mergedInto ?? null
  return { user: userEvent.setup({ delay: null }), onAgreed, read, needOf, ...played }
}

const note = (name: RegExp) => screen.getByRole('button', { name })
const shortlist = () =>
  within(screen.getByRole('list', { name: 'Shortlist' }))
    .queryAllByRole('listitem')
    .map((item) => item.textContent)

describe('grouping', () => {
  test('[ID-2a] selected notes are grouped with G, titled by the first, and said', async () => {
    const { user, read, needOf } = play('member')
    await user.click(note(/^Back before/))
    await user.click(note(/^No call centre/))
    expect(screen.getByRole('toolbar', { name: 'Selected notes' })).toHaveTextContent('2 notes selected')
    await user.keyboard('g')
    expect(read()).toMatchObject([
      { short: 'Back before the shift', sharpenedFrom: ['Back before the shift', 'No call centre'] },
    ])
    expect(needOf('w2')).toBe(read()[0]?.id)
    const group = screen.getByRole('region', { name: 'Back before the shift' })
    expect(within(group).getByText('4 said it')).toBeVisible()
  })

  test('[ID-2a] a grouping, and a note put into a need, can be taken back for 8 s', async () => {
    const { user, read, needOf } = play('member', { board: { ...board, ...sevenNeeds(1, 'proposed') } })
    const undo = () => useToasts.getState().toasts.at(-1)
    await user.click(note(/^Back before/))
    await user.keyboard('m')
    await user.click(within(screen.getByRole('dialog')).getByRole('button', { name: 'Need 1' }))
    expect(undo()).toMatchObject({ kind: 'undo', text: 'Put 1 note into “Need 1”' })
    await user.click(note(/^Back before/))
    await user.click(note(/^No call centre/))
    await user.keyboard('g')
    expect(read()).toHaveLength(2)
    expect(undo()).toMatchObject({ kind: 'undo', text: 'Grouped 2 notes' })
    act(() => undo()?.action?.run())
    expect(read().map(({ id }) => id)).toEqual(['n1'])
    expect([needOf('w0'), needOf('w2')]).toEqual(['n1', null])
    act(() => useToasts.getState().toasts.at(-2)?.action?.run())
    expect(needOf('w0')).toBeNull()
    expect(read().map(({ id }) => id)).toEqual(['n1'])
  })

  test('M puts the selected into a need that is chosen from a list', async () => {
    const { user, needOf } = play('member', { board: { ...board, ...sevenNeeds(1, 'proposed') } })
    await user.click(note(/^No call centre/))
    await user.keyboard('m')
    const sheet = screen.getByRole('dialog', { name: 'Put into which need?' })
    await user.click(within(sheet).getByRole('button', { name: 'Need 1' }))
    expect(needOf('w2')).toBe('n1')
    await user.click(note(/^No call centre/))
    await user.click(screen.getByRole('button', { name: 'Take out' }))
    expect(needOf('w2')).toBeNull()
  })

  test('groups of shared words are only offered', async () => {
    const { user, read } = play('member')
    const offer = screen.getByRole('region', { name: 'These share words' })
    expect(offer).toHaveTextContent('shift')
    expect(read()).toEqual([])
    await user.click(within(offer).getByRole('button', { name: 'Group these 2' }))
    expect(read()[0]?.sharpenedFrom).toEqual(['Back before the shift', 'Shift never stops'])
  })

  test('a need is named in place, taken apart and joined', async () => {
    const { user, read, needOf, remote } = play('member', {
      board: { ...board, ...sevenNeeds(2, 'proposed') },
    })
    act(() => void remote(mergeNotes, { noteIds: ['w0'], needId: 'n1' }))
    const title = screen.getByRole('textbox', { name: 'Title of the need, now “Need 1”' })
    await user.clear(title)
    await user.type(title, 'Be running again within one shift{Enter}')
    expect(read()[0]?.short).toBe('Be running again within one shift')

    await user.click(screen.getByRole('button', { name: /Details of “Be running/ }))
    expect(screen.getByRole('heading', { name: 'Came from' })).toBeVisible()
    await user.selectOptions(screen.getByRole('combobox', { name: 'What is it about?' }), 'The product')
    expect(screen.getByText('No need is about buying it or service after the sale yet.')).toBeVisible()
    await user.click(screen.getByRole('button', { name: 'Join to …' }))
    await user.click(within(screen.getByRole('dialog')).getByRole('button', { name: 'Need 2' }))
    expect(read().map(({ id }) => id)).toEqual(['n2'])
    expect(needOf('w0')).toBe('n2')
    await user.click(screen.getByRole('button', { name: /Details of “Need 2”/ }))
    await user.click(screen.getByRole('button', { name: 'Take apart' }))
    expect(read()).toEqual([])
    expect(needOf('w0')).toBeNull()
  })

  test('[S2] a viewer reads the wall and has nothing to change it with', () => {
    play('viewer', { board: { ...board, ...sevenNeeds(2) } })
    expect(screen.getByText('Back before the shift')).toBeVisible()
    expect(screen.queryByRole('textbox')).toBeNull()
    expect(screen.queryByRole('button', { name: /Back before|Shortlist|Agree/ })).toBeNull()
  })
})

describe('generic words', () => {
  test('[R015] are gathered apart; a sharpened one keeps where it came from', async () => {
    const { user, read } = play('member')
    await user.click(screen.getByRole('button', { name: 'Quality ×2' }))
    expect(screen.getByText('“Quality” is too generic. What would the customer be able to do?')).toBeVisible()
    expect(screen.getByText('How would they notice it on an ordinary Tuesday?')).toBeVisible()
    await user.keyboard('dose within 1% all season')
    await user.click(screen.getByRole('button', { name: 'Use this' }))
    expect(read()[0]).toMatchObject({
      short: 'Dose within 1% all season',
      statement: 'On an ordinary day, they can dose within 1% all season',
      generic: false,
      sharpenedFrom: ['Quality', 'Best quality'],
    })
  })

  test('[R016] keeping one is allowed, and hints can be switched off', async () => {
    const { user, read } = play('member')
    await user.click(screen.getByRole('button', { name: 'Quality ×2' }))
    await user.click(screen.getByRole('button', { name: 'Keep “Quality”' }))
    expect(read()[0]).toMatchObject({ short: 'Quality', generic: true })
    expect(screen.queryByRole('region', { name: 'Too generic so far' })).toBeNull()
  })

  test('[R016] switched off, generic notes lie among the others', async () => {
    const { user } = play('member')
    await user.click(screen.getByRole('button', { name: 'Don’t show these hints' }))
    expect(note(/^Quality$/)).toBeVisible()
    await user.click(screen.getByRole('button', { name: 'Show hints on generic words' }))
    expect(screen.getByRole('region', { name: 'Too generic so far' })).toBeVisible()
  })
})

describe('the shortlist', () => {
  test('[R019] the facilitator fills it by keys, orders it, and agrees it', async () => {
    const { user, read, made, onAgreed } = play('facilitator', {
      board: { ...board, ...sevenNeeds(4, 'proposed') },
    })
    const agree = () => screen.getByRole('button', { name: /^Agree|^At least three/ })
    expect(agree()).toHaveAttribute('aria-disabled', 'true')
    for (const number of [1, 2, 3])
      await user.click(screen.getByRole('button', { name: `Put “Need ${number}” on the shortlist` }))
    screen.getByRole('button', { name: 'Details of “Need 4”' }).focus()
    await user.keyboard('1')
    expect(read().map(({ short }) => short)).toEqual(['Need 4', 'Need 1', 'Need 2', 'Need 3'])
    await user.click(screen.getByRole('button', { name: 'Take “Need 2” off the shortlist' }))
    await user.click(screen.getByRole('button', { name: 'Move “Need 4” down' }))
    expect(agree()).toHaveTextContent('Agree these three')
    await user.click(agree())
    expect(read().map(({ short, status }) => `${short} ${status}`)).toEqual([
      'Need 1 active',
      'Need 2 parked',
      'Need 4 active',
      'Need 3 active',
    ])
    expect(made.find(({ name }) => name === 'setAgenda')?.body).toEqual({ activity: 'weigh' })
    expect(onAgreed).toHaveBeenCalledOnce()
  })

  test('[R019] an eighth does not get on it', async () => {
    const { user, read } = play('facilitator', {
      board: {
        needs: { ...sevenNeeds().needs, n8: { short: 'Eighth', status: 'parked' as const, order: 'a7' } },
      },
    })
    const back = screen.getByRole('button', { name: 'Back on the shortlist: “Eighth”' })
    expect(back).toHaveAttribute('aria-disabled', 'true')
    await user.click(screen.getByRole('button', { name: 'Put “Eighth” on the shortlist' }))
    expect(read().at(-1)?.status).toBe('parked')
    expect(screen.getByText(/Seven are on the shortlist already/)).toBeInTheDocument()
  })

  test('members read it; while needs are weighed nobody changes them', () => {
    const { setRecord } = play('member', { board: { ...board, ...sevenNeeds(3) } })
    expect(shortlist()[0]).toContain('Need 1')
    expect(screen.queryByRole('button', { name: /off the shortlist/ })).toBeNull()
    act(() => setRecord({ rounds: { w: { kind: 'weights', number: 1, status: 'open', openedAt: 20 } } }))
    expect(screen.getByText('Locked: these needs are on a ballot.')).toBeVisible()
    expect(screen.queryByRole('textbox')).toBeNull()
  })
})

describe('the cutting vote', () => {
  const subjects = sevenNeeds(6).needs
  const cut = {
    kind: 'cut',
    number: 1,
    status: 'open' as const,
    subjects: Object.entries(subjects).map(([id, { short }]) => ({ id, title: short })),
    openedAt: 20,
    sealedCount: 1,
    expectedCount: 4,
  }

  test('[R019] three marks in secret, a fourth is refused in words', async () => {
    const { user, made } = play('member', { record: { rounds: { c1: cut } } })
    const box = (number: number) => screen.findByRole('checkbox', { name: `Need ${number}` })
    for (const number of [1, 3, 5]) await user.click(await box(number))
    expect(screen.getByText(/All three marks are given/)).toBeVisible()
    await user.click(await box(2))
    expect(await box(2)).not.toBeChecked()
    await user.click(screen.getByRole('button', { name: 'Seal my marks' }))
    expect(await screen.findByRole('heading', { name: 'Sealed.' })).toBeVisible()
    expect(made.filter(({ name }) => name === 'putBallot').at(-1)?.body).toEqual({
      marks: ['n1', 'n3', 'n5'],
      abstained: false,
      sealed: true,
    })
  })

  test('“I don’t know” is sealed as such', async () => {
    const { user, made } = play('member', { record: { rounds: { c1: cut } } })
    await user.click(await screen.findByRole('button', { name: 'I don’t know' }))
    expect(await screen.findByRole('heading', { name: 'Sealed.' })).toBeVisible()
    expect(made.filter(({ name }) => name === 'putBallot').at(-1)?.body).toEqual({
      marks: [],
      abstained: true,
      sealed: true,
    })
  })

  test('[R019] its first five go on the shortlist, the rest is kept', async () => {
    const perNeed = [6, 5, 4, 3, 2, 1].map((marks) => ({
      needId: `n${marks}`,
      title: `Need ${marks}`,
      marks,
    }))
    const { user, read } = play('facilitator', {
      board: { ...board, ...sevenNeeds(6, 'proposed') },
      record: { rounds: { c1: { ...cut, status: 'revealed', result: { n: 7, abstained: 1, perNeed } } } },
    })
    expect(screen.getByText('7 sealed ballots, up to three marks each. 1 did not know.')).toBeVisible()
    await user.click(screen.getByRole('button', { name: 'Shortlist the first 5' }))
    expect(
      shortlist()
        .slice(0, 5)
        .map((line) => line?.slice(1)),
    ).toEqual(['Need 6', 'Need 5', 'Need 4', 'Need 3', 'Need 2'])
    expect(read().find(({ id }) => id === 'n1')?.status).toBe('parked')
  })

  test('the facilitator opens it over all needs of the team', async () => {
    const { user, made } = play('facilitator', { board: { ...board, ...sevenNeeds(6, 'proposed') } })
    await user.click(screen.getByRole('button', { name: 'Cut by a secret vote' }))
    expect(made.find(({ name }) => name === 'openRound')?.body).toEqual({
      kind: 'cut',
      subjects: ['n1', 'n2', 'n3', 'n4', 'n5', 'n6'],
      anonymity: 'anonymous',
    })
  })
})

describe('late', () => {
  test('notes that missed the wall are offered to it', async () => {
    const over = { code: 'round-ended', title: 'Over', faults: [], retryAfterS: null }
    const open = { ...revealed, status: 'open' as const, result: null }
    const { user, setRecord, docs } = play('member', {
      board: {},
      record: { rounds: { r1: open } },
      replies: { putBallot: { ok: false, problem: over } },
    })
    await user.type(
      await screen.findByRole('textbox', { name: 'A need, in words a customer would use' }),
      'Too late{Enter}Quality{Enter}',
    )
    act(() => setRecord({ rounds: { r1: revealed } }))
    await user.click(await screen.findByRole('button', { name: 'Put them on the wall' }))
    expect(readRows(docs.board, needNotes).map(({ text }) => text)).toEqual(['Too late'])
  })
})

describe('[ID-1b] opening the wall', () => {
  const writing = { ...revealed, status: 'open' as const, result: null as never }
  const open = { ...revealed, beat: 0 }

  test('can be taken back for a moment: the wall is covered on every screen, and opened again', async () => {
    const { user, made, setRecord } = play('facilitator', {
      board: {},
      record: { rounds: { r1: writing } },
      replies: { roundProgress: { ok: true, reply: { sealed: [], started: [], missing: [] } as never } },
    })
    await user.click(screen.getByRole('button', { name: 'Open the wall' }))
    await user.click(screen.getByRole('button', { name: 'Open it' }))
    const opened = () => useToasts.getState().toasts.find(({ text }) => text === 'The wall is open.')
    await waitFor(() => expect(opened()?.ms).toBe(10_000))
    act(() => opened()?.action?.run())
    await waitFor(() => expect(made.find(({ name }) => name === 'setBeat')?.body).toEqual({ beat: 1 }))
    act(() => setRecord({ rounds: { r1: { ...open, beat: 1 } } }))
    expect(screen.getByRole('heading', { level: 1 })).toHaveTextContent('The wall is covered again')
    expect(screen.queryByText('No call centre')).toBeNull()
    await user.click(screen.getByRole('button', { name: 'Open the wall' }))
    await waitFor(() =>
      expect(made.filter(({ name }) => name === 'setBeat').at(-1)?.body).toEqual({ beat: 2 }),
    )
  })

  test('notes come one after the other for those who were there, at once for those who come later', () => {
    const { setRecord, unmount } = play('member', { record: { rounds: { r1: writing } } })
    act(() => setRecord({ rounds: { r1: open } }))
    const delays = () =>
      [...document.querySelectorAll<HTMLElement>('[class*="arriving"]')].map(
        (one) => one.style.animationDelay,
      )
    expect(delays().slice(0, 3)).toEqual(['0ms', '300ms', '600ms'])
    unmount()
    play('member', { record: { rounds: { r1: open } } })
    expect(delays()).toEqual([])
  })
})
