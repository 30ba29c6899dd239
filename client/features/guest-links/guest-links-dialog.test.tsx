import { screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { beforeAll, beforeEach, expect, test, vi } from 'vitest'
import { GuestLinksDialog } from '#client/features/guest-links/guest-links-dialog.tsx'
import type { CommandResult } from '#client/session/api.ts'
import { startTexts } from '#client/texts/start-texts.ts'
import type { CallName } from '#shared/protocol/calls.ts'
import type { GuestLink } from '#shared/protocol/guest-calls.ts'
import { renderSession, type SessionSetting } from '#test/support/render-session.tsx'

beforeAll(() => {
  startTexts()
  // jsdom has no dialogs.
  HTMLDialogElement.prototype.showModal = function showModal() {
    this.open = true
  }
})

const link = (linkId: string, more: Partial<GuestLink> = {}): GuestLink => ({
  linkId,
  label: linkId,
  forMany: false,
  used: 0,
  createdAt: 1,
  expiresAt: Date.UTC(2026, 4, 19),
  state: 'open',
  link: `https://x.example/ask#t=${linkId}`,
  draft: null,
  ...more,
})

/** What the server has. */
let links: GuestLink[]
beforeEach(() => {
  links = []
})

const ok = (reply: object) => ({ ok: true, reply }) as CommandResult<CallName>

function open(replies: SessionSetting['replies'] = {}) {
  return renderSession(<GuestLinksDialog purpose="asks" onClose={() => {}} />, {
    role: 'researcher',
    board: { needs: { n1: { short: 'Alarms', status: 'active' } } },
    replies: {
      listGuestLinks: () => ok({ links: [...links] }),
      createGuestLink: ({ body }) => {
        const made = link('made', body as { label: string; forMany: boolean })
        links.unshift(made)
        return ok(made)
      },
      revokeGuestLink: ({ params }) => {
        links = links.map((one) =>
          one.linkId === params.linkId ? { ...one, state: 'revoked' as const, link: null } : one,
        )
        return ok({})
      },
      ...replies,
    },
  })
}

test('makes a link for many, open for thirty days, shows its QR code and copies it', async () => {
  const { made } = open()
  const write = vi.fn(async () => {})
  expect(await screen.findByText('No link yet.')).toBeInTheDocument()
  await userEvent.type(screen.getByLabelText('What is it for?'), 'Stand at the fair')
  await userEvent.click(screen.getByLabelText('Many may answer by this link'))
  await userEvent.click(screen.getByRole('button', { name: '30 days' }))
  await userEvent.click(screen.getByRole('button', { name: 'Make a link' }))
  const row = await screen.findByRole('listitem', { name: 'Stand at the fair' })
  expect(made.find(({ name }) => name === 'createGuestLink')?.body).toEqual({
    label: 'Stand at the fair',
    forMany: true,
    days: 30,
  })
  expect(row).toHaveTextContent('for many · 0 answers · until May 19, 2026')
  expect(await within(row).findByRole('img', { name: /QR code of the link/ })).toBeInTheDocument()
  vi.stubGlobal('navigator', { ...navigator, clipboard: { writeText: write } })
  await userEvent.click(within(row).getByRole('button', { name: 'Copy' }))
  expect(write).toHaveBeenCalledWith('https://x.example/ask#t=made')
  vi.unstubAllGlobals()
})

test('ends a link only when pressed twice; one that is over, used or ended has nothing to hand on', async () => {
  links = [
    link('a'),
    link('b', { state: 'used', used: 1, link: null }),
    link('c', { state: 'expired', link: null }),
  ]
  const { made } = open()
  const row = await screen.findByRole('listitem', { name: 'a' })
  await userEvent.click(within(row).getByRole('button', { name: 'End it' }))
  expect(made.map(({ name }) => name)).not.toContain('revokeGuestLink')
  await userEvent.click(within(row).getByRole('button', { name: 'Really end it?' }))
  expect(await screen.findByText('for one · 0 answers · ended')).toBeInTheDocument()
  expect(screen.getByRole('listitem', { name: 'b' })).toHaveTextContent('for one · 1 answer · used up')
  for (const item of screen.getAllByRole('listitem')) expect(within(item).queryByRole('button')).toBeNull()
})

test('without a server it says so and can be tried again; a room without needs is told what is asked', async () => {
  const problem = { code: 'offline', title: '', faults: [], retryAfterS: null }
  const { made } = renderSession(<GuestLinksDialog purpose="asks" onClose={() => {}} />, {
    role: 'researcher',
    replies: { listGuestLinks: { ok: false, problem } },
  })
  expect(await screen.findByRole('alert')).toHaveTextContent('Links are made by the server')
  expect(screen.getByText(/no agreed needs yet/)).toBeInTheDocument()
  await userEvent.click(screen.getByRole('button', { name: 'Try again' }))
  expect(made).toHaveLength(2)
})

test('[method P5] a link that shows a draft is made of chosen promises and stages, without guesses unless wanted', async () => {
  const { made } = renderSession(<GuestLinksDialog purpose="shows" onClose={() => {}} />, {
    role: 'researcher',
    board: {
      promiseDrafts: {
        p1: { text: 'You reach somebody who knows.', order: 'a' },
        p2: { text: 'An older one', order: 'b', status: 'superseded' },
      },
      stages: { s1: { name: 'It breaks', order: 'a' }, s2: { name: 'Look around', order: 'b' } },
    },
    replies: { listGuestLinks: () => ok({ links: [] }), createGuestLink: () => ok(link('made')) },
  })
  expect(screen.getByRole('button', { name: /Make a link/ })).toHaveAttribute('aria-disabled', 'true')
  expect(screen.queryByLabelText('An older one')).toBeNull()
  await userEvent.click(screen.getByLabelText('You reach somebody who knows.'))
  await userEvent.click(screen.getByLabelText('Look around'))
  await userEvent.click(screen.getByRole('button', { name: /Make a link/ }))
  expect(made.find(({ name }) => name === 'createGuestLink')?.body).toEqual({
    label: '',
    forMany: false,
    days: 7,
    draft: { promiseIds: ['p1'], stageIds: ['s2'], saidOnly: true },
  })
})
