import { act, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { MemoryRouter, Route, Routes, useLocation } from 'react-router'
import { beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
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
    import('#client/features/weigh/weigh-page.tsx'),
    import('#client/features/roadmap/roadmap-page.tsx'),
  ])
}, 60_000)
beforeEach(() => {
  useToasts.setState({ toasts: [] })
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
  return <p data-testid="address">{useLocation().pathname.split('/').at(-1)}</p>
}

const noor = { noor: { name: 'Noor Haddad', role: 'facilitator' as const, joinedAt: 1 } }

function open(at: string, setting: SessionSetting = {}) {
  const played = renderSession(
    <MemoryRouter initialEntries={[`/w/workshop-1/${at}`]}>
      <Routes>
        <Route
          path="/w/:workshopId/*"
          element={<OpenWorkshop workshopId="workshop-1" onAgain={() => {}} />}
        />
      </Routes>
      <Address />
      <Toasts />
    </MemoryRouter>,
    {
      ...setting,
      record: { agenda: { activity: 'weigh', movedAt: 1 }, seats: noor, ...setting.record },
    },
  )
  return { user: userEvent.setup({ delay: null }), ...played }
}

const address = () => screen.getByTestId('address').textContent
const following = () => screen.findByRole('button', { name: 'Following Noor' })
const rejoin = () => screen.findByRole('button', { name: 'Rejoin Noor' })

describe('a member', () => {
  test('follows where everyone is; going elsewhere by hand pauses it, and one press rejoins', async () => {
    const { user } = open('weigh', { role: 'member' })
    expect(await following()).toHaveAttribute('aria-pressed', 'true')
    await user.keyboard('gs')
    expect(address()).toBe('scene')
    await user.click(await rejoin())
    expect(address()).toBe('weigh')
    expect(await following()).toBeVisible()
  })

  test('who follows is moved at once, and may stay', async () => {
    const { user, setRecord } = open('weigh', { role: 'member' })
    await following()
    act(() => setRecord({ agenda: { activity: 'roadmap', movedAt: 2 } }))
    await vi.waitFor(() => expect(address()).toBe('roadmap'))
    expect(screen.getByText('Noor moved everyone to Roadmap')).toBeVisible()
    await user.click(screen.getByRole('button', { name: 'Stay here' }))
    expect(address()).toBe('weigh')
    expect(await rejoin()).toBeVisible()
  })

  test('who is elsewhere is asked, not moved', async () => {
    const { user, setRecord } = open('scene', { role: 'member' })
    await rejoin()
    act(() => setRecord({ agenda: { activity: 'roadmap', movedAt: 2 } }))
    expect(await screen.findByText('Noor moved everyone to Roadmap')).toBeVisible()
    expect(address()).toBe('scene')
    await user.click(screen.getByRole('button', { name: 'Go there' }))
    expect(address()).toBe('roadmap')
  })

  test('F stops following without going anywhere, and F again takes it up', async () => {
    const { user, setRecord } = open('weigh', { role: 'member' })
    await following()
    await user.keyboard('f')
    expect(await rejoin()).toBeVisible()
    act(() => setRecord({ agenda: { activity: 'roadmap', movedAt: 2 } }))
    expect(await screen.findByRole('button', { name: 'Go there' })).toBeVisible()
    expect(address()).toBe('weigh')
    await user.keyboard('f')
    expect(address()).toBe('roadmap')
    expect(await following()).toBeVisible()
  })

  test('on a phone the way back is shown only when one is elsewhere', async () => {
    wide(false)
    const { unmount } = open('weigh', { role: 'member' })
    await screen.findByRole('button', { name: 'Menu' })
    expect(screen.queryByText(/Everyone is on/)).toBeNull()
    unmount()
    open('scene', { role: 'member' })
    expect(await rejoin()).toBeVisible()
  })
})

describe('the facilitator', () => {
  test('is told how many are elsewhere, and calls them by button or Shift B', async () => {
    const { user, present, made } = open('weigh', { role: 'facilitator' })
    expect(await screen.findByText('You run this workshop')).toBeVisible()
    act(() => {
      present('a', { activity: 'weigh' })
      present('b', { activity: 'roadmap' })
      present('c', { activity: 'scene' })
      present('d', { activity: 'scene', away: true })
    })
    const bring = await screen.findByRole('button', { name: /Bring everyone here/ })
    expect(bring).toHaveTextContent('2 elsewhere')
    await user.click(bring)
    await user.keyboard('{Shift>}B{/Shift}')
    const calls = made.filter(({ name }) => name === 'setAgenda')
    expect(calls.map(({ body }) => body)).toEqual([{ activity: 'weigh' }, { activity: 'weigh' }])
  })

  test('elsewhere, is told where everyone is', async () => {
    open('roadmap', { role: 'facilitator' })
    expect(await screen.findByText('Weigh the needs', { selector: 'b' })).toBeVisible()
    expect(screen.getByRole('button', { name: 'Bring everyone here' })).toBeVisible()
  })
})
