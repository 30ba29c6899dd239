import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { timerAfter } from '#server/record/timer.ts'
import type { Timer } from '#shared/record/schema.ts'
import { law } from '#test/support/law.ts'

const ms = fc.integer({ min: -86_400_000, max: 86_400_000 })
const act = fc.oneof(
  fc.record({ action: fc.constant('start' as const), ms: fc.integer({ min: 1000, max: 86_400_000 }) }),
  fc.record({ action: fc.constant('add' as const), ms }),
  fc.record({ action: fc.constantFrom('pause', 'resume', 'stop') }),
)

describe('the timer', () => {
  law(
    '[FA-2a] is never negative, never longer than a day, and never both running and paused',
    [fc.array(fc.tuple(act, fc.nat(100_000_000)), { maxLength: 30 })],
    (acts) => {
      let timer: Timer = { endsAt: null, pausedWithMs: null }
      let now = 1_000
      for (const [one, later] of acts) {
        timer = timerAfter(timer, one, now)
        const { endsAt, pausedWithMs } = timer
        expect(endsAt === null || pausedWithMs === null).toBe(true)
        expect(pausedWithMs ?? 0).toBeGreaterThanOrEqual(0)
        expect(pausedWithMs ?? 0).toBeLessThanOrEqual(86_400_000)
        if (endsAt !== null) expect(endsAt - now).toBeLessThanOrEqual(86_400_000)
        now += later
      }
    },
  )

  test('pausing and going on changes nothing but the time of the end', () => {
    const paused = timerAfter({ endsAt: 90_000, pausedWithMs: null }, { action: 'pause' }, 30_000)
    expect(timerAfter(paused, { action: 'resume' }, 70_000)).toEqual({ endsAt: 130_000, pausedWithMs: null })
  })
})
