/**
 * [S1] for the rounds before the weights: silent notes and the cutting vote, played twice with other words and other marks.
 * Until the wall opens, every byte the others receive and everything stored beside the ballots is the same.
 */
import { describe, expect, test } from 'vitest'
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

async function play(place: Place, kind: 'notes' | 'cut', steps: (needs: readonly string[]) => Steps) {
  const clock = testClock()
  const env = { PUBLIC_URL: 'http://workshops.example', LOG_LEVEL: 'debug' }
  const server = await startTestServer({ place, clock, chance: seededChance('non-interference'), env })
  const stage = new Stage(server, null)
  try {
    await stage.gather()
    await stage.openRound(kind)
    for (const [who, body] of steps(stage.needs)) {
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

describe('before the wall opens', () => {
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
