import { act, fireEvent, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { MemoryRouter } from 'react-router'
import { beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { PlanPage } from '#client/features/plan/plan-page.tsx'
import { startTexts } from '#client/texts/start-texts.ts'
import { useToasts } from '#client/ui/toast-store.ts'
import { Toasts } from '#client/ui/toasts.tsx'
import { addAction, changeAction, linkAction } from '#shared/board/action-edits.ts'
import { actionChanges, actions, cards } from '#shared/board/schema.ts'
import { readRow, readRows } from '#shared/document/collection.ts'
import { demoContent } from '#test/support/demo-content.ts'
import { renderSession, type SessionSetting } from '#test/support/render-session.tsx'

let isPhone = false
beforeAll(() => {
  startTexts()
  HTMLDialogElement.prototype.showModal = function () {
    this.open = true
  }
})
beforeEach(() => {
  isPhone = false
  useToasts.setState({ toasts: [] })
  vi.stubGlobal('matchMedia', () => ({
    matches: isPhone,
    addEventListener: () => {},
    removeEventListener: () => {},
  }))
})

// The session's day is Tuesday, 12 May 2026.
const place = (lane: 'question' | 'answer', stageId: string, order: string) => ({ stageId, lane, order })
const small: SessionSetting = {
  role: 'member',
  record: {
    seats: {
      marta: { name: 'Marta Kowal', functionName: 'Customer service', role: 'member', joinedAt: 3 },
      graham: { name: 'Graham Tull', functionName: 'Sales', role: 'member', joinedAt: 4 },
    },
  },
  board: {
    stages: { s1: { name: 'Look around', order: 'a0' }, s2: { name: 'Live with it', order: 'a1' } },
    cards: {
      q1: { text: 'Who answers on Sunday?', place: place('question', 's2', 'a0'), raisedBy: ['i1', 'i2'] },
      q2: { text: 'What will it cost?', place: place('question', 's1', 'a0') },
      w2: { text: 'A sheet', place: place('answer', 's1', 'a0'), settles: ['q2'], status: 'live_weak' },
      q3: { text: 'Can I swap it?', place: place('question', 's1', 'a1') },
    },
    findings: { f1: { text: 'Nobody rings back', interviewIds: ['i1'], kind: 'problem', order: 'a0' } },
    actions: {
      a1: {
        title: 'Staff the phone',
        kind: 'create',
        links: ['q1'],
        ownerSeatId: 'marta',
        functionName: 'Customer service',
        promisedOn: '2026-05-01',
        due: '2026-06-30',
        impact: 'L',
        effort: 'M',
        order: 'a0',
      },
      a2: { title: 'Print the cost', kind: 'improve', links: ['q2'], due: '2026-05-08', order: 'a1' },
    },
  },
}

function open(setting: SessionSetting = small, address = '/') {
  const user = userEvent.setup({ delay: null })
  const played = renderSession(
    <MemoryRouter initialEntries={[address]}>
      <PlanPage />
      <Toasts />
    </MemoryRouter>,
    setting,
  )
  /** Comes to a field by keys, which selects what is in it, and types. */
  const enter = async (field: HTMLElement, keys: string) => {
    act(() => field.focus())
    await user.keyboard(keys)
  }
  return {
    ...played,
    user,
    enter,
    action: (id: string) => readRow(played.docs.board, actions, id),
    changes: () => readRows(played.docs.board, actionChanges),
  }
}

/** Words that are there at once, and the field is left. */
const fill = (field: HTMLElement, value: string) => {
  fireEvent.change(field, { target: { value } })
  fireEvent.blur(field)
}

const table = () => within(screen.getByRole('table', { name: 'Actions' }))
const due = (title: string) => screen.getByRole('textbox', { name: `Due: ${title}` })
const groups = () =>
  table()
    .getAllByRole('rowheader')
    .map(({ textContent }) => textContent)

describe('what the page says', () => {
  test('the demo: heading from the board, groups of method P6, the one to look at, what nobody uses', () => {
    open({ ...demoContent(), role: 'member' })
    expect(screen.getByRole('heading', { level: 1 })).toHaveTextContent(
      'Nine actions close 12 of the 28 gaps',
    )
    expect(screen.getByRole('link', { name: '16 gaps have no action yet.' })).toBeVisible()
    expect(groups()).toEqual([
      'Fix what is broken, 3 actions',
      'Improve what half works, 2 actions',
      'Create what is missing, 5 actions',
    ])
    expect(table().getAllByText('Rests on opinion')).toHaveLength(1)
    expect(screen.getByText(/positive only from two stores upwards/)).toBeVisible()
    const unused = within(
      screen.getByRole('heading', { name: /^Findings nobody uses/ }).closest('section') as HTMLElement,
    )
    expect(unused.getAllByRole('listitem')).toHaveLength(2)
    expect(screen.getByText('All three are considered in every action.', { exact: false })).toBeVisible()
    expect(screen.getByRole('heading', { name: /^After 30 days/ })).toBeVisible()
  })

  test('[U1] what nobody has said is hatched and named; overdue and opinion are words', () => {
    open()
    expect(screen.getByRole('combobox', { name: 'Impact of Print the cost' })).toHaveDisplayValue('Not said')
    expect(table().getByText('Overdue')).toBeVisible()
    expect(table().getAllByText('Rests on opinion')).toHaveLength(1)
    expect(screen.getByText(/Happier customers/)).toHaveTextContent('0 Happier customersno action')
  })

  test('only the highest impact that is due first is marked', () => {
    open()
    const bars = table()
      .getAllByRole('img', { name: /to/ })
      .map((bar) => bar.getAttribute('aria-label'))
    expect(bars).toEqual(['8 May to 8 May', '1 May to 30 Jun, highest impact, due first'])
  })

  test('by stage and by owner, in the address; quick wins', async () => {
    const { user } = open(small, '/?by=stage')
    expect(groups()).toEqual(['Look around 1 action', 'Live with it 1 action'])
    await user.click(screen.getByRole('button', { name: 'By owner' }))
    expect(groups()).toEqual(['Marta 1 action', 'Nobody yet 1 action'])
    await user.click(screen.getByRole('button', { name: 'Quick wins first' }))
    expect(screen.getByRole('button', { name: 'Quick wins first' })).toHaveAttribute('aria-pressed', 'true')
  })

  test('[S2] who may only read has words in the place of fields', () => {
    open({ ...small, role: 'viewer' })
    expect(table().queryByRole('textbox')).toBeNull()
    expect(table().getByText('30 Jun')).toBeVisible()
    expect(screen.queryByRole('button', { name: /Make an action/ })).toBeNull()
  })

  test('nothing is planned: the gaps are there to begin with', async () => {
    const { user } = open({ ...small, board: { ...small.board, actions: {} } })
    expect(screen.getByRole('heading', { level: 1 })).toHaveTextContent('Nothing is planned yet')
    await user.click(screen.getByRole('button', { name: 'Make an action: What will it cost?' }))
    const dialog = within(screen.getByRole('dialog', { name: 'A new action' }))
    expect(dialog.getByText('What it closes half works: improve.')).toBeVisible()
  })
})

describe('writing in the table', () => {
  test('[AC-1a] a date as one says it; Enter goes down, and the change is kept', async () => {
    const { user, enter, action, changes } = open()
    await enter(due('Print the cost'), 'end of June')
    expect(screen.getByText(/^That is Tuesday,? 30 June 2026\.$/)).toBeVisible()
    await user.keyboard('{Enter}')
    expect(action('a2')?.due).toBe('2026-06-30')
    expect(due('Staff the phone')).toHaveFocus()
    expect(changes()).toMatchObject([{ actionId: 'a2', field: 'due', from: '2026-05-08', to: '2026-06-30' }])
  })

  test('“yesterday-ish” is refused in words, stays as typed, and Esc takes it back', async () => {
    const { user, enter, action } = open()
    await enter(due('Print the cost'), 'yesterday-ish{Enter}')
    expect(screen.getByRole('alert')).toHaveTextContent('We cannot tell which day that is.')
    expect(due('Print the cost')).toHaveValue('yesterday-ish')
    expect(due('Print the cost')).toHaveFocus()
    await user.tab()
    expect(due('Print the cost')).toHaveValue('yesterday-ish')
    expect(action('a2')?.due).toBe('2026-05-08')
    act(() => due('Print the cost').focus())
    await user.keyboard('{Escape}')
    expect(due('Print the cost')).toHaveValue('8 May')
  })

  test('[U3] a remote change neither overwrites what is typed nor moves the row away', async () => {
    const { user, action, remote } = open()
    const title = table().getAllByRole('textbox', { name: 'Action' })[0] as HTMLTextAreaElement
    expect(title).toHaveValue('Print the cost')
    await user.click(title)
    await user.keyboard(' for five years')
    act(() => {
      remote(changeAction, { id: 'a2', changes: { title: 'Theirs', kind: 'create' } })
      remote(addAction, { title: 'New one', kind: 'create' })
    })
    expect(title).toHaveFocus()
    expect(title).toHaveValue('Print the cost for five years')
    expect(groups()[0]).toMatch(/^Improve/)
    await user.keyboard('{Enter}')
    expect(action('a2')).toMatchObject({ title: 'Print the cost for five years', kind: 'create' })
  })

  test('Esc takes back one’s own words only', async () => {
    const { user, action, remote } = open()
    const [title] = table().getAllByRole('textbox', { name: 'Action' })
    if (!title) throw new Error('no row')
    await user.click(title)
    await user.keyboard('!')
    await waitFor(() => expect(action('a2')?.title).toBe('Print the cost!'))
    await user.keyboard('{Escape}')
    expect(action('a2')?.title).toBe('Print the cost')
    await user.keyboard('?')
    await waitFor(() => expect(action('a2')?.title).toBe('Print the cost?'))
    act(() => remote(changeAction, { id: 'a2', changes: { title: 'Theirs' } }))
    await user.keyboard('{Escape}')
    expect(action('a2')?.title).toBe('Theirs')
  })

  test('an owner of the room by first name, or somebody who is not in it', async () => {
    const { user, enter, action } = open()
    const owner = screen.getByRole('combobox', { name: 'Owner of Print the cost' })
    await enter(owner, 'graham{Enter}')
    expect(action('a2')).toMatchObject({ ownerSeatId: 'graham', functionName: 'Sales' })
    await user.tab()
    await enter(owner, 'The printer{Enter}')
    expect(action('a2')).toMatchObject({ ownerSeatId: null, ownerName: 'The printer' })
  })

  test('who else writes in a row is named there', () => {
    const { present } = open()
    act(() => present('ana', { focus: 'a1', editing: true }, 'Ana Moreau'))
    expect(screen.getByText('Ana is writing')).toBeVisible()
  })
})

describe('adding', () => {
  test('[R093] by N: what, what it closes, who, by when; the kind follows', async () => {
    const { user, docs } = open()
    fireEvent.keyDown(window, { key: 'n' })
    const dialog = within(screen.getByRole('dialog', { name: 'A new action' }))
    const add = dialog.getByRole('button', { name: 'Add the action' })
    expect(add).toHaveAttribute('aria-disabled', 'true')
    fill(dialog.getByLabelText('What do we do?'), 'Ring back within a day')
    fill(dialog.getByRole('searchbox'), 'rings back')
    await user.click(dialog.getByRole('button', { name: /Nobody rings back/ }))
    fill(dialog.getByLabelText('Who?'), 'Marta')
    const when = dialog.getByLabelText('By when?')
    fill(when, 'soonish')
    expect(dialog.getByRole('alert')).toHaveTextContent('We cannot tell')
    fill(when, 'in 3 weeks')
    await user.type(when, '{Enter}')
    expect(
      readRows(docs.board, actions).find(({ title }) => title === 'Ring back within a day'),
    ).toMatchObject({
      kind: 'fix',
      links: ['f1'],
      ownerSeatId: 'marta',
      functionName: 'Customer service',
      due: '2026-06-02',
      promisedOn: '2026-05-12',
    })
  })
})

describe('done', () => {
  test('asks whether it settled the question; the card gets an answer of ours', async () => {
    const { user, docs, action } = open()
    await user.click(screen.getByRole('button', { name: 'Done: Staff the phone' }))
    const dialog = within(screen.getByRole('dialog', { name: 'Did it settle the question?' }))
    expect(dialog.getByRole('checkbox', { name: 'Who answers on Sunday?' })).toBeChecked()
    await user.click(dialog.getByRole('button', { name: 'Yes, it is answered' }))
    expect(action('a1')).toMatchObject({ status: 'done', settled: 'yes' })
    const own = readRows(docs.board, cards).find(({ settles }) => settles.includes('q1'))
    expect(own).toMatchObject({ status: 'live_convincing', raisedBy: [], text: 'Staff the phone' })
    expect(table().getByText('Settled, we say')).toBeVisible()
    await user.click(screen.getByRole('button', { name: 'Undo' }))
    expect(action('a1')?.status).toBe('open')
    expect(readRows(docs.board, cards).some(({ settles, binned }) => !binned && settles.includes('q1'))).toBe(
      false,
    )
  })

  test('what closes no question is done without a word more', async () => {
    const { user, action, remote } = open()
    act(() => remote(linkAction, { id: 'a1', to: 'q1', isOn: false }))
    await user.click(screen.getByRole('button', { name: 'Done: Staff the phone' }))
    expect(screen.queryByRole('dialog')).toBeNull()
    expect(action('a1')).toMatchObject({ status: 'done', settled: null })
  })
})

describe('all of an action', () => {
  test('[R094] [R095] measure, three effects apart, links, why, and every change with who and why', async () => {
    const { user, action, changes } = open()
    await user.click(screen.getByRole('button', { name: 'All of Print the cost' }))
    const panel = within(screen.getByRole('dialog'))
    expect(panel.getAllByPlaceholderText('Not considered')).toHaveLength(3)
    fill(panel.getByRole('textbox', { name: 'Margin' }), 'No cost')
    fill(panel.getByRole('textbox', { name: 'To' }), '12 of 12')
    fill(panel.getByRole('textbox', { name: 'To' }), '9 of 12')
    expect(action('a2')).toMatchObject({ marginNote: 'No cost', target: '9 of 12', revenueNote: '' })
    expect(panel.getByText('Target: 12 of 12 to 9 of 12')).toBeVisible()
    fill(panel.getByRole('textbox', { name: 'Why? Target: 12 of 12 to 9 of 12' }), 'Three refuse')
    expect(changes()).toMatchObject([{ reason: 'Three refuse', seatId: 'seat-me' }])
    fill(panel.getByRole('searchbox'), 'sunday')
    await user.click(panel.getByRole('button', { name: /Who answers on Sunday/ }))
    expect(action('a2')?.links).toEqual(['q2', 'q1'])
    expect(panel.queryByText('Rests on opinion')).toBeNull()
    await user.click(panel.getByRole('button', { name: 'Untie What will it cost?' }))
    expect(panel.getByText('What it closes is missing: create.')).toBeVisible()
    await user.click(panel.getByRole('button', { name: 'Take that' }))
    expect(action('a2')?.kind).toBe('create')
  })

  test('its address opens it; an action that is gone opens nothing', () => {
    open(small, '/?action=a2')
    expect(within(screen.getByRole('dialog')).getByDisplayValue('Print the cost')).toBeVisible()
    open({ ...small, board: {} }, '/?action=gone')
    expect(screen.getAllByRole('dialog')).toHaveLength(1)
  })

  test('done in its panel asks as well', async () => {
    const { user } = open(small, '/?action=a1')
    await user.selectOptions(screen.getByRole('combobox', { name: 'State' }), 'Done')
    expect(screen.getByRole('dialog', { name: 'Did it settle the question?' })).toBeVisible()
  })

  test('deleting gives it back on demand', async () => {
    const { user, action } = open()
    await user.click(screen.getByRole('button', { name: 'All of Print the cost' }))
    await user.click(screen.getByRole('button', { name: 'Delete the action' }))
    expect(screen.queryByRole('dialog')).toBeNull()
    await user.click(screen.getByRole('button', { name: 'Undo' }))
    expect(action('a2')?.binned).toBeNull()
  })
})

test('on paper there is the whole plan without the page around it', () => {
  open()
  act(() => window.dispatchEvent(new Event('beforeprint')))
  const paper = within(document.querySelector('[data-print]') as HTMLElement)
  expect(paper.getByText('Staff the phone').closest('article')).toHaveTextContent(
    /Marta · 30 Jun · Open · Impact: High .*Who answers on Sunday\?.*Cash: Not considered/,
  )
  act(() => window.dispatchEvent(new Event('afterprint')))
  expect(document.querySelector('[data-print]')).toBeNull()
})

test('on a phone there are cards with the same fields', async () => {
  isPhone = true
  const { user, action } = open()
  const card = within(
    within(screen.getByRole('list', { name: 'Actions' }))
      .getByDisplayValue('Staff the phone')
      .closest('li') as HTMLElement,
  )
  expect(screen.queryByRole('table', { name: 'Actions' })).toBeNull()
  await user.selectOptions(card.getByRole('combobox', { name: /^Effort/ }), 'Low')
  expect(action('a1')?.effort).toBe('S')
})
