import { act, screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { beforeAll, expect, test, vi } from 'vitest'
import { FindingsPage } from '#client/features/findings/findings-page.tsx'
import { readingOf } from '#client/features/findings/reading.ts'
import { startTexts } from '#client/texts/start-texts.ts'
import { findings } from '#shared/board/schema.ts'
import { readRows, updateRow } from '#shared/document/collection.ts'
import { interviews, quotes } from '#shared/interviews/schema.ts'
import { demoContent } from '#test/support/demo-content.ts'
import { demoFile, imported } from '#test/support/demo-file.ts'
import { renderSession, type SessionSetting } from '#test/support/render-session.tsx'

beforeAll(startTexts)

function open(setting: SessionSetting = {}) {
  const user = userEvent.setup({ delay: null })
  return { user, ...renderSession(<FindingsPage />, setting) }
}

const { docs } = imported(demoFile())
const said = readRows(docs.interviews, quotes)
const asked = readRows(docs.interviews, interviews)

test('[method B6] everyone reads the same quotes in the same random order, whatever order the document gives them in', () => {
  const one = readingOf(said, asked, 'workshop-1')
  expect(one.quotes).toHaveLength(36)
  expect(one.customers).toBe(10)
  expect(readingOf([...said].reverse(), asked, 'workshop-1').quotes).toEqual(one.quotes)
  const other = readingOf(said, asked, 'workshop-2')
  expect(other.quotes).not.toEqual(one.quotes)
  expect(new Set(other.quotes.map(({ id }) => id))).toEqual(new Set(one.quotes.map(({ id }) => id)))
  expect(one.quotes.map(({ id }) => id)).not.toEqual(said.map(({ id }) => id))
})

test('[EV-7a] private quotes and those not allowed inside are left out for everyone, and the page says how many', () => {
  const [first, ...others] = said
  const closed = asked.map((one) =>
    one.id === first?.interviewId ? { ...one, consent: { ...one.consent, quotesInside: false } } : one,
  )
  const ofFirst = said.filter(({ interviewId }) => interviewId === first?.interviewId).length
  expect(readingOf(said, closed, 'w').keptBack).toBe(ofFirst)
  const isPrivate = [{ ...(first as (typeof said)[number]), private: true }, ...others]
  expect(readingOf(isPrivate, asked, 'w')).toMatchObject({ keptBack: 1 })
  expect(readingOf(isPrivate, asked, 'w').quotes.some(({ id }) => id === first?.id)).toBe(false)
})

test('[R063] the demo: customers and dots in two columns, in either order, never multiplied', async () => {
  const { user } = open(demoContent())
  const first = () => screen.getAllByRole('row')[1]
  expect(first()).toHaveTextContent('Defrost alarms are false alarms, and staff stop listening7 of 1010')
  expect(screen.getByText('Dots of 10 of us. 10 customers asked.')).toBeVisible()
  await user.click(screen.getByRole('button', { name: 'Most customers first' }))
  expect(first()).toHaveTextContent('settles the matter8 of 109')
  expect(screen.getByText(/Many customers, few dots: The night engineer who knows the site/)).toBeVisible()
  await user.click(screen.getByRole('button', { name: 'Read' }))
  expect(
    within(screen.getByRole('list', { name: 'Quotes of customers' })).getAllByRole('listitem'),
  ).toHaveLength(36)
})

test('[R063] whom a finding rests on is read from what is coded now, not from what was coded when the envelope was opened', () => {
  const demo = demoContent()
  const finding = readRows(docs.board, findings).find(({ text }) => text.startsWith('Defrost alarms'))
  const rests = new Set(finding?.interviewIds)
  const other = asked.find(({ id }) => !rests.has(id))
  const themeIds = [...(other?.themeIds ?? []), ...(finding?.themeIds ?? [])]
  const played = open(demo)
  const row = () => screen.getByRole('row', { name: /^Defrost alarms/ })
  expect(row()).toHaveTextContent('7 of 10')
  act(() => void updateRow(played.docs.interviews, interviews, other?.id ?? '', { themeIds }))
  expect(row()).toHaveTextContent('8 of 10')
})

test('[method B6] the facilitator is offered twelve minutes', async () => {
  const { user, made } = open({ ...demoContent(), role: 'facilitator' })
  await user.click(screen.getByRole('button', { name: 'Read' }))
  await user.click(screen.getByRole('button', { name: 'Start 12 minutes' }))
  expect(made.find(({ name }) => name === 'setTimer')?.body).toEqual({ action: 'start', ms: 720_000 })
})

test('before the envelope is open there is nothing to read', () => {
  open()
  expect(screen.getByText('The envelope is still sealed.')).toBeVisible()
})

test('[R063] the facilitator gives everyone five dots on what is on the board', async () => {
  const { user, made } = open({
    role: 'facilitator',
    board: {
      findings: { f1: { text: 'Audits start it', order: 'a0' }, f2: { text: 'Night engineer', order: 'a1' } },
    },
    record: { envelope: { openedAt: 5 } },
  })
  await user.click(screen.getByRole('button', { name: 'Five dots' }))
  await user.click(screen.getByRole('button', { name: 'Give everyone five dots' }))
  expect(made.find(({ name }) => name === 'openRound')?.body).toEqual({
    kind: 'dots',
    subjects: ['f1', 'f2'],
    anonymity: 'anonymous',
  })
})

const ballot: SessionSetting = {
  role: 'member',
  board: {
    findings: { f1: { text: 'Audits start it', interviewIds: ['i1'] }, f2: { text: 'Night engineer' } },
  },
  interviews: { interviews: { i1: { pseudonym: 'Wren' }, i2: { pseudonym: 'Linnet' } } },
  record: {
    envelope: { openedAt: 5 },
    rounds: {
      r1: {
        kind: 'dots',
        number: 1,
        status: 'open',
        subjects: [
          { id: 'f1', title: 'Audits start it' },
          { id: 'f2', title: 'Night engineer' },
        ],
        openedAt: 1,
        expectedCount: 3,
      },
    },
  },
  replies: { readBallot: { ok: true, reply: { ballot: null, sealed: false, receivedAt: null } } as never },
}

test('[R063] five dots by keys and thumbs, several on one, never six; the number of customers stays beside', async () => {
  const { user, made } = open(ballot)
  const audits = await screen.findByRole('spinbutton', { name: 'Dots on “Audits start it”' })
  expect(screen.getByText('1 of 2 customers')).toBeVisible()
  expect(screen.getByRole('button', { name: 'Seal my ballot' })).toHaveAttribute('aria-disabled', 'true')
  audits.focus()
  await user.keyboard('3{ArrowUp}{ArrowDown}{ArrowUp}')
  expect(audits).toHaveAttribute('aria-valuenow', '4')
  await user.click(screen.getByRole('button', { name: 'One more dot on “Night engineer”' }))
  await user.click(screen.getByRole('button', { name: 'One more dot on “Night engineer”' }))
  expect(screen.getByRole('spinbutton', { name: 'Dots on “Night engineer”' })).toHaveAttribute(
    'aria-valuenow',
    '1',
  )
  expect(screen.getByText('All five are placed.')).toBeVisible()
  await user.click(screen.getByRole('button', { name: 'Seal my ballot' }))
  await vi.waitFor(() =>
    expect(made.findLast(({ name }) => name === 'putBallot')?.body).toMatchObject({
      dots: { f1: 4, f2: 1 },
      sealed: true,
    }),
  )
})
