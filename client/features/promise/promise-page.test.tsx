import { act, screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { beforeAll, describe, expect, test, vi } from 'vitest'
import { PromisePage } from '#client/features/promise/promise-page.tsx'
import { startTexts } from '#client/texts/start-texts.ts'
import { actions, promiseDrafts, stages } from '#shared/board/schema.ts'
import { readRows } from '#shared/document/collection.ts'
import { demoContent } from '#test/support/demo-content.ts'
import { renderSession, type SessionSetting } from '#test/support/render-session.tsx'

beforeAll(() => {
  startTexts()
  const wide = { matches: false, addEventListener: () => {}, removeEventListener: () => {} }
  vi.stubGlobal('matchMedia', () => wide)
  HTMLDialogElement.prototype.showModal = function () {
    this.open = true
  }
})

function open(setting: SessionSetting = {}) {
  const user = userEvent.setup({ delay: null })
  const onDecisions = vi.fn()
  const played = renderSession(<PromisePage onDecisions={onDecisions} onRoadmap={() => {}} />, {
    role: 'facilitator',
    ...setting,
  })
  return { user, onDecisions, ...played }
}

const region = (name: string) => within(screen.getByRole('region', { name }))

describe('the demo', () => {
  test('[R064] [R065] [R066] its promise, versions before it, support, true today and reactions', async () => {
    const { user, onDecisions } = open(demoContent())
    const essence = region('The essence of our promise')
    expect(
      essence.getAllByText(
        'Your stores pass the next audit, and at night someone answers who knows your site',
      )[0],
    ).toBeVisible()
    expect(essence.getByText('Decided by all ten').closest('p')).toHaveTextContent(
      'Wednesday, April 15, 2026',
    )
    expect(essence.getByText('The most trusted name in cold-store monitoring').tagName).toBe('S')
    expect(
      essence.getByRole('textbox', {
        name: 'Why it was given up: Pass the next audit, and never hear another false alarm',
      }),
    ).toHaveValue('The people who deliver said the second half is not true today, and a customer agreed')
    expect(screen.queryByRole('region', { name: 'Drafts' })).toBeNull()
    await user.click(essence.getByRole('button', { name: 'Change it' }))
    const drafts = region('Drafts')
    expect(drafts.getByText('Support 4.5 of 5, 10 of us')).toBeVisible()
    expect(drafts.getByText('2 no')).toBeVisible()
    expect(drafts.getByText(/The second half is not true/)).toBeVisible()
    await user.click(screen.getByRole('button', { name: 'All decisions 5' }))
    expect(onDecisions).toHaveBeenCalled()
  })

  test('[R066] versions 2 and 3 compared word by word', async () => {
    const { user, container } = open(demoContent())
    await user.click(screen.getByRole('button', { name: 'Change it' }))
    await user.click(screen.getByText('Two versions, word by word'))
    expect(container.querySelector('del')).not.toBeNull()
    expect([...container.querySelectorAll('ins')].map((one) => one.textContent).join(' ')).toContain(
      'your site',
    )
  })

  test('[R067] category: votes, who saw it otherwise, weeks customers took; its stages are offered and filled ones stay', async () => {
    const { user, docs } = open(demoContent())
    const category = region('How hard do buyers look before they buy?')
    expect(category.getByText('6 votes')).toBeVisible()
    expect(category.getByText('4 votes')).toBeVisible()
    expect(category.getByText('Our category')).toBeVisible()
    expect(category.getByText('“Small sites buy faster than that.”')).toBeVisible()
    expect(category.getByText(/^about \d+ weeks$/)).toBeVisible()
    expect(category.getByText('10 of 10 said')).toBeVisible()
    const before = readRows(docs.board, stages)
    const offer = category.queryByRole('button', { name: /stages? of “Intense” that (is|are) missing/ })
    if (offer) await user.click(offer)
    const after = readRows(docs.board, stages)
    for (const stage of before) expect(after).toContainEqual(stage)
    expect(category.getByText('All stages of “Intense” are on the roadmap.')).toBeVisible()
  })

  test('[R068] the one thing: named unasked first, by role, and the first two cannot be told apart', async () => {
    const { user } = open(demoContent())
    expect(screen.getByRole('note', { hidden: true })).not.toBeVisible()
    await user.click(screen.getByText('The evidence: The one thing that makes them buy'))
    const evidence = region('The evidence: The one thing that makes them buy')
    const rows = evidence.getAllByRole('row')
    expect(rows[1]).toHaveTextContent('Audit without a week of paperwork5 of 104 decides, 1 approves')
    expect(evidence.getByRole('note')).toHaveTextContent(
      'with 9 customers nobody can say whether “Audit without a week of paperwork” or “Alarms I can trust” is ahead',
    )
    expect(screen.getByText(/of customers’ 100 points\. 5 of 10 named it unasked\./)).toBeVisible()
    expect(screen.getByText(/Alarms are close behind/)).toBeVisible()
    expect(screen.getByText(/Customers mark us/)).toBeVisible()
  })

  test('[method B7] customers’ own descriptions stand beside the drafts', async () => {
    const { user } = open(demoContent())
    expect(screen.getByText(/8 of 10 customers answered/)).toBeVisible()
    await user.click(screen.getAllByRole('button', { name: '5 more' })[0] as HTMLElement)
    expect(screen.getByRole('button', { name: 'Fewer' })).toBeVisible()
  })
})

describe('a vote that is revealed', () => {
  const needs = {
    n1: { short: 'Audit', status: 'active' as const, order: 'a0' },
    n2: { short: 'Alarms', status: 'active' as const, order: 'a1' },
  }
  const revealed = (kind: string, result: object, revealedAt = 10) => ({
    kind,
    number: 1,
    status: 'revealed' as const,
    subjects: [
      { id: 'n1', title: 'Audit' },
      { id: 'n2', title: 'Alarms' },
    ],
    openedAt: 1,
    revealedAt,
    result: result as never,
  })
  const one = {
    n: 3,
    abstained: 1,
    perSubject: [
      { subjectId: 'n1', votes: 3 },
      { subjectId: 'n2', votes: 0 },
    ],
  }
  const adopted = {
    kind: 'critical_characteristic' as const,
    text: 'Audit',
    subject: 'n1',
    decidedOn: new Date(20).toISOString(),
    support: { for: 3, against: 0, abstain: 1 },
  }

  test('[R068] the one thing: our votes beside the evidence, who did not know counted apart; one is adopted', async () => {
    const { user, made } = open({
      board: { needs },
      record: { rounds: { r1: revealed('characteristic', one) } },
    })
    const rows = region('The evidence: The one thing that makes them buy').getAllByRole('row')
    expect(rows.map((row) => row.textContent)).toEqual([
      expect.stringMatching(/Our votes$/),
      expect.stringMatching(/^Audit.*3Adopt$/),
      expect.stringMatching(/^Alarms.*0Adopt$/),
    ])
    expect(screen.getByText('1 of us did not know.')).toBeVisible()
    expect(screen.getByText('Nobody was asked yet: there is no evidence, only our guess.')).toBeVisible()
    expect(screen.getAllByRole('button', { name: 'Vote again' })).toHaveLength(1)
    await user.click(screen.getByRole('button', { name: 'Adopt “Audit”' }))
    const dialog = within(screen.getByRole('dialog'))
    expect(dialog.getByText('Link something a customer said, or write why.')).toBeVisible()
    await user.type(dialog.getByRole('textbox', { name: 'Why' }), 'Nobody was asked yet')
    await user.click(dialog.getByRole('button', { name: 'Record the decision' }))
    expect(made.at(-1)?.body).toMatchObject({ subject: 'n1', note: 'Nobody was asked yet' })
  })

  test('[R068] decided, its evidence is folded; a later vote unfolds it', () => {
    const decisions = { d1: adopted }
    const { setRecord } = open({
      board: { needs },
      record: { decisions, rounds: { r1: revealed('characteristic', one) } },
    })
    expect(screen.getByText('1 of us did not know.')).not.toBeVisible()
    act(() => setRecord({ rounds: { r2: revealed('characteristic', { ...one, abstained: 2 }, 30) } }))
    expect(screen.getByText('2 of us did not know.')).toBeVisible()
  })

  test('[R067] the category: votes on each card, none adopted before somebody does', () => {
    open({
      record: {
        rounds: { r1: revealed('category', { n: 3, counts: { light: 0, medium: 0, heavy: 2, intense: 1 } }) },
      },
    })
    const cards = region('How hard do buyers look before they buy?').getAllByRole('listitem')
    expect(cards.map((card) => /\d votes?/.exec(card.textContent ?? '')?.[0])).toEqual([
      '0 votes',
      '0 votes',
      '2 votes',
      '1 vote',
    ])
    expect(screen.getByText('Secret vote of 3 of us.')).toBeVisible()
    expect(screen.queryByText('Our category')).toBeNull()
  })

  test('[R067] nobody voted, and it says so', () => {
    open({
      record: {
        rounds: { r1: revealed('category', { n: 0, counts: { light: 0, medium: 0, heavy: 0, intense: 0 } }) },
      },
    })
    expect(screen.getByText('Nobody voted.')).toBeVisible()
  })
})

describe('drafting', () => {
  test('[R064] anyone adds a draft; a seller’s word in it is pointed out; it can be taken away', async () => {
    const { user, docs } = open({ role: 'member' })
    await user.click(screen.getByRole('button', { name: 'Add a draft' }))
    await user.type(screen.getByRole('textbox', { name: 'Draft 1' }), 'The leading pump')
    expect(screen.getByRole('note')).toHaveTextContent('A seller’s word: “leading”')
    await user.click(screen.getByRole('button', { name: 'Take away draft 1' }))
    expect(readRows(docs.board, promiseDrafts)).toEqual([])
  })

  test('who only looks on writes nothing and adopts nothing', () => {
    open({ role: 'viewer', board: { promiseDrafts: { d1: { text: 'Running again within a shift' } } } })
    expect(screen.getByText('Running again within a shift')).toBeVisible()
    expect(screen.queryByRole('textbox')).toBeNull()
    expect(screen.queryByRole('button', { name: /Adopt|Add/ })).toBeNull()
  })

  test('[R060] nothing of customers is there before the envelope is open, also for researchers', () => {
    const { record, ...demo } = demoContent()
    open({
      ...demo,
      role: 'researcher',
      record: { ...record, envelope: { openedAt: null, interviewCount: 10 } },
    })
    expect(screen.getByText('How customers describe us is in the sealed envelope.')).toBeVisible()
    expect(screen.queryByText(/named it unasked/)).toBeNull()
    expect(screen.queryByText(/The second half is not true/)).toBeNull()
  })
})

const draft = 'Pass the next audit, and never hear a false alarm'
const saidNo = {
  board: { promiseDrafts: { d1: { text: draft, order: 'a0' } } },
  record: {
    rounds: {
      t1: {
        kind: 'truth',
        number: 1,
        status: 'revealed' as const,
        subjects: [{ id: 'd1', title: draft }],
        openedAt: 1,
        result: { n: 3, perSubject: [{ subjectId: 'd1', yes: 1, partly: 0, no: 2 }] },
      },
    },
  },
}

describe('adopting', () => {
  test('[R065] a "no" needs an action first; then the room adopts, and the server is asked', async () => {
    const { user, docs, made } = open(saidNo)
    await user.click(screen.getByRole('button', { name: 'Adopt draft 1' }))
    expect(screen.queryByRole('dialog')).toBeNull()
    expect(screen.getByText(/2 who deliver it say it is not true today/)).toBeVisible()
    await user.type(screen.getByRole('textbox', { name: 'What makes it true?' }), 'Fix defrosting')
    await user.click(screen.getByRole('button', { name: 'Put it in the plan' }))
    expect(readRows(docs.board, actions)[0]).toMatchObject({ title: 'Fix defrosting', links: ['d1'] })
    await user.click(screen.getByRole('button', { name: 'Adopt draft 1' }))
    const dialog = within(screen.getByRole('dialog', { name: 'Adopt the promise' }))
    const votes = dialog.getByRole('spinbutton', { name: 'For' })
    await user.clear(votes)
    await user.type(votes, '9')
    await user.type(dialog.getByRole('textbox', { name: /otherwise/ }), 'Only if service is staffed.')
    await user.click(dialog.getByRole('button', { name: 'Record the decision' }))
    expect(made.find(({ name }) => name === 'decide')?.body).toMatchObject({
      kind: 'promise',
      subject: 'd1',
      text: draft,
      support: { for: 9, against: 0, abstain: 0 },
      dissent: ['Only if service is staffed.'],
    })
  })

  test('[R065] when the server still refuses, its sentence stays beside the form', async () => {
    const problem = { code: 'promise-not-true', title: 'Somebody said no.', faults: [], retryAfterS: null }
    const { user } = open({
      board: { promiseDrafts: { d1: { text: draft, order: 'a0' } } },
      replies: { decide: { ok: false, problem } },
    })
    await user.click(screen.getByRole('button', { name: 'Adopt draft 1' }))
    await user.click(screen.getByRole('button', { name: 'Record the decision' }))
    expect(await screen.findByRole('alert')).toBeVisible()
    expect(screen.getByRole('dialog')).toBeVisible()
  })
})

const round = (kind: string, subjects: { id: string; title: string }[]) => ({
  record: {
    envelope: { openedAt: 5 },
    rounds: {
      r1: {
        kind,
        number: 1,
        status: 'open' as const,
        subjects,
        openedAt: 1,
        expectedCount: 3,
        sealedCount: 0,
      },
    },
  },
  board: { promiseDrafts: { d1: { text: draft, order: 'a0' } } },
  replies: { readBallot: { ok: true, reply: { ballot: null, sealed: false, receivedAt: null } } as never },
})

describe('votes', () => {
  const drafts = [{ id: 'd1', title: draft }]

  test('[R064] support from 1 to 5, by thumb or key, then sealed', async () => {
    const { user, made } = open({ role: 'member', ...round('support', drafts) })
    const group = within(await screen.findByRole('group', { name: `Support for “${draft}”` }))
    expect(screen.getByRole('button', { name: 'Seal my ballot' })).toHaveAttribute('aria-disabled', 'true')
    await user.click(group.getByRole('radio', { name: '4' }))
    await user.keyboard('{ArrowRight}')
    await user.click(screen.getByRole('button', { name: 'Seal my ballot' }))
    await vi.waitFor(() =>
      expect(made.findLast(({ name }) => name === 'putBallot')?.body).toMatchObject({
        support: { d1: 5 },
        sealed: true,
      }),
    )
  })

  test('[R065] true today; who delivers none of it seals an empty ballot', async () => {
    const { user, made } = open({ role: 'member', ...round('truth', drafts) })
    await screen.findByRole('radio', { name: 'Not mine' })
    await user.click(screen.getByRole('button', { name: 'Seal my ballot' }))
    await vi.waitFor(() =>
      expect(made.findLast(({ name }) => name === 'putBallot')?.body).toMatchObject({
        trueToday: {},
        sealed: true,
      }),
    )
  })

  test('[R067] one of four categories; three questions propose and do not choose', async () => {
    const { user } = open({ role: 'member', ...round('category', []) })
    await user.click(await screen.findByText('Three questions that help'))
    await user.click(screen.getAllByRole('radio', { name: 'Yes' })[0] as HTMLElement)
    expect(screen.getByText('The answers propose: Intense. The room votes.')).toBeVisible()
    expect(screen.getByText('Choose one of the four.')).toBeVisible()
    await user.click(screen.getByRole('radio', { name: /Heavy/ }))
    expect(screen.getByText('Your vote: Heavy.')).toBeVisible()
  })

  test('[R068] "I do not know" is a full ballot on the one thing', async () => {
    const needs = [
      { id: 'n1', title: 'Audit' },
      { id: 'n2', title: 'Alarms' },
    ]
    const { user, made } = open({ role: 'member', ...round('characteristic', needs) })
    await user.click(await screen.findByRole('button', { name: 'I do not know' }))
    await vi.waitFor(() =>
      expect(made.findLast(({ name }) => name === 'putBallot')?.body).toMatchObject({
        needId: null,
        abstained: true,
        sealed: true,
      }),
    )
  })

  test('the facilitator opens a vote on the drafts that are long enough', async () => {
    const { user, made } = open({
      board: { promiseDrafts: { d1: { text: draft, order: 'a0' }, d2: { text: 'short', order: 'a1' } } },
    })
    await user.click(screen.getByRole('button', { name: 'Support them in secret' }))
    expect(made.find(({ name }) => name === 'openRound')?.body).toEqual({
      kind: 'support',
      subjects: ['d1'],
      anonymity: 'anonymous',
    })
  })
})
