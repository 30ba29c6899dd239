import { act, screen, within } from '@testing-library/react'
import { beforeAll, describe, expect, test } from 'vitest'
import { startTexts } from '#client/texts/start-texts.ts'
import type { Role } from '#shared/record/schema.ts'
import { demoRounds, playMark } from '#test/support/play-mark.tsx'
import { MY_SEAT } from '#test/support/render-session.tsx'

beforeAll(startTexts)

const first = demoRounds(1)
const [marksId = ''] =
  Object.entries(first.record?.rounds ?? {}).find(([, { kind }]) => kind === 'marks') ?? []

function at(role: Role, beat: number, setting: Parameters<typeof playMark>[1] = {}) {
  const rounds = first.record?.rounds ?? {}
  return playMark(role, {
    ...first,
    ...setting,
    record: { ...first.record, rounds: { ...rounds, [marksId]: { ...rounds[marksId], beat } } },
  })
}
const heading = () => screen.getByRole('heading', { level: 1 }).textContent
const cells = () => screen.queryAllByRole('cell').filter((cell) => /\d\.\d/.test(cell.textContent ?? ''))

describe('a reveal of marks, beat by beat', () => {
  test('envelopes, then the empty grid, then averages, then totals, then what to talk about', () => {
    const { setRecord } = at('member', 0)
    const go = (beat: number) => act(() => setRecord({ rounds: { [marksId]: { beat } } }))
    expect(heading()).toBe('The envelopes are open.')
    expect(screen.queryByRole('table')).toBeNull()
    go(1)
    expect(heading()).toBe('This is what we marked.')
    expect(screen.getByRole('row', { name: /Alarms I can trust/ })).toBeInTheDocument()
    expect(cells()).toHaveLength(0)
    // The empty grid scrolls on a phone: without cells to focus, keys reach it as a whole.
    expect(screen.getByRole('table').parentElement).toHaveAttribute('tabindex', '0')
    go(2)
    expect(screen.getByRole('table').parentElement).not.toHaveAttribute('tabindex')
    expect(cells()).toHaveLength(24)
    expect(screen.queryByRole('row', { name: /^Weighted total/ })).toBeNull()
    expect(screen.queryByRole('button', { name: /Show as table/ })).toBeNull()
    go(3)
    expect(heading()).toMatch(/^By our own marks/)
    expect(screen.getByRole('row', { name: /^Weighted total/ })).toBeInTheDocument()
    expect(screen.queryByText('We agree least on')).toBeNull()
    go(4)
    expect(screen.getByText('We agree least on')).toBeInTheDocument()
    expect(screen.getByRole('region', { name: 'Where our lead comes from' })).toBeInTheDocument()
  })

  test('the facilitator drives it', async () => {
    const { user, made } = at('facilitator', 0)
    await user.click(screen.getByRole('button', { name: /Next beat/ }))
    await user.click(screen.getByRole('button', { name: 'Show everything' }))
    expect(made.filter(({ name }) => name === 'setBeat').map(({ body }) => body)).toEqual([
      { beat: 1 },
      { beat: 4 },
    ])
  })
})

describe('whose marks', () => {
  test('[R038] every mark of a cell is there by pointing, by arrows and by touch, without a name', async () => {
    const { user } = at('member', 4)
    expect(screen.getByText(/^Point at a cell/)).toBeInTheDocument()
    const [ours, next] = within(screen.getByRole('row', { name: /^Alarms I can trust/ })).getAllByRole('cell')
    act(() => ours?.focus())
    expect(screen.getByText('Brackwell Larderline, Alarms I can trust')).toBeInTheDocument()
    expect(screen.getByText('Marks given: 5 6 7 8 8 8 8 8 9 9')).toBeInTheDocument()
    await user.keyboard('{ArrowRight}')
    expect(next).toHaveFocus()
    expect(screen.queryByText('Brackwell Larderline, Alarms I can trust')).toBeNull()
  })

  test('by function, hollow and named; a round without functions says so', async () => {
    const { user, unmount } = at('member', 4)
    await user.click(screen.getByRole('button', { name: 'By function' }))
    const [ours] = within(screen.getByRole('row', { name: /^Alarms I can trust/ })).getAllByRole('cell')
    expect(ours).toHaveTextContent(/Marketing \d\.\d/)
    unmount()
    const rounds = first.record?.rounds ?? {}
    playMark('member', {
      ...first,
      record: { rounds: { ...rounds, [marksId]: { ...rounds[marksId], anonymity: 'anonymous' } } },
    })
    await user.click(screen.getByRole('button', { name: 'By function' }))
    expect(screen.getByText('In this round each mark is shown without its function.')).toBeInTheDocument()
  })

  test('my marks are asked of the server when I look at them, and only then', async () => {
    const [usId = ''] = first.record?.rounds?.[marksId]?.columns?.map(({ id }) => id) ?? []
    const [needId = ''] = first.record?.rounds?.[marksId]?.subjects?.map(({ id }) => id) ?? []
    const { user, made } = at('member', 4, {
      replies: {
        readBallot: {
          ok: true,
          reply: {
            ballot: { marks: { [usId]: { [needId]: 3 } }, abstained: false, reason: '' },
            sealed: true,
            receivedAt: 1,
          },
        },
      },
    })
    expect(made.some(({ name }) => name === 'readBallot')).toBe(false)
    await user.click(screen.getByRole('button', { name: 'My marks' }))
    expect(await screen.findByText(/^3, the room \d\.\d/)).toBeInTheDocument()
    expect(screen.getAllByText(/^I don’t know, the room/).length).toBeGreaterThan(0)
  })

  test('who was missing has no marks of their own to look at', () => {
    const rounds = first.record?.rounds ?? {}
    playMark('member', {
      ...first,
      record: { rounds: { ...rounds, [marksId]: { ...rounds[marksId], missing: [MY_SEAT] } } },
    })
    expect(screen.queryByRole('button', { name: 'My marks' })).toBeNull()
  })
})
