import fc from 'fast-check'
import { expect, test } from 'vitest'
import { freeName } from '#server/auth/seats.ts'

test('[JN-6b] a name that is free is kept, one that is taken gets the lowest free number', () => {
  expect(freeName('Ana', [])).toBe('Ana')
  expect(freeName('Ana', ['Ben'])).toBe('Ana')
  expect(freeName('Ana', ['ANA'])).toBe('Ana 2')
  expect(freeName('Ana', ['Ana', 'ana 2', 'Ana 4'])).toBe('Ana 3')
})

test('a name given is never one that is taken, never longer than 60, and never half a character', () => {
  const name = fc
    .string({ unit: 'grapheme', minLength: 1, maxLength: 30 })
    .filter((text) => text.length <= 60)
  fc.assert(
    fc.property(fc.array(name), name, (taken, wanted) => {
      const all: string[] = []
      for (const one of [...taken, wanted, wanted, wanted]) {
        const given = freeName(one, all)
        expect(given.length).toBeLessThanOrEqual(60)
        expect(() => encodeURIComponent(given)).not.toThrow()
        expect(all).not.toContain(given)
        all.push(given)
      }
    }),
  )
})
