import { expect, test } from 'vitest'
import { isOwnOrigin } from '#server/auth/origin.ts'

test.each<[string | undefined, string | undefined, string | null, boolean]>([
  [undefined, 'a.example', null, true],
  ['https://a.example', 'a.example', null, true],
  ['http://a.example:3000', 'a.example:3000', null, true],
  ['http://a.example:3000', 'A.Example:3000', null, true],
  ['https://b.example', 'a.example', 'https://b.example', true],
  ['http://a.example:3001', 'a.example:3000', null, false],
  ['https://a.example.evil.example', 'a.example', null, false],
  ['http://b.example', 'a.example', 'https://b.example', false],
  ['null', 'a.example', null, false],
  ['', 'a.example', null, false],
  ['https://a.example', undefined, null, false],
])('origin %s at host %s, public address %s: own page %s', (origin, host, publicUrl, own) => {
  expect(isOwnOrigin(origin, host, publicUrl)).toBe(own)
})
