import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import {
  Awareness,
  applyAwarenessUpdate,
  encodeAwarenessUpdate,
  removeAwarenessStates,
} from 'y-protocols/awareness'
import * as Y from 'yjs'
import { createStore } from 'zustand/vanilla'
import { byFocus, peopleOf } from '#client/session/people.ts'
import { openPresence } from '#client/session/presence.ts'
import type { Seat } from '#shared/record/schema.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

const seat = (id: string, joinedAt: number, over: Partial<Seat> = {}): Seat => ({
  id,
  name: id.toUpperCase(),
  title: '',
  functionName: 'Sales',
  role: 'member',
  proxy: false,
  joinedAt,
  removedAt: null,
  hasSeenResults: false,
  note: '',
  ...over,
})
const seats = new Map(
  [seat('ben', 2), seat('ada', 1), seat('cy', 3), seat('gone', 0, { removedAt: 5 })].map((one) => [
    one.id,
    one,
  ]),
)
const client = (clientId: number, seatId: unknown, state: object = {}, changedAt = clientId) => ({
  clientId,
  changedAt,
  state: { ...state, seatId },
})

test('people stand in the order in which they joined, once each, removed and unknown seats not at all', () => {
  const people = peopleOf(
    [
      client(1, 'cy'),
      client(2, 'ben'),
      client(3, 'ada'),
      client(4, 'ben'),
      client(5, 'gone'),
      client(6, 'nobody'),
    ],
    seats,
  )
  expect(people.map(({ seatId }) => seatId)).toEqual(['ada', 'ben', 'cy'])
})

test('the newest tab that is not away speaks for the person; one is away when all tabs are', () => {
  const tabs = [
    client(1, 'ada', { focus: 'c1' }, 10),
    client(2, 'ada', { focus: 'c2' }, 20),
    client(3, 'ada', { focus: 'c3', away: true }, 30),
  ]
  expect(peopleOf(tabs, seats)[0]).toMatchObject({ focus: 'c2', away: false })
  const allAway = tabs.map((tab) => ({ ...tab, state: { ...tab.state, away: true } }))
  const people = peopleOf(allAway, seats)
  expect(people[0]).toMatchObject({ focus: 'c3', away: true })
  expect(byFocus(people).size).toBe(0)
})

test('[P3] junk that others send is read as nothing', () => {
  const junk = [
    null,
    'x',
    3,
    [],
    { seatId: 7 },
    { seatId: 'ada', focus: { a: 1 }, activity: 9, editing: 'yes' },
  ]
  const people = peopleOf(
    junk.map((state, clientId) => ({ clientId, changedAt: 0, state })),
    seats,
  )
  expect(people).toEqual([
    {
      seatId: 'ada',
      name: 'ADA',
      functionName: 'Sales',
      role: 'member',
      away: false,
      activity: null,
      focus: null,
      editing: false,
      moving: false,
    },
  ])
})

function own(isOnline = () => true) {
  const awareness = new Awareness(new Y.Doc())
  const presence = openPresence(
    awareness,
    'ada',
    createStore<ReadonlyMap<string, Seat>>(() => seats),
    Date.now,
    isOnline,
  )
  const sent: unknown[] = []
  awareness.on('update', (_: unknown, origin: unknown) => {
    if (origin === 'local') sent.push(awareness.getLocalState())
  })
  return { awareness, presence, sent }
}

test('at most ten changes a second go out; the first at once, the last never left out', () => {
  const { presence, sent } = own()
  vi.advanceTimersByTime(1_000)
  for (let i = 0; i < 100; i++) {
    presence.set({ focus: `c${i}` })
    vi.advanceTimersByTime(10)
  }
  expect(sent[0]).toEqual({ seatId: 'ada', focus: 'c0' })
  expect(sent.length).toBeGreaterThanOrEqual(9)
  expect(sent.length).toBeLessThanOrEqual(11)
  vi.advanceTimersByTime(200)
  expect(sent.at(-1)).toEqual({ seatId: 'ada', focus: 'c99' })
})

