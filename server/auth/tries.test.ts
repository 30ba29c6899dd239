import { expect, test } from 'vitest'
import { Tries } from '#server/auth/tries.ts'

test('so many tries a minute by key; the wait is named, ends, and holds up nobody else', () => {
  let now = 0
  const tries = new Tries(2, { now: () => now })
  const attempt = (key: string) => {
    const waitS = tries.waitS(key)
    if (waitS === 0) tries.count(key)
    return waitS
  }
  expect([attempt('a'), attempt('a'), attempt('a'), attempt('b')]).toEqual([0, 0, 60, 0])
  now = 45_000
  expect(attempt('a')).toBe(15)
  now = 59_999
  expect(attempt('a')).toBe(1)
  now = 60_000
  expect([attempt('a'), attempt('a'), attempt('a')]).toEqual([0, 0, 60])
})

test('memory stays bounded however many keys try', () => {
  const tries = new Tries(1, { now: () => 0 })
  for (let key = 0; key < 250_000; key++) tries.count(String(key))
  expect(tries.waitS('249999')).toBe(60)
  expect(tries.waitS('1')).toBe(0)
})
