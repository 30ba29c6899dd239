import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Json, JsonObject } from '#shared/document/fields.ts'
import { parseWorkshopFile } from '#shared/exchange/parse.ts'
import { demoFile } from '#test/support/demo-file.ts'
import { law } from '#test/support/law.ts'

const file = (board: unknown = {}, record: unknown = {}, more: Record<string, unknown> = {}) => ({
  format: 'guessproof.workshop',
  version: 1,
  workshop: { board, record },
  ...more,
})

const faultsOf = (json: unknown) => {
  const parsed = parseWorkshopFile(json)
  return parsed.ok ? [] : parsed.faults
}
const pathsOf = (json: unknown) => faultsOf(json).map(({ path }) => path)

describe('files that are none', () => {
  test.each([
    [null],
    [[]],
    ['text'],
    [{}],
    [{ format: 'other.app', version: 1 }],
    [{ nodes: [], edges: [] }],
  ])('JSON that is not a workshop is named as such: %j', (json) => {
    expect(faultsOf(json)).toEqual([
      { path: '', message: expect.stringContaining('not a Guessproof workshop') },
    ])
  })

  test('a newer version is refused with a sentence that says what to do', () => {
    expect(faultsOf({ ...file(), version: 2 })).toEqual([
      {
        path: '/version',
        message: expect.stringContaining('this server reads up to version 1. Update the server'),
      },
    ])
    expect(pathsOf({ ...file(), version: '1' })).toEqual(['/version'])
    expect(pathsOf({ ...file(), version: 0 })).toEqual(['/version'])
  })

  test('missing parts are named', () => {
    expect(pathsOf({ format: 'guessproof.workshop', version: 1 })).toEqual(['/workshop'])
    expect(pathsOf({ ...file(), workshop: { board: [], interviews: 1 } })).toEqual([
      '/workshop/board',
      '/workshop/record',
      '/workshop/interviews',
    ])
  })
})

describe('faults by path', () => {
  test('every fault is named at once, each with its JSON Pointer', () => {
    const faults = faultsOf(
      file(
        {
          scene: { title: 5 },
          needs: [{ id: 'a', short: 'x'.repeat(61) }, { id: 'a' }, { short: 'no id' }, 'text'],
          cards: [{ id: 'c', place: { lane: 'sideways' } }],
          stages: { id: 's' },
        },
        { seats: [{ id: 'p', seniority: 9 }] },
      ),
    )
    expect(faults).toEqual([
      { path: '/workshop/board/scene/title', message: 'This is not text.' },
      { path: '/workshop/board/needs/0/short', message: 'This is longer than 60 characters.' },
      { path: '/workshop/board/needs/1/id', message: 'Another entry of this list has the same id.' },
      { path: '/workshop/board/needs/2/id', message: 'An id is text of 1 to 64 characters.' },
      { path: '/workshop/board/needs/3', message: 'This is not an object.' },
      { path: '/workshop/board/stages', message: 'This is not a list.' },
      {
        path: '/workshop/board/cards/0/place',
        message: expect.stringContaining('has a lane that is not one of'),
      },
      { path: '/workshop/record/seats/0/seniority', message: expect.stringContaining('between 1 and 5') },
    ])
  })

  test('[S5] a link that is a script address is refused, and said where it stands', () => {
    const faults = faultsOf(
      file({
        cards: [
          { id: 'c1', link: 'https://example.com' },
          { id: 'c2', link: ' JavaScript:x' },
        ],
      }),
    )
    expect(faults).toEqual([
      { path: '/workshop/board/cards/1/link', message: expect.stringContaining('would run as a program') },
    ])
  })

  test('at most 200 faults are named', () => {
    const needs = Array.from({ length: 500 }, (_, i) => ({ id: `n${i}`, short: i }))
    expect(faultsOf(file({ needs }))).toHaveLength(200)
  })

  test('only a revealed round may carry ballots or a result', () => {
    const round = { id: 'r', kind: 'weights', number: 1, status: 'open' }
    const ballots = [{ seatId: 'p', receivedAt: 1, ballot: {} }]
    expect(pathsOf(file({}, { rounds: [{ ...round, ballots, result: {} }] }))).toEqual([
      '/workshop/record/rounds/0/ballots',
      '/workshop/record/rounds/0/result',
    ])
    expect(pathsOf(file({}, { rounds: [{ ...round, status: 'revealed', result: { n: 'x' } }] }))).toEqual([
      '/workshop/record/rounds/0/result',
    ])
  })

  test('ballots are held to their kind, their seats and one a seat', () => {
    const subjects = [
      { id: 'a', title: 'A' },
      { id: 'b', title: 'B' },
    ]
    const good = { points: { a: 100 }, unsure: [], confidence: null, abstained: false, reason: '' }
    const ballots = [
      { seatId: 'p', receivedAt: 1, ballot: { ...good, points: { a: 99 } } },
      { seatId: 'p', receivedAt: 1, ballot: good },
      { seatId: 'q', receivedAt: 1.5, ballot: { ...good, points: { a: '100' } } },
    ]
    const round = { id: 'r', kind: 'weights', number: 1, status: 'revealed', subjects, ballots }
    const at = '/workshop/record/rounds/0/ballots'
    expect(faultsOf(file({}, { seats: [{ id: 'p' }], rounds: [round] }))).toEqual([
      { path: `${at}/0/ballot/points`, message: 'These add up to 99. Place 1 more point.' },
      { path: `${at}/1/seatId`, message: 'This seat has a ballot already.' },
      { path: `${at}/2/seatId`, message: 'There is no such seat in the file.' },
      { path: `${at}/2/receivedAt`, message: 'This is not a time in milliseconds.' },
      { path: `${at}/2/ballot/points/a`, message: 'Points are whole numbers from 0 to 100.' },
    ])
  })

  test('rounds of kinds this version does not know keep result and ballots as they are', () => {
    const round = { id: 'r', kind: 'applause', number: 1, status: 'revealed', result: { loud: 3 } }
    const ballots = [{ seatId: 'p', receivedAt: 1, ballot: { claps: 3 } }]
    expect(faultsOf(file({}, { seats: [{ id: 'p' }], rounds: [{ ...round, ballots }] }))).toEqual([])
  })
})

