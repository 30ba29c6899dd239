import { act, screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import i18next from 'i18next'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { numbersAsText } from '#client/features/weigh/copy-numbers.ts'
import { Revealed } from '#client/features/weigh/revealed.tsx'
import type { RoundOf } from '#client/session/hooks.ts'
import { startTexts } from '#client/texts/start-texts.ts'
import type { Anonymity } from '#shared/record/schema.ts'
import { demoNeeds, demoResult, resultOf } from '#test/support/demo-weights.ts'
import { renderSession, type SessionSetting } from '#test/support/render-session.tsx'

beforeAll(() => {
  startTexts()
  vi.stubGlobal(
    'ResizeObserver',
    class {
      observe() {}
      disconnect() {}
    },
  )
  vi.spyOn(HTMLElement.prototype, 'clientWidth', 'get').mockReturnValue(620)
})
afterAll(() => {
  vi.unstubAllGlobals()
  vi.restoreAllMocks()
})

const roundOf = (changes: Partial<RoundOf<'weights'>> = {}): RoundOf<'weights'> => ({
  id: 'r1',
  kind: 'weights',
  number: 1,
  status: 'revealed',
  subjects: demoNeeds.map(({ id, title }) => ({ id, title })),
  columns: [],
  anonymity: 'by_function',
  minFunctionSize: 2,
  informed: false,
  openedAt: 1,
  closedAt: 2,
  revealedAt: 3,
  sealedCount: 10,
  expectedCount: 10,
  missing: [],
  beat: 0,
  driftShared: false,
  result: demoResult(),
  ...changes,
})

function play(changes: Partial<RoundOf<'weights'>> = {}, setting: SessionSetting = {}) {
  const played = renderSession(<Revealed round={roundOf(changes)} isFresh={false} />, setting)
  return { user: userEvent.setup({ delay: null }), ...played }
}

const chart = () => screen.findByRole('img', { name: /leads with/ })
const hollow = (root: Element) => root.querySelectorAll('[class*="hollow"]')

describe('weights revealed', () => {
  test('[U2] heading and sample come from the figures: nine ballots, one who did not know', () => {
    play()
    expect(screen.getByRole('heading', { level: 1 })).toHaveTextContent('Nine ballots, some agreement')
    expect(
      screen.getByText(/^9 sealed ballots, round 1\. 1 did not know\. No customer asked yet\./),
    ).toBeInTheDocument()
  })

  test('[U1] every guess is a hollow mark, nothing is solid and nothing is ink', async () => {
    play()
    const picture = await chart()
    expect(hollow(picture)).toHaveLength(9 * 6)
    expect(picture.querySelectorAll('[class*="solid"], [class*="truth"]')).toHaveLength(0)
  })

  test('[U1] a round informed by customers has rings with an ink core', async () => {
    play({ informed: true })
    const picture = await chart()
    expect(picture.querySelectorAll('[class*="truth"]')).toHaveLength(9 * 6)
  })

  test('[AN-1a] rows are sorted by mean with whole points, and as asked on request', async () => {
    const { user } = play()
    const picture = await chart()
    const shown = () => [...picture.querySelectorAll('[class*="meanNumber"]')].map((one) => one.textContent)
    expect(shown()).toEqual(['28', '19', '18', '14', '12', '9'])
    await user.click(screen.getByRole('button', { name: 'As asked' }))
    expect(shown()).toEqual(['28', '12', '9', '18', '19', '14'])
  })

  test('the three widest needs are bold, and those who did not know are named in number', async () => {
    play()
    const picture = await chart()
    const bold = [...picture.querySelectorAll('[class*="wide"]')].map((one) => one.textContent)
    expect(bold.sort()).toEqual(['25', '30', '40'])
    expect(within(picture).getByText('3 don’t know')).toBeInTheDocument()
  })

  test('[C1] [C2] every figure is there to two decimals, under a line of its own', async () => {
    const { user } = play()
    await user.click(screen.getByText('All the figures'))
    const exact = screen.getByText('All the figures').closest('details') as HTMLElement
    const fact = (name: RegExp) => within(exact).getByText(name).nextElementSibling
    expect(fact(/^Points by which two of us differ/)).toHaveTextContent(
      /^28\.33 over 36 pairs\. Two ballots filled in at random differ by 46\.$/,
    )
    expect(fact(/^within/)).toHaveTextContent(/^15\.00/)
    expect(fact(/^between/)).toHaveTextContent(/^31\.00/)
    expect(fact(/^the difference/)).toHaveTextContent(/^16\.00 The line runs between functions\.$/)
    expect(fact(/Kendall/)).toHaveTextContent(/^0\.370/)
    const rows = within(exact).getAllByRole('row', { hidden: true }).slice(1)
    const column = (at: number) => rows.map((row) => row.querySelectorAll('td')[at]?.textContent)
    expect(column(0)).toEqual(['27.78', '12.22', '8.89', '17.78', '18.89', '14.44'])
    for (const [at, mean] of [28.12, 12.5, 9.38, 18.12, 19.58, 12.29].entries())
      expect(Math.abs(Number(column(1)[at]) - mean)).toBeLessThan(0.0101)
    expect(column(2)).toEqual(['6.67', '4.41', '5.46', '13.25', '10.24', '13.10'])
    expect(column(3)[3]).toBe('235.64')
    expect(exact).toHaveTextContent(/\+25\.83/)
    expect(exact).toHaveTextContent(/\+25\.36/)
    expect(exact).toHaveTextContent(/\+20\.71/)
    expect(exact).toHaveTextContent(/\+11\.07/)
  })

  test('a function’s chip fades all other guesses', async () => {
    const { user } = play()
    const picture = await chart()
    await user.click(screen.getByRole('button', { name: /^Sales/ }))
    expect(picture.querySelectorAll('[class*="faded"]')).toHaveLength(7 * 6)
    await user.click(screen.getByRole('button', { name: /^Sales/ }))
    expect(picture.querySelectorAll('[class*="faded"]')).toHaveLength(0)
  })

  test('[S1] in an anonymous round guesses carry no function', async () => {
    play({ anonymity: 'anonymous', result: demoResult('anonymous') })
    const picture = await chart()
    expect(hollow(picture)).toHaveLength(9 * 6)
    for (const name of ['Sales', 'Marketing', 'Customer service']) {
      expect(within(picture).queryByText(name)).toBeNull()
    }
    expect(screen.queryByRole('group', { name: 'Show one function' })).toBeNull()
  })

  test('[method C2] functions with too few ballots are said to be so, hatched, not left out', () => {
    play({ result: demoResult('by_function', 10) })
    const key = screen.getByRole('group', { name: 'Show one function' })
    expect(within(key).getAllByText('too few to show').length).toBeGreaterThan(0)
  })

  test('what to talk about first names the functions, then goes on', async () => {
    const { user } = play()
    const sentence =
      'Sales and Customer service are furthest apart on “Whole yearly cost known before we sign”.'
    expect(screen.getByText(sentence)).toBeInTheDocument()
    expect(screen.getByText('what have you seen that makes you say that?')).toBeInTheDocument()
    await user.click(screen.getByRole('button', { name: 'Next pair' }))
    expect(screen.queryByText(sentence)).toBeNull()
    expect(screen.getByText('Talk about this next')).toBeInTheDocument()
  })

  test('[AN-9a] the same numbers are a table, by button and by Shift T', async () => {
    const { user } = play()
    await user.keyboard('{Shift>}T{/Shift}')
    const table = screen.getByRole('table')
    const row = within(table).getByRole('row', { name: /Whole yearly cost/ })
    expect(
      within(row)
        .getAllByRole('cell')
        .map((cell) => cell.textContent),
    ).toEqual(['18', '10', '50', '40', '10', '3', '10', '15', '10', '38'])
    await user.click(screen.getByRole('button', { name: /Show as chart/ }))
    expect(screen.queryByRole('table')).toBeNull()
  })

  test('[method C1] every function can count the same, and a changed order is said', async () => {
    const { user } = play()
    const picture = await chart()
    const shown = () => [...picture.querySelectorAll('[class*="meanNumber"]')].map((one) => one.textContent)
    await user.click(screen.getByRole('button', { name: 'Each function' }))
    expect(
      shown()
        .map(Number)
        .reduce((all, one) => all + one, 0),
    ).toBe(100)
    expect(shown()[0]).toBe('28')
    expect(
      screen.getByText(
        /That puts “Audit without a week of paperwork” before “A supplier proven in our trade”\./,
      ),
    ).toBeInTheDocument()
  })

  test('the facilitator gives a topic three minutes; nobody else can', async () => {
    const { user, made, unmount } = play({}, { role: 'facilitator' })
    await user.click(screen.getByRole('button', { name: '3 minutes on this' }))
    expect(made.find(({ name }) => name === 'setTimer')?.body).toEqual({ action: 'start', ms: 180_000 })
    unmount()
    play({}, { role: 'member' })
    expect(screen.queryByRole('button', { name: '3 minutes on this' })).toBeNull()
  })

  test('arrows walk the guesses, and each is said', async () => {
    const { user } = play()
    const picture = await chart()
    act(() => picture.focus())
    await user.keyboard('{ArrowRight}')
    expect(screen.getByText('Alarms I can trust: 20 points, Marketing')).toBeInTheDocument()
    await user.keyboard('{ArrowDown}{ArrowRight}{ArrowRight}')
    expect(
      screen.getByText(/^A person who knows our site answers at night: 10 points, Sales$/),
    ).toBeInTheDocument()
    expect(picture.querySelectorAll('[class*="pen"]')).toHaveLength(1)
  })

  test('the numbers can be copied as lines for a spreadsheet', () => {
    const t = i18next.getFixedT('en', 'weigh')
    const lines = numbersAsText(t, demoResult(), 'A sample.').split('\n')
    expect(lines).toHaveLength(8)
    expect(lines[0]).toMatch(/^Need\tAverage\tLowest\tHighest\tApart\tMiddle\tDon’t know\t/)
    expect(lines[1]).toBe('Alarms I can trust\t28\t20\t40\t20\t25\t0\t30\t25\t32.5\t25')
    expect(lines.at(-1)).toBe('A sample.')
  })

  test('[S1] a ballot is shown with a name only in a round opened with names', async () => {
    const { user } = play(
      { anonymity: 'named' as Anonymity, result: demoResult('named') },
      {
        record: { seats: { p04: { name: 'Marcus Oyelaran', role: 'member', joinedAt: 2 } } },
      },
    )
    await user.keyboard('{Shift>}T{/Shift}')
    expect(screen.getByRole('row', { name: /Marcus Oyelaran 20 5 50|Marcus Oyelaran/ })).toBeInTheDocument()
  })

  test('without ballots the screen says so and shows no chart', () => {
    play({ result: resultOf([]) })
    expect(screen.getByRole('heading', { level: 1 })).toHaveTextContent('Nobody put a number on it.')
    expect(screen.queryByRole('img', { name: /leads/ })).toBeNull()
  })

  test('a result of a newer version is not guessed at', () => {
    play({ result: null })
    expect(screen.getByRole('alert')).toHaveTextContent('newer version')
  })
})
