import { screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { MemoryRouter } from 'react-router'
import { beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { RepeatDialog } from '#client/features/former/repeat-dialog.tsx'
import { ThenPage } from '#client/features/former/then-page.tsx'
import { startTexts } from '#client/texts/start-texts.ts'
import type { FormerFigures } from '#shared/report/former-figures.ts'
import { renderSession, type SessionSetting } from '#test/support/render-session.tsx'

beforeAll(startTexts)
beforeEach(() => {
  vi.stubGlobal('matchMedia', () => ({
    matches: false,
    addEventListener: () => {},
    removeEventListener: () => {},
  }))
  HTMLDialogElement.prototype.showModal = function show() {
    this.open = true
  }
})

const figures: FormerFigures = {
  heldOn: '2026-01-15',
  customersAsked: 10,
  needs: [
    { needId: 'n1', title: 'Quick', guess: { mean: 20, n: 9 }, customers: { mean: 40, n: 10, halfWidth: 5 } },
    { needId: 'n2', title: 'Exact', guess: null, customers: { mean: null, n: 2, halfWidth: null } },
    { needId: 'n9', title: 'Gone', guess: { mean: 10, n: 9 }, customers: { mean: 1, n: 10, halfWidth: 2 } },
  ],
  options: [{ optionId: 'us', name: 'Us', guess: { mean: 7.2, n: 8 }, customers: { mean: 5.5, n: 6 } }],
  coverage: { answered: 1, weak: 0, open: 3 },
  stages: [{ stageId: 's1', name: 'Looking', coverage: { answered: 1, weak: 0, open: 3 } }],
  actions: [
    { actionId: 'a1', title: 'Print the cost', status: 'open', due: '2026-02-01' },
    { actionId: 'a2', title: 'Call back', status: 'open', due: '' },
    { actionId: 'a3', title: 'Show a sample', status: 'done', due: '' },
  ],
  confidence: [{ label: 'Weights', mean: 3.25, n: 9 }],
  promise: '',
  raised: { c1: 3 },
}

const board: SessionSetting['board'] = {
  scene: { title: 'Larderline', timezone: 'Europe/Berlin' },
  needs: {
    n1: { short: 'Quick', status: 'active', order: 'a0' },
    n2: { short: 'Exact', status: 'active', order: 'a1' },
  },
  stages: { s1: { name: 'Looking', order: 'a0' } },
  cards: { c1: { text: 'How much?', place: { stageId: 's1', lane: 'question', order: 'a0' } } },
  actions: {
    a1: { title: 'Print the cost', status: 'done', order: 'a0' },
    n: { title: 'New one', promisedOn: '2026-05-01', order: 'a1' },
  },
}
const record: SessionSetting['record'] = {
  former: { workshopId: 'old', title: 'Larderline in January', takenAt: 1, figures: figures as never },
}
const show = (setting: SessionSetting = {}, ui = <ThenPage />) =>
  renderSession(<MemoryRouter>{ui}</MemoryRouter>, { board, record, ...setting })

describe('[R102] then beside now', () => {
  test('each figure with its n, ours and theirs apart; what is not known is said, never 0', async () => {
    show()
    expect(await screen.findByRole('heading', { level: 1, name: /^Then, and not yet now/ })).toBeVisible()
    const rows = within(screen.getByRole('region', { name: 'What matters' })).getAllByRole('listitem')
    expect(rows[0]).toHaveTextContent('Quick')
    expect(rows[0]).toHaveTextContent('20 (9 of us)')
    expect(rows[0]).toHaveTextContent('40 (10 customers)')
    expect(rows[0]).toHaveTextContent('not opened yet')
    expect(rows[1]).toHaveTextContent('too few: 2')
    expect(rows[2]).toHaveTextContent('Not in this workshop.')
    expect(screen.getByText(/10 customers asked/)).toBeVisible()
    expect(screen.getByRole('note')).toHaveTextContent('The room has not guessed yet.')
  })

  test('what customers clearly gave more is the heading; a move of theirs is said with both n', async () => {
    const points = { status: 'given', points: { n1: 90, n2: 10 } } as const
    const held = Object.fromEntries(
      [...'abcdef'].map((id) => [id, { pseudonym: id, order: id, isCustomer: true, weights: points }]),
    )
    show({
      record: { ...record, envelope: { openedAt: 5, interviewCount: 6 } },
      interviews: { interviews: held as never },
    })
    expect(await screen.findByRole('heading', { level: 1 })).toHaveTextContent(
      'Since 15 January 2026 customers give “Quick” more.',
    )
    const [quick] = within(screen.getByRole('region', { name: 'What matters' })).getAllByRole('listitem')
    expect(quick).toHaveTextContent('90 (6 customers)')
    expect(quick).toHaveTextContent('Customers give it more than then.')
  })

  test('the same as a table, for those who hear it', async () => {
    show()
    const [toTable] = await screen.findAllByRole('button', { name: /Show as table|table/i })
    await userEvent.click(toTable as HTMLElement)
    const table = screen.getByRole('table', { name: /Points of 100/ })
    expect(within(table).getByRole('columnheader', { name: 'Customers, then' })).toBeVisible()
    expect(within(table).getByRole('row', { name: /^Quick 20 \(9 of us\)/ })).toBeVisible()
  })

  test('actions say what became of them', async () => {
    show()
    const part = await screen.findByRole('region', { name: 'What we meant to do' })
    expect(part).toHaveTextContent(
      '3 actions then: 1 done before this workshop. Of 2 still open then, 1 done since, 1 not taken over. 1 new action',
    )
    expect(within(part).getByText('Print the cost').closest('li')).toHaveTextContent('open → done')
    expect(within(part).getByText('Call back').closest('li')).toHaveTextContent('open → not taken over')
  })

  test('a workshop that repeats none says so', async () => {
    show({ record: {} })
    expect(await screen.findByText('This workshop repeats no other one.')).toBeVisible()
  })
})

describe('repeating', () => {
  test('says what comes over and what stays, and opens the new workshop', async () => {
    const onClose = vi.fn()
    const { made } = show({ role: 'facilitator' }, <RepeatDialog onClose={onClose} />)
    expect(screen.getByText(/A good day: 30 July 2026/)).toBeVisible()
    expect(screen.getByText(/People and their ballots/)).toBeVisible()
    const title = screen.getByLabelText('Title of the new workshop')
    expect(title).toHaveValue('Larderline, again')
    expect(screen.getByRole('switch', { name: 'Take open actions and unknowns along' })).toBeChecked()
    expect(screen.getByText(/^1 open action and 0 things/)).toBeVisible()
    await userEvent.clear(title)
    await userEvent.click(screen.getByRole('button', { name: 'Open the new workshop' }))
    expect(title).toHaveFocus()
    await userEvent.type(title, 'Spring')
    await userEvent.click(screen.getByRole('button', { name: 'Open the new workshop' }))
    await waitFor(() => expect(onClose).toHaveBeenCalled())
    expect(made).toMatchObject([{ name: 'repeatWorkshop', body: { title: 'Spring', carryActions: true } }])
  })
})
