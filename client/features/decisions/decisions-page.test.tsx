import { screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { beforeAll, expect, test } from 'vitest'
import { DecisionsPage } from '#client/features/decisions/decisions-page.tsx'
import { DecisionsTab } from '#client/features/decisions/decisions-tab.tsx'
import { chainBefore } from '#client/features/decisions/use-decisions.ts'
import { startTexts } from '#client/texts/start-texts.ts'
import { guideQuestions, knowledgeGaps, parkingLot } from '#shared/board/schema.ts'
import { insertRow, readRows } from '#shared/document/collection.ts'
import { interviews } from '#shared/interviews/schema.ts'
import type { Decision } from '#shared/record/schema.ts'
import { demoContent } from '#test/support/demo-content.ts'
import { renderSession, type SessionSetting } from '#test/support/render-session.tsx'

beforeAll(() => {
  startTexts()
  HTMLDialogElement.prototype.showModal = function () {
    this.open = true
  }
})

function open(setting: SessionSetting = {}) {
  const user = userEvent.setup({ delay: null })
  return { user, ...renderSession(<DecisionsPage />, setting) }
}

const decision = (text: RegExp) => {
  const row = screen.getByRole('heading', { name: text }).closest('li')
  if (!row) throw new Error('no such decision')
  return within(row)
}

test('[R070] the demo: five decisions with votes, evidence by name, dissent and what would reopen them', () => {
  open({ ...demoContent(), role: 'member' })
  expect(within(screen.getByRole('list', { name: 'Decisions' })).getAllByRole('heading')).toHaveLength(5)
  const audit = decision(/the audit file/)
  expect(audit.getByText(/8 for, 1 against, 1 neither/)).toBeVisible()
  expect(audit.getByText(/Alarms are close behind/)).toBeVisible()
  expect(audit.getByText('Customer 01')).toBeVisible()
  expect(audit.getByText('five more calls are in')).toBeVisible()
  expect(decision(/Promise: version 3/).getByText(/Your stores pass the next audit/)).toBeVisible()
  expect(screen.queryByRole('button', { name: 'Record a decision' })).toBeNull()
})

const decided = (values: Partial<Decision>) => ({
  text: 'We lead with the audit',
  kind: 'decision' as const,
  support: { for: 9, against: 0, abstain: 0 },
  decidedOn: '2026-04-15T14:52:00.000Z',
  ...values,
})

test('[R103] in short: how it was decided, who saw it otherwise, what it was before and why it changed', async () => {
  const before = { supersededBy: 'd2', note: 'Fast is no promise.', decidedBy: 'boss' }
  renderSession(<DecisionsTab onAll={() => {}} />, {
    record: {
      seats: { boss: { name: 'Noor Haddad', role: 'facilitator' } },
      decisions: {
        d1: decided({ text: 'Back up fast', ...before }),
        d2: decided({
          text: 'Back within a shift',
          support: { for: 8, against: 1, abstain: 0 },
          dissent: ['Too dear.'],
        }),
      },
    },
  })
  const [one] = screen.getAllByRole('listitem')
  expect(one).toHaveTextContent('Back within a shift')
  expect(one).toHaveTextContent(/8 to 1, .*April 15, 2026/)
  const user = userEvent.setup({ delay: null })
  await user.click(screen.getByText('1 sees it otherwise'))
  expect(screen.getByText('“Too dear.”')).toBeVisible()
  await user.click(screen.getByText('Before that: 1 earlier decision'))
  expect(screen.getByText('Back up fast').tagName).toBe('S')
  expect(screen.getByText(/9 to 0, .*recorded by Noor.*“Fast is no promise.”/)).toBeVisible()
})

test('[R103] a later decision strikes the earlier one through, with who and when; both stay', () => {
  open({
    record: {
      seats: { boss: { name: 'Noor Haddad', role: 'facilitator' } },
      decisions: {
        d1: decided({ text: 'Back up fast', supersededBy: 'd2', decidedBy: 'boss' }),
        d2: decided({ text: 'Back within a shift', supersededBy: 'd3' }),
        d3: decided({ decidedOn: '2026-04-16' }),
      },
    },
  })
  const now = decision(/We lead with the audit/)
  expect(now.getByText('Before that: 2 earlier decisions')).toBeVisible()
  expect(now.getByText('Back up fast').tagName).toBe('S')
  expect(now.getByText(/recorded by Noor/)).toHaveTextContent('Wednesday, April 15, 2026')
})

test('a ring of decisions, which only a file can bring, ends', () => {
  const one = { ...decided({}), id: 'd1', supersededBy: 'd2' } as Decision
  const other = { ...one, id: 'd2', supersededBy: 'd1' }
  expect(chainBefore(one, [one, other]).map(({ id }) => id)).toEqual(['d2'])
})

test('[R072] new interviews that change the order of the first two, and a day that has come: everybody sees it', async () => {
  const asked = (id: string, points: Record<string, number>) => ({
    pseudonym: id,
    weights: { status: 'given' as const, points, reason: '' },
  })
  const basis = { customers: 5, firstNeeds: ['n1', 'n2'] }
  const five = Object.fromEntries(
    Array.from({ length: 5 }, (_, at) => [`i${at}`, asked(`i${at}`, { n1: 60, n2: 40 })]),
  )
  const setting: SessionSetting = {
    role: 'viewer',
    record: {
      envelope: { openedAt: 5 },
      decisions: {
        d1: decided({ text: 'Rests on the order', basis }),
        d2: decided({ text: 'Due long ago', reviewWhen: 'on 2026-05-01' }),
      },
    },
    interviews: { interviews: five },
  }
  const { docs, rerender } = open(setting)
  expect(decision(/Due long ago/).getByText(/Its day has come/)).toBeVisible()
  expect(decision(/Rests on the order/).queryByRole('note')).toBeNull()
  for (const id of ['x1', 'x2', 'x3', 'x4', 'x5', 'x6'])
    insertRow(docs.interviews, interviews, id, asked(id, { n2: 100 }))
  rerender(<DecisionsPage />)
  expect(await screen.findByText(/The evidence has changed/)).toBeVisible()
  expect(screen.getByText('2 have to be looked at again.')).toBeVisible()
})

test('[R072] a decision that rests on somebody who took back what they said', () => {
  open({
    record: { envelope: { openedAt: 5 }, decisions: { d1: decided({ evidence: ['gone', 'i1'] }) } },
    interviews: {
      interviews: { i1: { pseudonym: 'Wren' } },
      erasures: {
        e1: { interviewId: 'gone', what: 'interview' },
        e2: { interviewId: 'i1', what: 'recording' },
      },
    },
  })
  expect(screen.getByRole('note')).toHaveTextContent('A customer it rests on has taken back what they said.')
})

test('[R070] the facilitator records a decision with dissent, line by line', async () => {
  const { user, made } = open({ role: 'facilitator' })
  await user.click(screen.getByRole('button', { name: 'Record a decision' }))
  const dialog = within(screen.getByRole('dialog', { name: 'A decision of the room' }))
  expect(dialog.getByRole('button', { name: 'Record the decision' })).toHaveAttribute('aria-disabled', 'true')
  await user.type(dialog.getByRole('textbox', { name: 'What we decided' }), 'No discount unasked')
  await user.type(dialog.getByRole('textbox', { name: 'In other words' }), '2 of 10 customers')
  await user.type(dialog.getByRole('textbox', { name: /otherwise/ }), 'Too few.{Enter}{Enter}Ask five more.')
  await user.click(dialog.getByRole('button', { name: 'Record the decision' }))
  expect(made.at(-1)).toMatchObject({
    name: 'decide',
    body: {
      kind: 'decision',
      text: 'No discount unasked',
      evidence: ['2 of 10 customers'],
      dissent: ['Too few.', 'Ask five more.'],
    },
  })
})

test('[method B6] "that can’t be right" becomes a gap and a question for the next calls', async () => {
  const { user, docs } = open({ role: 'member' })
  const box = within(screen.getByRole('form', { name: '“That can’t be right”' }))
  await user.type(box.getByRole('textbox', { name: 'What cannot be right?' }), 'Nobody wants the screen')
  await user.click(box.getByRole('button', { name: 'Ask the next customers' }))
  expect(readRows(docs.board, knowledgeGaps)).toHaveLength(0)
  await user.type(
    box.getByRole('textbox', { name: 'What shall we ask a customer?' }),
    'When did you look at it?',
  )
  await user.click(box.getByRole('button', { name: 'Ask the next customers' }))
  expect(readRows(docs.board, knowledgeGaps)).toMatchObject([{ text: 'Nobody wants the screen' }])
  expect(readRows(docs.board, guideQuestions).some(({ text }) => text === 'When did you look at it?')).toBe(
    true,
  )
  expect(box.getByRole('status')).toHaveTextContent('In the guide: When did you look at it?')
})

test('[R057] a gap closes with what answered it, and not without', async () => {
  const { user, docs } = open({
    role: 'member',
    board: {
      knowledgeGaps: { g1: { text: 'How they rank them', guideQuestionId: 'q1' } },
      guideQuestions: { q1: { text: 'Rank them' } },
    },
    interviews: {
      interviews: { i1: { pseudonym: 'Wren' }, i2: { pseudonym: 'Linnet' } },
      answers: { a1: { interviewId: 'i1', questionId: 'q1', text: 'First the audit.' } },
    },
    record: { envelope: { openedAt: 5 } },
  })
  expect(screen.getByText('1 of 2 customers were asked and answered.')).toBeVisible()
  const state = screen.getByRole('combobox', { name: 'State: How they rank them' })
  expect(within(state).getByRole('option', { name: 'Answered' })).toBeDisabled()
  await user.type(
    screen.getByRole('textbox', { name: 'What answered it: How they rank them' }),
    '9 gave points',
  )
  await user.selectOptions(state, 'answered')
  expect(readRows(docs.board, knowledgeGaps)[0]).toMatchObject({
    status: 'answered',
    answeredBy: '9 gave points',
  })
})

test('[method B10] the parking lot takes things in and says what became of them', async () => {
  const { user, docs } = open({ role: 'member', functionName: 'Sales' })
  await user.type(screen.getByRole('textbox', { name: 'Park something' }), 'Commission?{Enter}')
  await user.selectOptions(
    screen.getByRole('combobox', { name: 'What became of it: Commission?' }),
    'dropped',
  )
  expect(readRows(docs.board, parkingLot)).toMatchObject([{ functionName: 'Sales', status: 'dropped' }])
})

test('who only looks on reads all of it and changes nothing', () => {
  open({ ...demoContent(), role: 'viewer' })
  expect(screen.queryByRole('combobox')).toBeNull()
  expect(screen.queryByRole('textbox')).toBeNull()
  expect(screen.getByText(/Should contractors get a commission/)).toBeVisible()
})
