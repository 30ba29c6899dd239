import { expect, test } from 'vitest'
import { networkOf, Tries } from '#server/auth/tries.ts'

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

test.each([
  ['192.0.2.7', '192.0.2.7'],
  ['::ffff:192.0.2.7', '::ffff:192.0.2.7'],
  ['2001:db8:0:1::7', '2001:db8:0:1'],
  ['2001:0db8:0000:0001:aaaa:bbbb:cccc:dddd', '2001:db8:0:1'],
  ['2001:db8::1', '2001:db8:0:0'],
  ['::1', '0:0:0:0'],
  ['fe80::1%eth0', 'fe80:0:0:0'],
  ['2001:db8:1::', '2001:db8:1:0'],
])('tries from %s count for %s', (address, network) => {
  expect(networkOf(address)).toBe(network)
})
