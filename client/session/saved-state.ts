/** What may be said about saving, from what is known. "Saved" is the last thing said, never the first. */
import type { SavedState } from '#client/session/api.ts'

export interface SavingFacts {
  /** Close code that ended the session; null while it lives. */
  readonly closedBy: number | null
  readonly isLoaded: boolean
  /** False until the first attempt to reach the server has come to something. */
  readonly wasTried: boolean
  /** Every document has a line and has been answered. */
  readonly isOnline: boolean
  /** On every document one may write to, the state sent on this connection is acknowledged. */
  readonly isSettled: boolean
  /** That has been so before, on this or an earlier connection. */
  readonly wasSettled: boolean
  readonly changes: number
  /** This device refuses to keep changes that the server has not got. */
  readonly isRefused: boolean
  readonly retryAt: number | null
}

export function savedStateOf(facts: SavingFacts): SavedState {
  const { changes } = facts
  if (facts.closedBy !== null) return { status: 'closed', reason: facts.closedBy }
  if (!facts.isOnline && facts.wasTried) {
    return facts.isRefused
      ? { status: 'not-saved', changes }
      : { status: 'offline', changes, retryAt: facts.retryAt }
  }
  if (facts.isOnline && facts.isSettled && changes === 0) return { status: 'saved' }
  if (!facts.isLoaded || (changes === 0 && !facts.wasSettled)) return { status: 'loading' }
  return { status: 'saving', changes }
}
