import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  below,
  type Chance,
  newCode,
  newId,
  newToken,
  seededChance,
  shuffled,
  systemChance,
} from '#server/chance.ts'

const seeded = (seed: number): Chance => {
  let drawn = 0
  return {
    bytes: (count) => createHash('sha512').update(`${seed}:${drawn++}`).digest().subarray(0, count),
  }
}

test('ids are safe in addresses and cookie names, codes have no look-alikes, tokens have 256 bits', () => {
  for (let times = 0; times < 500; times++) {
    expect(newId(systemChance)).toMatch(/^[\w-]{20}$/)
    expect(newCode(systemChance)).toMatch(/^[2-9A-HJKMNP-Z]{6}$/)
    expect(Buffer.from(newToken(systemChance), 'base64url')).toHaveLength(32)
  }
})

test('a number below a limit is below it, and every one comes up about as often', () => {
  const counts = Array.from({ length: 31 }, () => 0)
  const chance = seeded(1)
  for (let times = 0; times < 31_000; times++) {
    const drawn = below(chance, 31)
    counts[drawn] = (counts[drawn] ?? Number.NaN) + 1
  }
  for (const count of counts) expect(Math.abs(count - 1000)).toBeLessThan(150)
})

test('a shuffle keeps every value, leaves its input alone, and is repeatable', () => {
  fc.assert(
    fc.property(fc.array(fc.integer()), fc.nat(), (values, seed) => {
      const before = [...values]
      const mixed = shuffled(seeded(seed), values)
      expect([...mixed].sort()).toEqual([...before].sort())
      expect(values).toEqual(before)
      expect(shuffled(seeded(seed), values)).toEqual(mixed)
    }),
  )
})

test('a shuffle can bring about every order', () => {
  const seen = new Set<string>()
  for (let seed = 0; seed < 400; seed++) seen.add(shuffled(seeded(seed), [1, 2, 3, 4]).join(''))
  expect(seen.size).toBe(24)
})

test('what is drawn from a seed can be drawn again, and from no other seed', () => {
  const drawn = (seed: number) => {
    const chance = seededChance(new Uint8Array(32).fill(seed))
    return Array.from({ length: 50 }, () => newId(chance))
  }
  expect(drawn(1)).toEqual(drawn(1))
  expect(new Set([...drawn(1), ...drawn(2)]).size).toBe(100)
})
