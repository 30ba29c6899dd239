/** Which failures of a database pass by themselves, and trying again until they have. */
import { setTimeout as wait } from 'node:timers/promises'

const passingCodes = new Set([
  '40001', // serialization failure
  '40P01', // deadlock
  '53300', // too many connections
  '55P03', // lock not available
  '57P01', // connection ended by an administrator
  '57P02', // engine crashed
  '57P03', // engine is starting
  'ECONNREFUSED',
  'ECONNRESET',
  'ENOENT',
  'EPIPE',
  'ETIMEDOUT',
])

/** True for lost connections and for transactions that lost against another one. */
export function isPassing(error: unknown): boolean {
  const { code, message } = error as { code?: unknown; message?: unknown }
  if (typeof code === 'string')
    return passingCodes.has(code) || code.startsWith('08') || code.startsWith('SQLITE_BUSY')
  return /Connection terminated|not queryable|timeout exceeded when trying to connect/.test(String(message))
}

const FIRST_PAUSE_MS = 10
const LONGEST_PAUSE_MS = 500

/** Repeats `work` while `mayRetry` says so, with growing pauses. Rejects with the last failure. */
export async function retrying<T>(
  work: () => Promise<T>,
  mayRetry: (error: unknown, tries: number) => boolean,
): Promise<T> {
  for (let tries = 1; ; tries++) {
    try {
      return await work()
    } catch (error) {
      if (!mayRetry(error, tries)) throw error
      await wait(Math.min(FIRST_PAUSE_MS * 2 ** (tries - 1), LONGEST_PAUSE_MS))
    }
  }
}
