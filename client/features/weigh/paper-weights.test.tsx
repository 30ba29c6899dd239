import { act, screen, waitFor, within } from '@testing-library/react'
import { beforeAll, describe, expect, test, vi } from 'vitest'
import { startTexts } from '#client/texts/start-texts.ts'
import { useToasts } from '#client/ui/toast-store.ts'
import { inRound, openRound, playWeigh, seats } from '#test/support/play-weigh.tsx'

beforeAll(() => {
  startTexts()
  HTMLDialogElement.prototype.showModal = function () {
    this.open = true
  }
})

const withProxy = {
  record: { seats: { ...seats, dan: { ...seats.dan, proxy: true } }, rounds: { r1: openRound } },
}
const sealed = (ids: readonly string[]) =>
  ({ roundProgress: { ok: true, reply: { sealed: [...ids], started: [], missing: [] } } }) as const

describe('paper ballots', () => {
  test('[FA-9a] the facilitator types one in for a person without a device; it is sealed and gone', async () => {
    const { user, made } = playWeigh('facilitator', withProxy)
    await user.click(screen.getByRole('button', { name: 'Paper ballots' }))
    const dialog = within(await screen.findByRole('dialog', { name: 'Paper ballots' }))
    expect(dialog.getAllByRole('listitem')).toHaveLength(1)
    await user.click(dialog.getByRole('button', { name: 'Enter the paper ballot of Dan Reyes' }))
    await waitFor(() => expect(screen.getByText('Dan Reyes', { selector: 'b' })).toBeVisible())
    const fields = screen.getAllByRole('spinbutton')
    await user.type(fields[0] as HTMLElement, '70')
    await user.type(fields[1] as HTMLElement, '30')
    await user.click(screen.getByRole('button', { name: 'Seal my ballot' }))
    const sent = made.find(({ name }) => name === 'putProxyBallot')
    expect(sent).toMatchObject({
      params: { roundId: 'r1', seatId: 'dan' },
      body: { sealed: true, points: { n1: 70, n2: 30, n3: 0 } },
    })
    await waitFor(() => expect(screen.queryByRole('spinbutton')).toBeNull())
    expect(useToasts.getState().toasts.at(-1)?.text).toBe('The paper ballot of Dan Reyes is sealed.')
    expect(made.some(({ name }) => name === 'readBallot' || name === 'putBallot')).toBe(false)
  })

  test('what is refused stays on the sheet, with the sentence', async () => {
    const problem = { code: 'round-closed', title: 'This round is closed.', faults: [], retryAfterS: null }
    const { user } = playWeigh('facilitator', {
      ...withProxy,
      replies: { putProxyBallot: { ok: false, problem } },
    })
    await user.click(screen.getByRole('button', { name: 'Paper ballots' }))
    await user.click(screen.getByRole('button', { name: 'Enter the paper ballot of Dan Reyes' }))
    await user.type(screen.getAllByRole('spinbutton')[0] as HTMLElement, '100')
    await user.click(screen.getByRole('button', { name: 'Seal my ballot' }))
    expect(await screen.findByRole('alert')).toHaveTextContent('This round is closed.')
    expect(screen.getAllByRole('spinbutton')[0]).toHaveValue('100')
  })

  test('who is sealed already is said; nothing is shown of what stands in it', async () => {
    const { user } = playWeigh('facilitator', { ...withProxy, replies: sealed(['dan']) })
    await user.click(screen.getByRole('button', { name: 'Paper ballots' }))
    expect(await screen.findByText('sealed', { selector: 'small' })).toBeVisible()
    await user.click(screen.getByRole('button', { name: 'Enter the paper ballot of Dan Reyes' }))
    for (const field of screen.getAllByRole('spinbutton')) expect(field).toHaveValue('')
  })

  test('a sheet can be printed, and leaves the page when that is done', async () => {
    const print = vi.fn()
    vi.stubGlobal('print', print)
    const { user } = playWeigh('facilitator', inRound())
    await user.click(screen.getByRole('button', { name: 'Paper ballots' }))
    expect(screen.getByText(/Everyone who votes has a device/)).toBeVisible()
    await user.click(screen.getByRole('button', { name: 'Print a ballot' }))
    expect(print).toHaveBeenCalledOnce()
    const sheet = document.querySelector('[data-print]')
    expect(sheet).toHaveTextContent('Alarms I can trust')
    expect(sheet).toHaveTextContent('Together 100')
    act(() => void window.dispatchEvent(new Event('afterprint')))
    expect(document.querySelector('[data-print]')).toBeNull()
    vi.unstubAllGlobals()
  })

  test('nobody but the facilitator has them, and only while the round is open', () => {
    const { unmount } = playWeigh('sponsor', withProxy)
    expect(screen.queryByRole('button', { name: 'Paper ballots' })).toBeNull()
    unmount()
    playWeigh('facilitator', inRound({ status: 'closed' }))
    expect(screen.queryByRole('button', { name: 'Paper ballots' })).toBeNull()
  })
})
