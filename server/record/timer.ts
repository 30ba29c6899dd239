/**
 * The timer, on the server's clock: it runs towards `endsAt` or stands with `pausedWithMs`, never both. It only tells
 * the time: at zero nothing happens to any round.
 */
import type { BodyOf } from '#shared/protocol/calls.ts'
import type { Timer } from '#shared/record/schema.ts'

const LONGEST_MS = 86_400_000

/** What the timer is after this act. Acts that make no sense as it stands, such as pausing none, change nothing. */
export function timerAfter(timer: Timer, act: BodyOf<'setTimer'>, now: number): Timer {
  const { endsAt, pausedWithMs } = timer
  const left = Math.max(0, pausedWithMs ?? (endsAt === null ? 0 : endsAt - now))
  switch (act.action) {
    case 'start':
      return running(now, act.ms)
    case 'add': {
      const ms = Math.min(LONGEST_MS, Math.max(0, left + act.ms))
      if (pausedWithMs !== null) return { endsAt: null, pausedWithMs: ms }
      return endsAt === null && ms === 0 ? timer : running(now, ms)
    }
    case 'pause':
      return endsAt === null ? timer : { endsAt: null, pausedWithMs: left }
    case 'resume':
      return pausedWithMs === null ? timer : running(now, left)
    case 'stop':
      return { endsAt: null, pausedWithMs: null }
  }
}

const running = (now: number, ms: number): Timer => ({ endsAt: now + ms, pausedWithMs: null })
