import { act, screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { MemoryRouter, Route, Routes, useLocation } from 'react-router'
import { beforeAll, beforeEach, expect, test, vi } from 'vitest'
import { OpenWorkshop } from '#client/app/open-workshop.tsx'
import { startTexts } from '#client/texts/start-texts.ts'
import { useToasts } from '#client/ui/toast-store.ts'
import { Toasts } from '#client/ui/toasts.tsx'
import { renderSession, type SessionSetting } from '#test/support/render-session.tsx'

beforeAll(async () => {
  startTexts()
  // Screens come when they are opened; a busy machine may take longer for that than a test waits.
  await Promise.all([
    import('#client/features/scene/scene-page.tsx'),
    import('#client/features/scene/join-card.tsx'),
    import('#client/features/weigh/weigh-page.tsx'),
    import('#client/features/roadmap/roadmap-page.tsx'),
    import('#client/app/keys-dialog.tsx'),
    import('#client/features/people/people-tab.tsx'),
    import('#client/features/decisions/decisions-tab.tsx'),
    import('#client/features/history/history-tab.tsx'),
  ])
}, 60_000)
beforeEach(() => {
  localStorage.clear()
  useToasts.setState({ toasts: [] })
  HTMLDialogElement.prototype.showModal = function () {
    this.open = true
  }
  HTMLDialogElement.prototype.close = function () {
    this.open = false
    this.dispatchEvent(new Event('close'))
  }
  wide(true)
})

function wide(isWide: boolean) {
  vi.stubGlobal('matchMedia', () => ({
    matches: !isWide,
    addEventListener: () => {},
    removeEventListener: () => {},
  }))
}

function Address() {
  return <p data-testid="address">{useLocation().pathname}</p>
}

function open(
  path: string | { pathname: string; state: unknown },
  setting: SessionSetting = {},
  onAgain = () => {},
) {
  return renderSession(
    <MemoryRouter initialEntries={[path]}>
      <Routes>
        <Route path="/w/:workshopId/*" element={<OpenWorkshop workshopId="workshop-1" onAgain={onAgain} />} />
      </Routes>
      <Address />
      <Toasts />
    </MemoryRouter>,
    setting,
  )
}

const address = () => screen.getByTestId('address').textContent

test('without a stop in the address one comes to where everyone is', async () => {
  open('/w/workshop-1', { record: { agenda: { activity: 'scene', movedAt: 1 } } })
  expect(await screen.findByRole('heading', { name: 'Who are we talking about?' })).toBeVisible()
  expect(address()).toBe('/w/workshop-1/scene')
})

test('the last activity has its stop', async () => {
  open('/w/workshop-1', { record: { agenda: { activity: 'export', movedAt: 1 } } })
  await vi.waitFor(() => expect(address()).toBe('/w/workshop-1/export'))
})

test('[FA-1a] a member goes where the facilitator calls, and may stay', async () => {
  const { setRecord } = open('/w/workshop-1/scene', {
    role: 'member',
    record: { agenda: { activity: 'scene', movedAt: 1 } },
  })
  await screen.findByRole('heading', { name: 'Who are we talking about?' })
  act(() => setRecord({ agenda: { activity: 'weigh', movedAt: 2 } }))
  await vi.waitFor(() => expect(address()).toBe('/w/workshop-1/weigh'))
  expect(screen.getByText('the facilitator moved everyone to Weigh the needs')).toBeVisible()
  await userEvent.click(screen.getByRole('button', { name: 'Stay here' }))
  expect(address()).toBe('/w/workshop-1/scene')
  expect(await screen.findByRole('button', { name: 'Rejoin the facilitator' })).toBeVisible()
})

test.each([
  ['Ana', 'Ana 2', true],
  ['Ana', 'Ana', false],
  [undefined, 'Ana 2', false],
])('[JN-6b] typed %s and called %s: told so is %s', async (typedName, name, isTold) => {
  open({ pathname: '/w/workshop-1', state: { typedName } }, { role: 'member', name })
  await screen.findByRole('heading', { name: 'Who are we talking about?' })
  const told = screen.queryByText('There is another Ana here, so the room calls you Ana 2.')
  expect(told !== null).toBe(isTold)
})

test('[FA-1a] the call says who called', async () => {
  const { setRecord } = open('/w/workshop-1/scene', {
    role: 'member',
    record: {
      agenda: { activity: 'scene', movedAt: 1 },
      seats: { noor: { name: 'Noor Haddad', role: 'facilitator', joinedAt: 0 } },
    },
  })
  await screen.findByRole('heading', { name: 'Who are we talking about?' })
  act(() => setRecord({ agenda: { activity: 'weigh', movedAt: 2, movedBy: 'noor' } }))
  expect(await screen.findByText('Noor moved everyone to Weigh the needs')).toBeVisible()
})

test('[AX-4a] who was typing when everyone is called elsewhere has the focus on the new screen', async () => {
  const { setRecord } = open('/w/workshop-1/scene', {
    role: 'member',
    record: { agenda: { activity: 'scene', movedAt: 1 } },
  })
  await userEvent.click(await screen.findByRole('textbox', { name: 'Company' }))
  act(() => setRecord({ agenda: { activity: 'weigh', movedAt: 2 } }))
  await vi.waitFor(() => expect(address()).toBe('/w/workshop-1/weigh'))
  expect(screen.getByRole('main')).toHaveFocus()
})

test('[FA-1a] whoever stays elsewhere sees on a phone too where everyone is, and the way there', async () => {
  wide(false)
  open('/w/workshop-1/scene', { role: 'member', record: { agenda: { activity: 'weigh', movedAt: 1 } } })
  await userEvent.click(await screen.findByRole('button', { name: 'Rejoin the facilitator' }))
  expect(address()).toBe('/w/workshop-1/weigh')
  expect(screen.queryByRole('button', { name: 'Rejoin the facilitator' })).toBeNull()
})

test('[U1] the rail is ink blue only when the envelope is open', async () => {
  const atRoadmap = { agenda: { activity: 'roadmap', movedAt: 1 } } as const
  const inked = () =>
    screen.getByRole('link', { name: 'Roadmap, everyone is here' }).className.includes('inked')
  const { setRecord } = open('/w/workshop-1/roadmap', { record: atRoadmap })
  expect(inked()).toBe(false)
  act(() => setRecord({ envelope: { openedAt: 5 } }))
  expect(inked()).toBe(true)
})

test('a facilitator is not moved by a call', async () => {
  const { setRecord } = open('/w/workshop-1/scene', { record: { agenda: { activity: 'scene', movedAt: 1 } } })
  await screen.findByRole('heading', { name: 'Who are we talking about?' })
  act(() => setRecord({ agenda: { activity: 'roadmap', movedAt: 2 } }))
  expect(await screen.findByRole('button', { name: 'Bring everyone here' })).toBeVisible()
  expect(address()).toBe('/w/workshop-1/scene')
})

test.each([
  [{ status: 'saved' }, 'All changes saved'],
  [{ status: 'saving', changes: 2 }, 'Saving…'],
  [{ status: 'offline', changes: 3, retryAt: null }, 'Offline: 3 changes kept on this device'],
  [{ status: 'offline', changes: 1, retryAt: null }, 'Offline: 1 change kept on this device'],
  [{ status: 'offline', changes: 0, retryAt: null }, 'Offline'],
  [{ status: 'not-saved', changes: 1 }, 'Not saved: reload blocked'],
] as const)('[OF-1a] %j is said as “%s”, on a laptop and on a phone', async (saved, words) => {
  const { unmount } = open('/w/workshop-1/scene', { saved })
  expect(await screen.findByText(words)).toHaveAttribute('role', 'status')
  unmount()
  wide(false)
  open('/w/workshop-1/scene', { saved })
  expect(await screen.findByText(words)).toBeVisible()
})

test('[OF-6a] without a line a banner says so, and goes when the line is back', async () => {
  const { setSaved } = open('/w/workshop-1/scene', {
    saved: { status: 'offline', changes: 2, retryAt: null },
  })
  expect(await screen.findByText('You are offline.')).toBeVisible()
  act(() => setSaved({ status: 'saved' }))
  expect(screen.queryByText('You are offline.')).toBeNull()
  expect(screen.getByText('Back online. All changes are sent.')).toBeVisible()
})

test('a seat that was taken out is told so, with the way back', async () => {
  const { setSaved } = open('/w/workshop-1/scene')
  await screen.findByRole('heading', { name: 'Who are we talking about?' })
  act(() => setSaved({ status: 'closed', reason: 4401 }))
  expect(screen.getByRole('heading', { name: 'You are not in this workshop' })).toBeVisible()
  expect(screen.getByRole('link', { name: 'Type the code' })).toHaveAttribute('href', '/join')
})

test('other rights or another history open the workshop anew, without an error and without a press', async () => {
  const onAgain = vi.fn()
  const { setSaved } = open('/w/workshop-1/scene', {}, onAgain)
  await screen.findByRole('heading', { name: 'Who are we talking about?' })
  act(() => setSaved({ status: 'closed', reason: 4504 }))
  expect(onAgain).toHaveBeenCalledOnce()
  expect(screen.queryByRole('heading', { name: 'This workshop does not open now' })).toBeNull()
})

test('a workshop that is not there is not called one that one is not in', async () => {
  const { setSaved } = open('/w/workshop-1/scene')
  act(() => setSaved({ status: 'closed', reason: 4404 }))
  expect(screen.getByRole('heading', { name: 'There is no workshop here' })).toBeVisible()
})

test('[JN-3a] J fills the screen with the code and how many are here, Esc or the button closes it', async () => {
  open('/w/workshop-1/scene')
  await screen.findByRole('heading', { name: 'Who are we talking about?' })
  await userEvent.keyboard('j')
  expect(await screen.findByRole('dialog', { name: 'How to join' })).toHaveTextContent('KMT 4WP')
  await userEvent.click(screen.getByRole('button', { name: 'Close' }))
  expect(screen.queryByRole('dialog')).toBeNull()
})

test('[KB-3a] letters are commands outside of fields only, and can be turned off', async () => {
  open('/w/workshop-1/scene')
  await userEvent.click(await screen.findByRole('textbox', { name: 'Company' }))
  await userEvent.keyboard('jgw')
  expect(screen.queryByRole('dialog')).toBeNull()
  await userEvent.click(document.body)
  await userEvent.keyboard('?')
  await userEvent.click(await screen.findByRole('switch', { name: 'Single-letter keys' }))
  await userEvent.click(screen.getByRole('button', { name: 'Close' }))
  await userEvent.keyboard('gw')
  expect(address()).toBe('/w/workshop-1/scene')
})

test('G and a letter go to a stop', async () => {
  open('/w/workshop-1/scene')
  await screen.findByRole('heading', { name: 'Who are we talking about?' })
  await userEvent.keyboard('go')
  expect(address()).toBe('/w/workshop-1/roadmap')
})

test('a stop that does not exist leads back to where everyone is', async () => {
  open('/w/workshop-1/nowhere')
  await vi.waitFor(() => expect(address()).toBe('/w/workshop-1/scene'))
})

test('a drawer holds people, decisions and history; a point opens it, Esc closes it', async () => {
  const user = userEvent.setup({ delay: null })
  open('/w/workshop-1/scene', {
    record: {
      decisions: { d1: { text: 'We call five more', support: { for: 3, against: 1, abstain: 0 } } },
    },
    replies: {
      listSeats: { ok: true, reply: { seats: [] } },
      readHistory: { ok: true, reply: { entries: [], hasMore: false } },
    },
  })
  await screen.findByRole('heading', { name: 'Who are we talking about?' })
  await user.keyboard('.')
  const tab = (name: RegExp) => within(screen.getByRole('dialog')).getByRole('button', { name })
  expect(await screen.findByRole('heading', { name: '1 person' })).toBeVisible()
  expect(tab(/^People/)).toHaveFocus()
  await user.click(tab(/^Decisions 1/))
  expect(await screen.findByText('We call five more')).toBeVisible()
  expect(screen.getByText(/3 to 1/)).toBeVisible()
  await user.click(tab(/^History/))
  expect(await screen.findByText('Nothing was changed yet.')).toBeVisible()
  await user.keyboard('{Escape}')
  expect(screen.queryByRole('dialog')).toBeNull()
})