describe('hostile files', () => {
  test('deep nesting is a fault, not a crash, as deep as JSON can be read', () => {
    const deep = JSON.parse(`${'['.repeat(5_000)}${']'.repeat(5_000)}`) as unknown
    expect(faultsOf(file({ later: deep }))).toEqual([
      {
        path: expect.stringContaining('/workshop/board/later/0'),
        message: 'This is nested deeper than 24 levels.',
      },
    ])
  })

  test('a name that would reach into every object is refused and reaches none', () => {
    const json: unknown = JSON.parse(
      '{"format":"guessproof.workshop","version":1,"workshop":{"board":{"scene":{"__proto__":{"polluted":1}}},"record":{}}}',
    )
    expect(faultsOf(json)).toEqual([
      { path: '/workshop/board/scene/__proto__', message: 'This name cannot be used.' },
    ])
    expect('polluted' in {}).toBe(false)
  })

  test('numbers too large for JSON and halves of characters are refused', () => {
    expect(
      pathsOf(
        JSON.parse(
          '{"format":"guessproof.workshop","version":1,"workshop":{"board":{"x":1e999},"record":{}}}',
        ),
      ),
    ).toEqual(['/workshop/board/x'])
    expect(pathsOf(file({ x: '\ud800' }))).toEqual(['/workshop/board/x'])
  })

  test('a ballot that came at no time is refused', () => {
    const times = [-1, 0.5, 1e300, '1', null]
    const ballot = { points: {}, unsure: [], confidence: null, abstained: true, reason: '' }
    const rounds = [{ id: 'r', kind: 'weights', status: 'revealed', ballots: [] as object[] }]
    const seats = times.map((_, index) => ({ id: `s${index}` }))
    rounds[0]?.ballots.push(
      ...times.map((receivedAt, index) => ({ seatId: `s${index}`, receivedAt, ballot })),
    )
    expect(pathsOf(file({}, { seats, rounds }))).toEqual(
      times.map((_, index) => `/workshop/record/rounds/0/ballots/${index}/receivedAt`),
    )
  })

  test('more ballots than a room can hold are refused', () => {
    const ballots = (count: number) =>
      Array.from({ length: count }, (_, i) => ({ seatId: `s${i}`, receivedAt: 1, ballot: {} }))
    const seats = Array.from({ length: 1_001 }, (_, i) => ({ id: `s${i}` }))
    const round = (id: string, count: number) => ({
      id,
      kind: 'x',
      status: 'revealed',
      ballots: ballots(count),
    })
    expect(pathsOf(file({}, { seats, rounds: [round('a', 1_000), round('b', 1_001)] }))).toEqual([
      '/workshop/record/rounds/1/ballots',
    ])
    const rounds = ['a', 'b', 'c', 'd', 'e', 'f'].map((id) => round(id, 900))
    expect(pathsOf(file({}, { seats, rounds }))).toEqual(['/workshop/record/rounds'])
  })

  test('too many entries are refused', () => {
    const needs = Array.from({ length: 20_001 }, (_, i) => ({ id: `n${i}` }))
    expect(faultsOf(file({ needs }))).toEqual([
      { path: '/workshop/board/needs', message: 'This has more than 20000 entries.' },
    ])
  })

  law('whatever JSON it is given, it answers', [fc.jsonValue()], (json) => {
    expect(parseWorkshopFile(json).ok).toBe(false)
    expect(typeof parseWorkshopFile(file(json, json)).ok).toBe('boolean')
    expect(
      typeof parseWorkshopFile(file({ scene: json, cards: json }, { rounds: [json], seats: [json] })).ok,
    ).toBe('boolean')
  })

  const demo = demoFile()
  const paths = leaves(demo as unknown as Json)
  law(
    'the demo with one value replaced is read or has a fault at or above that value',
    [fc.nat({ max: paths.length - 1 }), fc.jsonValue({ maxDepth: 1 })],
    (index, value) => {
      const path = paths[index] ?? []
      const parsed = parseWorkshopFile(withValue(demo as unknown as Json, path, value as Json))
      if (parsed.ok) return
      const pointer = `/${path.join('/')}`
      for (const fault of parsed.faults) {
        const near = pointer.startsWith(fault.path) || fault.path.startsWith(pointer)
        const ofRound = fault.path.startsWith('/workshop/record/rounds')
        expect(near || ofRound).toBe(true)
      }
    },
  )
})

function leaves(value: Json, path: readonly string[] = []): (readonly string[])[] {
  if (typeof value !== 'object' || value === null) return [path]
  return Object.entries(value).flatMap(([key, inner]) => leaves(inner, [...path, key]))
}

function withValue(value: Json, [key, ...rest]: readonly string[], next: Json): Json {
  if (key === undefined) return next
  if (Array.isArray(value))
    return value.map((one, i) => (String(i) === key ? withValue(one, rest, next) : one))
  const values = value as JsonObject
  return { ...values, [key]: withValue(values[key] ?? null, rest, next) }
}
