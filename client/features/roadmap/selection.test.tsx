import { act, fireEvent, screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { MemoryRouter } from 'react-router'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { RoadmapPage } from '#client/features/roadmap/roadmap-page.tsx'
import { startTexts } from '#client/texts/start-texts.ts'
import { useToasts } from '#client/ui/toast-store.ts'
import { Toasts } from '#client/ui/toasts.tsx'
import { binCard } from '#shared/board/roadmap-edits.ts'
import { cards, type Lane } from '#shared/board/schema.ts'
import { readRow } from '#shared/document/collection.ts'
import { renderSession } from '#test/support/render-session.tsx'

startTexts()
afterEach(() => {
  vi.useRealTimers()
})
beforeEach(() => {
  document.elementFromPoint = () => null
  useToasts.setState({ toasts: [] })
  vi.stubGlobal('matchMedia', () => ({
    matches: false,
    addEventListener: () => {},
    removeEventListener: () => {},
  }))
})

const place = (stageId: string, lane: Lane, n: number) => ({ place: { stageId, lane, order: `a${n}` } })

function open() {
  const user = userEvent.setup()
  const played = renderSession(
    <MemoryRouter>
      <RoadmapPage />
      <Toasts />
    </MemoryRouter>,
    {
      board: {
        functions: { f1: { name: 'Sales', order: 'a0' } },
        stages: { s1: { name: 'Look around', order: 'a0' }, s2: { name: 'Evaluate', order: 'a1' } },
        cards: {
          q1: { text: 'First', ...place('s1', 'question', 0) },
          q2: { text: 'Second', ...place('s1', 'question', 1) },
          q3: { text: 'Third', ...place('s1', 'question', 2) },
          d1: { text: 'Doubt', ...place('s2', 'skepticism', 0) },
        },
      },
    },
  )
  const card = (text: string) => screen.getByRole('group', { name: new RegExp(`: ${text},`) })
  const row = (id: string) => readRow(played.docs.board, cards, id)
  const bar = () => within(screen.getByRole('toolbar', { name: 'Chosen cards' }))
  return { ...played, user, card, row, bar }
}

test('cards chosen by click are moved together, each in its lane, and taken back in one step', async () => {
  const { user, card, row, bar } = open()
  fireEvent.click(card('First'), { ctrlKey: true })
  fireEvent.click(card('Third'), { shiftKey: true })
  expect(bar().getByText('3 cards chosen')).toBeVisible()
  expect(card('Second')).toHaveAccessibleName(/chosen/)
  await user.selectOptions(bar().getByRole('combobox', { name: 'Stage to move them to' }), '2 Evaluate')
  await user.click(bar().getByRole('button', { name: 'Move' }))
  for (const id of ['q1', 'q2', 'q3']) {
    expect(row(id)?.place).toMatchObject({ stageId: 's2', lane: 'question' })
  }
  expect(screen.queryByRole('toolbar', { name: 'Chosen cards' })).toBeNull()
  await user.click(screen.getByRole('button', { name: 'Undo' }))
  for (const id of ['q1', 'q2', 'q3']) expect(row(id)?.place.stageId).toBe('s1')
})

test('by finger: a long press chooses, taps choose further ones and take them back; a tap beside them ends it', async () => {
  const { card, bar, row } = open()
  const finger = { touches: [{ clientX: 5, clientY: 5 }] }
  vi.useFakeTimers()
  fireEvent.touchStart(card('First'), finger)
  act(() => vi.advanceTimersByTime(300))
  fireEvent.touchEnd(card('First'), { touches: [], changedTouches: finger.touches })
  act(() => vi.advanceTimersByTime(100))
  vi.useRealTimers()
  expect(await bar().findByText('1 card chosen')).toBeVisible()
  expect(row('q1')?.place.order).toBe('a0')
  const tap = (element: HTMLElement) =>
    fireEvent(element, Object.assign(new MouseEvent('click', { bubbles: true }), { pointerType: 'touch' }))
  tap(card('Third'))
  expect(bar().getByText('2 cards chosen')).toBeVisible()
  tap(card('First'))
  expect(bar().getByText('1 card chosen')).toBeVisible()
  tap(screen.getByRole('grid'))
  expect(screen.queryByRole('toolbar', { name: 'Chosen cards' })).toBeNull()
})

test('by keys: Shift and arrows choose, Delete takes all of them off the board', async () => {
  const { user, card, row, bar } = open()
  card('First').focus()
  await user.keyboard('{Shift>}{ArrowDown}{/Shift}')
  expect(bar().getByText('2 cards chosen')).toBeVisible()
  await user.keyboard('{Delete}')
  expect([row('q1')?.binned, row('q2')?.binned].every(Boolean)).toBe(true)
  expect(row('q3')?.binned).toBeNull()
  expect(card('Third')).toHaveFocus()
})

test('lifting one of the chosen takes all of them along', async () => {
  const { user, card, row } = open()
  fireEvent.click(card('First'), { ctrlKey: true })
  fireEvent.click(card('Second'), { ctrlKey: true })
  card('First').focus()
  await user.keyboard(' {ArrowRight} ')
  expect([row('q1')?.place.stageId, row('q2')?.place.stageId]).toEqual(['s2', 's2'])
  expect(row('q3')?.place.stageId).toBe('s1')
})

test('chosen cards are tagged together; one that somebody deleted meanwhile is passed over', async () => {
  const { user, card, row, bar, remote } = open()
  fireEvent.click(card('First'), { ctrlKey: true })
  fireEvent.click(card('Second'), { ctrlKey: true })
  remote(binCard, { id: 'q2' })
  await user.selectOptions(bar().getByRole('combobox', { name: 'Owned by…' }), 'Sales')
  expect(row('q1')?.ownerFunction).toBe('Sales')
  expect(await screen.findByRole('button', { name: 'Undo' })).toBeVisible()
  await user.keyboard('{Escape}')
})
