import { screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { beforeAll, describe, expect, test, vi } from 'vitest'
import { PeopleTab } from '#client/features/people/people-tab.tsx'
import { startTexts } from '#client/texts/start-texts.ts'
import { MY_SEAT, renderSession, type SessionSetting } from '#test/support/render-session.tsx'

beforeAll(() => startTexts())

const seats = {
  dan: { name: 'Dan Reyes', role: 'member' as const, functionName: 'Sales', proxy: true, joinedAt: 3 },
  eve: { name: 'Eve Ort', role: 'researcher' as const, functionName: '', joinedAt: 4 },
  hanne: { name: 'Hanne Lund', role: 'member' as const, functionName: 'Sales', joinedAt: 5 },
  gone: { name: 'Gone', role: 'member' as const, functionName: 'Sales', joinedAt: 6, removedAt: 7 },
}
const known = { ok: true as const, reply: { seats: [{ seatId: 'hanne', seniority: 4 }] } }

function play(setting: SessionSetting = {}) {
  const played = renderSession(<PeopleTab />, {
    record: { seats },
    replies: { listSeats: known },
    ...setting,
  })
  return { user: userEvent.setup({ delay: null }), ...played }
}

const change = (name: string) => screen.getByRole('button', { name: `Change ${name}` })
const form = (name: string) => within(screen.getByRole('form', { name }))

describe('people', () => {
  test('stand by function with role and whether they are here; who has none, last', () => {
    const { present } = play({ role: 'member' })
    present('hanne', {})
    expect(screen.getAllByRole('heading', { level: 3 }).map((one) => one.textContent)).toEqual([
      'Marketing',
      'Sales',
      'No function given',
    ])
    const sales = screen.getByRole('heading', { name: 'Sales' }).parentElement
    expect(within(sales as HTMLElement).getAllByRole('listitem')).toHaveLength(2)
    expect(screen.getByText('member · on paper, no device')).toBeVisible()
    expect(screen.getByText('researcher · away')).toBeVisible()
    expect(screen.queryByText('Gone')).toBeNull()
  })

  test('[S2] a member changes their own name and function, and sees neither roles nor seniority', async () => {
    const { user, made } = play({ role: 'member' })
    expect(screen.getAllByRole('button', { name: /^Change / })).toHaveLength(1)
    expect(screen.queryByRole('button', { name: 'Add a person without a device' })).toBeNull()
    await user.click(change('Ada Park'))
    const own = form('Ada Park')
    expect(own.queryByRole('combobox', { name: 'How senior' })).toBeNull()
    await user.clear(own.getByRole('textbox', { name: 'Name' }))
    await user.type(own.getByRole('textbox', { name: 'Name' }), 'Ada P')
    await user.click(own.getByRole('button', { name: 'Save' }))
    expect(made).toEqual([{ name: 'changeSeat', params: expect.anything(), body: { name: 'Ada P' } }])
    expect(made[0]?.params).toMatchObject({ seatId: MY_SEAT })
  })

  test('the facilitator gives a role and says how senior somebody is; only what changed is sent', async () => {
    const { user, made } = play()
    await user.click(change('Hanne Lund'))
    const hers = form('Hanne Lund')
    await vi.waitFor(() => expect(hers.getByRole('combobox', { name: 'How senior' })).toHaveValue('4'))
    expect(hers.getByText(/Only facilitators see this/)).toBeVisible()
    await user.selectOptions(hers.getByRole('combobox', { name: 'How senior' }), '5')
    await user.selectOptions(hers.getByRole('combobox', { name: 'Role' }), 'sponsor')
    await user.click(hers.getByRole('button', { name: 'Save' }))
    expect(made.at(-1)).toMatchObject({
      name: 'changeSeat',
      params: { seatId: 'hanne' },
      body: { role: 'sponsor', seniority: 5 },
    })
    await user.click(change('Hanne Lund'))
    expect(form('Hanne Lund').getByRole('combobox', { name: 'How senior' })).toHaveValue('5')
  })

  test('removing is asked about first, and says what stays', async () => {
    const { user, made } = play()
    await user.click(change('Hanne Lund'))
    await user.click(form('Hanne Lund').getByRole('button', { name: 'Remove' }))
    expect(screen.getByText(/What they sealed and wrote stays/)).toBeVisible()
    await user.click(form('Hanne Lund').getByRole('button', { name: 'Keep' }))
    expect(made.map(({ name }) => name)).toEqual(['listSeats'])
    await user.click(form('Hanne Lund').getByRole('button', { name: 'Remove' }))
    await user.click(form('Hanne Lund').getByRole('button', { name: 'Remove' }))
    expect(made.at(-1)).toMatchObject({ name: 'removeSeat', params: { seatId: 'hanne' } })
  })

  test('the last facilitator cannot go, and is told why', async () => {
    const title = 'A workshop needs a facilitator: make another seat facilitator first.'
    const problem = { code: 'last-facilitator', title, faults: [], retryAfterS: null }
    const { user } = play({ replies: { listSeats: known, changeSeat: { ok: false, problem } } })
    await user.click(change('Ada Park'))
    await user.selectOptions(form('Ada Park').getByRole('combobox', { name: 'Role' }), 'member')
    await user.click(form('Ada Park').getByRole('button', { name: 'Save' }))
    expect(await screen.findByRole('alert')).toHaveTextContent(title)
  })

  test('[FA-9a] a person without a device is added by name and function', async () => {
    const { user, made } = play()
    await user.click(screen.getByRole('button', { name: 'Add a person without a device' }))
    const adding = form('Add a person without a device')
    await user.type(adding.getByRole('textbox', { name: 'Name' }), 'Otto')
    await user.type(adding.getByRole('combobox', { name: 'Function' }), 'Sales')
    await user.click(adding.getByRole('button', { name: 'Add' }))
    expect(made.at(-1)).toMatchObject({ name: 'addSeat', body: { name: 'Otto', functionName: 'Sales' } })
    expect(await screen.findByRole('button', { name: 'Add a person without a device' })).toBeVisible()
  })
})
