import { screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { MemoryRouter } from 'react-router'
import { beforeAll, expect, test } from 'vitest'
import { CustomerPage } from '#client/features/interviews/customer-page.tsx'
import { startTexts } from '#client/texts/start-texts.ts'
import { readRow } from '#shared/document/collection.ts'
import { interviews } from '#shared/interviews/schema.ts'
import { renderSession, type SessionSetting } from '#test/support/render-session.tsx'

beforeAll(startTexts)

const customer = {
  role: 'Quality manager',
  trade: 'dairy',
  staff: 120,
  sites: 4,
  buyingRole: 'decision_maker' as const,
  yearsAsCustomer: 2.5,
  wonOrLost: 'won' as const,
}
const content = {
  board: {
    guide: { version: 2 },
    guideQuestions: {
      q1: { theme: 'trigger', text: 'What happened that day?', order: 'a0' },
      q2: { theme: 'decider', text: 'What was the one thing?', order: 'a1' },
      q3: { theme: 'weights', text: 'You have 100 points.', order: 'a2' },
    },
    guideChanges: { c1: { version: 2, questionId: 'q1', what: 'wording', wording: 'What set you off?' } },
    needs: { n1: { short: 'Audit report', order: 'a0' }, n2: { short: 'Yearly cost', order: 'a1' } },
    options: { us: { name: 'Larderline', kind: 'us' }, c1: { name: 'Norvane', order: 'a1' } },
    cards: {
      k1: {
        text: 'Will the auditor take it?',
        place: { stageId: 's', lane: 'question', order: 'a0' },
        raisedBy: ['i1'],
      },
      k2: { text: 'Nobody asked this', place: { stageId: 's', lane: 'question', order: 'a1' } },
    },
    findings: { f1: { text: 'Audits start the search', interviewIds: ['i1'], order: 'a0' } },
    actions: { a1: { title: 'Put a sample report online', links: ['k1'], due: '2026-06-30', order: 'a0' } },
  },
  interviews: {
    interviews: {
      i1: {
        pseudonym: 'Heron',
        date: '2026-03-09',
        mode: 'face_to_face',
        minutes: 34,
        customer,
        notAsked: ['q2'],
        personNote: 'Wants to sleep at night, call 030 12345678',
        weights: { status: 'given', points: { n1: 70, n2: 20 }, reason: '' },
        marks: [
          { optionId: 'us', basis: 'customer', marks: { n1: 9, n2: null } },
          { optionId: 'c1', basis: 'heard_of', marks: { n1: 4 } },
        ],
        themeIds: ['t1'],
        order: 'a0',
      },
      i2: { pseudonym: 'Heron Two', mergedInto: 'i1', customer, order: 'a1' },
    },
    answers: {
      w1: {
        interviewId: 'i1',
        questionId: 'q1',
        guideVersion: 1,
        text: 'An audit was nearly lost.',
        order: 'a0',
      },
      w2: {
        interviewId: 'i2',
        questionId: 'q1',
        guideVersion: 2,
        text: 'Two weeks of sheets missing.',
        order: 'a1',
      },
    },
    quotes: {
      u1: {
        interviewId: 'i1',
        answerId: 'w1',
        text: 'It is my signature on it.',
        tags: ['fear'],
        order: 'a0',
      },
      u2: { interviewId: 'i1', answerId: 'w1', text: 'Between us only.', private: true, order: 'a1' },
    },
    themes: { t1: { label: 'Audits', order: 'a0' } },
    erasures: { e1: { interviewId: 'i1', what: 'recording', at: '2026-04-02T08:15:00Z' } },
  },
} satisfies SessionSetting

const open = (setting: SessionSetting = {}, id = 'i1', search = '') => {
  const user = userEvent.setup({ delay: null })
  const played = renderSession(
    <MemoryRouter initialEntries={[`/w/w1/interviews/${id}${search}`]}>
      <CustomerPage interviewId={id} />
    </MemoryRouter>,
    { role: 'member', record: { envelope: { openedAt: 5, interviewCount: 1 } }, ...content, ...setting },
  )
  return { user, ...played }
}

test('[R011] one page: answers in the words that were asked, quotes, numbers, themes, cards, findings and actions', () => {
  open()
  expect(screen.getByRole('heading', { level: 1 })).toHaveTextContent('Heron')
  expect(screen.getByText('Quality manager, dairy, 120 people')).toBeVisible()
  expect(screen.getByRole('heading', { name: /^What set you off\? ?asked in these words/ })).toBeVisible()
  expect(screen.getByText('An audit was nearly lost.')).toBeVisible()
  expect(screen.getByText('It is my signature on it.')).toBeVisible()
  expect(screen.getAllByText('not asked')[0]).toBeVisible()
  expect(screen.getByText('90 of 100 given: kept, not counted.')).toBeVisible()
  const marks = within(screen.getAllByRole('table')[0] as HTMLElement)
  expect(marks.getByRole('row', { name: /Audit report/ })).toHaveTextContent('Audit report94')
  expect(marks.getByRole('row', { name: /Yearly cost/ })).toHaveTextContent('Yearly cost??')
  expect(marks.getByText('only heard of: kept, not averaged')).toBeVisible()
  for (const words of [
    'Audits',
    'Will the auditor take it?',
    'Audits start the search',
    'Put a sample report online',
  ])
    expect(screen.getByText(words)).toBeVisible()
  expect(screen.queryByText('Nobody asked this')).toBeNull()
  expect(screen.getByText(/face to face: perhaps more polite/)).toBeVisible()
  expect(screen.getByText('Erased on request: recording, Apr 2.')).toBeVisible()
})

test('[R053] a double shows under its own name on the page it counts for, and can be parted by a researcher', async () => {
  const { unmount } = open()
  expect(screen.getByText('Also asked as Heron Two')).toBeVisible()
  expect(screen.getByText('Two weeks of sheets missing.')).toBeVisible()
  expect(screen.queryByRole('button', { name: /part them/ })).toBeNull()
  unmount()
  const { user, docs } = open({ role: 'researcher' }, 'i2')
  expect(screen.getByRole('link', { name: 'Heron' })).toHaveAttribute('href', '/w/workshop-1/interviews/i1')
  await user.click(screen.getByRole('button', { name: 'They are two: part them' }))
  expect(readRow(docs.interviews, interviews, 'i2')?.mergedInto).toBeNull()
})

test('[EV-7a] private words stay with researchers; who only looks on sees no number; quotes not allowed are kept back', () => {
  const { unmount } = open()
  expect(screen.queryByText('Between us only.')).toBeNull()
  expect(screen.getByText(/030 12345678/)).toBeVisible()
  unmount()
  const viewer = open({ role: 'viewer' })
  expect(screen.queryByText(/030 12345678/)).toBeNull()
  viewer.unmount()
  const researcher = open({ role: 'researcher' })
  expect(screen.getByText('Between us only.')).toBeVisible()
  researcher.unmount()
  const notes = {
    notes: true,
    recording: false,
    quotesInside: false,
    quotesOutside: false,
    givenOn: '',
    datesGiven: {},
    withdrawnOn: '',
    withdrawnScope: [],
    deleteRecordingAfter: '',
    deleteIdentityAfter: '',
  }
  const { i1 } = content.interviews.interviews
  open({
    interviews: { ...content.interviews, interviews: { i1: { ...i1, consent: notes } } },
  })
  expect(screen.queryByText('It is my signature on it.')).toBeNull()
  expect(screen.getByText(/the customer agreed to notes alone/)).toBeVisible()
})

test('sealed for the others before the opening; a page that is gone says so', () => {
  const { unmount } = open({ record: {}, interviews: {} })
  expect(screen.getByRole('heading', { level: 1 })).toHaveTextContent('This page is sealed')
  unmount()
  open({}, 'none')
  expect(screen.getByRole('heading', { level: 1 })).toHaveTextContent('There is no such interview')
})

test('[EV-3a] an address leads to the exact spot: the words in the answer, or where they are kept if it holds them no more', () => {
  const quotes = { u3: { interviewId: 'i1', answerId: 'w1', text: 'nearly lost', start: 13, order: 'a2' } }
  const interviews = { ...content.interviews, quotes: { ...content.interviews.quotes, ...quotes } }
  const { unmount } = open({ interviews }, 'i1', '?page&quote=u3')
  expect(screen.getByText('nearly lost', { selector: 'mark' })).toHaveFocus()
  unmount()
  open({ interviews }, 'i1', '?page&quote=u1')
  expect(screen.getByText('It is my signature on it.').closest('blockquote')).toHaveFocus()
})
