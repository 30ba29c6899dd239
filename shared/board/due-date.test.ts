import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays, dayAt, readDay } from '#shared/board/due-date.ts'

// A Tuesday.
const TODAY = '2026-05-12'
const read = (text: string) => {
  const found = readDay(text, TODAY)
  return 'day' in found ? found.day : found.why
}

describe('[AC-1a] days as people write them', () => {
  test.each([
    ['end of April', '2027-04-30'],
    ['End of May', '2026-05-31'],
    ['by the end of June', '2026-06-30'],
    ['mid July', '2026-07-15'],
    ['beginning of September', '2026-09-01'],
    ['August', '2026-08-31'],
    ['Q3', '2026-09-30'],
    ['end of Q1 2027', '2027-03-31'],
    ['in 3 weeks', '2026-06-02'],
    ['3 weeks', '2026-06-02'],
    ['in two months', '2026-07-12'],
    ['in a month', '2026-06-12'],
    ['Friday', '2026-05-15'],
    ['Fri', '2026-05-15'],
    ['Tuesday', '2026-05-19'],
    ['this Tuesday', '2026-05-12'],
    ['next Friday', '2026-05-22'],
    ['next Monday', '2026-05-18'],
    ['next Sunday', '2026-05-24'],
    ['next week', '2026-05-22'],
    ['end of the month', '2026-05-31'],
    ['next month', '2026-06-30'],
    ['end of the quarter', '2026-06-30'],
    ['end of the year', '2026-12-31'],
    ['tomorrow', '2026-05-13'],
    ['yesterday', '2026-05-11'],
    ['30 Apr', '2027-04-30'],
    ['30th of June', '2026-06-30'],
    ['Jun 30, 2026', '2026-06-30'],
    ['30.6.', '2026-06-30'],
    ['30.06.2026', '2026-06-30'],
    ['2026-6-3', '2026-06-03'],
    ['30/6', '2026-06-30'],
    ['6/6', '2026-06-06'],
    ['29 Feb', '2028-02-29'],
  ])('%s is %s', (text, day) => expect(read(text)).toBe(day))

  test.each([
    ['yesterday-ish', 'not-understood'],
    ['soon', 'not-understood'],
    ['', 'not-understood'],
    ['in a few weeks', 'not-understood'],
    ['Friday or Monday', 'not-understood'],
    ['5/6', 'two-ways'],
    ['31 April', 'no-such-day'],
    ['2026-02-30', 'no-such-day'],
    ['in 900 years', 'not-understood'],
    ['__proto__', 'not-understood'],
    ['constructor', 'not-understood'],
    ['May 0050', 'not-understood'],
    ['end of May 0050', 'not-understood'],
  ])('“%s” is not guessed: %s', (text, why) => expect(read(text)).toBe(why))
})

test('whatever is typed, the answer is a day of the calendar or a reason', () => {
  const word = fc.constantFrom(
    'end',
    'of',
    'in',
    'next',
    '3',
    '31',
    'Feb',
    'week',
    'q4',
    '.',
    '/',
    'may',
    'Friday',
  )
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string(),
        fc.array(word, { maxLength: 5 }).map((all) => all.join(' ')),
      ),
      (text) => {
        const found = readDay(text, TODAY)
        if ('day' in found) expect(addDays(found.day, 0)).toBe(found.day)
        else expect(found.why).toMatch(/^[a-z-]+$/u)
      },
    ),
  )
})

test('an ISO day reads as itself from any day', () => {
  const day = fc.integer({ min: 0, max: 40_000 }).map((n) => addDays('1990-01-01', n))
  fc.assert(
    fc.property(day, day, (one, today) => {
      expect(readDay(one, today)).toEqual({ day: one })
    }),
  )
})

test('the day of the room is the day where it sits', () => {
  const at = Date.UTC(2026, 4, 12, 23, 30)
  expect(dayAt(at, 'Europe/Berlin')).toBe('2026-05-13')
  expect(dayAt(at, '')).toBe('2026-05-12')
  expect(dayAt(at, 'Mars/Base')).toBe('2026-05-12')
})
