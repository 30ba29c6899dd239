import { act, screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { MemoryRouter } from 'react-router'
import { beforeAll, beforeEach, expect, test } from 'vitest'
import { GuidePage } from '#client/features/interviews/guide-page.tsx'
import { startTexts } from '#client/texts/start-texts.ts'
import { useToasts } from '#client/ui/toast-store.ts'
import { Toasts } from '#client/ui/toasts.tsx'
import { changeQuestion } from '#shared/board/guide-edits.ts'
import { guideTemplate } from '#shared/board/guide-template.ts'
import { liveQuestions, usualQuestions } from '#shared/board/guide-wording.ts'
import { guideChanges, guideQuestions } from '#shared/board/schema.ts'
import { readRows } from '#shared/document/collection.ts'
import { renderSession, type SessionSetting } from '#test/support/render-session.tsx'

beforeAll(startTexts)
beforeEach(() => useToasts.setState({ toasts: [] }))

const started: NonNullable<SessionSetting['board']> = {
  guide: { version: 1 },
  guideQuestions: Object.fromEntries(
    usualQuestions.map(({ id, ...question }, index) => [id, { ...question, order: `a${index + 10}V` }]),
  ),
}

function open(setting: SessionSetting = {}) {
  const user = userEvent.setup({ delay: null })
  const played = renderSession(
    <MemoryRouter>
      <GuidePage />
      <Toasts />
    </MemoryRouter>,
    { role: 'member', board: started, ...setting },
  )
  return { user, ...played }
}
const question = (n: number) => screen.getByRole('textbox', { name: `Question ${n}` })
const texts = (docs: ReturnType<typeof open>['docs']) =>
  liveQuestions(readRows(docs.board, guideQuestions)).map(({ text }) => text)

test('[method E1] an empty guide begins with the fourteen', async () => {
  const { user, docs } = open({ board: {} })
  expect(screen.getByRole('heading', { level: 1 })).toHaveTextContent('The guide is empty')
  await user.click(screen.getByRole('button', { name: 'Begin with the fourteen' }))
  expect(screen.getByRole('heading', { level: 1 })).toHaveTextContent('The 14 questions everyone is asked')
  expect(texts(docs)).toEqual(guideTemplate.questions.map(({ text }) => text))
})

test('[R044] a question typed over is one new version on leaving, with the wording before it', async () => {
  const { user, docs } = open()
  const before = (question(2) as HTMLTextAreaElement).value
  await user.clear(question(2))
  await user.type(question(2), 'What set you off?{Enter}')
  expect(readRows(docs.board, guideChanges)).toMatchObject([
    { version: 2, questionId: 'guide-trigger', wording: before, seatId: 'seat-me' },
  ])
  expect(texts(docs)[1]).toBe('What set you off?')
  expect(screen.getByText('Version 2')).toBeVisible()
  await user.click(screen.getByText('Earlier wordings'))
  expect(screen.getByText(before)).toBeVisible()
  await user.clear(question(2))
  await user.tab()
  expect(question(2)).toHaveValue('What set you off?')
})

test('questions move by a press, are said to have moved, come and go', async () => {
  const { user, docs } = open()
  const [first, second] = texts(docs)
  await user.click(screen.getByRole('button', { name: 'Move question 2 up' }))
  expect(texts(docs).slice(0, 2)).toEqual([second, first])
  expect(screen.getByText(`Moved: ${second} is question 1 of 14.`)).toBeInTheDocument()
  await user.click(screen.getByRole('button', { name: 'Move question 1 down' }))
  expect(texts(docs).slice(0, 2)).toEqual([first, second])
  await user.click(screen.getByRole('button', { name: 'Move question 13 down' }))
  expect(texts(docs).at(-1)).toBe(guideTemplate.questions[12]?.text)
  expect(screen.getByRole('button', { name: 'Move question 14 down' })).toHaveAttribute(
    'aria-disabled',
    'true',
  )
  await user.click(screen.getByRole('button', { name: 'Take question 1 out' }))
  expect(texts(docs)).toHaveLength(13)
  await user.click(screen.getByRole('button', { name: 'Undo' }))
  expect(texts(docs)[0]).toBe(first)
  await user.type(screen.getByRole('textbox', { name: 'Another question' }), 'Who rang you first?{Enter}')
  expect(texts(docs).at(-1)).toBe('Who rang you first?')
})

test('probes are written, changed and taken away in place', async () => {
  const { user, docs } = open()
  await user.type(
    screen.getByRole('textbox', { name: 'Add a probe to question 1' }),
    'And in a bad year?{Enter}',
  )
  expect(readRows(docs.board, guideQuestions).find(({ id }) => id === 'guide-about_them')?.probes).toEqual([
    'What would a good year look like for you personally?',
    'And in a bad year?',
  ])
  await user.click(screen.getByRole('button', { name: 'Remove probe 1 of question 1' }))
  expect(screen.getByRole('textbox', { name: 'Probe 1 of question 1' })).toHaveValue('And in a bad year?')
})

test('people who did not buy are asked twelve, in other words where it matters; that view is read only', async () => {
  const { user } = open()
  await user.click(screen.getByRole('button', { name: 'People who did not buy' }))
  const list = within(screen.getByRole('list', { name: 'Questions' }))
  expect(list.getByText('What was the one thing that decided against us?')).toBeVisible()
  expect(screen.getByRole('heading', { level: 1 })).toHaveTextContent('The 12 questions')
  expect(list.queryByRole('textbox')).toBeNull()
})

test('[U3] what somebody else changes shows at once, and never under one’s hands; who only looks on reads', async () => {
  const { user, remote, unmount } = open()
  await user.click(question(2))
  act(() => void remote(changeQuestion, { id: 'guide-trigger', text: 'Theirs?' }))
  expect(question(2)).toHaveFocus()
  expect(question(2)).not.toHaveValue('Theirs?')
  await user.tab()
  expect(question(2)).toHaveValue('Theirs?')
  unmount()
  open({ role: 'viewer' })
  expect(screen.queryByRole('textbox', { name: 'Question 1' })).toBeNull()
  expect(screen.getByText(guideTemplate.questions[0]?.text ?? '')).toBeVisible()
})
