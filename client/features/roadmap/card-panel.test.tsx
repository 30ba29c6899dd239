import { act, fireEvent, screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { MemoryRouter } from 'react-router'
import { beforeEach, describe, expect, test, vi } from 'vitest'
import { RoadmapPage } from '#client/features/roadmap/roadmap-page.tsx'
import { startTexts } from '#client/texts/start-texts.ts'
import { useToasts } from '#client/ui/toast-store.ts'
import { Toasts } from '#client/ui/toasts.tsx'
import { askedForCard } from '#shared/board/card-edits.ts'
import { binStage, changeCard } from '#shared/board/roadmap-edits.ts'
import { cards, guideQuestions, type Lane } from '#shared/board/schema.ts'
import { readRow, readRows } from '#shared/document/collection.ts'
import { renderSession, type SessionSetting } from '#test/support/render-session.tsx'

startTexts()
beforeEach(() => {
  useToasts.setState({ toasts: [] })
  const media = { matches: false, addEventListener: () => {}, removeEventListener: () => {} }
  vi.stubGlobal('matchMedia', () => media)
})

const place = (lane: Lane, n = 0) => ({ stageId: 's1', lane, order: `a${n}` })
const customer = {
  role: 'Quality manager',
  trade: 'dairy',
  staff: null,
  sites: null,
  buyingRole: null,
  yearsAsCustomer: null,
  wonOrLost: 'won' as const,
}
const small = {
  board: {
    stages: { s1: { name: 'Look around', order: 'a0' } },
    cards: {
      q1: { text: 'Will it integrate?', place: place('question'), raisedBy: ['i2'] },
      q2: { text: 'Is it a seamless fit?', place: place('question', 1) },
      a1: {
        text: 'A list of connections',
        place: place('answer'),
        settles: ['q1'],
        status: 'live_weak' as const,
      },
    },
  },
  interviews: {
    interviews: {
      i1: { pseudonym: 'Heron', customer, order: 'a0' },
      i2: { pseudonym: 'Dipper', customer, order: 'a1' },
    },
    quotes: {
      k1: { interviewId: 'i1', text: 'Nobody told us it would not talk to the till.', order: 'a0' },
      k2: { interviewId: 'i2', text: 'The price was fine.', order: 'a1' },
    },
  },
} satisfies SessionSetting
const heard: SessionSetting = { ...small, record: { envelope: { openedAt: 5, interviewCount: 2 } } }

async function open(text: string, setting: SessionSetting = small) {
  const user = userEvent.setup({ delay: null })
  const played = renderSession(
    <MemoryRouter>
      <RoadmapPage />
      <Toasts />
    </MemoryRouter>,
    setting,
  )
  if (text !== '') await user.click(screen.getByRole('button', { name: `Open “${text}”` }))
  const row = (id: string) => readRow(played.docs.board, cards, id)
  return { ...played, user, row }
}
const panel = () => screen.getByRole('dialog', { name: /\?$|connections$/ })
const status = () =>
  within(panel()).getByRole('list', { name: 'Is it answered?' }).querySelector('[aria-current="true"]')
    ?.textContent

describe('what settles it', () => {
  test('[C9] [R082] a question has the credit of its best answer, and none of one that is not true today', async () => {
    const { remote } = await open('Will it integrate?')
    expect(status()).toBe('Partly')
    act(() => remote(changeCard, { id: 'a1', changes: { trueToday: 'no' } }))
    expect(status()).toBe('Unanswered')
    expect(panel()).toHaveTextContent('What is live is not true today, so it counts as unanswered.')
    act(() => remote(changeCard, { id: 'a1', changes: { trueToday: 'yes', status: 'live_convincing' } }))
    expect(status()).toBe('Answered')
  })

  test('[R074] [R081] [R087] an answer is added with state, tests and a tool, and several settle one question', async () => {
    const { user, docs, row } = await open('Will it integrate?')
    await user.click(within(panel()).getByRole('button', { name: 'Add an answer' }))
    await user.keyboard('A live test{Enter}')
    const added = readRows(docs.board, cards).find(({ text }) => text === 'A live test')
    expect(added).toMatchObject({ settles: ['q1'], place: { lane: 'answer', stageId: 's1' } })
    await user.selectOptions(within(panel()).getByLabelText('State'), 'live_convincing')
    await user.click(within(panel()).getByLabelText('Believable'))
    expect(row(added?.id ?? '')).toMatchObject({ status: 'live_convincing', checks: { believable: true } })
    expect(status()).toBe('Answered')
    await user.click(within(panel()).getByRole('button', { name: 'Tool' }))
    await user.keyboard('Trial box{Enter}')
    const tool = readRows(docs.board, cards).find(({ text }) => text === 'Trial box')
    expect(tool).toMatchObject({ settles: [added?.id], place: { lane: 'tool' } })
  })

  test('[S5] a script address is refused with words and stays in the field; a page becomes a link', async () => {
    const { user, row } = await open('A list of connections')
    const field = within(panel()).getByLabelText('Where it is')
    await user.type(field, 'javascript:alert(1)')
    await user.tab()
    expect(within(panel()).getByRole('alert')).toHaveTextContent('would run as a program')
    expect(field).toHaveValue('javascript:alert(1)')
    expect(row('a1')?.link).toBe('')
    await user.clear(field)
    await user.type(field, 'example.com/list{Enter}')
    expect(row('a1')?.link).toBe('example.com/list')
    expect(within(panel()).getByRole('link', { name: /^Open / })).toHaveAttribute(
      'href',
      'https://example.com/list',
    )
  })

  test('[R057] “Ask a customer” puts a question on the interview guide, in words one can change', async () => {
    const { user, docs } = await open('Will it integrate?')
    await user.click(within(panel()).getByRole('button', { name: 'Ask a customer: “A list of connections”' }))
    const words = within(panel()).getByLabelText('Question for the interview guide')
    expect(words).toHaveValue(
      'You may have asked: “Will it integrate?” Would this settle it for you: A list of connections',
    )
    fireEvent.change(words, { target: { value: 'Would a list do?' } })
    await user.click(within(panel()).getByRole('button', { name: 'Put it on the guide' }))
    expect(readRow(docs.board, guideQuestions, askedForCard('a1'))?.text).toBe('Would a list do?')
  })
})

describe('in their words', () => {
  test('[S1] before the envelope is open nothing of it is there, and why', async () => {
    await open('Will it integrate?')
    expect(panel()).toHaveTextContent('sealed until the envelope is open')
    expect(within(panel()).queryByRole('button', { name: 'Add evidence' })).toBeNull()
  })

  test('[EV-3a] words are found, linked, lead back to the exact spot, and are unlinked', async () => {
    const { user, row } = await open('Will it integrate?', heard)
    await user.click(within(panel()).getByRole('button', { name: 'Add evidence' }))
    await user.keyboard('heron TILL')
    expect(screen.getByText('1 quote of 2')).toBeVisible()
    await user.click(screen.getByRole('checkbox', { name: /^Words of Heron: Nobody told us/ }))
    expect(row('q1')).toMatchObject({ quoteIds: ['k1'], raisedBy: ['i2', 'i1'] })
    await user.click(screen.getByRole('button', { name: 'Done' }))
    expect(panel()).toHaveTextContent('2 of 2 customers, 1 shown')
    const back = within(panel()).getByRole('link', { name: 'Where they said it: Heron' })
    expect(back).toHaveAttribute('href', '/w/workshop-1/interviews/i1?page&quote=k1')
    await user.click(within(panel()).getByRole('button', { name: 'Unlink these words of Heron' }))
    expect(row('q1')).toMatchObject({ quoteIds: [], raisedBy: ['i2', 'i1'] })
    await user.click(within(panel()).getByRole('button', { name: 'Heron did not say it' }))
    expect(row('q1')?.raisedBy).toEqual(['i2'])
  })
})

test('[R086] a seller’s word in a buyer’s question gets a hint, in an answer none', async () => {
  const { remote } = await open('Is it a seamless fit?')
  expect(within(panel()).getByRole('note')).toHaveTextContent('“seamless” is a seller’s word')
  act(() => remote(changeCard, { id: 'q2', changes: { text: 'Does it fit?' } }))
  expect(within(panel()).queryByRole('note')).toBeNull()
})

test('[KB-1a] J and K go from card to card, E opens the evidence, S steps an answer’s state on the board', async () => {
  const { user, row } = await open('Will it integrate?', heard)
  await user.keyboard('j')
  expect(panel()).toHaveAccessibleName('Is it a seamless fit?')
  await user.keyboard('k')
  expect(panel()).toHaveAccessibleName('Will it integrate?')
  await user.keyboard('e')
  expect(screen.getByRole('searchbox', { name: /^Search their words/ })).toHaveFocus()
  await user.click(screen.getByRole('button', { name: 'Done' }))
  await user.click(within(panel()).getByRole('button', { name: 'Close' }))
  screen.getByRole('group', { name: /^Answer: A list/ }).focus()
  await user.keyboard('s')
  expect(row('a1')?.status).toBe('live_convincing')
})

describe('nothing that was written is lost', () => {
  test('[BD-2c] when somebody deletes the stage under a panel or under a new card, it is said and the words are kept', async () => {
    const { user, docs, remote } = await open('Will it integrate?')
    await user.type(within(panel()).getByRole('textbox', { name: 'Text of the card' }), ' At all?')
    act(() => void remote(binStage, { id: 's1' }))
    expect(within(panel()).getByRole('alert')).toHaveTextContent(
      'The card is in “Unplaced”, with every word.',
    )
    expect(readRow(docs.board, cards, 'q1')?.text).toBe('Will it integrate? At all?')
  })

  test('[BD-2c] what is typed in the field for a new card becomes one when its stage goes', async () => {
    const two = { ...small.board.stages, s2: { name: 'Evaluate', order: 'a1' } }
    const { user, docs, remote } = await open('', { board: { ...small.board, stages: two } })
    screen.getByRole('group', { name: /^Question: Will it/ }).focus()
    await user.keyboard('nHow long does it ta')
    act(() => void remote(binStage, { id: 's1' }))
    expect(readRows(docs.board, cards).map(({ text }) => text)).toContain('How long does it ta')
    expect(screen.getByText(/Somebody deleted that stage while you wrote/)).toBeVisible()
  })

  test('a pasted column becomes cards; 5,000 lines and 20,000 characters are offered, and all of them stay', async () => {
    const { user, docs } = await open('')
    const count = () => readRows(docs.board, cards).length
    screen.getByRole('group', { name: /^Question: Will it/ }).focus()
    await user.paste('One?\nTwo?\n\nThree?')
    expect(count()).toBe(6)
    const lines = Array.from({ length: 5000 }, (_, i) => `Line ${i}`).join('\n')
    await user.paste(lines)
    const offer = () => screen.getByRole('dialog', { name: '5000 lines' })
    expect(within(offer()).getByRole('textbox')).toHaveValue(lines)
    fireEvent.click(within(offer()).getByRole('button', { name: 'Add the first 100' }))
    expect(count()).toBe(106)
    expect(screen.getByRole('dialog')).toHaveTextContent('4900 lines are left.')
    fireEvent.click(screen.getByRole('button', { name: 'Leave the rest' }))
    await user.click(screen.getByRole('button', { name: 'Open “Will it integrate?”' }))
    await user.click(within(panel()).getByRole('textbox', { name: 'Text of the card' }))
    await user.paste('x'.repeat(20_000))
    const long = screen.getByRole('dialog', { name: 'Too long for a card' })
    expect(within(long).getByRole('textbox')).toHaveValue('x'.repeat(20_000))
    expect(readRow(docs.board, cards, 'q1')?.text).toBe('Will it integrate?')
  })
})
