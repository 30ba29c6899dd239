/** What the vault does by itself: finishing withdrawals that were cut off, and meeting deadlines, now and every hour. */
import { type DeadlineDeps, meetDeadlines } from '#server/vault/deadlines.ts'
import type { Withdrawals } from '#server/vault/withdrawals.ts'

const EVERY_MS = 3600 * 1000

export interface UpkeepDeps extends DeadlineDeps {
  readonly withdrawals: Withdrawals
  readonly log: { error(details: object, message: string): void }
}

/** Answers how to end it. */
export function startUpkeep(deps: UpkeepDeps): () => Promise<void> {
  let running = keepUp(deps)
  const timer = setInterval(() => {
    running = running.then(() => keepUp(deps))
  }, EVERY_MS)
  timer.unref()
  return async () => {
    clearInterval(timer)
    await running
  }
}

async function keepUp(deps: UpkeepDeps): Promise<void> {
  const failed = (what: string) => (error: unknown) => deps.log.error({ err: error }, what)
  await deps.withdrawals.finishAll().catch(failed('withdrawals not finished'))
  await meetDeadlines(deps).catch(failed('deadlines not met'))
}
