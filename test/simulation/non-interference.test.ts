/**
 * [S1] Nothing another seat receives before a reveal depends on what is in a ballot. One scenario is played twice with
 * the same chance and the same clock, but with different ballots: every byte that the others receive over HTTP and over
 * all their sockets, the logs, everything that is stored beside the ballots, and the messages between processes are the
 * same. After the reveal they differ, so the recording would have noticed.
 */
import { describe, expect, test } from 'vitest'
import { listenToBus, Stage } from '#test/simulation/secrecy-stage.ts'
import { seededChance, startTestServer, testClock } from '#test/support/server.ts'
import { type Place, storagesOf } from '#test/support/storages.ts'

interface Ballots {
  /** Points for the first of two needs; the second gets the rest. */
  readonly ana: readonly [draft: number, sealed: number, again: number]
  readonly ben: number
  /** On paper, entered twice by the facilitator. */
  readonly dan: readonly [number, number]
  readonly cleo: 'abstains' | number
  readonly reason: string
  readonly confidence: number | null
}

const one: Ballots = {
  ana: [10, 63, 64],
  ben: 37,
  dan: [5, 95],
  cleo: 'abstains',
  reason: 'I have never asked.',
  confidence: 1,
}
const other: Ballots = { ana: [100, 2, 0], ben: 81, dan: [100, 0], cleo: 50, reason: '', confidence: null }

interface Recording {
  readonly beforeReveal: readonly unknown[]
  readonly afterReveal: readonly unknown[]
}

async function play(place: Place, ballots: Ballots): Promise<Recording> {
  const clock = testClock()
  const env = { PUBLIC_URL: 'http://workshops.example', LOG_LEVEL: 'debug' }
  const server = await startTestServer({ place, clock, chance: seededChance('non-interference'), env })
  const bus = place.databaseUrl ? await listenToBus(place.databaseUrl) : null
  const stage = new Stage(server, bus)
  try {
    await scenario(stage, ballots, () => clock.advance(1000))
    const beforeReveal = await stage.recording()
    await stage.command('revealRound', { params: { roundId: stage.roundId }, body: {} })
    await stage.look()
    return { beforeReveal, afterReveal: await stage.recording() }
  } finally {
    await stage.close()
    await bus?.close()
    await server.stop()
  }
}

async function scenario(stage: Stage, ballots: Ballots, tick: () => void): Promise<void> {
  await stage.gather()
  tick()
  await stage.openRound()
  const given = (first: number, sealed: boolean) => ({
    ...values({ [stage.needs[0] ?? '']: first, [stage.needs[1] ?? '']: 100 - first }),
    confidence: ballots.confidence,
    sealed,
  })
  const cleo =
    ballots.cleo === 'abstains'
      ? { ...values({}), abstained: true, reason: ballots.reason, sealed: true }
      : given(ballots.cleo, true)
  const [draft, sealed, again] = ballots.ana
  const steps: (readonly ['ana' | 'ben' | 'cleo', object])[] = [
    ['ana', given(draft, false)],
    ['ana', given(sealed, true)],
    ['ben', given(ballots.ben, true)],
    ['ana', given(sealed, false)],
    ['ana', given(again, true)],
    ['cleo', cleo],
    ['cleo', cleo],
  ]
  for (const [who, body] of steps) {
    tick()
    await stage.vote(who, body)
    await stage.look()
  }
  for (const first of ballots.dan) {
    tick()
    await stage.votePaper(given(first, true))
    await stage.look()
  }
  await stage.vote('ben', { ...given(ballots.ben, true), points: { [stage.needs[0] ?? '']: ballots.ben } })
  tick()
  await stage.command('closeRound', { params: { roundId: stage.roundId }, body: {} })
  await stage.vote('ana', given(draft, true))
  await stage.look()
}

const values = (points: Record<string, number>) => ({
  points,
  unsure: [] as string[],
  confidence: null as number | null,
  abstained: false,
  reason: '',
})

describe.each(['sqlite', 'postgres'] as const)('%s', (engine) => {
  const storages = storagesOf(engine)

  test('[S1] before the reveal nothing that others receive depends on what is in a ballot', async () => {
    const first = await play(await storages.place(), one)
    const second = await play(await storages.place(), other)
    const [answers, frames, logs, stored, told] = first.beforeReveal as readonly string[][]
    expect([answers, frames, logs, stored].every((part) => (part?.length ?? 0) > 5)).toBe(true)
    expect(told?.length ?? 0).toBeGreaterThan(engine === 'postgres' ? 1 : -1)
    for (const [part, recorded] of second.beforeReveal.entries())
      expect(recorded).toEqual(first.beforeReveal[part])
    expect(second.afterReveal[0]).not.toEqual(first.afterReveal[0])
    expect(second.afterReveal[1]).not.toEqual(first.afterReveal[1])
    expect(second.afterReveal[3]).not.toEqual(first.afterReveal[3])
  })
})

describe('the recording', () => {
  const storages = storagesOf('sqlite')

  test('is the same for the same ballots, so that a difference means something', async () => {
    const first = await play(await storages.place(), one)
    const again = await play(await storages.place(), one)
    expect(again).toEqual(first)
  })
})
