import { screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { MemoryRouter } from 'react-router'
import { expect, test, vi } from 'vitest'
import { ReadingPage } from '#client/features/map/reading-page.tsx'
import { startTexts } from '#client/texts/start-texts.ts'
import { changeCard } from '#shared/board/roadmap-edits.ts'
import type { Lane } from '#shared/board/schema.ts'
import { renderSession, type SessionSetting } from '#test/support/render-session.tsx'

startTexts()
vi.stubGlobal('matchMedia', () => ({
  matches: false,
  addEventListener: () => {},
  removeEventListener: () => {},
}))

const place = (stageId: string, lane: Lane) => ({ stageId, lane, order: 'a0' })
const live = { status: 'live_convincing', trueToday: 'yes', proof: 'claim' } as const
const small: SessionSetting = {
  record: { envelope: { openedAt: 5, interviewCount: 2 } },
  interviews: {
    interviews: { i1: { pseudonym: 'Heron' }, i2: { pseudonym: 'Teal' } },
    quotes: {
      w1: { interviewId: 'i1', text: 'Who comes on a Sunday?' },
      w3: { interviewId: 'i2', text: 'After signing it is quiet', stageIds: ['s2'] },
      w2: { interviewId: 'i2', text: 'Only for us', private: true },
    },
  },
  board: {
    stages: {
      s1: { name: 'Look around', phase: 'early', order: 'a0', nextStepOffered: true, whoToAskNamed: true },
      s2: { name: 'Live with it', phase: 'after', order: 'a1', nextStepOffered: false, dropOutSeen: 4 },
    },
    cards: {
      q1: { text: 'Does it fit?', place: place('s1', 'question'), foreseenByTeam: true },
      q2: {
        text: 'Who helps at night?',
        place: place('s2', 'question'),
        raisedBy: ['i1', 'i2'],
        quoteIds: ['w1', 'w2'],
      },
      a1: { text: 'A list', place: place('s1', 'answer'), settles: ['q1'], ...live },
      t1: { text: 'Brochure', place: place('s1', 'tool'), settles: ['a1'] },
    },
  },
}

function open(setting: SessionSetting = small) {
  const user = userEvent.setup()
  const played = renderSession(
    <MemoryRouter>
      <ReadingPage />
    </MemoryRouter>,
    setting,
  )
  return { ...played, user }
}

const part = (name: string) =>
  screen.getByRole('heading', { level: 2, name }).closest('section') as HTMLElement

test('[C9] each part says its figure in the shared words, with what it rests on', () => {
  open()
  expect(screen.getByRole('heading', { level: 1 })).toHaveTextContent(
    'Effort leans to the beginning. Their questions lie further on.',
  )
  expect(part('Where they are answered')).toHaveTextContent(
    'Of 2 questions 1 answered, 0 half, 1 not. 0 of 2 voices stand behind what is answered.',
  )
  expect(part('Where they are answered')).toHaveTextContent('voices of 2 customers')
  expect(part('What we saw coming')).toHaveTextContent(
    'The biggest surprise: “Who helps at night?”, 2 customers.',
  )
  expect(part('Dead ends')).toHaveTextContent('1 of 2 stages is a dead end.')
  expect(part('Kinds of proof')).toHaveTextContent('1 of 1 answers is only our word.')
  expect(part('Tools and channels nobody mentioned')).toHaveTextContent(
    'Customers have mentioned 0 of 1 tools',
  )
  expect(part('Where they leave')).toHaveTextContent('4 buyers seen leaving: 0 early, 4 late.')
})

test('[R101] a figure opens to its cards, their words and the way to both; what is private stays back', async () => {
  const { user } = open()
  await user.click(within(part('Where they are answered')).getByText('Live with it'))
  const list = within(part('Where they are answered'))
  expect(list.getByRole('link', { name: 'Who helps at night?' })).toHaveAttribute(
    'href',
    '/w/workshop-1/roadmap?card=q2',
  )
  expect(list.getByRole('link', { name: 'Teal' })).toHaveAttribute('href', '/w/workshop-1/interviews/i2?page')
  expect(list.getByText('“Who comes on a Sunday?”')).toBeVisible()
  expect(list.getByRole('link', { name: 'Where Heron said it' })).toHaveAttribute(
    'href',
    '/w/workshop-1/interviews/i1?page&quote=w1',
  )
  expect(list.getByRole('heading', { name: 'Said about this stage, 1 quote' })).toBeVisible()
  expect(list.getByText('“After signing it is quiet”')).toBeVisible()
  expect(screen.queryByText(/Only for us/)).toBeNull()
})

test('[P2] an edit of somebody else is counted at once', () => {
  const { remote } = open()
  remote(changeCard, { id: 'a1', changes: { trueToday: 'no' } })
  return expect(screen.findByText(/Of 2 questions 0 answered, 0 half, 2 not/)).resolves.toBeVisible()
})

test('[U1] sealed, nothing about customers is made up: it is unknown', () => {
  open({
    ...small,
    record: { envelope: { openedAt: null, interviewCount: 2 } },
    board: {
      stages: { s1: { name: 'Look around', order: 'a0' } },
      cards: { q1: { text: 'Does it fit?', place: place('s1', 'question') } },
    },
  })
  expect(screen.getByText(/The envelope with what customers said is sealed/)).toBeVisible()
  expect(screen.getByRole('heading', { level: 1 })).toHaveTextContent(
    'This is what we believe. What they ask is unknown.',
  )
  expect(part('Early and late')).toHaveTextContent('Unknown: no voice of a customer is noted yet')
  expect(part('Dead ends')).toHaveTextContent('3 of 3 checks are not made yet')
})

test('without a stage it leads to the board', () => {
  open({})
  expect(screen.getByRole('link', { name: 'Go to the board' })).toHaveAttribute(
    'href',
    '/w/workshop-1/roadmap',
  )
})
