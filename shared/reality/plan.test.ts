import { describe, expect, test } from 'vitest'
import type { Action } from '#shared/board/action-edits.ts'
import { actions, cards, findings, knowledgeGaps, needs, stages } from '#shared/board/schema.ts'
import { readRows, readValues } from '#shared/document/collection.ts'
import type { JsonObject } from '#shared/document/fields.ts'
import {
  asksWhyNew,
  byDue,
  byQuickWin,
  firstToDo,
  isOverdue,
  type PlanGround,
  planFigures,
  proposedKind,
} from '#shared/reality/plan.ts'
import { decisions } from '#shared/record/schema.ts'
import { demoFile, imported } from '#test/support/demo-file.ts'

const action = (id: string, values: JsonObject = {}): Action => ({
  id,
  ...readValues(actions, { order: id, ...values }),
})
const card = (id: string, lane: string, values: JsonObject = {}) => ({
  id,
  ...readValues(cards, { place: { stageId: 's1', lane, order: id }, ...values }),
})
const nothing: PlanGround = {
  actions: [],
  stages: [],
  cards: [],
  findings: [],
  decisions: [],
  knowledgeGaps: [],
  needs: [],
  repairs: [],
}

describe('the sample workshop (method R097)', () => {
  const { docs, idMap } = imported(demoFile())
  const idOf = (old: string): string => idMap.get(old) ?? ''
  const ground: PlanGround = {
    actions: readRows(docs.board, actions),
    stages: readRows(docs.board, stages),
    cards: readRows(docs.board, cards),
    findings: readRows(docs.board, findings),
    decisions: readRows(docs.record, decisions),
    knowledgeGaps: readRows(docs.board, knowledgeGaps),
    needs: readRows(docs.board, needs),
    repairs: [idOf('n1')],
  }
  const plan = planFigures(ground)

  test('ten actions: 3 fix, 2 improve, 5 create; nine of them close 12 of the 28 gaps', () => {
    expect(plan.perKind).toEqual({ fix: 3, improve: 2, create: 5 })
    expect([plan.closing, plan.closed, plan.gaps.length]).toEqual([9, 12, 28])
    expect(plan.perAim).toEqual({
      conversion: 4,
      satisfaction: 2,
      retention: 1,
      referral: 1,
      profit: 1,
      learning: 1,
    })
    expect(plan.opinions).toEqual([idOf('ac10')])
    expect(plan.notConsidered).toEqual({ revenueNote: 0, marginNote: 0, cashNote: 0 })
  })

  test('the list of unused findings is correct, also after deleting an action', () => {
    expect(plan.unusedFindings).toEqual(['f04', 'f10'].map(idOf))
    const without = planFigures({
      ...ground,
      actions: ground.actions.filter(({ id }) => id !== idOf('ac05')),
    })
    expect(without.unusedFindings).toEqual(['f04', 'f06', 'f10'].map(idOf))
    expect(without.closed).toBe(10)
  })

  test('the kind that is proposed for what an action of the sample closes', () => {
    expect(proposedKind([idOf('q24')], ground)).toBe('improve')
    expect(proposedKind([idOf('u04')], ground)).toBe('create')
    expect(proposedKind([idOf('n1')], ground)).toBe('fix')
    expect(proposedKind([], ground)).toBeNull()
  })
})

describe('[R093] the kind follows from the state of what is closed', () => {
  const with_ = (answer: JsonObject): PlanGround => ({
    ...nothing,
    cards: [card('q', 'question'), card('a', 'answer', { settles: ['q'], ...answer })],
  })
  test.each([
    ['open: create', { status: 'draft' }, 'create'],
    ['weak: improve', { status: 'live_weak' }, 'improve'],
    ['there and not true: fix', { status: 'live_convincing', trueToday: 'no' }, 'fix'],
  ] as const)('%s', (_, answer, kind) => expect(proposedKind(['q'], with_(answer))).toBe(kind))

  test('what is broken comes before what is missing', () => {
    const ground = {
      ...with_({ trueToday: 'no' }),
      cards: [...with_({ trueToday: 'no' }).cards, card('q2', 'question')],
    }
    expect(proposedKind(['q2', 'q'], ground)).toBe('fix')
  })
})

