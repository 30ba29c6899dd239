/** A bird's name for each customer, so that nobody need think of one and none leads to who they are. */
import birds from '#shared/interviews/birds.json' with { type: 'json' }

/**
 * A bird that nobody here is called yet; when all are taken, one with a number. `chance` picks among the free ones, so
 * that two researchers who begin at one moment seldom take the same.
 */
export function freeBird(taken: readonly string[], chance: string): string {
  const used = new Set(taken.map(plain))
  for (let round = 1; ; round++) {
    const names = round === 1 ? birds : birds.map((bird) => `${bird} ${round}`)
    const free = names.filter((name) => !used.has(plain(name)))
    const picked = free[numberOf(chance) % Math.max(1, free.length)]
    if (picked !== undefined) return picked
  }
}

const plain = (name: string): string => name.trim().toLowerCase()

function numberOf(chance: string): number {
  let sum = 0
  for (const character of chance) sum = (sum * 31 + (character.codePointAt(0) ?? 0)) % 1_000_003
  return sum
}
