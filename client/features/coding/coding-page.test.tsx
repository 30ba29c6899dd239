import { screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { MemoryRouter } from 'react-router'
import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { CodingPage } from '#client/features/coding/coding-page.tsx'
import { startTexts } from '#client/texts/start-texts.ts'
import { useToasts } from '#client/ui/toast-store.ts'
import { findings } from '#shared/board/schema.ts'
import { readRow, readRows } from '#shared/document/collection.ts'
import { answers, draftFindings, quotes, themes } from '#shared/interviews/schema.ts'
import { demoFile, imported } from '#test/support/demo-file.ts'
import { renderSession, type SessionSetting } from '#test/support/render-session.tsx'

beforeAll(startTexts)
beforeEach(() => {
  localStorage.clear()
  useToasts.setState({ toasts: [] })
  HTMLDialogElement.prototype.showModal = function () {
    this.open = true
  }
  HTMLDialogElement.prototype.close = function () {
    this.open = false
    this.dispatchEvent(new Event('close'))
  }
})

const customer = (role: string, wonOrLost: 'won' | 'lost' = 'won') => ({
  role,
  trade: 'dairy',
  staff: 140,
  sites: null,
  buyingRole: 'decision_maker' as const,
  yearsAsCustomer: 3,
  wonOrLost,
})
const content = {
  board: {
    guideQuestions: {
      q1: { theme: 'trigger', text: 'What happened that day?', order: 'a0' },
      q2: { theme: 'decider', text: 'What was the one thing?', order: 'a1' },
    },
    cards: {
      k1: { text: 'Will the auditor take it?', place: { stageId: 's', lane: 'question', order: 'a0' } },
    },
  },
  interviews: {
    interviews: {
      i1: { pseudonym: 'Heron', date: '2026-03-01', customer: customer('Quality manager'), order: 'a0' },
      i2: { pseudonym: 'Wren', date: '2026-03-02', customer: customer('Owner'), order: 'a1' },
      i3: { pseudonym: 'Knot', date: '2026-03-03', customer: customer('Buyer', 'lost'), order: 'a2' },
    },
    answers: {
      a1: { interviewId: 'i1', questionId: 'q1', text: 'An audit was nearly lost.', order: 'a0' },
      a2: { interviewId: 'i2', questionId: 'q2', text: 'Alarms at night, call 030 12345678', order: 'a0' },
      a3: { interviewId: 'i3', questionId: 'q1', text: 'Price only.', order: 'a0' },
    },
    quotes: {
      u1: { interviewId: 'i1', answerId: 'a1', text: 'My signature is on it', order: 'a0', cardIds: ['k1'] },
      u2: { interviewId: 'i2', answerId: 'a2', text: 'Nobody slept', themeIds: ['t2'], order: 'a0' },
      u3: { interviewId: 'i2', answerId: 'a2', text: 'Between us', private: true, order: 'a1' },
    },
    themes: {
      t1: { label: 'Audits start it', order: 'a0' },
      t2: { label: 'Alarms at night', order: 'a1' },
    },
  },
} satisfies SessionSetting

const open = (setting: SessionSetting = {}, view = '') => {
  const user = userEvent.setup({ delay: null })
  const played = renderSession(
    <MemoryRouter initialEntries={[`/${view && `?view=${view}`}`]}>
      <CodingPage />
    </MemoryRouter>,
    { role: 'researcher', ...content, ...setting },
  )
  return { user, ...played }
}
const pieces = () => within(screen.getByRole('region', { name: 'Answers and quotes' }))
const openedFor = (role: 'member' | 'viewer' | 'facilitator'): SessionSetting => ({
  role,
  record: { envelope: { openedAt: 5, interviewCount: 3 } },
})
const line = (text: string) => screen.getByText(text).closest('li') as HTMLElement

describe('coding', () => {
  test('[S1] sealed it is for researchers alone', () => {
    open({ role: 'facilitator', interviews: {} })
    expect(screen.getByRole('heading', { level: 1 })).toHaveTextContent('This is sealed')
    expect(screen.queryByRole('navigation')).toBeNull()
  })

  test('by keys alone: T, type, Enter makes a theme, further ones follow, Esc goes back to the list', async () => {
    const { user, docs } = open()
    expect(pieces().getByRole('status')).toHaveTextContent('4 answers and quotes')
    await user.keyboard('{ArrowDown}{ArrowDown}')
    expect(screen.getByRole('button', { name: 'Themes of: My signature is on it' })).toHaveFocus()
    await user.keyboard('t')
    expect(screen.getByRole('combobox', { name: 'Type a theme' })).toHaveFocus()
    await user.keyboard('audi{Enter}fear of audits{Enter}')
    const own = readRow(docs.interviews, quotes, 'u1')?.themeIds ?? []
    expect(own.map((id) => readRow(docs.interviews, themes, id)?.label)).toEqual([
      'Audits start it',
      'fear of audits',
    ])
    await user.keyboard('audi{Enter}')
    expect(readRow(docs.interviews, quotes, 'u1')?.themeIds).toEqual([own[1]])
    await user.keyboard('{Escape}')
    expect(screen.queryByRole('combobox', { name: 'Type a theme' })).toBeNull()
    expect(screen.getByRole('button', { name: 'Themes of: My signature is on it' })).toHaveFocus()
    expect(readRow(docs.interviews, answers, 'a1')?.themeIds).toEqual([])
  })

  test('what was just coded stays in the list until it is filtered anew; all shows everything', async () => {
    const { user } = open()
    await user.click(screen.getByRole('button', { name: 'Themes of: An audit was nearly lost.' }))
    await user.keyboard('alarms{Enter}{Escape}')
    expect(pieces().getByText('An audit was nearly lost.')).toBeVisible()
    await user.type(screen.getByRole('searchbox', { name: 'Search what they said' }), 'audit')
    expect(pieces().queryByText('An audit was nearly lost.')).toBeNull()
    await user.click(screen.getByRole('button', { name: 'All, 6' }))
    expect(pieces().getByText('An audit was nearly lost.')).toBeVisible()
    await user.click(screen.getByRole('button', { name: 'Clear' }))
    await user.selectOptions(screen.getByRole('combobox', { name: 'Question' }), 'q2')
    expect(pieces().queryByText('An audit was nearly lost.')).toBeNull()
    expect(pieces().getByText('Nobody slept')).toBeVisible()
  })

  test('[R053] themes that may be one are offered to be merged; merged they count together, and can be parted', async () => {
    const { themes: known, ...rest } = content.interviews
    const more = { ...known, t3: { label: 'Alarm, at night', order: 'a2' } }
    const { user, docs } = open({ interviews: { ...rest, themes: more } })
    expect(screen.getByText(/say the same\?/)).toHaveTextContent(
      'Do Alarms at night and Alarm, at night say the same?',
    )
    await user.click(screen.getByRole('button', { name: 'Merge into “Alarms at night”' }))
    expect(readRow(docs.interviews, themes, 't3')?.mergedInto).toBe('t2')
    await user.click(screen.getByRole('button', { name: 'Change the theme Alarms at night' }))
    await user.click(screen.getByRole('button', { name: 'Part Alarm, at night again' }))
    expect(readRow(docs.interviews, themes, 't3')?.mergedInto).toBeNull()
  })

  test('[D9] who else said this: other customers, with role and date, who did not buy apart from the count', async () => {
    const { quotes: own, ...rest } = content.interviews
    const said = {
      ...own,
      u1: { ...own.u1, themeIds: ['t2'] },
      u4: { interviewId: 'i3', answerId: 'a3', text: 'Night noise', themeIds: ['t2'], order: 'a0' },
    }
    const { user } = open({ interviews: { ...rest, quotes: said } })
    expect(screen.getByRole('button', { name: 'Alarms at night' }).closest('li')).toHaveTextContent(
      '2 of 2 customers and 1 who did not buy',
    )
    await user.click(screen.getByRole('button', { name: 'All, 7' }))
    await user.click(screen.getByRole('button', { name: 'Who else said this: My signature is on it' }))
    const dialog = within(screen.getByRole('dialog'))
    expect(dialog.getByText('Nobody slept')).toBeVisible()
    expect(dialog.getByText('Wren · Owner · Mar 2, 2026')).toBeVisible()
    expect(dialog.getByText('Knot · Buyer · Mar 3, 2026 · did not buy')).toBeVisible()
    expect(dialog.getByText('one customer of 2')).toBeVisible()
    expect(dialog.queryByText('An audit was nearly lost.')).toBeNull()
  })
})

describe('findings', () => {
  test('[S1] written while sealed they are drafts; the text says how many customers', async () => {
    const { user, docs } = open()
    await user.click(screen.getByRole('button', { name: 'New finding' }))
    await user.type(screen.getByRole('textbox', { name: /What did several/ }), 'Too short')
    await user.click(screen.getByRole('button', { name: 'Save the finding' }))
    expect(screen.getByRole('alert')).toHaveTextContent('There are 9')
    await user.type(screen.getByRole('textbox', { name: /What did several/ }), ' no more')
    await user.selectOptions(screen.getByRole('combobox', { name: 'What kind of finding' }), 'trend')
    await user.click(screen.getByRole('checkbox', { name: 'Alarms at night' }))
    expect(screen.getByText('It rests on one customer of 2.')).toBeVisible()
    await user.click(screen.getByRole('checkbox', { name: /My signature/ }))
    await user.click(screen.getByRole('checkbox', { name: 'Will the auditor take it?' }))
    await user.click(screen.getByRole('button', { name: 'Save the finding' }))
    expect(readRows(docs.interviews, draftFindings)).toMatchObject([
      {
        text: 'Too short no more',
        kind: 'trend',
        themeIds: ['t2'],
        quoteIds: ['u1'],
        cardIds: ['k1'],
        interviewIds: ['i1', 'i2'],
      },
    ])
    expect(readRows(docs.board, findings)).toEqual([])
    expect(line('Too short no more')).toHaveTextContent('Too short no more 2 of 2 customers')
  })

  test('once open a member words them on the board, tags nothing, and reads no private word; a viewer only reads', async () => {
    const board = {
      ...content.board,
      findings: { f1: { text: 'Alarms wake everybody', themeIds: ['t2'], order: 'a0' } },
    }
    const { user, docs, unmount } = open({ ...openedFor('member'), board }, 'code')
    expect(line('Alarms wake everybody')).toHaveTextContent('one customer of 2')
    await user.click(screen.getByRole('button', { name: 'All, 5' }))
    expect(screen.queryByText('Between us')).toBeNull()
    expect(screen.queryByRole('button', { name: /^Themes of/ })).toBeNull()
    await user.click(screen.getByRole('button', { name: 'Change the finding: Alarms wake everybody' }))
    await user.type(screen.getByRole('textbox', { name: /What did several/ }), ' at night')
    await user.click(screen.getByRole('button', { name: 'Save the finding' }))
    expect(readRow(docs.board, findings, 'f1')).toMatchObject({
      text: 'Alarms wake everybody at night',
      interviewIds: ['i2'],
    })
    unmount()
    open({ ...openedFor('viewer'), board, view: {} }, 'code')
    expect(screen.queryByRole('button', { name: /Change|New finding/ })).toBeNull()
  })

  test('[EV-7a] who only looks on sees no number of anybody', () => {
    open(openedFor('viewer'), 'code')
    expect(screen.queryByText(/030 12345678/)).toBeNull()
    expect(screen.getByText(/Alarms at night, call/)).toBeVisible()
  })

  test('the report has them in its order, with their words', () => {
    const finding = (text: string, kind: 'wish' | 'current_state' | null, order: string) => ({
      text,
      kind,
      order,
      quoteIds: kind === 'wish' ? ['u1'] : [],
      interviewIds: ['i1', 'i2'],
    })
    const board = {
      ...content.board,
      findings: {
        f1: finding('They want fewer alarms', 'wish', 'a0'),
        f2: finding('Not sorted by anybody', null, 'a1'),
        f3: finding('Paper sheets everywhere', 'current_state', 'a2'),
      },
    }
    open({ ...openedFor('member'), board })
    expect(screen.getAllByRole('heading', { level: 2 }).map(({ textContent }) => textContent)).toEqual([
      'How things are today',
      'Wishes',
      'Not sorted yet',
    ])
    expect(line('Paper sheets everywhere')).toHaveTextContent('2 of 2 customers')
    expect(line('They want fewer alarms')).toHaveTextContent('one customer of 2My signature is on itHeron')
  })
})

test('[C10] the demo: new themes by call in words, as a drawing and a table, and what may still come', async () => {
  const { docs } = imported(demoFile())
  const rows = (of: typeof themes) =>
    Object.fromEntries(readRows(docs.interviews, of).map(({ id, ...row }) => [id, row]))
  const { interviews: calls } = await import('#shared/interviews/schema.ts')
  const { user } = open(
    {
      ...openedFor('facilitator'),
      board: {},
      interviews: { themes: rows(themes), interviews: rows(calls as never) as never },
    },
    'enough',
  )
  expect(screen.getByText(/^Calls 6 to 8 brought nothing new\./)).toHaveTextContent(
    'Calls 6 to 8 brought nothing new. Call 9 did: “Alarms in several languages”, from the role “Night site manager”. Call 10 brought nothing new. Have all buying roles been asked?',
  )
  expect(screen.getByRole('img', { name: /New themes/ })).toHaveAccessibleName(
    'New themes each call brought: 10, 6, 2, 2, 4, 0, 0, 0, 1, 0.',
  )
  const table = within(screen.getByRole('table', { name: 'New themes by call', hidden: true }))
  const ratios = table
    .getAllByRole('row', { hidden: true })
    .slice(6)
    .map((row) => row.lastElementChild?.textContent)
  expect(ratios).toEqual([
    '4 of 20 (20 %)',
    '0 of 20 (0 %)',
    '0 of 20 (0 %)',
    '1 of 20 (5 %)',
    '1 of 20 (5 %)',
  ])
  expect(screen.getByText(/New themes expected of the next call: 0\.2 /)).toBeInTheDocument()
  expect(screen.getByText(/nobody mentioned, at least: 0\.36 /)).toBeInTheDocument()
  expect(screen.getByText(/89 chances in 100/)).toBeVisible()
  await user.click(screen.getByRole('button', { name: /share of False alarms while stores defrost/ }))
  expect(screen.getByText('Among all customers like these, probably between 40 and 89 in 100.')).toBeVisible()
  expect(
    screen.getByText(/half of them within 3\.5 weeks; 1 to 10 weeks, told by 10 of 10 customers/),
  ).toBeVisible()
})
