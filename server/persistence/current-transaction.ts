/**
 * Knows whether the running code is inside a transaction. With one connection, a query beside the transaction
 * would wait for itself for ever; this turns that wait into an error.
 */
import { AsyncLocalStorage } from 'node:async_hooks'

const current = new AsyncLocalStorage<{ isOpen: boolean } | undefined>()

export const isInTransaction = (): boolean => current.getStore()?.isOpen === true

/** Runs `work` as the inside of a transaction. */
export async function insideTransaction<T>(work: () => Promise<T>): Promise<T> {
  const transaction = { isOpen: true }
  try {
    return await current.run(transaction, work)
  } finally {
    transaction.isOpen = false
  }
}

/** Runs `work` as if it had not been started from within a transaction, for what goes on after it. */
export const outsideTransaction = <T>(work: () => T): T => current.run(undefined, work)
