import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { broken, goesAtOnce, linesIn, MOST_AT_ONCE, portionOf } from '#client/features/roadmap/paste-lines.ts'
import { LONGEST_CARD } from '#shared/board/card-edits.ts'
import { law } from '#test/support/law.ts'

const line = fc.oneof(
  fc.string({ maxLength: 40 }),
  fc.string({ minLength: 250, maxLength: 900, unit: 'binary' }),
)
const bare = (text: string) => text.replaceAll(/\s+/gu, '')

describe('a pasted column', () => {
  test('blank lines are none, and every kind of line break counts', () => {
    expect(linesIn(' a \r\n\n b\rc\u2028d\n\t\n')).toEqual(['a', 'b', 'c', 'd'])
  })

  test('5,000 lines are added in portions, in their order, and none is lost', () => {
    let rest: readonly string[] = Array.from({ length: 5000 }, (_, i) => `Line ${i}`)
    const added: string[] = []
    while (rest.length > 0) {
      const portion = portionOf(rest)
      expect(portion.next.length).toBeLessThanOrEqual(MOST_AT_ONCE)
      added.push(...portion.next)
      rest = portion.rest
    }
    expect(added).toHaveLength(5000)
    expect(added[4999]).toBe('Line 4999')
  })

  test('a line that is too long is left where it is, whole', () => {
    const long = 'x'.repeat(LONGEST_CARD + 1)
    expect(portionOf(['a', long, 'b'])).toEqual({ next: ['a', 'b'], tooLong: 1, rest: [long] })
    expect(goesAtOnce(['a', long])).toBe(false)
    expect(goesAtOnce(['a', 'b'])).toBe(true)
  })

  law('every line is in a portion or in the rest', [fc.array(line, { maxLength: 250 })], (lines) => {
    const { next, rest } = portionOf(lines)
    expect([...next, ...rest].sort()).toEqual([...lines].sort())
  })
})

describe('breaking 20,000 characters', () => {
  test('breaks after sentences where there are some', () => {
    const text = `${'One two three. '.repeat(1400)}`.trim()
    const cards = broken([text])
    expect(cards.every((card) => card.length <= LONGEST_CARD && card.endsWith('.'))).toBe(true)
    expect(bare(cards.join(''))).toBe(bare(text))
  })

  law(
    'no piece is too long and no character but white space is lost',
    [fc.array(line, { maxLength: 20 })],
    (lines) => {
      const cards = broken(lines)
      expect(cards.every((card) => card.length <= LONGEST_CARD)).toBe(true)
      expect(bare(cards.join(''))).toBe(bare(lines.join('')))
    },
  )
})
