import { act, fireEvent, screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { MemoryRouter } from 'react-router'
import { beforeEach, describe, expect, test, vi } from 'vitest'
import { RoadmapPage } from '#client/features/roadmap/roadmap-page.tsx'
import { startTexts } from '#client/texts/start-texts.ts'
import { useToasts } from '#client/ui/toast-store.ts'
import { Toasts } from '#client/ui/toasts.tsx'
import { addCard, binCard, binStage, changeCard, moveCard } from '#shared/board/roadmap-edits.ts'
import { cards, type Lane } from '#shared/board/schema.ts'
import { readRow } from '#shared/document/collection.ts'
import { takeRenders } from '#test/support/count-renders.ts'
import { renderSession, type SessionSetting } from '#test/support/render-session.tsx'

startTexts()
beforeEach(() => {
  useToasts.setState({ toasts: [] })
  vi.stubGlobal('matchMedia', () => ({
    matches: false,
    addEventListener: () => {},
    removeEventListener: () => {},
  }))
})

const place = (stageId: string, lane: Lane, n: number) => ({ stageId, lane, order: `a${n}` })
const answered = { settles: ['q1'], status: 'live_convincing', trueToday: 'yes' } as const
const small: SessionSetting = {
  board: {
    stages: { s1: { name: 'Look around', order: 'a0' }, s2: { name: 'Evaluate', order: 'a1' } },
    cards: {
      q1: { text: 'Will it integrate?', place: place('s1', 'question', 0), raisedBy: ['i1', 'i2'] },
      q2: { text: 'What does it cost?', place: place('s1', 'question', 1) },
      a1: { text: 'A list of connections', place: place('s1', 'answer', 0), ...answered },
      d1: { text: 'They hide the price', place: place('s2', 'skepticism', 0) },
    },
  },
}

function open(setting: SessionSetting = small, address = '/') {
  const user = userEvent.setup()
  const played = renderSession(
    <MemoryRouter initialEntries={[address]}>
      <RoadmapPage />
      <Toasts />
    </MemoryRouter>,
    setting,
  )
  const row = (id: string) => readRow(played.docs.board, cards, id)
  return { ...played, user, row }
}

const card = (text: string | RegExp) => screen.getByRole('group', { name: text })
const saidLast = () =>
  screen
    .getAllByRole('status')
    .map((one) => one.textContent)
    .join(' ')
const textsIn = (stageId: string, lane: Lane) =>
  [...document.querySelectorAll(`[data-cell="${stageId}|${lane}"] [data-card]`)].map(
    (one) => one.getAttribute('data-card') ?? '',
  )

describe('what the board shows', () => {
  test('[U1] a card says who said it, or that nobody did, and whether it is answered', () => {
    open()
    expect(card(/^Question: Will it integrate\?, Answered, said by 2 customers$/)).toBeVisible()
    expect(card(/^Question: What does it cost\?, Unanswered, our guess$/)).toBeVisible()
  })

  test('[U1] where something is open and nothing settles it, the cell says so instead of staying blank', () => {
    open()
    expect(
      screen.getByRole('gridcell', { name: /What settles it in Evaluate: no cards\. No answer yet/ }),
    ).toBeVisible()
    expect(
      screen.getByRole('gridcell', { name: /What they doubt in Look around: no cards\. Nobody has asked/ }),
    ).toBeVisible()
    expect(screen.getByRole('gridcell', { name: /What worries them in Evaluate: no cards$/ })).toBeVisible()
  })

  test('[U2] the heading and the counts are true of the board and name their sample', () => {
    open()
    expect(screen.getByRole('heading', { level: 1 })).toHaveTextContent(
      '2 questions and doubts have no answer. Start with “Look around”.',
    )
    const counts = screen.getByRole('list', { name: 'Of 2 questions and 1 doubt' })
    expect(within(counts).getByText('Answered 1')).toBeVisible()
    expect(within(counts).getByText('Unanswered 2')).toBeVisible()
    expect(screen.getByRole('img', { name: 'Look around: 1 answered, 0 partly, 1 unanswered' })).toBeVisible()
  })

  test('[S2] a viewer reads the board and finds nothing that would change it', async () => {
    const { user } = open({ ...small, role: 'viewer' })
    expect(screen.queryByRole('button', { name: /Add a/ })).toBeNull()
    card(/Will it/).focus()
    await user.keyboard('n{Enter} {Delete}')
    expect(screen.queryByRole('textbox')).toBeNull()
    expect(card(/Will it/)).toBeVisible()
  })

  test('an empty roadmap offers a beginning', async () => {
    const { user } = open({})
    await user.click(await screen.findByRole('button', { name: 'Start with one empty stage' }))
    const name = screen.getByRole('textbox', { name: 'Name of the stage' })
    await user.clear(name)
    await user.type(name, 'Notice it{Enter}')
    expect(screen.getByRole('button', { name: /^Stage 1 Notice it/ })).toBeVisible()
  })
})

describe('[BD-7a] filtered', () => {
  test('an address shows its part of the board, arrows walk that, and everything comes back', async () => {
    const { user } = open(small, '/?said=guess')
    expect(card(/What does it cost/)).toBeVisible()
    expect(screen.queryByRole('group', { name: /Will it integrate/ })).toBeNull()
    expect(screen.getByText('3 cards of 4')).toBeVisible()
    act(() => card(/What does it cost/).focus())
    await user.keyboard('{ArrowRight}{ArrowDown}')
    expect(card(/They hide/)).toHaveFocus()
    await user.click(screen.getByRole('button', { name: 'Show all' }))
    expect(card(/Will it integrate/)).toBeVisible()
  })

  test('a card added or written in while filtered stays before the eyes of who did it', async () => {
    const { user } = open()
    act(() => card(/They hide/).focus())
    await user.keyboard('u')
    expect(screen.queryByRole('group', { name: /Will it integrate/ })).toBeNull()
    await user.keyboard('nNobody calls back{Enter}{Escape}')
    expect(card(/Nobody calls back/)).toHaveFocus()
  })
})

test('a template lays its stages, and nothing of it pretends to come from a customer', async () => {
  const { user } = open({})
  await user.click(await screen.findByRole('button', { name: /^Light scrutiny/ }))
  expect(screen.getAllByRole('columnheader')).toHaveLength(4)
  expect(card('Question: What is it?, Unanswered, our guess')).toBeVisible()
  expect(screen.queryByRole('group', { name: /said by/ })).toBeNull()
})

describe('[KB-1a] by keyboard', () => {
  test('the board is one tab stop and arrows walk cards and cells', async () => {
    const { user } = open()
    expect(
      document.querySelectorAll(
        '[data-card][tabindex="0"], [data-cell][tabindex="0"], [data-head][tabindex="0"]',
      ),
    ).toHaveLength(1)
    card(/Will it/).focus()
    await user.keyboard('{ArrowDown}')
    expect(card(/What does it cost/)).toHaveFocus()
    await user.keyboard('{ArrowRight}')
    expect(screen.getByRole('gridcell', { name: /What they ask in Evaluate/ })).toHaveFocus()
    await user.keyboard('{ArrowDown}')
    expect(card(/They hide/)).toHaveFocus()
  })

  test('N adds below the focused card, Enter opens the next, Escape ends it', async () => {
    const { user } = open()
    card(/Will it/).focus()
    await user.keyboard('n')
    await user.keyboard('Who runs it?{Enter}Who pays?{Enter}{Escape}')
    const texts = textsIn('s1', 'question')
    expect(texts).toHaveLength(4)
    expect(screen.queryByRole('textbox')).toBeNull()
    expect(card(/Who pays/)).toHaveFocus()
    await user.keyboard('{ArrowUp}')
    expect(card(/Who runs/)).toHaveFocus()
  })

  test('[R075] what draws them on has no lane until somebody adds to it', async () => {
    const { user } = open()
    expect(screen.queryByRole('rowheader', { name: /What draws them on/ })).toBeNull()
    await user.click(screen.getByRole('button', { name: 'Add a desire' }))
    await user.keyboard('A plain overview{Enter}{Escape}')
    expect(screen.getByRole('rowheader', { name: /What draws them on/ })).toBeVisible()
    expect(card(/^Desire: A plain overview/)).toHaveFocus()
  })

  test('Tab goes on adding in the next lane', async () => {
    const { user } = open()
    card(/They hide/).focus()
    await user.keyboard('nIt will break{Tab}A trial{Enter}{Escape}')
    expect(textsIn('s2', 'skepticism')).toHaveLength(2)
    expect(card(/^Answer: A trial/)).toHaveFocus()
  })

  test('Enter writes in the card, and what is typed is the card’s text at once', async () => {
    const { user, row } = open()
    card(/What does it cost/).focus()
    await user.keyboard('{Enter}')
    expect(screen.getByRole('textbox', { name: 'Text of the card' })).toHaveFocus()
    await user.keyboard(' In all?')
    expect(row('q2')?.text).toBe('What does it cost? In all?')
    await user.keyboard('{Enter}')
    expect(card(/What does it cost\? In all\?/)).toHaveFocus()
  })

  test('[BD-2a] Space lifts, arrows move across lanes and stages, Space drops, and each move is said', async () => {
    const { user } = open()
    card(/Will it/).focus()
    await user.keyboard(' ')
    expect(saidLast()).toContain('Lifted question “Will it integrate?”')
    await user.keyboard('{ArrowRight}')
    expect(saidLast()).toContain('Evaluate, What they ask, 1 of 1')
    await user.keyboard(' ')
    expect(textsIn('s2', 'question')).toEqual(['q1'])
    expect(saidLast()).toContain('Question “Will it integrate?” moved to Evaluate, 1 of 1')
    expect(card(/Will it/)).toHaveFocus()
  })

  test('[BD-2a] Escape puts a lifted card back', async () => {
    const { user } = open()
    card(/Will it/).focus()
    await user.keyboard(' {ArrowRight}{ArrowDown}{Escape}')
    expect(textsIn('s1', 'question')).toEqual(['q1', 'q2'])
    expect(saidLast()).toContain('is back where it was')
    expect(card(/Will it/)).toHaveFocus()
  })

  test('Delete takes the card off the board, focus goes to the next, and it can be taken back', async () => {
    const { user, row } = open()
    card(/Will it/).focus()
    await user.keyboard('{Delete}')
    expect(row('q1')?.binned).not.toBeNull()
    expect(card(/What does it cost/)).toHaveFocus()
    await user.click(screen.getByRole('button', { name: 'Undo' }))
    expect(card(/Will it/)).toHaveFocus()
  })

  test('Ctrl+Z takes back one’s own last change and says so', async () => {
    const { user, row } = open()
    card(/Will it/).focus()
    await user.keyboard('{Delete}{Control>}z{/Control}')
    expect(row('q1')?.binned).toBeNull()
    expect(saidLast()).toContain('Undone.')
    await user.keyboard('{Control>}{Shift>}z{/Shift}{/Control}')
    expect(row('q1')?.binned).not.toBeNull()
  })

  test('[HI-1b] Ctrl+Z says so when somebody changed it since, and changes nothing', async () => {
    const { user, session, remote, row } = open()
    act(() => void session.edit(changeCard, { id: 'q2', changes: { hurdles: 'mine' } }))
    act(() => void remote(changeCard, { id: 'q2', changes: { hurdles: 'theirs' } }))
    card(/Will it/).focus()
    await user.keyboard('{Control>}z{/Control}')
    expect(saidLast()).toContain('Somebody changed it since. It stays as it is.')
    expect(row('q2')?.hurdles).toBe('theirs')
    await user.keyboard('{Control>}z{/Control}')
    expect(saidLast()).toContain('Nothing of yours to undo.')
  })

  test('Ctrl+Z is heard in a card’s panel too, but not in its words', async () => {
    const { user, session, row } = open()
    act(() => void session.edit(changeCard, { id: 'q2', changes: { hurdles: 'mine' } }))
    card(/Will it/).focus()
    await user.keyboard('m')
    within(screen.getByRole('dialog')).getAllByRole('button')[0]?.focus()
    await user.keyboard('{Control>}z{/Control}')
    expect(row('q2')?.hurdles).toBe('')
  })
})

describe('[BD-2b] without dragging', () => {
  test('“Move to…” does what dragging does', async () => {
    const { user } = open()
    card(/Will it/).focus()
    await user.keyboard('m')
    const dialog = screen.getByRole('dialog')
    expect(within(dialog).getByLabelText('Stage')).toHaveFocus()
    await user.selectOptions(within(dialog).getByLabelText('Stage'), 's2')
    await user.selectOptions(within(dialog).getByLabelText('Lane'), 'concern')
    await user.click(within(dialog).getByRole('button', { name: 'Move' }))
    expect(textsIn('s2', 'concern')).toEqual(['q1'])
    expect(saidLast()).toContain('moved to Evaluate, What worries them, 1 of 1')
  })

  test('order within the cell can be changed too', async () => {
    const { user } = open()
    await user.click(screen.getByRole('button', { name: 'Open “What does it cost?”' }))
    await user.click(screen.getByRole('button', { name: 'Up' }))
    expect(textsIn('s1', 'question')).toEqual(['q2', 'q1'])
  })
})

describe('[U3] with others', () => {
  test('[AX-4a] when somebody deletes the focused card, the next one has the focus and it is said', () => {
    const { remote } = open()
    act(() => card(/Will it/).focus())
    act(() => remote(binCard, { id: 'q1' }))
    expect(card(/What does it cost/)).toHaveFocus()
    expect(saidLast()).toContain('Somebody deleted the card you were on. You are now on: What does it cost?')
  })

  test('[AX-4a] a focused card that somebody moves keeps the focus', () => {
    const { remote } = open()
    act(() => card(/Will it/).focus())
    act(() => remote(moveCard, { id: 'q1', stageId: 's2', lane: 'question', index: 0 }))
    expect(card(/Will it/)).toHaveFocus()
    expect(saidLast()).toContain('Somebody moved the card you are on to Evaluate, What they ask.')
  })

  test('writing goes on, caret and all, when somebody moves the card meanwhile', async () => {
    const { user, remote, row } = open()
    card(/Will it/).focus()
    await user.keyboard('{Enter}')
    const field = screen.getByRole<HTMLTextAreaElement>('textbox', { name: 'Text of the card' })
    field.setSelectionRange(4, 4)
    act(() => remote(moveCard, { id: 'q1', stageId: 's2', lane: 'question', index: 0 }))
    const moved = screen.getByRole<HTMLTextAreaElement>('textbox', { name: 'Text of the card' })
    expect(moved).toHaveFocus()
    expect(moved.selectionStart).toBe(4)
    await user.keyboard('x')
    expect(row('q1')?.text).toBe('Willx it integrate?')
  })

  test('[PR-2a] a card in somebody’s hands carries the name', () => {
    const { present } = open()
    act(() => present('seat-ana', { focus: 'q1', editing: true }, 'Ana Lima'))
    expect(within(card(/Will it/)).getByText('Ana is editing')).toBeVisible()
    act(() => present('seat-ana', { focus: 'q2', editing: false, moving: true }))
    expect(within(card(/What does it cost/)).getByText('Ana is moving this')).toBeVisible()
    expect(screen.queryByText('Ana is editing')).toBeNull()
  })

  test('[BD-2c] cards of a deleted stage are listed as unplaced', () => {
    const { remote } = open()
    act(() => remote(binStage, { id: 's2' }))
    expect(screen.getByRole('columnheader', { name: /Unplaced/ })).toBeVisible()
    expect(textsIn('', 'skepticism')).toEqual(['d1'])
  })
})

describe('with 500 cards', { timeout: 60_000 }, () => {
  const lanes: readonly Lane[] = ['concern', 'action', 'question', 'skepticism', 'answer', 'tool']
  const many: SessionSetting = {
    board: {
      stages: Object.fromEntries(
        Array.from({ length: 8 }, (_, s) => [`s${s}`, { name: `Stage ${s}`, order: `a${s}` }]),
      ),
      cards: Object.fromEntries(
        Array.from({ length: 500 }, (_, i) => [
          `c${i}`,
          {
            text: `Card ${i}`,
            place: place(`s${i % 8}`, lanes[(i >> 3) % 6] ?? 'tool', i % 10),
            raisedBy: i % 3 ? ['i1'] : [],
          },
        ]),
      ),
    },
  }

  /** Looking for a role among 500 cards takes the test DOM seconds. */
  const byId = (id: string) => document.querySelector<HTMLElement>(`[data-card="${id}"]`) as HTMLElement

  test('[BD-9a] a remote edit of one card renders that card and nothing else of the board', () => {
    const { remote } = open(many)
    takeRenders()
    act(() => remote(changeCard, { id: 'c77', changes: { text: 'Changed elsewhere' } }))
    const renders = takeRenders()
    expect(renders.get('RoadCard')).toBe(1)
    expect(renders.get('BoardCell')).toBeUndefined()
    expect(renders.get('BoardGrid')).toBeUndefined()
    expect(renders.get('StageHead')).toBeUndefined()
    expect(renders.get('RoadmapHead')).toBeUndefined()
    expect(byId('c77')).toHaveTextContent('Changed elsewhere')
  })

  test('[BD-9a] a remote move renders the two cells and no card that stays', () => {
    const { remote } = open(many)
    takeRenders()
    act(() => remote(moveCard, { id: 'c0', stageId: 's5', lane: 'concern', index: 0 }))
    const renders = takeRenders()
    expect(renders.get('RoadCard')).toBe(1)
    expect(renders.get('BoardCell')).toBe(2)
  })

  test('[BD-9a] somebody’s presence renders the card they have in hand', () => {
    const { present } = open(many)
    act(() => present('seat-ana', {}, 'Ana'))
    takeRenders()
    act(() => present('seat-ana', { focus: 'c5' }))
    expect(takeRenders().get('RoadCard')).toBe(1)
  })

  test('moving the focus renders the two cards it leaves and enters', () => {
    open(many)
    act(() => byId('c0').focus())
    takeRenders()
    fireEvent.keyDown(byId('c0'), { key: 'ArrowRight' })
    expect(takeRenders().get('RoadCard')).toBe(2)
  })

  test('a card added by somebody renders its cell and itself', () => {
    const { remote } = open(many)
    takeRenders()
    act(() => remote(addCard, { stageId: 's0', lane: 'tool', text: 'New' }))
    const renders = takeRenders()
    expect(renders.get('RoadCard')).toBe(1)
    expect(renders.get('BoardCell')).toBe(1)
  })
})
