import { describe, expect, test } from 'vitest'
import { readRows } from '#shared/document/collection.ts'
import { type Interview, interviews } from '#shared/interviews/schema.ts'
import { basisOf, whyStale } from '#shared/reality/stale.ts'
import { type Decision, decisions } from '#shared/record/schema.ts'
import { demoFile, imported } from '#test/support/demo-file.ts'

const { docs } = imported(demoFile())
const calls = readRows(docs.interviews, interviews)
const basis = basisOf(calls)
const decided = { ...(readRows(docs.record, decisions)[0] as Decision), reviewWhen: '', basis }
const now = { basis, today: '2026-06-01', erasedInterviewIds: new Set<string>() }
const [audit = '', alarms = ''] = basis.firstNeeds

/** A customer who gives everything to one need. */
const wants = (needId: string, index: number): Interview => ({
  ...(calls[0] as Interview),
  id: `new-${index}`,
  weights: { status: 'given', points: { [needId]: 100 }, reason: '' },
})

describe('[R072] a decision goes stale', () => {
  test('when new interviews change the order of the first two', () => {
    expect(basis.customers).toBe(9)
    expect(whyStale(decided, now)).toEqual([])
    const more = basisOf([...calls, wants(alarms, 1), wants(alarms, 2)])
    expect(more.firstNeeds).toEqual([alarms, audit])
    expect(whyStale(decided, { ...now, basis: more })).toEqual(['evidence-changed'])
    expect(whyStale(decided, { ...now, basis: basisOf([...calls, wants(audit, 1)]) })).toEqual([])
  })

  test('when its review date has come, and not before', () => {
    const dated = { ...decided, reviewWhen: 'on 2026-06-01, or when five more calls are in' }
    expect(whyStale(dated, now)).toEqual(['review-due'])
    expect(whyStale(dated, { ...now, today: '2026-05-31' })).toEqual([])
    expect(whyStale({ ...decided, reviewWhen: 'when five more calls are in' }, now)).toEqual([])
  })

  test('when an interview it rests on was withdrawn', () => {
    const resting = { ...decided, evidence: ['i1', 'i2'] }
    expect(whyStale(resting, { ...now, erasedInterviewIds: new Set(['i2']) })).toEqual(['evidence-gone'])
  })

  test('never while a later decision has taken its place, and not for want of customers', () => {
    const more = basisOf([...calls, wants(alarms, 1), wants(alarms, 2)])
    expect(whyStale({ ...decided, supersededBy: 'd2' }, { ...now, basis: more })).toEqual([])
    const nobody = { customers: 0, firstNeeds: [] }
    expect(whyStale({ ...decided, basis: nobody }, { ...now, basis: more })).toEqual([])
    expect(basisOf([wants(audit, 1), wants(audit, 2)])).toEqual({ customers: 2, firstNeeds: [] })
  })
})
