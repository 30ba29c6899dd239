/**
 * [S1] for all kinds of rounds but weights, which have a test of their own: each played twice with other ballots. Until the reveal, every byte the others receive and everything stored beside the ballots is the same.
 */
import { describe, expect, test } from 'vitest'
import type { RoundKindName } from '#shared/rounds/kinds.ts'
import { Stage } from '#test/simulation/secrecy-stage.ts'
import { seededChance, startTestServer, testClock } from '#test/support/server.ts'
import { type Place, storagesOf } from '#test/support/storages.ts'

type Steps = readonly (readonly [who: 'ana' | 'ben' | 'cleo', body: object])[]

const notes = (ana: string, ben: readonly string[], cleo: readonly string[]): Steps => [
  ['ana', { notes: [ana], sealed: false }],
  ['ben', { notes: ben, sealed: false }],
  ['ana', { notes: [ana, `${ana} again`], sealed: true }],
  ['ana', { notes: [ana], sealed: false }],
  ['cleo', { notes: cleo, sealed: false }],
  ['ana', { notes: [ana], sealed: true }],
]

const cut = (needs: readonly string[], first: number, without: boolean): Steps => {
  const marks = [needs[first] ?? '']
  return [
    ['ana', { marks: [], abstained: false, sealed: false }],
    ['ana', { marks, abstained: false, sealed: true }],
    ['ben', { marks: without ? [] : needs, abstained: without, sealed: true }],
    ['cleo', { marks, abstained: false, sealed: false }],
  ]
}

/** Marks of one column by need, for us and for the other. */
const marksBallot = (
  [one = '', two = '']: readonly string[],
  [us = '', they = '']: readonly string[],
  [a, b, c]: readonly (number | null)[],
) => ({
  marks: { [us]: { [one]: a ?? null, [two]: b ?? null }, [they]: { [one]: c ?? null } },
  abstained: false,
  reason: '',
})

const marks = (needs: readonly string[], columns: readonly string[], mark: number, knows: boolean): Steps => [
  ['ana', { ...marksBallot(needs, columns, [mark, null, null]), sealed: false }],
  ['ana', { ...marksBallot(needs, columns, [mark, 10 - mark, 3]), confidence: knows ? 5 : 1, sealed: true }],
  [
    'ben',
    knows
      ? { ...marksBallot(needs, columns, [1, 2, 3]), sealed: true }
      : { marks: {}, abstained: true, reason: 'Never met one.', sealed: true },
  ],
  ['cleo', { ...marksBallot(needs, columns, [mark, null, knows ? 4 : null]), sealed: true }],
  ['cleo', { ...marksBallot(needs, columns, [mark, null, null]), sealed: false }],
]

/** Everyone seals one of two ballots; one of them looks at both first. */
const oneOf = (first: object, second: object): Steps => [
  ['ana', { ...first, sealed: false }],
  ['ana', { ...second, sealed: true }],
  ['ben', { ...first, sealed: true }],
  ['cleo', { ...second, sealed: false }],
]

const dotsOn = ([one = '', two = '']: readonly string[], many: number) =>
  oneOf({ dots: { [one]: many, [two]: 5 - many } }, { dots: { [one]: 5 } })
const supportOf = ([one = '', two = '']: readonly string[], first: number, second: number) =>
  oneOf({ support: { [one]: first, [two]: second } }, { support: { [two]: first } })
const truthOf = ([one = '']: readonly string[], said: string) =>
  oneOf({ trueToday: { [one]: said } }, { trueToday: {} })
const sureOf = (one: number, other: number) => oneOf({ confidence: one }, { confidence: other })
const categoryOf = (one: string, other: string) => oneOf({ category: one }, { category: other })
const characteristicOf = ([one = '', two = '']: readonly string[], isFirst: boolean) =>
  oneOf(
    { needId: isFirst ? one : two, abstained: false },
    isFirst ? { needId: two, abstained: false } : { needId: null, abstained: true },
  )

type StepsOf = (needs: readonly string[], columns: readonly string[]) => Steps

async function play(place: Place, kind: Exclude<RoundKindName, 'weights'>, steps: StepsOf) {
  const clock = testClock()
  const env = { PUBLIC_URL: 'http://workshops.example', LOG_LEVEL: 'debug' }
  const server = await startTestServer({ place, clock, chance: seededChance('non-interference'), env })
  const stage = new Stage(server, null)
  try {
    await stage.gather()
    await stage.openRound(kind)
    for (const [who, body] of steps(stage.subjectsOf(kind), stage.columns)) {
      clock.advance(1000)
      await stage.vote(who, body)
      await stage.look()
    }
    const beforeReveal = await stage.recording()
    await stage.command('revealRound', { params: { roundId: stage.roundId }, body: {} })
    await stage.look()
    return { beforeReveal, afterReveal: await stage.recording() }
  } finally {
    await stage.close()
    await server.stop()
  }
}

describe('before the reveal', () => {
  const storages = storagesOf('sqlite')

  test.each([
    [
      'notes',
      () => notes('Back before the shift', ['Price', 'Night help'], []),
      () => notes('x', ['A very much longer note than the other one'], ['Theirs', 'Too']),
    ],
    [
      'cut',
      (needs: readonly string[]) => cut(needs, 0, true),
      (needs: readonly string[]) => cut(needs, 1, false),
    ],
    [
      'marks',
      (needs: readonly string[], columns: readonly string[]) => marks(needs, columns, 10, true),
      (needs: readonly string[], columns: readonly string[]) => marks(needs, columns, 0, false),
    ],
    ['dots', (all: readonly string[]) => dotsOn(all, 2), (all: readonly string[]) => dotsOn(all, 0)],
    [
      'support',
      (all: readonly string[]) => supportOf(all, 1, 5),
      (all: readonly string[]) => supportOf(all, 4, 2),
    ],
    [
      'truth',
      (all: readonly string[]) => truthOf(all, 'no'),
      (all: readonly string[]) => truthOf(all, 'yes'),
    ],
    ['confidence', () => sureOf(5, 2), () => sureOf(1, 4)],
    ['category', () => categoryOf('light', 'heavy'), () => categoryOf('intense', 'light')],
    [
      'characteristic',
      (all: readonly string[]) => characteristicOf(all, true),
      (all: readonly string[]) => characteristicOf(all, false),
    ],
  ] as const)(
    '[S1] nothing others receive depends on what is in a ballot of %s',
    async (kind, one, other) => {
      const first = await play(await storages.place(), kind, one)
      const second = await play(await storages.place(), kind, other)
      const [answers, frames, logs, stored] = first.beforeReveal as readonly string[][]
      expect([answers, frames, logs, stored].every((part) => (part?.length ?? 0) > 5)).toBe(true)
      expect(answers?.slice(0).filter((status) => Number(status) >= 400)).toEqual([])
      for (const [part, recorded] of second.beforeReveal.entries())
        expect(recorded).toEqual(first.beforeReveal[part])
      for (const part of [0, 1, 3]) expect(second.afterReveal[part]).not.toEqual(first.afterReveal[part])
    },
  )
})