test('saying the same again sends nothing', () => {
  const { presence, sent } = own()
  presence.set({ focus: 'c1', editing: true })
  vi.advanceTimersByTime(1_000)
  const before = sent.length
  presence.set({ focus: 'c1' })
  vi.advanceTimersByTime(1_000)
  expect(sent.length).toBe(before)
})

test('without a line whoever was here last stays, as away and with nothing in hand, until the line is back', () => {
  let isOnline = true
  const { awareness, presence } = own(() => isOnline)
  const ben = new Awareness(new Y.Doc())
  ben.setLocalState({ seatId: 'ben', focus: 'c1', editing: true })
  applyAwarenessUpdate(awareness, encodeAwarenessUpdate(ben, [ben.clientID]), 'remote')
  const people = () =>
    presence.store.getState().people.map(({ seatId, away, focus }) => [seatId, away, focus])
  expect(people()).toEqual([
    ['ada', false, null],
    ['ben', false, 'c1'],
  ])
  isOnline = false
  removeAwarenessStates(awareness, [ben.clientID], 'line')
  expect(people()).toEqual([
    ['ada', false, null],
    ['ben', true, null],
  ])
  expect(presence.store.getState().holding.size).toBe(0)
  isOnline = true
  presence.refresh()
  expect(people()).toEqual([['ada', false, null]])
})

test('[S1] among the interviews nobody is seen at work: of what is in hand there, nothing is sent', () => {
  const awareness = new Awareness(new Y.Doc())
  const presence = openPresence(
    awareness,
    'ada',
    createStore(() => new Map()),
    Date.now,
    () => true,
  )
  presence.set({ activity: 'interviews', focus: 'i1', editing: true })
  vi.advanceTimersByTime(1000)
  const told = awareness.getLocalState()
  expect(told).toEqual({ seatId: 'ada', activity: 'interviews' })
  presence.set({
    focus: 'answer-7',
    editing: true,
    moving: true,
    cursor: { on: 'card:c1', x: 0, y: 0 },
  })
  vi.advanceTimersByTime(1000)
  expect(awareness.getLocalState()).toBe(told)
  presence.set({ activity: 'roadmap', focus: 'c1' })
  vi.advanceTimersByTime(1000)
  expect(awareness.getLocalState()).toEqual({ seatId: 'ada', activity: 'roadmap', focus: 'c1' })
  presence.stop()
})

test('[PR-2a] of the pointer at most thirty changes a second go out, and what else changed goes along', () => {
  const { presence, sent } = own()
  vi.advanceTimersByTime(1_000)
  for (let i = 0; i < 250; i++) {
    presence.set({ cursor: { on: 'card:c1', x: i / 1_000, y: 0 } })
    if (i === 100) presence.set({ focus: 'c2' })
    vi.advanceTimersByTime(4)
  }
  expect(sent.length).toBeGreaterThanOrEqual(25)
  expect(sent.length).toBeLessThanOrEqual(30)
  vi.advanceTimersByTime(100)
  expect(sent.at(-1)).toEqual({ seatId: 'ada', focus: 'c2', cursor: { on: 'card:c1', x: 0.249, y: 0 } })
})

test('a pointer that moves is no news of who is here; pointers that make no sense are none', () => {
  const { awareness, presence } = own()
  const ben = new Awareness(new Y.Doc())
  const tell = (cursor: unknown) => {
    ben.setLocalState({ seatId: 'ben', focus: 'c1', cursor })
    applyAwarenessUpdate(awareness, encodeAwarenessUpdate(ben, [ben.clientID]), 'remote')
    return presence.cursors.getState().get('ben')
  }
  expect(tell({ on: 'card:c1', x: 0.1, y: 0.2 })).toEqual({ on: 'card:c1', x: 0.1, y: 0.2 })
  const before = presence.store.getState()
  tell({ on: 'card:c1', x: 0.3, y: 0.2 })
  expect(presence.store.getState()).toBe(before)
  for (const junk of [
    null,
    7,
    { on: 'card:c1', x: 2, y: 0 },
    { on: 'x'.repeat(500), x: 0, y: 0 },
    { on: 'card:c1', x: 0 },
  ])
    expect(tell(junk)).toBeUndefined()
})
