import { act, renderHook } from '@testing-library/react'
import { expect, test } from 'vitest'
import type { SessionDeps } from '#client/session/deps.ts'
import { openSession } from '#client/session/session.ts'
import {
  forgetWorkshop,
  rememberedView,
  rememberWorkshop,
  useKnownWorkshops,
} from '#client/session/workshops.ts'
import { viewOf } from '#test/support/render-session.tsx'

const view = viewOf({ role: 'facilitator' }, 0)

test('workshops opened here are listed newest first, until they are forgotten', () => {
  const { result } = renderHook(useKnownWorkshops)
  act(() => {
    rememberWorkshop({ ...view, workshopId: 'a', title: 'First' }, 1)
    rememberWorkshop({ ...view, workshopId: 'b', title: 'Second' }, 2)
    rememberWorkshop({ ...view, workshopId: 'a', title: 'First' }, 3, {
      named: { company: 'Brackwell', product: 'Larderline', segment: 'Cafés' },
    })
  })
  expect(result.current.map(({ title, segment }) => [title, segment])).toEqual([
    ['First', 'Cafés'],
    ['Second', ''],
  ])
  act(() => forgetWorkshop('a'))
  expect(result.current.map(({ workshopId }) => workshopId)).toEqual(['b'])
})

test('where a workshop stood is kept until more is known; what older versions kept is read as unknown', () => {
  const { result } = renderHook(useKnownWorkshops)
  const stood = { activity: 'roadmap', isEnvelopeOpen: true } as const
  act(() => rememberWorkshop({ ...view, workshopId: 'c' }, 4, { stood }))
  act(() => rememberWorkshop({ ...view, workshopId: 'c' }, 5))
  expect(result.current[0]).toMatchObject({ workshopId: 'c', stood })
  const older = { workshopId: 'old', title: 'Old', segment: '', openedAt: 1, view: null }
  localStorage.setItem(
    'guessproof:workshops',
    JSON.stringify([older, { ...older, stood: { activity: '?' } }]),
  )
  act(() => void window.dispatchEvent(new StorageEvent('storage', { key: 'guessproof:workshops' })))
  expect(result.current.map(({ stood, plan, product }) => [stood, plan, product])).toEqual([
    [null, null, ''],
    [null, null, ''],
  ])
})

test('what another tab has added is not lost; what was taken off the list can be had back in its place', () => {
  const { result } = renderHook(useKnownWorkshops)
  const ids = () => result.current.map(({ workshopId }) => workshopId)
  act(() => {
    forgetWorkshop('old')
    rememberWorkshop({ ...view, workshopId: 'x' }, 10)
  })
  const kept = JSON.parse(localStorage.getItem('guessproof:workshops') ?? '[]') as object[]
  const added = { ...kept[0], workshopId: 'other-tab', openedAt: 11 }
  localStorage.setItem('guessproof:workshops', JSON.stringify([added, ...kept]))
  act(() => rememberWorkshop({ ...view, workshopId: 'y' }, 12))
  expect(ids()).toEqual(['y', 'other-tab', 'x'])
  let undo = () => {}
  act(() => {
    undo = forgetWorkshop('other-tab')
  })
  expect(ids()).toEqual(['y', 'x'])
  act(() => undo())
  expect(ids()).toEqual(['y', 'other-tab', 'x'])
})

test('[S4] links and codes are not kept on the device', () => {
  rememberWorkshop(view, 1)
  expect(JSON.stringify(localStorage)).not.toContain(view.joinCode)
  expect(JSON.stringify(localStorage)).not.toContain('#t=')
  expect(rememberedView(view.workshopId)).toMatchObject({ seat: view.seat })
})

test('a workshop that refuses this browser is forgotten', async () => {
  rememberWorkshop(view, 1)
  const deps: Partial<SessionDeps> = {
    fetch: async () => Response.json({ code: 'no-seat', title: 'No seat' }, { status: 401 }),
    newId: () => 'id',
    now: () => 0,
  }
  const opened = await openSession(view.workshopId, deps as SessionDeps)
  expect(opened).toMatchObject({ ok: false, problem: { code: 'no-seat' } })
  expect(rememberedView(view.workshopId)).toBeNull()
})
