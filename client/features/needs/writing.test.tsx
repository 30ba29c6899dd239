/** The silent round as each role sees it. */
import { act, screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { NeedsPage } from '#client/features/needs/needs-page.tsx'
import { startTexts } from '#client/texts/start-texts.ts'
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

const round = {
  kind: 'notes',
  number: 1,
  status: 'open' as const,
  subjects: [],
  anonymity: 'anonymous' as const,
  minFunctionSize: 3,
  openedAt: 10,
  sealedCount: 1,
  expectedCount: 3,
}

function play(role: Role, setting: SessionSetting = {}, changes: object | null = {}) {
  const played = renderSession(<NeedsPage onAgreed={() => {}} />, {
    role,
    ...setting,
    record: { ...(changes && { rounds: { r1: { ...round, ...changes } } }), ...setting.record },
  })
  return { user: userEvent.setup({ delay: null }), ...played }
}

const field = () => screen.findByRole('textbox', { name: 'A need, in words a customer would use' })
const own = () =>
  screen.queryAllByRole('textbox', { name: /^Note \d+$/ }).map((note) => (note as HTMLTextAreaElement).value)

describe('before', () => {
  test('[ID-5a] the facilitator chooses what stands under a note, then opens it', async () => {
    const { user, made } = play('facilitator', {}, null)
    await user.click(screen.getByRole('radio', { name: /The function, not the name/ }))
    await user.click(screen.getByRole('button', { name: 'Start writing' }))
    expect(made).toContainEqual(
      expect.objectContaining({
        name: 'openRound',
        body: { kind: 'notes', subjects: [], anonymity: 'by_function' },
      }),
    )
  })

  test('members wait and have nothing to press', () => {
    play('member', {}, null)
    expect(screen.getByRole('heading', { name: /starts the writing soon/ })).toBeVisible()
    expect(screen.queryByRole('button')).toBeNull()
  })
})

describe('writing', () => {
  test('[ID-8a] Enter adds and keeps the field, Escape clears it, the same note is not taken twice', async () => {
    const { user } = play('member')
    const input = await field()
    expect(input).toHaveFocus()
    await user.type(input, 'Back before the shift{Enter}No call centre{Enter}Half{Escape}')
    expect(input).toHaveFocus()
    expect(input).toHaveValue('')
    expect(own()).toEqual(['No call centre', 'Back before the shift'])
    await user.type(input, 'no call centre.{Enter}')
    expect(screen.getByText('You have that one already.')).toBeVisible()
    expect(own()).toHaveLength(2)
  })

  test('[ID-8a] what is half written is there again after the tab died', async () => {
    const first = play('member')
    await first.user.type(await field(), 'Half a thou')
    first.unmount()
    play('member')
    expect(await field()).toHaveValue('Half a thou')
  })

  test('notes are edited and deleted in place, with a way back', async () => {
    const { user } = play('member')
    await user.type(await field(), 'One{Enter}Two{Enter}')
    const note = screen.getByRole('textbox', { name: 'Note 1' })
    await user.clear(note)
    await user.type(note, 'First{Enter}')
    expect(own()).toEqual(['Two', 'First'])
    await user.click(screen.getByRole('button', { name: 'Delete “Two”' }))
    expect(own()).toEqual(['First'])
  })

  test('[ID-4a] forty pasted lines are shown first; what is left out is not added', async () => {
    const { user } = play('member')
    await user.click(await field())
    await user.paste(Array.from({ length: 40 }, (_, index) => `${index + 1}. Line ${index + 1}`).join('\n'))
    const sheet = screen.getByRole('dialog', { name: '40 lines pasted' })
    expect(own()).toEqual([])
    await user.click(within(sheet).getByRole('checkbox', { name: 'Line 7' }))
    await user.click(within(sheet).getByRole('button', { name: 'Add 39 notes' }))
    expect(own()).toHaveLength(39)
    expect(own()).not.toContain('Line 7')
  })

  test.each([
    ['at once', ['Three', 'Two', 'One']],
    ['from a line that was left out', ['Three', 'Two']],
  ])('[ID-4a] Enter adds pasted lines, %s', async (how, added) => {
    const { user } = play('member')
    await user.click(await field())
    await user.paste('One\nTwo\nThree')
    expect(screen.getByRole('button', { name: 'Add 3 notes' })).toHaveFocus()
    if (how !== 'at once') await user.click(screen.getByRole('checkbox', { name: 'One' }))
    await user.keyboard('{Enter}')
    expect(screen.queryByRole('dialog')).toBeNull()
    expect(own()).toEqual(added)
  })

  test('[ID-1a] notes are kept as a draft, and done is said without closing the door', async () => {
    const { user, made } = play('member')
    await user.type(await field(), 'Price known before{Enter}')
    await vi.waitFor(() =>
      expect(made.filter(({ name }) => name === 'putBallot').at(-1)?.body).toEqual({
        notes: ['Price known before'],
        sealed: false,
      }),
    )
    await user.click(screen.getByRole('button', { name: 'I’m done' }))
    expect(await screen.findByRole('heading', { name: /Your notes wait for the wall/ })).toBeVisible()
    await user.click(screen.getByRole('button', { name: 'Write more' }))
    expect(await field()).toBeVisible()
  })

  test('[R016] no hint on generic words while people write', async () => {
    const { user } = play('member')
    await user.type(await field(), 'Quality{Enter}Price{Enter}')
    expect(screen.queryByText(/generic/)).toBeNull()
  })
})

describe('the room', () => {
  const progress = { ok: true as const, reply: { sealed: ['a'], started: ['b', 'c'], missing: ['d'] } }

  test('the facilitator sees how many, never what or who, and opens the wall after one question', async () => {
    const { user, made } = play('facilitator', { replies: { roundProgress: progress } })
    expect(await screen.findByText(/2 writing, 1 done, 1 not started/)).toBeVisible()
    await user.click(screen.getByRole('button', { name: 'Open the wall' }))
    await user.keyboard('{Escape}')
    await user.click(screen.getByRole('button', { name: 'Open the wall' }))
    expect(made.map(({ name }) => name)).not.toContain('revealRound')
    await user.click(screen.getByRole('button', { name: 'Open it' }))
    expect(made.map(({ name }) => name)).toContain('revealRound')
  })

  test('six minutes are started with one press', async () => {
    const { user, made } = play('facilitator', { replies: { roundProgress: progress } })
    await user.click(screen.getByRole('button', { name: 'Start six minutes' }))
    expect(made.find(({ name }) => name === 'setTimer')?.body).toEqual({ action: 'start', ms: 360_000 })
  })

  test('[S1] those who look on see no numbers of drafts', () => {
    const { made } = play('sponsor')
    expect(screen.getByText('1 of 3 say they are done')).toBeVisible()
    expect(made.map(({ name }) => name)).not.toContain('roundProgress')
  })

  test('when the wall opens, the notes come to it once', async () => {
    const { setRecord, docs } = play('facilitator', { replies: { roundProgress: progress } })
    const result = { n: 2, notes: [{ text: 'Night help', count: 2, functionName: null }] }
    act(() => setRecord({ rounds: { r1: { status: 'revealed', result } } }))
    expect(await screen.findByRole('button', { name: /Night help/ })).toHaveTextContent('×2')
    expect(docs.board.getMap('needNotes').size).toBe(1)
    expect(screen.getByText(/2 ideas from two people/)).toBeVisible()
  })
})
