import { screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { beforeAll, beforeEach, expect, test, vi } from 'vitest'
import { LinksDialog } from '#client/features/links/links-dialog.tsx'
import type { CommandResult } from '#client/session/api.ts'
import { startTexts } from '#client/texts/start-texts.ts'
import type { CallName } from '#shared/protocol/calls.ts'
import type { LinkKind, WorkshopLink } from '#shared/protocol/link-calls.ts'
import { renderSession, type SessionSetting } from '#test/support/render-session.tsx'

beforeAll(() => {
  startTexts()
  // jsdom has no dialogs.
  HTMLDialogElement.prototype.showModal = function showModal() {
    this.open = true
  }
})

const linkTo = (kind: LinkKind, more: Partial<WorkshopLink> = {}): WorkshopLink => ({
  kind,
  state: 'open',
  link: `https://x.example/${kind}`,
  expiresAt: null,
  madeAt: Date.UTC(2026, 4, 12),
  madeBy: 'Fay',
  ...more,
})

/** What the server has. */
let links: WorkshopLink[]
beforeEach(() => {
  links = [linkTo('participate'), linkTo('watch'), linkTo('result')]
})

const ok = (reply: object) => ({ ok: true, reply }) as CommandResult<CallName>
const change = (kind: string | undefined, more: Partial<WorkshopLink>) => {
  links = links.map((one) => (one.kind === kind ? { ...one, ...more } : one))
}

function open(setting: SessionSetting = {}) {
  return renderSession(<LinksDialog onClose={() => {}} />, {
    role: 'facilitator',
    ...setting,
    replies: {
      listLinks: () => ok({ links: [...links] }),
      endLink: ({ params }) => {
        change(params.kind, { state: 'ended', link: null })
        return ok({})
      },
      changeLink: ({ params, body }) => {
        const { days } = body as { days: number | null }
        change(params.kind, { expiresAt: days === null ? null : Date.now() + days * 86_400_000 })
        return ok({})
      },
      renewLink: ({ params }) => {
        change(params.kind, { state: 'open', link: 'https://x.example/anew' })
        return ok({ link: 'https://x.example/anew', joinCode: null })
      },
      ...setting.replies,
    },
  })
}

const row = (name: string) => screen.findByRole('listitem', { name })

test('a facilitator lets a link run for a week, ends it when pressed twice, and makes a new one', async () => {
  const { made } = open()
  const result = within(await row('Read the result'))
  expect(result.getByText('runs until it is ended · made by Fay, May 12, 2026')).toBeVisible()
  await userEvent.click(result.getByRole('button', { name: 'A week' }))
  expect(await result.findByText(/^runs until .* · made by Fay/)).toBeVisible()
  expect(result.getByRole('button', { name: 'A week' })).toHaveAttribute('aria-pressed', 'true')
  await userEvent.click(result.getByRole('button', { name: 'End it' }))
  expect(made.map(({ name }) => name)).not.toContain('endLink')
  await userEvent.click(result.getByRole('button', { name: 'Really end it?' }))
  expect(await result.findByText(/^ended/)).toBeVisible()
  expect(result.queryByRole('button', { name: /Copy/ })).toBeNull()
  await userEvent.click(result.getByRole('button', { name: 'Make a new one' }))
  expect(await result.findByText('https://x.example/anew')).toBeVisible()
  expect(made.map(({ name }) => name).filter((name) => name !== 'listLinks')).toEqual([
    'changeLink',
    'endLink',
    'renewLink',
  ])
})

test('a link is copied, and shown as a code for a phone', async () => {
  open()
  const take = within(await row('Take part'))
  const write = vi.fn(async () => {})
  vi.stubGlobal('navigator', { ...navigator, clipboard: { writeText: write } })
  await userEvent.click(take.getByRole('button', { name: 'Copy the link: Take part' }))
  expect(write).toHaveBeenCalledWith('https://x.example/participate')
  vi.unstubAllGlobals()
  await userEvent.click(take.getByRole('button', { name: 'QR code' }))
  expect(await take.findByRole('img', { name: 'QR code of the link: Take part' })).toBeVisible()
})

test('a member hands on what they have, says whose it is, and can end nothing', async () => {
  links = [linkTo('participate'), linkTo('result', { state: 'expired', link: null })]
  open({ role: 'member' })
  expect(within(await row('Take part')).getByRole('button', { name: /Copy/ })).toBeVisible()
  const result = within(await row('Read the result'))
  expect(result.getByText(/^has run out · made by Fay/)).toBeVisible()
  expect(result.queryByRole('button')).toBeNull()
  expect(screen.queryByRole('button', { name: 'End it' })).toBeNull()
  expect(screen.getByText(/Only a facilitator can end it/)).toBeVisible()
})

test('without a server it says so, and can be tried again', async () => {
  const problem = { code: 'offline', title: '', faults: [], retryAfterS: null }
  open({ replies: { listLinks: { ok: false, problem } } })
  expect(await screen.findByRole('alert')).toHaveTextContent('Links are made by the server')
  expect(screen.getByRole('button', { name: 'Try again' })).toBeVisible()
})
