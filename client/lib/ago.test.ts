import { expect, test } from 'vitest'
import { ago } from '#client/lib/ago.ts'

const now = Date.UTC(2026, 4, 12, 12)

test.each([
  [now, 'this minute'],
  [now - 12 * 60_000, '12 minutes ago'],
  [now - 3 * 3_600_000, '3 hours ago'],
  [now - 86_400_000, 'yesterday'],
  [Date.UTC(2026, 1, 2, 12), '2 Feb 2026'],
  [now + 5_000, 'this minute'],
])('%d is said as “%s”', (at, words) => {
  expect(ago(at, now, 'en-GB')).toBe(words)
})
