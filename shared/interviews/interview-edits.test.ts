/** Interviews, doubles, invitations and other evidence on real documents. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import { insertRow, readRow, readRows } from '#shared/document/collection.ts'
import { type Edit, runEdit } from '#shared/document/edit.ts'
import { byOrder } from '#shared/document/order.ts'
import birds from '#shared/interviews/birds.json' with { type: 'json' }
import { countedFor } from '#shared/interviews/counted.ts'
import { changeEvidence, noteEvidence, removeEvidence } from '#shared/interviews/evidence-edits.ts'
import {
  changeCustomer,
  changeInterview,
  endCall,
  isOnCall,
  mergeInterviews,
  newInterview,
  startCall,
  unmergeInterview,
} from '#shared/interviews/interview-edits.ts'
import {
  linkInvitation,
  mayFollow,
  planInvitation,
  removeInvitation,
  setInvitation,
} from '#shared/interviews/invitation-edits.ts'
import { likelyDoubles, withDoubles } from '#shared/interviews/merging.ts'
import { freeBird } from '#shared/interviews/pseudonyms.ts'
import { answers, evidence, type Invitation, interviews, invitations } from '#shared/interviews/schema.ts'
import { law } from '#test/support/law.ts'

let ids = 0
let clock = 0
const run = <A, R>(doc: Y.Doc, edit: Edit<A, R>, args: A): R =>
  runEdit(doc, edit, args, { newId: () => `i${++ids}`, now: () => clock, seatId: 'me' })
const day = '2026-03-04'
const begin = (doc: Y.Doc, pseudonym?: string) =>
  run(doc, newInterview, { day, ...(pseudonym !== undefined && { pseudonym }) })
const the = (doc: Y.Doc, id: string) => readRow(doc, interviews, id)

describe('an interview', () => {
  test('[EV-1a] nothing is asked for: it begins with a free bird’s name, today, by whoever begins it', () => {
    const doc = new Y.Doc()
    const id = begin(doc)
    expect(the(doc, id)).toMatchObject({ date: day, interviewerSeatId: 'me', mode: null, startedAt: null })
    expect(birds).toContain(the(doc, id)?.pseudonym)
    expect(the(doc, begin(doc, '  Customer 11 '))?.pseudonym).toBe('Customer 11')
  })

  law(
    'no two customers get one name, whatever is taken',
    [fc.integer({ min: 1, max: 320 })],
    (count) => {
      const taken: string[] = []
      for (let i = 0; i < count; i++) taken.push(freeBird(taken, `chance-${i * 7919}`))
      expect(new Set(taken.map((name) => name.toLowerCase())).size).toBe(count)
    },
    { numRuns: 10 },
  )

  test('a name taken by an invitation is not given again', () => {
    const doc = new Y.Doc()
    for (const bird of birds.slice(1)) run(doc, planInvitation, { day, pseudonym: bird })
    expect(the(doc, begin(doc))?.pseudonym).toBe(birds[0])
    expect(the(doc, begin(doc))?.pseudonym).toMatch(/ 2$/)
  })

  test('what is known of the customer is changed part by part; the order is that of beginning', () => {
    const doc = new Y.Doc()
    const [first, second] = [begin(doc), begin(doc)]
    run(doc, changeCustomer, { id: first, changes: { role: 'Buyer' } })
    run(doc, changeCustomer, { id: first, changes: { trade: 'bakery', staff: 90 } })
    run(doc, changeInterview, { id: first, changes: { mode: 'phone' } })
    expect(the(doc, first)).toMatchObject({
      mode: 'phone',
      customer: { role: 'Buyer', trade: 'bakery', staff: 90, wonOrLost: 'won' },
    })
    expect(run(doc, changeCustomer, { id: 'none', changes: {} })).toBe(false)
    expect(run(doc, changeInterview, { id: 'none', changes: {} })).toBe(false)
    expect(
      readRows(doc, interviews)
        .sort(byOrder)
        .map(({ id }) => id),
    ).toEqual([first, second])
  })

  test('a call starts, ends with its length and can go on; a written length stays, one of hours is none', () => {
    const doc = new Y.Doc()
    const id = begin(doc)
    clock = 1_000_000
    run(doc, startCall, { id })
    expect(isOnCall(the(doc, id) ?? { startedAt: null, endedAt: null })).toBe(true)
    clock += 31 * 60_000
    expect(run(doc, endCall, { id })).toBe(true)
    expect(the(doc, id)).toMatchObject({ minutes: 31, startedAt: 1_000_000, endedAt: clock })
    run(doc, startCall, { id })
    clock += 60_000
    run(doc, endCall, { id })
    expect(the(doc, id)).toMatchObject({ minutes: 31, startedAt: 1_000_000 })
    const over = clock
    clock += 86_400_000
    run(doc, endCall, { id })
    expect(the(doc, id)?.endedAt).toBe(over)
    const forgotten = begin(doc)
    run(doc, startCall, { id: forgotten })
    clock += 10 * 3_600_000
    run(doc, endCall, { id: forgotten })
    expect(the(doc, forgotten)?.minutes).toBeNull()
    expect(run(doc, startCall, { id: 'none' })).toBe(false)
    expect(run(doc, endCall, { id: 'none' })).toBe(false)
  })
})

describe('doubles', () => {
  const firm = { role: '', trade: '', staff: null }
  const named = (...names: string[]) =>
    names.map((pseudonym, index) => ({ id: `n${index}`, pseudonym, customer: firm }))

  test('[R053] “Quillmark” and “Quillmark Sensors” are offered; numbered names and birds are not', () => {
    expect(likelyDoubles(named('Quillmark', 'Heron', 'QUILLMARK Sensors', 'Wren'))).toEqual([['n0', 'n2']])
    expect(likelyDoubles(named('Quillmark', 'Quíllmark'))).toEqual([['n0', 'n1']])
    expect(likelyDoubles(named('Customer 07', 'Customer 08', 'Heron 2', 'Heron', '', ''))).toEqual([])
    const same = { role: 'Buyer', trade: 'Bakery', staff: 90 }
    const two = named('Heron', 'Wren').map((one) => ({ ...one, customer: same }))
    expect(likelyDoubles(two)).toEqual([['n0', 'n1']])
    expect(likelyDoubles(two.map((one) => ({ ...one, customer: { ...same, staff: null } })))).toEqual([])
  })

  test('[R053] merging keeps both histories: nothing is copied or lost, and it can be parted', () => {
    const doc = new Y.Doc()
    const [one, other, third] = [begin(doc), begin(doc), begin(doc)]
    insertRow(doc, answers, 'a1', { interviewId: one, questionId: 'q', text: 'first' })
    insertRow(doc, answers, 'a2', { interviewId: other, questionId: 'q', text: 'second' })
    const before = readRows(doc, answers)
    expect(run(doc, mergeInterviews, { id: other, into: one })).toBe(true)
    expect(readRows(doc, answers)).toEqual(before)
    expect(withDoubles(readRows(doc, interviews), one)).toEqual([one, other])
    expect(run(doc, mergeInterviews, { id: one, into: other })).toBe(false)
    expect(run(doc, mergeInterviews, { id: one, into: one })).toBe(false)
    expect(run(doc, mergeInterviews, { id: 'none', into: one })).toBe(false)
    // A double of a double counts for the same one.
    run(doc, mergeInterviews, { id: third, into: other })
    expect(the(doc, third)?.mergedInto).toBe(one)
    expect(run(doc, unmergeInterview, { id: other })).toBe(true)
    expect(run(doc, unmergeInterview, { id: other })).toBe(false)
    expect(withDoubles(readRows(doc, interviews), one)).toEqual([one, third])
  })

  law(
    '[P2] whatever two people merge and part at one moment, every interview counts for exactly one that counts',
    [fc.array(fc.tuple(fc.boolean(), fc.nat(5), fc.nat(5), fc.boolean()), { maxLength: 24 })],
    (acts) => {
      const one = new Y.Doc()
      const all = Array.from({ length: 6 }, () => begin(one))
      const other = new Y.Doc()
      Y.applyUpdate(other, Y.encodeStateAsUpdate(one))
      for (const [isOne, from, to, isParting] of acts) {
        const doc = isOne ? one : other
        if (isParting) run(doc, unmergeInterview, { id: all[from] ?? '' })
        else run(doc, mergeInterviews, { id: all[from] ?? '', into: all[to] ?? '' })
      }
      Y.applyUpdate(one, Y.encodeStateAsUpdate(other))
      Y.applyUpdate(other, Y.encodeStateAsUpdate(one))
      const counted = countedFor(readRows(one, interviews))
      expect(countedFor(readRows(other, interviews))).toEqual(counted)
      for (const [, counts] of counted) expect(counted.get(counts)).toBe(counts)
      const shown = new Set(counted.values())
      expect([...shown].flatMap((id) => withDoubles(readRows(one, interviews), id)).sort()).toEqual(
        [...all].sort(),
      )
    },
  )
})

describe('invitations', () => {
  const states: Invitation['state'][] = ['planned', 'asked', 'reminded_once', 'agreed', 'declined', 'done']

  law(
    '[R061] whatever is pressed, nobody is reminded twice',
    [fc.array(fc.constantFrom(...states), { maxLength: 30 })],
    (wanted) => {
      const doc = new Y.Doc()
      const id = run(doc, planInvitation, { day })
      let reminders = 0
      for (const state of wanted) {
        const isDone = run(doc, setInvitation, { id, state, day: '2026-03-05' })
        if (isDone && state === 'reminded_once') reminders++
      }
      expect(reminders).toBeLessThanOrEqual(1)
    },
  )

  test('[R061] every state but the last can become “declined”, and says when', () => {
    for (const state of states.slice(0, 4)) expect(mayFollow(state)).toContain('declined')
    const doc = new Y.Doc()
    const id = run(doc, planInvitation, { day })
    expect(run(doc, setInvitation, { id, state: 'reminded_once', day })).toBe(false)
    expect(run(doc, setInvitation, { id, state: 'declined', day: '2026-03-09' })).toBe(true)
    expect(readRow(doc, invitations, id)).toMatchObject({ state: 'declined', on: '2026-03-09' })
    expect(run(doc, removeInvitation, { id })).toBe(true)
    expect(run(doc, setInvitation, { id, state: 'agreed', day })).toBe(false)
  })

  test('an invitation is done when its call has ended', () => {
    const doc = new Y.Doc()
    const id = run(doc, planInvitation, { day })
    run(doc, setInvitation, { id, state: 'agreed', day })
    const interviewId = begin(doc, readRow(doc, invitations, id)?.pseudonym)
    run(doc, linkInvitation, { id, interviewId })
    run(doc, startCall, { id: interviewId })
    run(doc, endCall, { id: interviewId })
    expect(readRow(doc, invitations, id)).toMatchObject({ state: 'done', interviewId })
  })
})

test('[R046] other evidence is noted by name, changed and removed', () => {
  const doc = new Y.Doc()
  const id = run(doc, noteEvidence, { kind: 'focus_group', text: 'They all laughed', points: { n1: 40 } })
  expect(readRow(doc, evidence, id)).toMatchObject({ kind: 'focus_group', seatId: 'me', points: { n1: 40 } })
  expect(run(doc, changeEvidence, { id, changes: { source: 'Spring group' } })).toBe(true)
  expect(readRow(doc, evidence, id)?.source).toBe('Spring group')
  expect(run(doc, removeEvidence, { id })).toBe(true)
  expect(run(doc, changeEvidence, { id, changes: {} })).toBe(false)
})
