import { act, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { MemoryRouter } from 'react-router'
import { beforeEach, describe, expect, test } from 'vitest'
import { BinPage } from '#client/features/bin/bin-page.tsx'
import { startTexts } from '#client/texts/start-texts.ts'
import { useToasts } from '#client/ui/toast-store.ts'
import { Toasts } from '#client/ui/toasts.tsx'
import { restoreBinned } from '#shared/board/bin-edits.ts'
import { cards, stages } from '#shared/board/schema.ts'
import { readRow } from '#shared/document/collection.ts'
import { MY_SEAT, renderSession, type SessionSetting } from '#test/support/render-session.tsx'

startTexts()
beforeEach(() => useToasts.setState({ toasts: [] }))

const NOW = Date.UTC(2026, 4, 12, 9)
const DAY_MS = 24 * 3600 * 1000
const thrown = (days: number, seatId: string) => ({ at: NOW - days * DAY_MS, seatId })
const place = (stageId: string) => ({ stageId, lane: 'question', order: 'a0' }) as const
const content: SessionSetting = {
  board: {
    stages: {
      s1: { name: 'Look around', order: 'a0' },
      s2: { name: 'Evaluate', order: 'a1', binned: thrown(2, 'dana') },
    },
    cards: {
      mine: { text: 'What does it cost?', place: place('s1'), binned: thrown(1, MY_SEAT) },
      theirs: { text: 'Who answers at night?', place: place('s2'), binned: thrown(3, 'dana') },
      due: { text: 'Long gone', place: place('s1'), binned: thrown(30, 'dana') },
      live: { text: 'On the board', place: place('s2') },
    },
    needs: { n1: { short: 'Running in one shift', order: 'a0', binned: thrown(29.5, 'gone') } },
  },
  record: { seats: { dana: { name: 'Dana Lee', role: 'member', joinedAt: 2 } } },
}

function open(setting: SessionSetting = content) {
  const user = userEvent.setup()
  const played = renderSession(
    <MemoryRouter>
      <BinPage />
      <Toasts />
    </MemoryRouter>,
    setting,
  )
  const row = (words: string) => screen.getByText(words).closest('li') as HTMLElement
  const press = (name: string) => user.click(screen.getByRole('button', { name }))
  return { ...played, row, press }
}

test('[HI-4a] the bin tells what was thrown away, by whom, when, and how long it stays', () => {
  const { row } = open()
  expect(row('What does it cost?')).toHaveTextContent(
    'Question in “Look around”You, yesterday · goes in 29 days',
  )
  expect(row('Who answers at night?')).toHaveTextContent('Its stage is gone')
  expect(row('Evaluate')).toHaveTextContent(
    'Its card comes back with it.Dana Lee, 2 days ago · goes in 28 days',
  )
  expect(row('Running in one shift')).toHaveTextContent('Somebody')
  expect(row('Running in one shift')).toHaveTextContent('goes in 1 day')
  expect(screen.queryByText('Long gone')).toBeNull()
  expect(screen.queryByText('On the board')).toBeNull()
})

test('[HI-4a] what is put back is on the board again, the focus goes on, and it can be taken back', async () => {
  const { press, docs } = open()
  await press('Put back “What does it cost?”')
  expect(readRow(docs.board, cards, 'mine')?.binned).toBeNull()
  expect(screen.getByRole('button', { name: 'Put back “Who answers at night?”' })).toHaveFocus()
  expect(screen.getByText('“What does it cost?” is back.')).toBeVisible()
  await press('Undo')
  expect(screen.getByRole('button', { name: 'Put back “What does it cost?”' })).toBeVisible()

  await press('Put back “Who answers at night?”')
  expect(screen.getByText('“Who answers at night?” is back, in “Unplaced”.')).toBeVisible()
  await press('Put back “Evaluate”')
  expect(readRow(docs.board, stages, 's2')?.binned).toBeNull()
})

describe('deleting for good', () => {
  test('the facilitator may delete anything, and take it back at once', async () => {
    const { press, docs } = open()
    await press('Delete now, for good: “Who answers at night?”')
    expect(readRow(docs.board, cards, 'theirs')).toBeNull()
    await press('Undo')
    expect(readRow(docs.board, cards, 'theirs')?.text).toBe('Who answers at night?')
  })

  test('a member only what they threw away themselves; who may not write, nothing', async () => {
    const { unmount } = open({ ...content, role: 'member' })
    expect(screen.getByRole('button', { name: 'Delete now, for good: “What does it cost?”' })).toBeVisible()
    expect(screen.queryByRole('button', { name: 'Delete now, for good: “Who answers at night?”' })).toBeNull()
    unmount()
    open({ ...content, role: 'viewer' })
    expect(screen.getByText('What does it cost?')).toBeVisible()
    expect(screen.queryByRole('button')).toBeNull()
  })
})

test('when somebody else puts the last one back, the bin is empty and says what it is for', () => {
  const { remote } = open({
    board: { cards: { c1: { text: 'One', place: place('s1'), binned: thrown(1, 'dana') } } },
  })
  act(() => void remote(restoreBinned, { kind: 'cards', id: 'c1' }))
  expect(screen.getByText('Nothing is in the bin.')).toBeVisible()
})
