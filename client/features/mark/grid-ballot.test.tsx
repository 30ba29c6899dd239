import { act, fireEvent, render, screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { useState } from 'react'
import { afterEach, beforeAll, describe, expect, test, vi } from 'vitest'
import { emptyBallot } from '#client/features/mark/ballot-value.ts'
import { GridBallot } from '#client/features/mark/grid-ballot.tsx'
import { SessionProvider } from '#client/session/hooks.ts'
import { startTexts } from '#client/texts/start-texts.ts'
import type { MarksBallot } from '#shared/rounds/marks.ts'
import { boardGrid, grid } from '#test/support/play-mark.tsx'
import { playSession } from '#test/support/render-session.tsx'

beforeAll(startTexts)
afterEach(() => {
  vi.useRealTimers()
})

function play(start: Partial<MarksBallot> = {}) {
  const onSeal = vi.fn<(ballot: MarksBallot) => void>()
  let latest: MarksBallot = { ...emptyBallot, ...start }
  const { session } = playSession({ role: 'member', board: boardGrid })
  function Harness() {
    const [ballot, setBallot] = useState(latest)
    latest = ballot
    return (
      <GridBallot
        number={1}
        needs={grid.subjects}
        columns={grid.columns}
        usId="us"
        ballot={ballot}
        edit={setBallot}
        onSeal={onSeal}
        isSealing={false}
        secrecy="Nobody sees your numbers."
        draftState=""
        progress={{ sealed: 2, expected: 3 }}
        problem={null}
      />
    )
  }
  render(
    <SessionProvider session={session}>
      <Harness />
    </SessionProvider>,
  )
  const user = userEvent.setup({ delay: null })
  return { user, onSeal, ballot: () => latest }
}

const cell = (option: string, need: string) =>
  screen.getByRole('gridcell', { name: new RegExp(`^${option}, ${need}.*:`) })
const first = () => cell('Brackwell', 'Alarms')

describe('a ballot of marks by keyboard', () => {
  test('[method D5] every cell starts unknown, and is one stop for Tab', () => {
    play()
    const cells = screen.getAllByRole('gridcell')
    expect(cells).toHaveLength(9)
    for (const one of cells) expect(one).toHaveAccessibleName(/: I don’t know$/)
    expect(cells.filter((one) => one.tabIndex === 0)).toHaveLength(1)
  })

  test('[SC-4a] a digit marks and goes on to the right, then down', async () => {
    const { user, ballot } = play()
    act(() => first().focus())
    await user.keyboard('8760')
    expect(ballot().marks).toEqual({ us: { n1: 8, n2: 0 }, a: { n1: 7 }, b: { n1: 6 } })
    expect(cell('Quillmark', 'Audit')).toHaveFocus()
    expect(first()).toHaveAccessibleName('Brackwell, Alarms I can trust: 8')
  })

  test('[SC-4a] a 1 waits 600 ms for a 0', () => {
    vi.useFakeTimers()
    const { ballot } = play()
    act(() => first().focus())
    const press = (key: string) => fireEvent.keyDown(document.activeElement as Element, { key })
    press('1')
    expect(first()).toHaveFocus()
    press('0')
    expect(ballot().marks.us).toEqual({ n1: 10 })
    expect(cell('Quillmark', 'Alarms')).toHaveFocus()
    press('1')
    act(() => vi.advanceTimersByTime(599))
    expect(cell('Quillmark', 'Alarms')).toHaveFocus()
    act(() => vi.advanceTimersByTime(1))
    expect(cell('Norvane', 'Alarms')).toHaveFocus()
    press('1')
    press('5')
    expect(ballot().marks).toEqual({ us: { n1: 10, n2: 5 }, a: { n1: 1 }, b: { n1: 1 } })
  })

  test('T is ten, ? is not known, Delete empties, Enter goes down, Escape takes back', async () => {
    const { user, ballot } = play()
    act(() => first().focus())
    await user.keyboard('t?')
    expect(ballot().marks).toEqual({ us: { n1: 10 }, a: { n1: null } })
    await user.keyboard('{ArrowLeft}{ArrowLeft}{Delete}')
    expect(ballot().marks.us).toEqual({ n1: null })
    await user.keyboard('{Escape}')
    expect(ballot().marks.us).toEqual({ n1: 10 })
    await user.keyboard('{Enter}')
    expect(cell('Brackwell', 'Audit')).toHaveFocus()
    await user.keyboard('3{Escape}{Shift>}{Enter}{/Shift}')
    expect(ballot().marks.us?.n2 ?? null).toBeNull()
    expect(first()).toHaveFocus()
  })

  test('[R036] no key makes a mark that is none', async () => {
    const { user, ballot } = play()
    act(() => first().focus())
    await user.keyboard('-x.,e')
    expect(ballot()).toEqual(emptyBallot)
  })

  test('7.5 and -1 make no two marks of one: the rest of the number is refused in words', async () => {
    const { user, ballot } = play()
    const pressed: string[] = []
    const listen = (event: KeyboardEvent) => void (event.defaultPrevented || pressed.push(event.key))
    addEventListener('keydown', listen)
    act(() => first().focus())
    await user.keyboard('7.5')
    expect(ballot().marks).toEqual({ us: { n1: 7 } })
    expect(screen.getByText(/^A mark is a whole number from 0 to 10/)).toBeVisible()
    await user.keyboard('-1')
    expect(ballot().marks).toEqual({ us: { n1: 7 } })
    await user.keyboard('8')
    expect(ballot().marks).toEqual({ us: { n1: 7 }, a: { n1: 8 } })
    expect(screen.queryByText(/^A mark is a whole number from 0 to 10/)).toBeNull()
    removeEventListener('keydown', listen)
    expect(pressed).toEqual([])
  })

  test('[SC-4a] a rectangle is pasted, what is no mark is named with its place', async () => {
    const { user, ballot } = play()
    act(() => first().focus())
    await user.paste('8\t11\r\nten\t4\r\n7.5\t-1')
    expect(ballot().marks).toEqual({ us: { n1: 8 }, a: { n2: 4 } })
    expect(screen.getByText('2 marks filled in.')).toBeInTheDocument()
    const refused = within(screen.getByText(/Not filled in/).parentElement as HTMLElement)
    expect(refused.getAllByRole('listitem').map((one) => one.textContent)).toEqual([
      'Alarms I can trust, Quillmark: “11”',
      'Audit without paperwork, Brackwell: “ten”',
      'Whole cost known, Brackwell: “7.5”',
      'Whole cost known, Quillmark: “-1”',
    ])
    await user.keyboard('{Escape}')
    expect(ballot().marks).toEqual({})
  })

  test('300 cells into nine are refused with a sentence, and nothing is lost', async () => {
    const { user, ballot } = play({ marks: { us: { n1: 3 } } })
    act(() => first().focus())
    await user.paste(Array.from({ length: 30 }, () => Array(10).fill('5').join('\t')).join('\n'))
    expect(screen.getByText(/^That is 300 cells, and from here there is room for 9\. Nothing/)).toBeVisible()
    expect(ballot().marks).toEqual({ us: { n1: 3 } })
  })

  test('[SC-4a] Shift and arrows select a rectangle, which is copied', async () => {
    const { user } = play({ marks: { us: { n1: 3, n2: 4 }, a: { n1: 5 } } })
    act(() => first().focus())
    await user.keyboard('{Shift>}{ArrowRight}{ArrowDown}{/Shift}')
    const setData = vi.fn()
    fireEvent.copy(document.activeElement as Element, { clipboardData: { setData } })
    expect(setData).toHaveBeenCalledWith('text/plain', '3\t5\n4\t?')
  })

  test('[SC-7a] sealing works at any time, by Ctrl Enter too: a “?” counts as marked', async () => {
    const { user, onSeal } = play({ marks: { us: { n1: 8 } } })
    expect(screen.getByText('1 of 9 marked')).toBeInTheDocument()
    expect(screen.queryByText(/incomplete|missing/i)).toBeNull()
    act(() => first().focus())
    await user.keyboard('{Control>}{Enter}{/Control}')
    await user.click(screen.getByRole('button', { name: 'Seal my ballot' }))
    expect(onSeal).toHaveBeenCalledTimes(2)
    expect(onSeal).toHaveBeenLastCalledWith({ ...emptyBallot, marks: { us: { n1: 8 } } })
  })

  test('the pad marks the cell in hand, for those who have no keys', async () => {
    const { user, ballot } = play()
    await user.click(cell('Norvane', 'Whole cost'))
    await user.click(within(screen.getByRole('group', { name: 'Marks' })).getByRole('button', { name: '10' }))
    expect(ballot().marks).toEqual({ b: { n3: 10 } })
  })
})

describe('the rest of the ballot', () => {
  test('[method D5] a range for our own mark is kept once it is one, and said to be none before', async () => {
    const { user, ballot } = play()
    await user.click(screen.getByText('How sure are you of our own marks?'))
    await user.type(screen.getByRole('textbox', { name: 'Alarms I can trust: from' }), '7.5')
    expect(ballot().ranges ?? {}).toEqual({})
    await user.type(screen.getByRole('textbox', { name: 'Alarms I can trust: to' }), '7')
    expect(screen.getByText(/This range is not kept yet/)).toBeInTheDocument()
    expect(ballot().ranges ?? {}).toEqual({})
    await user.clear(screen.getByRole('textbox', { name: 'Alarms I can trust: to' }))
    await user.type(screen.getByRole('textbox', { name: 'Alarms I can trust: to' }), '9')
    expect(ballot().ranges).toEqual({ n1: { low: 7.5, high: 9, surePct: 80 } })
  })

  test('“I do not know how they would” gives up the marks', async () => {
    const { user, onSeal } = play({ marks: { us: { n1: 8 } } })
    await user.click(screen.getByRole('button', { name: 'I do not know how they would' }))
    await user.keyboard('Never met one.')
    await user.click(screen.getByRole('button', { name: 'Seal as “I do not know”' }))
    expect(onSeal).toHaveBeenCalledWith({ marks: {}, abstained: true, reason: 'Never met one.' })
  })

  test('[R028] confidence is optional', async () => {
    const { user, ballot } = play()
    await user.click(screen.getByRole('radio', { name: '2 of 5' }))
    expect(ballot().confidence).toBe(2)
  })
})
