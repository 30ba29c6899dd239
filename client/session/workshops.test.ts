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
    rememberWorkshop({ ...view, workshopId: 'a', title: 'First' }, 3, 'Cafés')
  })
  expect(result.current.map(({ title, segment }) => [title, segment])).toEqual([
    ['First', 'Cafés'],
    ['Second', ''],
  ])
  act(() => forgetWorkshop('a'))
  expect(result.current.map(({ workshopId }) => workshopId)).toEqual(['b'])
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
