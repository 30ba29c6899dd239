import { act, screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { MemoryRouter } from 'react-router'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { OutlinePage } from '#client/features/outline/outline-page.tsx'
import { startTexts } from '#client/texts/start-texts.ts'
import { useToasts } from '#client/ui/toast-store.ts'
import { Toasts } from '#client/ui/toasts.tsx'
import { addCard, binCard, changeCard, moveCard } from '#shared/board/roadmap-edits.ts'
import { cards, type Lane, stages } from '#shared/board/schema.ts'
import { readRow, readRows } from '#shared/document/collection.ts'
import { renderSession, type SessionSetting } from '#test/support/render-session.tsx'

startTexts()
beforeEach(() => {
  useToasts.setState({ toasts: [] })
  vi.stubGlobal('matchMedia', () => ({
    matches: false,
    addEventListener: () => {},
    removeEventListener: () => {},
  }))
  Element.prototype.scrollIntoView = () => {}
})
afterEach(() => vi.useRealTimers())

const place = (stageId: string, lane: Lane, n = 0) => ({ stageId, lane, order: `a${n}` })
const small: SessionSetting = {
  record: { envelope: { openedAt: 5, interviewCount: 1 } },
  interviews: { interviews: { i1: { pseudonym: 'Heron' } } },
  board: {
    stages: { s1: { name: 'Look around', order: 'a0' }, s2: { name: 'Evaluate', order: 'a1' } },
    cards: {
      q1: { text: 'Will it integrate?', place: place('s1', 'question'), raisedBy: ['i1'] },
      q2: { text: 'What does it cost?', place: place('s1', 'question', 1) },
      a1: {
        text: 'A list of connections',
        place: place('s1', 'answer'),
        settles: ['q1'],
        status: 'live_convincing',
        trueToday: 'yes',
      },
      t1: { text: 'Price sheet', place: place('s2', 'tool') },
    },
  },
}

function open(setting: SessionSetting = small, address = '/') {
  const user = userEvent.setup()
  const played = renderSession(
    <MemoryRouter initialEntries={[address]}>
      <OutlinePage />
      <Toasts />
    </MemoryRouter>,
    setting,
  )
  return { ...played, user, row: (id: string) => readRow(played.docs.board, cards, id) }
}

const stage = (name: RegExp) => screen.getByRole('region', { name })
const list = (name: RegExp) => screen.getByRole('list', { name })
const change = (text: string) => screen.getByRole('button', { name: `Change “${text}”` })
const said = () => screen.getAllByRole('status').map((one) => one.textContent)

describe('[AX-1a] what is there', () => {
  test('stages, lanes and cards as headings and lists, with state and who said it in words', () => {
    open()
    const names = (level: number) => screen.getAllByRole('heading', { level }).map((one) => one.textContent)
    expect(names(2)).toEqual(['1 Look around', '2 Evaluate'])
    expect(names(3)).toEqual([
      'What they ask Questions',
      'What they doubt Skepticism',
      'What settles it Answers',
      'What they doubt Skepticism',
      'What delivers it Tools',
    ])
    const [first] = within(list(/^What they ask/)).getAllByRole('listitem')
    expect(first).toHaveTextContent('Answered, said by 1 customer, Heron')
    const answers = within(list(/^Answers to “Will it integrate\?”/))
    expect(answers.getByRole('listitem')).toHaveTextContent('Live and convincing, our guess')
    expect(list(/^What they ask/)).toHaveTextContent('Unanswered, no answer yet, our guess')
    expect(stage(/1 Look around/)).toHaveTextContent('1 answer stands under what it settles.')
    expect(stage(/2 Evaluate/)).toHaveTextContent('Nobody has asked what they doubt here')
    expect(screen.getByRole('link', { name: 'Outline' })).toHaveAttribute('aria-current', 'page')
  })

  test('[S2] a viewer reads and finds nothing that would change it', () => {
    open({ ...small, role: 'viewer' })
    expect(screen.getByText('Will it integrate?')).toBeVisible()
    expect(screen.queryByRole('button', { name: /Change|Add/ })).toBeNull()
  })

  test('[S1] sealed, no customer is named', () => {
    open({ ...small, record: { envelope: { openedAt: null, interviewCount: 1 } } })
    expect(screen.queryByText(/Heron/)).toBeNull()
  })

  test('without stages it offers to begin', async () => {
    const { user } = open({})
    await user.click(screen.getByRole('button', { name: 'Start with one empty stage' }))
    const name = await screen.findByRole('textbox', { name: 'Name of the stage' })
    expect(name).toHaveFocus()
    await user.clear(name)
    await user.type(name, 'Notice it{Enter}')
    expect(screen.getByRole('heading', { level: 2, name: '1 Notice it' })).toBeVisible()
  })

  test('an address leads to a stage', () => {
    open(small, '/#stage-s2')
    expect(document.activeElement).toHaveTextContent('2 Evaluate')
  })
})

describe('[AX-1a] by keys alone', () => {
  test('a card is written, closed, and the focus is where it was', async () => {
    const { user, row } = open()
    change('What does it cost?').focus()
    await user.keyboard('{Enter}')
    const words = screen.getByRole('textbox', { name: 'Words of the card' })
    expect(words).toHaveFocus()
    await user.keyboard(' In all?{Enter}')
    expect(row('q2')?.text).toBe('What does it cost? In all?')
    expect(change('What does it cost? In all?')).toHaveFocus()
  })

  test('a card is added, then another, and each is said', async () => {
    const { user, docs } = open()
    screen.getByRole('button', { name: 'Add a card to “Evaluate”' }).focus()
    await user.keyboard('{Enter}')
    expect(screen.getByRole('textbox', { name: 'Words, one card a line' })).toHaveFocus()
    await user.keyboard('Who helps?{Enter}')
    expect(said()).toContain('Question added to Evaluate: Who helps?')
    await user.keyboard('Where is it?{Shift>}{Enter}{/Shift}When?{Enter}')
    expect(said()).toContain('2 cards added to Evaluate, What they ask.')
    expect(readRows(docs.board, cards).filter((one) => one.place.stageId === 's2')).toHaveLength(4)
    await user.keyboard('{Escape}')
    expect(screen.getByRole('button', { name: 'Add a card to “Evaluate”' })).toHaveFocus()
  })

  test.each([
    [null, [true, false]],
    [5, [false, false]],
  ])(
    '[C9] envelope opened at %s: a question and an answer added here remember it',
    async (openedAt, told) => {
      const { user, docs } = open({ ...small, record: { envelope: { openedAt, interviewCount: 1 } } })
      await user.click(screen.getByRole('button', { name: 'Add a card to “Evaluate”' }))
      await user.keyboard('Who helps?{Enter}')
      await user.selectOptions(screen.getByRole('combobox', { name: 'Lane' }), 'answer')
      await user.type(screen.getByRole('textbox', { name: 'Words, one card a line' }), 'We do.{Enter}')
      const foreseen = (text: string) =>
        readRows(docs.board, cards).find((card) => card.text === text)?.foreseenByTeam
      expect(['Who helps?', 'We do.'].map(foreseen)).toEqual(told)
    },
  )

  test('[BD-2b] “Move to…” moves, says where to, keeps the focus on the card and can be taken back', async () => {
    const { user, row } = open()
    await user.click(change('What does it cost?'))
    const move = screen.getByRole('form', { name: 'Move to…' })
    await user.selectOptions(within(move).getByRole('combobox', { name: 'Stage' }), '2 Evaluate')
    await user.click(within(move).getByRole('button', { name: 'Move' }))
    expect(row('q2')?.place.stageId).toBe('s2')
    expect(said()).toContain('Question “What does it cost?” moved to Evaluate, 1 of 1')
    expect(
      within(stage(/2 Evaluate/)).getByRole('button', { name: 'Change “What does it cost?”' }),
    ).toHaveFocus()
    await user.click(screen.getByRole('button', { name: 'Undo' }))
    expect(row('q2')?.place.stageId).toBe('s1')
  })

  test('an answer is written under its question, and its state settles it', async () => {
    const { user } = open()
    await user.click(change('What does it cost?'))
    await user.type(screen.getByRole('textbox', { name: 'What would settle it?' }), 'A price list{Enter}')
    expect(said()).toContain('Answer added to “What does it cost?”.')
    await user.click(change('A price list'))
    await user.selectOptions(screen.getByRole('combobox', { name: 'State of the answer' }), 'live_weak')
    expect(list(/^What they ask/)).toHaveTextContent('What does it cost? Partly, our guess')
  })

  test('a deleted card gives the focus to the next; a deleted stage is asked for and keeps its cards', async () => {
    const { user, row, docs } = open()
    await user.click(change('Will it integrate?'))
    await user.click(screen.getByRole('button', { name: 'Delete the card' }))
    expect(row('q1')?.binned).not.toBeNull()
    expect(document.activeElement).not.toBe(document.body)
    await user.click(screen.getByRole('button', { name: 'Change the stage “Evaluate”' }))
    await user.click(screen.getByRole('button', { name: 'Delete the stage' }))
    expect(screen.getByRole('alert')).toHaveTextContent('Delete “Evaluate”? Its card goes to “Unplaced”.')
    await user.click(screen.getByRole('button', { name: 'Yes, delete it' }))
    expect(readRow(docs.board, stages, 's2')?.binned).not.toBeNull()
    expect(within(stage(/^Unplaced/)).getByText('Price sheet')).toBeVisible()
  })
})

describe('[AX-4a] others at the same time', () => {
  test('what they change is said once in a while, in one sentence; one’s own is not', async () => {
    vi.useFakeTimers({ shouldAdvanceTime: true })
    const { remote } = open()
    act(() => {
      remote(moveCard, { id: 'q2', stageId: 's2', lane: 'question', index: 0 })
    })
    expect(said()).not.toContain('Somebody moved “What does it cost?” to Evaluate, What they ask.')
    await act(() => vi.advanceTimersByTimeAsync(5_000))
    expect(said()).toContain('Somebody moved “What does it cost?” to Evaluate, What they ask.')
    act(() => {
      for (let i = 0; i < 30; i++) remote(addCard, { stageId: 's1', lane: 'concern', text: `Worry ${i}` })
      remote(changeCard, { id: 'a1', changes: { trueToday: 'no' } })
    })
    await act(() => vi.advanceTimersByTimeAsync(5_000))
    expect(said()).toContain('Others changed the roadmap: 30 added, 1 changed.')
  })

  test('a card that moves keeps the focus and the words being written; one deleted gives it on, and both are said', async () => {
    const { user, remote } = open()
    await user.click(change('What does it cost?'))
    expect(screen.getByRole('textbox', { name: 'Words of the card' })).toHaveFocus()
    act(() => {
      remote(moveCard, { id: 'q2', stageId: 's2', lane: 'question', index: 0 })
    })
    expect(within(stage(/2 Evaluate/)).getByRole('textbox', { name: 'Words of the card' })).toHaveFocus()
    expect(said()).toContain('Somebody moved the card you are on to Evaluate, What they ask.')
    act(() => {
      remote(binCard, { id: 'q2' })
    })
    expect(document.activeElement).not.toBe(document.body)
    expect(said().join(' ')).toMatch(/Somebody deleted what you were on\. You are now on: /)
  })

  test('who writes in a card is named', () => {
    const { present } = open()
    act(() => present('seat-ana', { focus: 'q1', editing: true, moving: false }, 'Ana'))
    expect(screen.getByText('Ana is writing here')).toBeVisible()
  })
})
