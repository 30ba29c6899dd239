import { act, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import { OlderCopyBanner } from '#client/app/older-copy-banner.tsx'
import { startTexts } from '#client/texts/start-texts.ts'
import { useToasts } from '#client/ui/toast-store.ts'
import { renderSession, type SessionSetting } from '#test/support/render-session.tsx'

beforeAll(startTexts)
beforeEach(() => useToasts.setState({ toasts: [] }))
afterEach(() => vi.unstubAllGlobals())

const copy = () => ({
  bringBack: vi.fn(async () => {}),
  discard: vi.fn(async () => {}),
  asFile: vi.fn(async () => '{"format":"guessproof.workshop"}'),
})
const open = (setting: SessionSetting) => renderSession(<OlderCopyBanner />, setting)
const lead = () => screen.queryByText('This device holds work the workshop has not.')
const press = async (name: string) => userEvent.click(await screen.findByRole('button', { name }))
const toasts = () => useToasts.getState().toasts.map(({ text }) => text)

test('[OF-4a] without such a copy nothing is asked', async () => {
  const olderCopy = vi.fn(async () => null)
  open({ olderCopy })
  await vi.waitFor(() => expect(olderCopy).toHaveBeenCalled())
  expect(lead()).toBeNull()
})

test('[OF-4a] it is looked for only when the documents are as the server has them', async () => {
  const olderCopy = vi.fn(async () => copy())
  const { setSaved } = open({ olderCopy, saved: { status: 'loading' } })
  expect(olderCopy).not.toHaveBeenCalled()
  setSaved({ status: 'saved' })
  await vi.waitFor(() => expect(lead()).toBeVisible())
})

test('[OF-4a] writing does not look for it again; a line that was gone does', async () => {
  const olderCopy = vi.fn(async () => null)
  const { setSaved } = open({ olderCopy })
  await vi.waitFor(() => expect(olderCopy).toHaveBeenCalledOnce())
  act(() => setSaved({ status: 'saving', changes: 1 }))
  act(() => setSaved({ status: 'saved' }))
  expect(olderCopy).toHaveBeenCalledOnce()
  act(() => setSaved({ status: 'offline', changes: 0, retryAt: null }))
  act(() => setSaved({ status: 'saved' }))
  await vi.waitFor(() => expect(olderCopy).toHaveBeenCalledTimes(2))
})

test('[OF-4a] what is brought back is said to be back, and is not asked about again', async () => {
  const older = copy()
  const { setSaved } = open({ olderCopy: async () => older })
  await press('Bring it back')
  expect(older.bringBack).toHaveBeenCalledOnce()
  expect(older.discard).not.toHaveBeenCalled()
  setSaved({ status: 'saving', changes: 1 })
  setSaved({ status: 'saved' })
  expect(lead()).toBeNull()
  expect(toasts()).toEqual(['It is back, for everyone in the workshop.'])
})

test('[OF-4a] nothing is forgotten at one press', async () => {
  const older = copy()
  open({ olderCopy: async () => older })
  await press('Forget it')
  await press('Cancel')
  expect(older.discard).not.toHaveBeenCalled()
  await press('Forget it')
  expect(screen.getByText(/cannot be undone/)).toBeVisible()
  await press('Forget it')
  expect(older.discard).toHaveBeenCalledOnce()
  expect(lead()).toBeNull()
})

test('[OF-4a] it can be downloaded as a workshop file, and is still there afterwards', async () => {
  const saved: Blob[] = []
  vi.stubGlobal('URL', Object.assign(URL, { createObjectURL: (blob: Blob) => `blob:${saved.push(blob)}` }))
  const clicked = vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(() => {})
  open({ olderCopy: async () => copy() })
  await press('Download it')
  await vi.waitFor(() => expect(clicked).toHaveBeenCalledOnce())
  expect(saved[0]?.size).toBe(32)
  expect(lead()).toBeVisible()
})
