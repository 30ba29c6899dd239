import { screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { MemoryRouter, Route, Routes } from 'react-router'
import { afterEach, beforeAll, expect, test, vi } from 'vitest'
import { SheetsPage } from '#client/features/sheets/sheets-page.tsx'
import { startTexts } from '#client/texts/start-texts.ts'
import type { Lane } from '#shared/board/schema.ts'
import { renderSession, type SessionSetting } from '#test/support/render-session.tsx'

beforeAll(startTexts)
afterEach(() => vi.unstubAllGlobals())

const place = (stageId: string, lane: Lane) => ({ stageId, lane, order: 'a0' })
const small: SessionSetting = {
  record: { envelope: { openedAt: 5, interviewCount: 2 } },
  interviews: {
    interviews: { i1: { pseudonym: 'Heron' }, i2: { pseudonym: 'Teal' } },
    quotes: {
      w1: { interviewId: 'i1', text: 'Who comes on a Sunday?' },
      w2: { interviewId: 'i2', text: 'Only for us', private: true },
    },
  },
  board: {
    stages: {
      s1: { name: 'Look around', phase: 'early', order: 'a0', ownerFunction: 'Sales', endsWhen: 'A name' },
      s2: { name: 'Nothing here', phase: 'middle', order: 'a1' },
      s3: { name: 'Live with it', phase: 'after', order: 'a2', buyerRoles: ['Night shift'] },
    },
    cards: {
      q1: { text: 'Does it fit?', place: place('s1', 'question') },
      q2: {
        text: 'Who helps at night?',
        place: place('s3', 'question'),
        raisedBy: ['i1', 'i2'],
        quoteIds: ['w1', 'w2'],
      },
      a1: {
        text: 'A list',
        place: place('s1', 'answer'),
        settles: ['q1'],
        status: 'live_convincing',
        trueToday: 'yes',
        proof: 'document',
        ownerFunction: 'Product',
        link: 'https://example.org/list',
      },
    },
  },
}

async function open(at = '', setting: SessionSetting = small) {
  const user = userEvent.setup({ delay: null })
  const print = vi.fn()
  vi.stubGlobal('print', print)
  renderSession(
    <MemoryRouter initialEntries={[`/sheets${at}`]}>
      <Routes>
        <Route path="sheets/:stageId?" element={<SheetsPage />} />
        <Route path="w/workshop-1/roadmap/sheets/:stageId?" element={<SheetsPage />} />
      </Routes>
    </MemoryRouter>,
    setting,
  )
  await screen.findByRole('heading', { level: 1 })
  return { user, print }
}

/** The sheet on the screen; those for paper stand outside of the page. */
const sheet = (name: string) =>
  within(screen.getAllByRole('article', { name })[0] ?? document.createElement('p'))
const onPaper = () =>
  [...document.querySelectorAll('[data-print] article')].map((one) => one.querySelector('h2')?.textContent)

test('[R099] a sheet has what they ask, what settles it with its proof, and whom to bring in', async () => {
  await open('', { ...small, role: 'viewer' })
  const first = sheet('1. Look around')
  expect(first.getByText('Does it fit?')).toHaveAttribute('data-whose', 'guess')
  expect(first.getByText('answered · our guess')).toBeVisible()
  expect(first.getByText('proof: document · true today: yes')).toBeVisible()
  expect(first.getByText('Bring in: Product')).toBeVisible()
  expect(first.getByRole('link')).toHaveAttribute('href', 'https://example.org/list')
  expect(first.getByText('A name')).toBeVisible()
})

test('[R099] what customers asked and nobody answers is said plainly; private words stay out', async () => {
  await open('/s3')
  const shown = sheet('3. Live with it')
  expect(shown.getByText('Who helps at night?')).toHaveAttribute('data-whose', 'customers')
  expect(shown.getByText('unanswered · 2 of 2 customers')).toBeVisible()
  expect(shown.getByText(/^We have no answer yet\./)).toBeVisible()
  expect(shown.getByText('Night shift')).toBeVisible()
  expect(shown.getByText('“Who comes on a Sunday?”')).toBeVisible()
  expect(document.body.textContent).not.toContain('Only for us')
})

test('one goes from stage to stage, and stages without a card have no sheet', async () => {
  const { user } = await open()
  expect(screen.getAllByRole('link', { name: /^\d\. / }).map((link) => link.textContent)).toEqual([
    '1. Look around',
    '3. Live with it',
  ])
  expect(screen.getByRole('status')).toHaveTextContent('Stage 1 of 2, Look around')
  await user.click(screen.getByRole('button', { name: 'Next stage: Live with it' }))
  expect(screen.getByRole('status')).toHaveTextContent('Stage 2 of 2, Live with it')
  expect(screen.getByRole('button', { name: 'This is the last stage' })).toHaveAttribute('aria-disabled')
  expect(onPaper()).toEqual(['3. Live with it'])
})

test('[R099] on paper is the sheet on the screen, or all of them until one goes on', async () => {
  const { user, print } = await open()
  await user.click(screen.getByRole('button', { name: 'Print this' }))
  expect([print.mock.calls.length, onPaper()]).toEqual([1, ['1. Look around']])
  await user.click(screen.getByRole('button', { name: 'Print all 2' }))
  expect([print.mock.calls.length, onPaper()]).toEqual([2, ['1. Look around', '3. Live with it']])
  await user.click(screen.getByRole('heading', { level: 1 }))
  expect(onPaper()).toEqual(['1. Look around'])
})

test('a stage without a sheet, and a roadmap without a card, say what to do', async () => {
  const { user } = await open('/s2')
  expect(screen.getByText('There is no sheet for this stage.')).toBeVisible()
  await user.click(screen.getByRole('link', { name: 'The first sheet' }))
  expect(sheet('1. Look around').getByText('Does it fit?')).toBeVisible()
})

test('while nothing is on the roadmap, the screen says what to do first', async () => {
  await open('', {})
  expect(screen.getByRole('heading', { name: 'No stage has anything on it yet.' })).toBeVisible()
  expect(screen.getByRole('link', { name: 'Open the board' })).toHaveAttribute(
    'href',
    '/w/workshop-1/roadmap',
  )
})
