import { describe, expect, test } from 'vitest'
import { clockText, timerAct } from '#client/lib/timer-words.ts'

describe('typing a timer', () => {
  test.each([
    ['5', 'start', 300_000],
    ['5:30', 'start', 330_000],
    [' 0:20 ', 'start', 20_000],
    ['+1', 'add', 60_000],
    ['-1', 'add', -60_000],
    ['−0:30', 'add', -30_000],
    ['+ 1:15', 'add', 75_000],
  ])('[FA-2a] “%s” is understood', (typed, action, ms) => {
    expect(timerAct(typed)).toEqual({ action, ms })
  })

  test.each(['', '0', '+0', 'ten', '5:', '5:60', '5:3', '1.5', '--1', '2000', '5 min'])(
    '“%s” is no time',
    (typed) => {
      expect(timerAct(typed)).toBeNull()
    },
  )
})

test.each([
  [400, '06:40'],
  [9, '00:09'],
  [3600, '1:00:00'],
  [4000, '1:06:40'],
])('%i seconds are shown as %s', (seconds, shown) => {
  expect(clockText(seconds)).toBe(shown)
})
