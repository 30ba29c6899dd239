import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isRelated, wordDiff } from '#client/features/promise/word-diff.ts'

test('[R066] version 3 of the demo keeps the audit of version 2 and takes the alarms out', () => {
  const parts = wordDiff(
    'Pass the next audit, and never hear another false alarm',
    'Your stores pass the next audit, and at night someone answers who knows your site',
  )
  const of = (kind: string) =>
    parts
      .filter((part) => part.kind === kind)
      .map(({ text }) => text)
      .join('|')
  expect(of('same')).toContain('the next audit, and ')
  expect(of('gone')).toContain('alarm')
  expect(of('added')).toContain('knows your site')
  expect(isRelated(parts)).toBe(true)
})

test('[R066] what is kept and taken out gives the earlier version, what is kept and new the later one', () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 60 }), fc.string({ maxLength: 60 }), (from, to) => {
      const parts = wordDiff(from, to)
      const without = (kind: string) =>
        parts
          .filter((part) => part.kind !== kind)
          .map(({ text }) => text)
          .join('')
      expect(without('added')).toBe(from)
      expect(without('gone')).toBe(to)
    }),
  )
})

test('[R066] two sentences without a word in common are two sentences', () => {
  expect(isRelated(wordDiff('Back up fast', 'The most trusted name'))).toBe(false)
})
