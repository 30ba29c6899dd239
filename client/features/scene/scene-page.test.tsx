import { act, screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { beforeAll, expect, test, vi } from 'vitest'
import { ScenePage } from '#client/features/scene/scene-page.tsx'
import { startTexts } from '#client/texts/start-texts.ts'
import { changeScene } from '#shared/board/scene-edits.ts'
import { options, scene } from '#shared/board/schema.ts'
import { readRows, readSingle } from '#shared/document/collection.ts'
import { renderSession, type SessionSetting } from '#test/support/render-session.tsx'

beforeAll(startTexts)

const functionsOfTheRoom = {
  f1: { name: 'Marketing', order: 'a0' },
  f2: { name: 'Customer service', order: 'a1' },
}

function open(setting: SessionSetting = {}) {
  const onStarted = vi.fn()
  const played = renderSession(<ScenePage onFillScreen={() => {}} onStarted={onStarted} />, {
    ...setting,
    board: { functions: functionsOfTheRoom, ...setting.board },
  })
  return { ...played, onStarted }
}

const field = (name: string) => screen.getByRole<HTMLInputElement>('textbox', { name })

test('what is typed is everyone’s at a pause, at Enter and on leaving; the hint follows the words', async () => {
  const { docs } = open()
  await userEvent.type(field('Kind of customer'), 'SMEs{Enter}')
  expect(readSingle(docs.board, scene).segment).toBe('SMEs')
  expect(screen.getByText('Could you phone ten of them this week? Say who they are.')).toBeVisible()
  await userEvent.clear(field('Kind of customer'))
  await userEvent.type(field('Kind of customer'), 'Food wholesalers')
  await userEvent.tab()
  expect(readSingle(docs.board, scene).segment).toBe('Food wholesalers')
  expect(screen.getByText('Good: we could phone ten of them.')).toBeVisible()
})

test('[U3] what somebody else writes does not change the words under one’s hands', async () => {
  const { remote } = open()
  await userEvent.type(field('Company'), 'Brack')
  remote(changeScene, { company: 'Other', product: 'Larderline' })
  expect(field('Company')).toHaveValue('Brack')
  expect(field('Company')).toHaveFocus()
  expect(await screen.findByDisplayValue('Larderline')).toBeVisible()
  await userEvent.tab()
  expect(field('Company')).toHaveValue('Brack')
})

test('competitors are added with Enter, doing nothing with one press, five at most', async () => {
  const { docs } = open({ board: { options: { us: { name: 'Us', kind: 'us', order: 'a0' } } } })
  await userEvent.click(screen.getByRole('button', { name: 'Add' }))
  await userEvent.keyboard('Norvane{Enter}Quillmark{Enter}  {Enter}Cotter{Enter}Pell{Escape}')
  await userEvent.click(screen.getByRole('button', { name: 'Add “do nothing”' }))
  const others = readRows(docs.board, options).filter(({ kind }) => kind !== 'us')
  expect(others.map(({ name }) => name)).toEqual(['Norvane', 'Quillmark', 'Cotter', 'Do nothing'])
  expect(screen.queryByRole('button', { name: 'Add “do nothing”' })).toBeNull()
  await userEvent.click(screen.getByRole('button', { name: 'Add' }))
  await userEvent.keyboard('Fifth{Enter}')
  expect(screen.queryByRole('button', { name: 'Add' })).toBeNull()
  await userEvent.click(screen.getByRole('button', { name: 'Remove Norvane' }))
  expect(readRows(docs.board, options)).toHaveLength(5)
})

test('the room is shown by function, as people come and go; empty seats speak', async () => {
  const { present } = open({ role: 'facilitator', name: 'Noor Haddad', functionName: '' })
  expect(screen.getByRole('heading', { name: 'You are here' })).toBeVisible()
  present('s2', {}, 'Marta Kowal')
  expect(await screen.findByRole('heading', { name: '2 of 2 are here' })).toBeVisible()
  const service = screen.getByRole('heading', { name: 'Customer service' }).closest('section') as HTMLElement
  expect(within(service).getByText('Nobody here yet. This desk hears customers all day.')).toBeVisible()
  present('s2', null)
  expect(await screen.findByText('Wait for Marta Kowal.')).toBeVisible()
  expect(screen.getByText(/^Led by Noor Haddad\./)).toBeVisible()
})

test('“Start guessing” calls everyone to write needs and goes there', async () => {
  const { made, onStarted } = open()
  await userEvent.click(screen.getByRole('button', { name: 'Start guessing' }))
  expect(made).toMatchObject([{ name: 'setAgenda', body: { activity: 'needs' } }])
  expect(onStarted).toHaveBeenCalledOnce()
})

test('a call that is refused stays here', async () => {
  const refusal = { code: 'offline', title: '', faults: [], retryAfterS: null }
  const { onStarted } = open({ replies: { setAgenda: { ok: false, problem: refusal } } })
  await userEvent.click(screen.getByRole('button', { name: 'Start guessing' }))
  expect(onStarted).not.toHaveBeenCalled()
  expect(screen.getByRole('button', { name: 'Start guessing' })).toBeVisible()
})

test('[JN-5a] whoever joined reads that they are in, under which name, and what happens next', () => {
  const { setRecord } = open({
    role: 'member',
    name: 'Ana 2',
    record: { seats: { noor: { name: 'Noor Haddad', role: 'facilitator', joinedAt: 0 } } },
  })
  expect(screen.getByText('You are in, Ana 2.')).toBeVisible()
  expect(screen.getByText(/This screen moves along when Noor starts the guessing/)).toBeVisible()
  act(() => setRecord({ agenda: { activity: 'weigh', movedAt: 2 } }))
  expect(screen.queryByText('You are in, Ana 2.')).toBeNull()
})

test('members may correct the scene but not start; viewers may only read, and see no code', () => {
  const { unmount } = open({ role: 'member' })
  expect(field('Company')).not.toHaveAttribute('readonly')
  expect(screen.queryByRole('button', { name: 'Start guessing' })).toBeNull()
  unmount()
  open({ role: 'viewer', view: { joinCode: null, links: { participate: '' } } })
  expect(field('Company')).toHaveAttribute('readonly')
  expect(screen.queryByRole('button', { name: 'Add' })).toBeNull()
  expect(screen.queryByRole('button', { name: 'Fill the screen' })).toBeNull()
})