describe('gaps', () => {
  const open = {
    ...nothing,
    cards: [
      card('q', 'question', { raisedBy: ['i1', 'i1', 'i2'] }),
      card('d', 'skepticism'),
      card('x', 'concern'),
    ],
  }

  test('questions and doubts, most voices first; a dropped action closes nothing', () => {
    const plan = planFigures({
      ...open,
      actions: [action('a', { links: ['d'] }), action('b', { links: ['q'], status: 'dropped' })],
    })
    expect(plan.gaps).toMatchObject([
      { cardId: 'q', voices: 2, actionIds: [] },
      { cardId: 'd', voices: 0, actionIds: ['a'] },
    ])
  })

  test('done and not settled: the gap needs another action', () => {
    const closedBy = (settled: string | null) =>
      planFigures({ ...open, actions: [action('a', { links: ['q'], status: 'done', settled })] }).closed
    expect(['no', 'partly', 'yes', null].map(closedBy)).toEqual([0, 0, 1, 1])
  })
})

test('[R087] live answers with a check that is not ticked, until an action takes them up', () => {
  const answer = card('a', 'answer', {
    settles: ['q'],
    status: 'live_weak',
    checks: { fits: true, plain: false },
  })
  const ground = { ...nothing, cards: [answer, card('b', 'answer', { status: 'live_weak' })] }
  expect(planFigures(ground).uncheckedAnswers).toEqual([{ cardId: 'a', unticked: 5 }])
  expect(planFigures({ ...ground, actions: [action('x', { links: ['q'] })] }).uncheckedAnswers).toEqual([])
})

test('[R042] marketing something new where customers ask for a repair is asked why', () => {
  const made = action('a', { kind: 'create', functionName: 'Marketing', links: ['n1'] })
  expect(asksWhyNew(made, { repairs: ['n1'] })).toBe(true)
  expect(asksWhyNew({ ...made, kind: 'fix' }, { repairs: ['n1'] })).toBe(false)
  expect(asksWhyNew(made, { repairs: [] })).toBe(false)
})

test('quick wins come first, unknown ones last; the earliest of the highest impact is the one to look at', () => {
  const all = [
    action('a', { impact: 'L', effort: 'L', due: '2026-05-01' }),
    action('b', { impact: 'L', effort: 'S', due: '2026-06-01' }),
    action('c', { impact: 'M', effort: null, due: '2026-04-01' }),
    action('d', { impact: 'L', effort: 'M', due: '2026-03-01', status: 'done' }),
  ]
  expect([...all].sort(byQuickWin).map(({ id }) => id)).toEqual(['b', 'd', 'a', 'c'])
  expect([...all].sort(byDue).map(({ id }) => id)).toEqual(['d', 'c', 'a', 'b'])
  expect(firstToDo(all)).toBe('a')
  expect(firstToDo([])).toBeNull()
  expect(all.filter((one) => isOverdue(one, '2026-05-02')).map(({ id }) => id)).toEqual(['a', 'c'])
})

test('[R094] what lies in the bin bears nothing: an action tied to it alone rests on opinion, and it proposes no kind', () => {
  const binned = { at: 1, seatId: 's' }
  const ground = {
    ...nothing,
    actions: [action('a', { links: ['q'] }), action('b', { links: ['n'] })],
    cards: [card('q', 'question', { raisedBy: ['i1'], binned })],
    needs: [{ id: 'n', ...readValues(needs, { mentionedBy: ['i1'], binned }) }],
  }
  expect(planFigures(ground).opinions).toEqual(['a', 'b'])
  expect(proposedKind(['q'], ground)).toBeNull()
})
