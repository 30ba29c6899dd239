import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parseJson } from '#server/http/body.ts'
import { AppError } from '#server/problem.ts'

const parse = (text: string) => parseJson(Buffer.from(text))

test('what JSON can say comes through as it is', () => {
  fc.assert(
    fc.property(fc.json({ maxDepth: 30 }), (text) => {
      fc.pre(!/__proto__|\\u005f/i.test(text))
      expect(parse(text)).toEqual(JSON.parse(text))
    }),
  )
})

describe('nesting', () => {
  test('64 levels are read, 65 are not, and brackets in text do not count', () => {
    const nested = (levels: number) => `${'[{"a":'.repeat(levels / 2)}1${'}]'.repeat(levels / 2)}`
    expect(parse(nested(64))).toBeDefined()
    expect(() => parse(nested(66))).toThrow(AppError)
    expect(parse(JSON.stringify('[{'.repeat(500)))).toBe('[{'.repeat(500))
    expect(parse(JSON.stringify(`"\\${'['.repeat(500)}é"`))).toBe(`"\\${'['.repeat(500)}é"`)
  })

  test('millions of brackets are refused at once', () => {
    const began = performance.now()
    expect(() => parse('['.repeat(10_000_000))).toThrow(AppError)
    expect(performance.now() - began).toBeLessThan(1000)
  })
})

test('no body can name a prototype, however it is spelt', () => {
  for (const key of ['__proto__', '\\u005f_proto__', '\\u005F\\u005Fproto\\u005f_']) {
    const value = parse(`{"a": {"${key}": {"polluted": true}}, "b": 1}`) as { a: object; b: number }
    expect(Object.keys(value.a)).toEqual([])
    expect(value.b).toBe(1)
  }
})

test('anything else is refused with a problem, never with what the parser says about it', () => {
  fc.assert(
    fc.property(fc.uint8Array(), (bytes) => {
      try {
        parseJson(Buffer.from(bytes))
      } catch (error) {
        expect(error).toBeInstanceOf(AppError)
        expect((error as AppError).code).toBe('bad-request')
      }
    }),
  )
})
