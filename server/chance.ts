/** Time and chance, passed in so that a test can repeat a run byte for byte. Everything random is drawn from `bytes`. */
import { createCipheriv, randomBytes } from 'node:crypto'
import { CODE_ALPHABET, CODE_LENGTH } from '#shared/protocol/join-code.ts'

export interface Clock {
  /** Epoch ms. */
  now(): number
}

export interface Chance {
  bytes(count: number): Buffer
}

export const systemClock: Clock = { now: () => Date.now() }
export const systemChance: Chance = { bytes: (count) => randomBytes(count) }

/** The same draws for the same seed of 32 bytes; as good as its seed. */
export function seededChance(seed: Uint8Array): Chance {
  const stream = createCipheriv('aes-256-ctr', seed, Buffer.alloc(16))
  return { bytes: (count) => stream.update(Buffer.alloc(count)) }
}

/** An opaque id: 120 bits, safe in addresses and cookie names. */
export const newId = (chance: Chance): string => chance.bytes(15).toString('base64url')

/** A secret of 256 bits. */
export const newToken = (chance: Chance): string => chance.bytes(32).toString('base64url')

/** A client id for a Yjs document that the server writes. */
export const newClientId = (chance: Chance): number => chance.bytes(4).readUInt32LE()

export const newCode = (chance: Chance): string =>
  Array.from({ length: CODE_LENGTH }, () => CODE_ALPHABET[below(chance, CODE_ALPHABET.length)]).join('')

/** A whole number from 0 to `limit - 1`, each equally likely: values above the last full multiple are drawn again. */
export function below(chance: Chance, limit: number): number {
  const range = 2 ** 32
  const usable = range - (range % limit)
  for (;;) {
    const drawn = chance.bytes(4).readUInt32LE()
    if (drawn < usable) return drawn % limit
  }
}

/** A copy in random order (Fisher-Yates). */
export function shuffled<T>(chance: Chance, values: readonly T[]): T[] {
  const mixed = [...values]
  for (let last = mixed.length - 1; last > 0; last--) {
    const other = below(chance, last + 1)
    const held = mixed[last] as T
    mixed[last] = mixed[other] as T
    mixed[other] = held
  }
  return mixed
}
