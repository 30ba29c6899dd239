import { act, screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { beforeAll, describe, expect, test } from 'vitest'
import { UnknownPage } from '#client/features/unknown/unknown-page.tsx'
import { startTexts } from '#client/texts/start-texts.ts'
import { changeGap, raiseGaps } from '#shared/board/gap-edits.ts'
import { guideQuestions, knowledgeGaps } from '#shared/board/schema.ts'
import { readRows } from '#shared/document/collection.ts'
import { rounds } from '#shared/record/schema.ts'
import { demoFile, imported } from '#test/support/demo-file.ts'
import { demoNeeds, demoResult } from '#test/support/demo-weights.ts'
import { renderSession, type SessionSetting } from '#test/support/render-session.tsx'

beforeAll(startTexts)

const revealed = {
  kind: 'weights',
  number: 1,
  status: 'revealed' as const,
  subjects: demoNeeds.map(({ id, title }) => ({ id, title })),
  openedAt: 10,
  revealedAt: 20,
}
const round = { ...revealed, result: demoResult() as never }

function open(setting: SessionSetting = {}) {
  const user = userEvent.setup({ delay: null })
  const played = renderSession(<UnknownPage />, {
    role: 'member',
    ...setting,
    record: { rounds: { r1: round }, ...setting.record },
  })
  return { user, ...played }
}
const rows = () => within(screen.getByRole('list', { name: 'What we do not know' })).getAllByRole('listitem')
const cost = 'Does “Whole yearly cost known before we sign” matter, or not?'

describe('what the figures show', () => {
  test('[method D6] spreads, unsure needs and abstentions of the sample workshop, each with its figure and n', () => {
    open()
    expect(screen.getByRole('heading', { level: 1 })).toHaveTextContent('Here is what we do not know')
    expect(screen.getByText('9 ballots, 54 weights. Not one of them from a customer.')).toBeVisible()
    expect(rows().map((row) => within(row).getByRole('heading').textContent)).toEqual([
      cost,
      'Does “A supplier proven in our trade” matter, or not?',
      'What is “Whole yearly cost known before we sign” worth to them?',
      'What is “Installed without stopping work” worth to them?',
      'What matters most to them?',
    ])
    const [first] = rows()
    expect(first).toHaveTextContent('40 points apart')
    expect(first).toHaveTextContent('Our guesses run from 10 to 50 points.')
    expect(rows()[2]).toHaveTextContent('3 of 9 who weighed it said: I don’t know.')
    expect(rows()[4]).toHaveTextContent('1 of 10 sealed “I do not know”.')
    expect(rows()[4]).toHaveTextContent('“I have never heard a customer say it.”')
  })

  test('[method C3] the whole demo: cells nobody can mark, late stages nobody spoke of, and no name anywhere', () => {
    const { docs } = imported(demoFile())
    const first = readRows(docs.record, rounds).filter(({ number }) => number === 1)
    open({ record: { rounds: Object.fromEntries(first.map(({ id, ...row }) => [id, row])) } })
    expect(screen.getAllByText(/could not mark/).length).toBeGreaterThan(2)
    expect(screen.getByText(/240|194 marks/)).toHaveTextContent('10 ballots, 54 weights, 194 marks.')
    expect(screen.getByRole('list', { name: 'What we do not know' }).textContent).not.toMatch(/Jonas|Rosa/)
  })

  test('it is never said to be done: no row, and the sentence says it is still only us', () => {
    const same = { ...demoResult(), perNeed: [], abstained: 0, reasons: [] }
    open({ record: { rounds: { r1: { ...revealed, result: same as never } } } })
    expect(screen.getByText(/That is still only us/)).toBeVisible()
    expect(screen.queryByRole('list', { name: 'What we do not know' })).toBeNull()
  })

  test('before a reveal nothing of the round shows, and one’s own line can be added', async () => {
    const sealed = { ...revealed, status: 'open' as const, sealedCount: 3 }
    const { user, docs } = open({ record: { rounds: { r1: sealed } } })
    expect(screen.getByText('No round is revealed yet.')).toBeVisible()
    expect(screen.queryByText(/That was hard work/)).toBeNull()
    await user.type(
      screen.getByRole('textbox', { name: 'We do not know' }),
      'who could have stopped it{Enter}',
    )
    expect(readRows(docs.board, knowledgeGaps)).toMatchObject([
      { text: 'We do not know who could have stopped it', reason: null, guideQuestionId: null },
    ])
  })
})

describe('asking customers', () => {
  test('one click makes a gap and a question in the guide after the fourteen; undo takes both back', async () => {
    const { user, docs, session } = open()
    const question = screen.getByRole('textbox', { name: `Question for the interview: ${cost}` })
    await user.clear(question)
    await user.type(question, 'When did the cost surprise you?')
    await user.click(screen.getByRole('button', { name: `Ask customers: ${cost}` }))
    expect(readRows(docs.board, guideQuestions)).toHaveLength(15)
    expect(readRows(docs.board, knowledgeGaps)).toMatchObject([
      { text: cost, reason: 'spread', subject: 'n4' },
    ])
    expect(rows()[0]).toHaveTextContent('When did the cost surprise you?In the guide')
    expect(screen.getByRole('status')).toHaveTextContent('In the guide: When did the cost surprise you?')

    act(() => void session.undo())
    expect(readRows(docs.board, knowledgeGaps)).toEqual([])
    expect(readRows(docs.board, guideQuestions)).toEqual([])
    expect(screen.getByRole('button', { name: `Ask customers: ${cost}` })).toBeVisible()
  })

  test('all of them at once, with the words on the screen; a blank question never gets in', async () => {
    const { user, docs } = open()
    await user.clear(screen.getByRole('textbox', { name: `Question for the interview: ${cost}` }))
    expect(screen.getByText('Adds 5 questions to the 14 usual ones.')).toBeVisible()
    await user.click(screen.getByRole('button', { name: 'Put all of these in the guide' }))
    const asked = readRows(docs.board, guideQuestions)
    expect(asked).toHaveLength(19)
    expect(asked.every(({ text }) => text !== '')).toBe(true)
    expect(screen.getByRole('button', { name: 'All of these are in the guide' })).toHaveAttribute(
      'aria-disabled',
      'true',
    )
    expect(screen.getByText('19 questions in the guide.')).toBeVisible()
  })

  test('what somebody else has raised shows as raised', () => {
    const { remote } = open()
    act(() => {
      remote(raiseGaps, [
        {
          unknown: { reason: 'spread', subject: 'n4' },
          text: 'Own words',
          question: 'Theirs?',
          raisedByCount: 0,
          ownerSeatId: null,
        },
      ])
    })
    expect(rows()[0]).toHaveTextContent('Theirs?In the guide')
    expect(screen.queryByRole('button', { name: `Ask customers: ${cost}` })).toBeNull()
  })
})

describe('the list of gaps', () => {
  const withGap: SessionSetting = {
    board: { knowledgeGaps: { g1: { text: 'We do not know why they leave', order: 'a0' } } },
    record: {
      rounds: { r1: round },
      seats: { dan: { name: 'Dan Reyes', role: 'member', joinedAt: 3 } },
    },
  }
  const gap = (played: ReturnType<typeof open>) => readRows(played.docs.board, knowledgeGaps)[0]

  test('owner, day, state and question can be set, and it can be taken off', async () => {
    const played = open(withGap)
    const { user, docs } = played
    const what = 'We do not know why they leave'
    await user.selectOptions(screen.getByRole('combobox', { name: `Who finds out: ${what}` }), 'Dan Reyes')
    await user.selectOptions(screen.getByRole('combobox', { name: `State: ${what}` }), 'Partly answered')
    expect(gap(played)?.status).toBe('open')
    await user.type(screen.getByRole('textbox', { name: `What answered it: ${what}` }), '3 of 10{Enter}')
    await user.type(screen.getByLabelText(`By when: ${what}`), '2026-06-12')
    await user.type(screen.getByRole('textbox', { name: `Question: ${what}` }), 'Why did you leave?{Enter}')
    expect(gap(played)).toMatchObject({
      ownerSeatId: 'dan',
      status: 'partly',
      answeredBy: '3 of 10',
      due: '2026-06-12',
    })
    expect(readRows(docs.board, guideQuestions).map(({ text }) => text)).toContain('Why did you leave?')
    await user.click(screen.getByRole('button', { name: `Take off the list: ${what}` }))
    expect(gap(played)?.binned).not.toBeNull()
    expect(screen.queryByText(what)).toBeNull()
  })

  test('an owner who has left the workshop is said to have left', () => {
    const played = open(withGap)
    act(() => void played.remote(changeGap, { id: 'g1', changes: { ownerSeatId: 'gone' } }))
    expect(screen.getByRole('combobox', { name: /Who finds out/ })).toHaveDisplayValue('has left')
  })

  test('a viewer reads all of it and changes nothing', () => {
    open({ ...withGap, role: 'viewer' })
    expect(rows()).toHaveLength(5)
    expect(screen.queryByRole('textbox')).toBeNull()
    expect(screen.queryByRole('button')).toBeNull()
    for (const box of screen.getAllByRole('combobox')) expect(box).toBeDisabled()
  })
})
