import { act, fireEvent, screen, within } from '@testing-library/react'
import { beforeAll, describe, expect, test } from 'vitest'
import { startTexts } from '#client/texts/start-texts.ts'
import { marks } from '#shared/rounds/marks.ts'
import { demoRounds, grid, openMarks, playMark } from '#test/support/play-mark.tsx'

beforeAll(startTexts)

const play = (upTo = 2) => playMark('facilitator', demoRounds(upTo))
const totalsRow = () => screen.getByRole('row', { name: /^Weighted total/ })
const figures = (row: HTMLElement) =>
  within(row)
    .getAllByRole('cell')
    .map((cell) => cell.textContent)

describe('marks revealed', () => {
  test('[method C4] round 2 of the sample has the totals 6.98, 5.78, 6.42 and 4.41, the last on 5 of 6 needs', async () => {
    const { user } = play()
    expect(figures(totalsRow())).toEqual(['7.0', '5.8', '6.4', '4.45 of 6 needs'])
    await user.click(screen.getAllByRole('button', { name: 'Copy numbers' })[0] as HTMLElement)
    const copied = await navigator.clipboard.readText()
    const totals = copied
      .split('\n')
      .find((line) => line.startsWith('Weighted total'))
      ?.split('\t')
      .slice(1)
      .map(Number)
    for (const [at, figure] of [6.98, 5.78, 6.42, 4.41].entries()) {
      expect(Math.abs((totals?.[at] ?? 0) - figure)).toBeLessThan(0.01)
    }
  })

  test('[U2] the sample is named, with unknown cells: 46 of 240 in round 1, 21 in round 2', async () => {
    const { user } = play()
    const sample = (round: number, unknown: number) =>
      new RegExp(
        `^10 sealed ballots, round ${round}\\. ${unknown} of 240 cells unknown\\. No customer asked yet\\.$`,
      )
    expect(screen.getByText(sample(2, 21))).toBeInTheDocument()
    await user.click(screen.getByRole('button', { name: 'Round 1' }))
    expect(screen.getByText(sample(1, 46))).toBeInTheDocument()
    expect(screen.getByText(/46 of 240 marks are “I don’t know”\./)).toBeInTheDocument()
  })

  test('[method C2] a cell says mean, range and who does not know; our alarms are 7.6, from 5 to 9, in round 1', () => {
    play(1)
    const alarms = screen.getByRole('row', { name: /^Alarms I can trust/ })
    const [ours] = within(alarms).getAllByRole('cell')
    expect(ours).toHaveTextContent(/^7\.6, from 5 to 9/)
    expect(ours?.querySelector('[title]')).toHaveAttribute('title', 'Marks given: 5 6 7 8 8 8 8 8 9 9')
  })

  test('[C2] [C4] every figure is there to two decimals, under a line of its own', async () => {
    const { user } = play()
    await user.click(screen.getByText('All the figures'))
    const exact = screen.getByText('All the figures').closest('details') as HTMLElement
    const fact = (name: RegExp) => within(exact).getByText(name).nextElementSibling
    expect(fact(/Krippendorff/)).toHaveTextContent(/^0\.938/)
    const totals = within(exact).getAllByText(/^Weighted total of/)
    expect(totals.map((one) => one.nextElementSibling?.textContent?.slice(0, 4))).toEqual([
      '6.98',
      '5.78',
      '6.42',
      '4.41',
    ])
  })

  test('[U1] nothing is ink or solid', () => {
    const { container } = play()
    expect(container.querySelectorAll('[class*="truth"], [class*="Truth"], [class*="solid"]')).toHaveLength(0)
  })

  test('hatched tags stand where three or more do not know, and the most disputed cells have an edge', () => {
    const { container } = play(1)
    expect(container.querySelectorAll('[class*="disputed"]').length).toBeGreaterThan(0)
    expect(container.querySelectorAll('[class*="disputed"]').length).toBeLessThanOrEqual(3)
    for (const tag of container.querySelectorAll('[class*="tag"]')) {
      expect(Number(/\d+/.exec(tag.textContent ?? '')?.[0])).toBeGreaterThanOrEqual(3)
    }
  })

  test('[method C4] a lead is taken apart into needs that add up to it, with what would overturn it', async () => {
    const { user } = play()
    const lead = screen.getByRole('region', { name: 'Where our lead comes from' })
    await user.click(within(lead).getByRole('button', { name: /Norvane/ }))
    expect(lead).toHaveTextContent(/By our own marks we are 0\.6 ahead of Norvane Cloud\./)
    const parts = within(lead)
      .getAllByRole('listitem')
      .map((part) => Number(/([+-−]?\d+\.\d\d)$/.exec(part.textContent ?? '')?.[1]?.replace('−', '-')))
    expect(parts).toHaveLength(6)
    expect(parts.reduce((all, part) => all + part, 0)).toBeCloseTo(6.98 - 6.42, 1)
    expect(lead).toHaveTextContent(
      /Even if all points of “A person who knows our site answers at night” went to “A supplier proven in our trade”, Norvane Cloud would not be level\./,
    )
    await user.click(within(lead).getByRole('button', { name: /Quillmark/ }))
    expect(lead).toHaveTextContent(
      /If customers cared about 14 points more about “Whole yearly cost known before we sign” and less about “A person who knows our site answers at night”, Quillmark Sensors would be level\./,
    )
  })

  test('[AN-5a] a dragged weight re-ranks at once, the others make room, Reset goes back', async () => {
    const { user, made } = play()
    const view = screen.getByRole('region', { name: 'What if they cared otherwise?' })
    const order = () =>
      within(within(view).getByRole('list', { name: 'Order with these weights' }))
        .getAllByRole('listitem')
        .map((one) => one.textContent)
    const before = order()
    expect(before[0]).toMatch(/^1Brackwell Larderline7\.0$/)
    const sliders = within(view).getAllByRole('slider')
    const sum = () => sliders.reduce((all, slider) => all + Number((slider as HTMLInputElement).value), 0)
    const started = made.length
    act(() => void fireEvent.change(sliders[0] as Element, { target: { value: '100' } }))
    expect(sliders.slice(1).map((slider) => (slider as HTMLInputElement).value)).toEqual([
      '0',
      '0',
      '0',
      '0',
      '0',
    ])
    expect(sum()).toBe(100)
    expect(order()).not.toEqual(before)
    expect(made).toHaveLength(started)
    await user.click(within(view).getByRole('button', { name: 'Reset' }))
    expect(order()).toEqual(before)
  })

  test('[AN-9a] the same numbers are a table, by button and by Shift T, and a sentence says the picture', async () => {
    const { user } = play()
    expect(
      screen.getByRole('region', {
        name: /^Brackwell Larderline has the highest weighted total, 7\.0 of 10; .* 10 sealed ballots\.$/,
      }),
    ).toBeInTheDocument()
    await user.keyboard('{Shift>}T{/Shift}')
    expect(screen.getByRole('table', { name: /^Marks by need and column/ })).toBeInTheDocument()
    expect(screen.getAllByRole('row')).toHaveLength(1 + 24 + 1 + 4)
    await user.click(screen.getByRole('button', { name: 'Show as chart' }))
    expect(totalsRow()).toBeInTheDocument()
  })

  test('without revealed weights there is no total, and that is said', () => {
    const { record, board } = demoRounds(1)
    const marks = Object.entries(record?.rounds ?? {}).filter(([, { kind }]) => kind === 'marks')
    playMark('member', { ...(board && { board }), record: { rounds: Object.fromEntries(marks) } })
    expect(
      screen.getByText('There is no revealed round 1 of weights to weigh them with.'),
    ).toBeInTheDocument()
    expect(screen.queryByRole('region', { name: 'What if they cared otherwise?' })).toBeNull()
    expect(screen.getByText('Without weights there is no lead to take apart.')).toBeInTheDocument()
  })

  test('[method C12] one ballot says who wins on nothing: too few marks to compare', () => {
    const one = {
      subjects: grid.subjects.map(({ id }) => ({ id, title: id })),
      columns: grid.columns,
    }
    const result = marks.tally(
      [
        {
          seatId: 's1',
          functionName: 'Sales',
          ballot: { marks: { us: { n1: 9 }, a: { n1: 2 } }, abstained: false, reason: '' },
        },
      ],
      one,
      { anonymity: 'anonymous', minFunctionSize: 3, shuffle: (values) => [...values] },
    )
    playMark('member', { record: { rounds: { r1: { ...openMarks, status: 'revealed', result } } } })
    expect(screen.getByRole('heading', { level: 1 })).toHaveTextContent('too few marks to compare')
    expect(screen.getByText('No cell has the three marks it takes to say.')).toBeInTheDocument()
  })

  test('a result of a newer version is not guessed at', () => {
    playMark('member', {
      record: { rounds: { r1: { ...openMarks, status: 'revealed', result: { other: 1 } } } },
    })
    expect(screen.getByRole('alert')).toHaveTextContent('made by a newer version')
  })
})
