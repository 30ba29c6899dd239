import { screen, within } from '@testing-library/react'
import { beforeAll, describe, expect, test } from 'vitest'
import { startTexts } from '#client/texts/start-texts.ts'
import { openRound, playWeigh } from '#test/support/play-weigh.tsx'

beforeAll(startTexts)

const open = () => playWeigh('member', { record: { rounds: { r1: openRound } } })
const titles = (list: string) =>
  within(screen.getByRole('list', { name: list }))
    .getAllByRole('listitem')
    .map((one) => one.textContent?.replace(/^\d+/, '') ?? '')
const ranked = () => titles('Needs, the one that counts most first')

describe('[method D4] order first, points after', () => {
  test('needs are put in order by buttons and arrows, and the ballot keeps that order', async () => {
    const { user, made, unmount } = open()
    await user.click(await screen.findByRole('button', { name: 'Put them in order first' }))
    expect(screen.queryByRole('spinbutton')).toBeNull()
    const [first = '', second = '', third = ''] = ranked()
    await user.click(screen.getByRole('button', { name: `Move ${third} up` }))
    expect(ranked().slice(0, 3)).toEqual([first, third, second])
    screen.getByRole('button', { name: `Move ${first} down` }).focus()
    await user.keyboard('{ArrowDown}')
    expect(ranked().slice(0, 3)).toEqual([third, first, second])
    expect(screen.getByText(new RegExp(`^${first} is now number 2 of`))).toBeInTheDocument()
    await user.click(screen.getByRole('button', { name: 'Now the points' }))
    const fields = screen.getAllByRole('spinbutton')
    expect(fields[0]).toHaveAccessibleName(third)
    expect(made.some(({ name }) => name === 'putBallot')).toBe(false)
    unmount()
    open()
    expect((await screen.findAllByRole('spinbutton'))[0]).toHaveAccessibleName(third)
    expect(screen.getByRole('button', { name: 'Change the order' })).toBeInTheDocument()
  })
})
