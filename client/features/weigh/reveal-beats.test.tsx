import { act, screen } from '@testing-library/react'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { startTexts } from '#client/texts/start-texts.ts'
import type { Role } from '#shared/record/schema.ts'
import { demoResult, resultOf } from '#test/support/demo-weights.ts'
import { openRound, playWeigh } from '#test/support/play-weigh.tsx'

beforeAll(async () => {
  startTexts()
  vi.stubGlobal(
    'ResizeObserver',
    class {
      observe() {}
      disconnect() {}
    },
  )
  vi.spyOn(HTMLElement.prototype, 'clientWidth', 'get').mockReturnValue(620)
  await import('#client/features/weigh/strip-plot.tsx')
}, 60_000)
afterAll(() => {
  vi.unstubAllGlobals()
  vi.restoreAllMocks()
})

const revealed = {
  ...openRound,
  status: 'revealed' as const,
  sealedCount: 10,
  expectedCount: 10,
  revealedAt: 20,
  result: demoResult() as never,
}
const at = (role: Role, beat?: number) =>
  playWeigh(role, { record: { rounds: { r1: { ...revealed, ...(beat !== undefined && { beat }) } } } })

const heading = () => screen.getByRole('heading', { level: 1 }).textContent
const chart = () => screen.findByRole('img', { name: /needs in the order|sealed ballots, shown|leads with/ })
const drawn = async (kind: string) => (await chart()).querySelectorAll(`[class*="${kind}"]`).length

describe('a reveal, beat by beat', () => {
  test('first the envelopes open, and no need, guess or figure is in sight', () => {
    at('member', 0)
    expect(heading()).toBe('The envelopes are open.')
    expect(screen.getByRole('img', { name: '10 opened envelopes' })).toBeVisible()
    expect(screen.queryByText('Alarms I can trust')).toBeNull()
    expect(screen.queryByText('Talk about this first')).toBeNull()
    expect(screen.queryByRole('toolbar')).toBeNull()
  })

  test('then the needs stand in the order asked, without a guess, on any key', async () => {
    const { user } = at('member', 1)
    const picture = await chart()
    const titles = [...picture.querySelectorAll('[class*="title"]')].map((one) => one.textContent)
    expect(titles.slice(0, 2)).toEqual(['Alarms I can trust', 'Audit without a week of paperwork'])
    for (const kind of ['hollow', 'meanNumber', 'range', 'wide']) expect(await drawn(kind)).toBe(0)
    act(() => picture.focus())
    await user.keyboard('{ArrowRight}{Shift>}T{/Shift}')
    expect(screen.queryByText(/points,/)).toBeNull()
    expect(screen.queryByRole('table')).toBeNull()
  })

  test('then every guess drops in, still without an average', async () => {
    at('member', 2)
    expect(await drawn('hollow')).toBe(9 * 6)
    expect(await drawn('meanNumber')).toBe(0)
    expect(heading()).toBe('Each shape is one sealed guess.')
    expect(screen.getByText(/^9 sealed ballots, round 1/)).toBeVisible()
  })

  test('then averages grow and the rows are sorted', async () => {
    at('member', 3)
    const numbers = [...(await chart()).querySelectorAll('[class*="meanNumber"]')].map(
      (one) => one.textContent,
    )
    expect(numbers).toEqual(['28', '19', '18', '14', '12', '9'])
    expect(heading()).toContain('Nine ballots')
    expect(await drawn('lifted')).toBe(0)
    expect(screen.queryByText('Talk about this first')).toBeNull()
  })

  test('last the widest row is lifted, with what to talk about; who comes late or opens a file sees this', async () => {
    const { unmount } = at('member', 4)
    expect(await drawn('lifted')).toBe(1)
    expect(screen.getByText('Talk about this first')).toBeVisible()
    unmount()
    at('member')
    expect(screen.getByText('Talk about this first')).toBeVisible()
    expect(document.querySelector('[class*="arriving"]')).toBeNull()
  })

  test('the record moves every screen, and each beat is said once', async () => {
    const { setRecord } = at('member', 0)
    act(() => setRecord({ rounds: { r1: { beat: 1 } } }))
    expect(heading()).toBe('This is what we weighed.')
    expect(screen.getAllByRole('status').map((one) => one.textContent)).toContain('This is what we weighed.')
    expect(await drawn('row')).toBeGreaterThan(0)
    act(() => setRecord({ rounds: { r1: { beat: 4 } } }))
    expect(screen.getByText('Talk about this first')).toBeVisible()
  })

  test('an earlier round is shown whole, whichever beat it stopped at', async () => {
    const { user } = playWeigh('member', {
      record: {
        rounds: { r1: { ...revealed, beat: 1 }, r2: { ...revealed, number: 2, openedAt: 30, beat: 0 } },
      },
    })
    expect(heading()).toBe('The envelopes are open.')
    await user.click(screen.getByRole('button', { name: 'Round 1' }))
    expect(screen.getByText('Talk about this first')).toBeVisible()
  })
})

describe('the facilitator', () => {
  const beats = (made: ReturnType<typeof at>['made']) =>
    made.filter(({ name }) => name === 'setBeat').map(({ body }) => body)

  test('goes on by button, arrow or Space, back by arrow, or to the end', async () => {
    const { user, made, setRecord } = at('facilitator', 0)
    const go = (beat: number) => act(() => setRecord({ rounds: { r1: { beat } } }))
    await user.click(screen.getByRole('button', { name: /Next beat/ }))
    go(1)
    act(() => (document.activeElement as HTMLElement).blur())
    await user.keyboard('{ArrowRight}')
    go(2)
    await user.keyboard(' ')
    go(3)
    await user.keyboard('{ArrowLeft}')
    await user.click(screen.getByRole('button', { name: 'Show everything' }))
    expect(beats(made)).toEqual([{ beat: 1 }, { beat: 2 }, { beat: 3 }, { beat: 2 }, { beat: 4 }])
  })

  test('at the last beat the next thing is to weigh again', async () => {
    const { user, made } = at('facilitator', 4)
    expect(screen.queryByRole('button', { name: /Next beat/ })).toBeNull()
    await user.keyboard('{ArrowRight}')
    expect(beats(made)).toEqual([])
    expect(screen.getByRole('button', { name: 'Weigh again' })).toBeVisible()
  })

  test('where nobody gave points there is nothing to go through', () => {
    playWeigh('facilitator', {
      record: { rounds: { r1: { ...revealed, beat: 0, result: resultOf([]) as never } } },
    })
    expect(heading()).toContain('Nobody put a number on it.')
    expect(screen.queryByRole('button', { name: /Next beat/ })).toBeNull()
  })
})
